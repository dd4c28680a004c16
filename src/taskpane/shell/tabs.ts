import type { ComponentType, ReactElement } from "react";
import { DataTab } from "../data/DataTab";
import { HomeTab } from "../home/HomeTab";
import { MetricsTab } from "../metrics/MetricsTab";
import { ReportsTab } from "../reports/ReportsTab";
import { SettingsTab } from "../settings/SettingsTab";
import type { TextKey } from "../texts";
import { DataIcon, HomeIcon, MetricsIcon, ReportsIcon, SettingsIcon } from "../view/icons";

export type TabId = "home" | "data" | "metrics" | "reports" | "settings";

interface TabParts {
  readonly id: TabId;
  readonly name: TextKey;
  readonly icon: () => ReactElement;
  readonly body: ComponentType;
}

/** The pane's tabs in their order: a further one is a line here. */
export const tabs: readonly [TabParts, ...TabParts[]] = [
  { id: "home", name: "tabHome", icon: HomeIcon, body: HomeTab },
  { id: "data", name: "tabData", icon: DataIcon, body: DataTab },
  { id: "metrics", name: "tabMetrics", icon: MetricsIcon, body: MetricsTab },
  { id: "reports", name: "tabReports", icon: ReportsIcon, body: ReportsTab },
  { id: "settings", name: "tabSettings", icon: SettingsIcon, body: SettingsTab },
];
