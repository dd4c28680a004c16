import { makeStyles, tokens } from "@fluentui/react-components";

/** Names and numbers in two columns. */
export function FactTable({ rows }: { readonly rows: readonly (readonly [name: string, value: string])[] }) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <tbody>
        {rows.map(([name, value], at) => (
          <tr key={at}>
            <th scope="row" colSpan={value === "" ? 2 : 1} className={styles.name}>
              {name}
            </th>
            {value !== "" && <td className={styles.value}>{value}</td>}
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
  value: {
    padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    textAlign: "end",
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
  },
});
