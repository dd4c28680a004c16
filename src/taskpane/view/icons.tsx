import type { ReactElement } from "react";

/** Drawn here: the few that are needed weigh less than an icon font or package. */
export const ChevronIcon = () => icon("M7.5 4.5 13 10l-5.5 5.5");
export const ChevronDownIcon = () => icon("M4.5 7.5 10 13l5.5-5.5");
export const BackIcon = () => icon("M16 10H4.5m5-5.5L4 10l5.5 5.5");
export const CopyIcon = () => icon("M8 3.5h7.5V13H8zM12 13v3.5H4.5V7H8");
export const AddIcon = () => icon("M10 4v12M4 10h12");
export const RemoveIcon = () => icon("M4 10h12");
export const DismissIcon = () => icon("m5 5 10 10M15 5 5 15");
export const CheckIcon = () => icon("m4.5 10.5 3.5 3.5 7.5-8");
export const WarningIcon = () => icon("M10 3.5 17.5 16.5h-15zM10 8.5v4M10 14.4v.2");
export const RefreshIcon = () => icon("M15.5 8A6 6 0 1 0 16 11m0-7v4h-4");
export const HomeIcon = () => icon("M3.5 9.5 10 4l6.5 5.5V16H12v-4H8v4H3.5z");
export const DataIcon = () => icon("M3.5 4.5h13v11h-13zM3.5 8h13M8 8v7.5");
export const MetricsIcon = () => icon("M4 16V11m4 5V7m4 9V9m4 7V4");
export const ReportsIcon = () => icon("M5 3.5h7L15.5 7v9.5H5zM12 3.5V7h3.5M8 14v-2.5m2.3 2.5V10m2.2 4v-1.5");
export const SettingsIcon = () => icon("M3.5 6H11m4 0h1.5M3.5 14H5m4 0h7.5M11 4v4h4V4zM5 12v4h4v-4z");
export const StarIcon = () => icon(STAR);
export const StarFilledIcon = () => icon(STAR, "currentColor");

const STAR = "m10 3.2 2.1 4.4 4.8.6-3.5 3.3.9 4.8-4.3-2.4-4.3 2.4.9-4.8-3.5-3.3 4.8-.6z";

function icon(path: string, fill = "none"): ReactElement {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill={fill} aria-hidden="true" focusable="false">
      <path d={path} stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
