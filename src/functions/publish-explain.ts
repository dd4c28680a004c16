import { sharedOnPage } from "../reference/shared-page";
import { explainMetric } from "./explain";

// Part of the pane's script: see explain-in-page.ts.
sharedOnPage<typeof explainMetric>("salesMetricsExplain").publish(explainMetric);
