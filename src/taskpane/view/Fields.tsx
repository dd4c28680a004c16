import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

/** Several rows under one heading. */
export function Fields({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.fields}>
      <Text as="h3" id={id} block weight="semibold" size={200} className={styles.title}>
        {title}
      </Text>
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  title: { margin: 0, color: tokens.colorNeutralForeground2 },
});
