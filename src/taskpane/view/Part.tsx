import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** A heading with what belongs under it. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <Text as="h3" block weight="semibold" size={200} className={styles.title}>
        {title}
      </Text>
      <div className={styles.content}>{children}</div>
    </div>
  );
}

const useStyles = makeStyles({
  title: { margin: 0, color: tokens.colorNeutralForeground2 },
  content: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
});
