import { sharedOnPage } from "../reference/shared-page";
import * as mapped from "./mapped-functions";

// Part of the pane's script: see mapped-in-page.ts.
sharedOnPage<typeof mapped>("salesMetricsMapped").publish(mapped);
