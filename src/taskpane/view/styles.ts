import { makeStyles, tokens } from "@fluentui/react-components";

export const forcedColors = "@media (forced-colors: active)";

/** Looks that several parts of the pane share. */
export const useSharedStyles = makeStyles({
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    userSelect: "text",
  },
  /** A formula to be read at leisure. */
  codeBlock: {
    display: "block",
    marginTop: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  quiet: { color: tokens.colorNeutralForeground2, minWidth: 0 },
  /** A primary button and what stands beside it. */
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
    margin: 0,
  },
});
