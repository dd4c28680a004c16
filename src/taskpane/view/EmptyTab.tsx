import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useShell } from "../shell/context";
import { TabFooter } from "../shell/TabFooter";
import { useLanguage, type TextKey } from "../texts";
import { TabBody } from "./TabBody";

interface Props {
  readonly heading: TextKey;
  /** What will be here once the data is mapped. */
  readonly promise: TextKey;
}

/** A tab before anything is mapped: what it would show, and the one button that gets there. */
export function EmptyTab({ heading, promise }: Props) {
  const { text } = useLanguage();
  const styles = useStyles();
  const { workbook, goTo } = useShell();
  const here = workbook.status !== "outside";
  return (
    <>
      <TabBody className={styles.empty}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          {text(heading)}
        </Text>
        <Text block>{text(here ? promise : "outsideExcelData")}</Text>
      </TabBody>
      <TabFooter>
        {here && (
          <div>
            <Button appearance="primary" onClick={() => goTo("data")}>
              {text("setUpData")}
            </Button>
          </div>
        )}
      </TabFooter>
    </>
  );
}

const useStyles = makeStyles({
  empty: { gap: tokens.spacingVerticalS },
  title: { margin: 0 },
});
