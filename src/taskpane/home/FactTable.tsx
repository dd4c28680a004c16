import { makeStyles, tokens } from "@fluentui/react-components";
import { ShowRows } from "../view/ShowRows";

/** A name, its number, and where there are some, a way to the rows behind it. */
export type Fact = readonly [name: string, value: string, onShow?: (() => void) | undefined];

/** Names and numbers in two columns. */
export function FactTable({ rows }: { readonly rows: readonly Fact[] }) {
  const hasRows = rows.some(([, , onShow]) => onShow !== undefined);
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <tbody>
        {rows.map(([name, value, onShow], at) => (
          <tr key={at}>
            <th scope="row" colSpan={value === "" ? 2 : 1} className={styles.name}>
              {name}
            </th>
            {value !== "" && <td className={styles.value}>{value}</td>}
            {hasRows && <td className={styles.show}>{onShow && <ShowRows what={name} onShow={onShow} />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: {
    padding: `${tokens.spacingVerticalXXS} 0`,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  show: { width: "1px", padding: `0 0 0 ${tokens.spacingHorizontalM}`, whiteSpace: "nowrap" },
  value: {
    padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    textAlign: "end",
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
  },
});
