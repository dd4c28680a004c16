import type { ReactElement } from "react";

/** Drawn here: the few that are needed weigh less than an icon font or package. */
export const ChevronIcon = () => icon("M7.5 4.5 13 10l-5.5 5.5");
export const BackIcon = () => icon("M16 10H4.5m5-5.5L4 10l5.5 5.5");
export const CopyIcon = () => icon("M8 3.5h7.5V13H8zM12 13v3.5H4.5V7H8");
export const AddIcon = () => icon("M10 4v12M4 10h12");
export const RemoveIcon = () => icon("M4 10h12");
export const DismissIcon = () => icon("m5 5 10 10M15 5 5 15");

function icon(path: string): ReactElement {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true" focusable="false">
      <path d={path} stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
