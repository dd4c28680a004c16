import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useShell } from "../shell/context";
import { TabFooter } from "../shell/TabFooter";
import { useLanguage } from "../texts";
import { TabBody } from "../view/TabBody";

/** Before anything is mapped: what reports there could be, and the one button that gets there. */
export function EmptyReports() {
  const language = useLanguage();
  const styles = useStyles();
  const { workbook, goTo } = useShell();
  const here = workbook.status !== "outside";
  return (
    <>
      <TabBody className={styles.empty}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          {language.text("reportsEmptyTitle")}
        </Text>
        <Text block>{language.text(here ? "reportsEmpty" : "outsideExcelData")}</Text>
      </TabBody>
      <TabFooter>
        {here && (
          <div>
            <Button appearance="primary" onClick={() => goTo("data")}>
              {language.text("setUpData")}
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
