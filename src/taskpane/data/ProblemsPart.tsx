import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { findingText } from "../../core/quality/table";
import type { Finding } from "../../core/quality/quality";
import type { HeldData } from "../../dataset/mapped-data";
import type { CellPlace } from "../../workbook";
import { useLanguage } from "../texts";
import { Fold } from "../view/Fold";
import { ShowRows } from "../view/ShowRows";
import { roleName } from "../../core/role-names";

interface Props {
  readonly findings: readonly Finding[];
  readonly held: HeldData;
  onShow(cells: readonly Pick<CellPlace, "sheet" | "row" | "column">[]): void;
}

/** What looks wrong in the records of one kind: how many rows, what to do, and a way to the cells. */
export function ProblemsPart({ findings, held, onShow }: Props) {
  const { locale, plural } = useLanguage();
  const styles = useStyles();
  if (findings.length === 0) return null;
  return (
    <Fold title={plural("problems", findings.length)}>
      {findings.map((finding) => {
        const { title, advice } = findingText(finding, locale, (role, kind) => roleName(kind, role, locale));
        const rows = finding.rows ?? [];
        return (
          <div key={`${finding.check} ${finding.role ?? ""} ${title}`} className={styles.problem}>
            <div className={styles.words}>
              <Text size={200} weight="semibold" block>
                {rows.length === 0 ? title : `${title} · ${plural("rows", rows.length)}`}
              </Text>
              <Text size={200} block className={styles.quiet}>
                {advice}
              </Text>
            </div>
            {rows.length > 0 && <ShowRows what={title} onShow={() => onShow(cellsOf(finding, held))} />}
          </div>
        );
      })}
    </Fold>
  );
}

function cellsOf({ kind, rows = [], role }: Finding, held: HeldData) {
  return rows.flatMap((row) => {
    const place = held.placeOf(kind, row, role);
    return place ? [{ sheet: place.sheet, row: place.row, column: place.column ?? 0 }] : [];
  });
}

const useStyles = makeStyles({
  problem: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
});
