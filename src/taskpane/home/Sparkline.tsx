import { makeStyles, tokens } from "@fluentui/react-components";

const WIDTH = 56;
const HEIGHT = 20;
const GAP = 1;

/** Bars of the last periods, from zero, the last one in full colour. What they say stands as a table in the details. */
export function Sparkline({ values }: { readonly values: readonly (number | undefined)[] }) {
  const styles = useStyles();
  const known = values.filter((value): value is number => value !== undefined && Number.isFinite(value));
  if (known.length < 2) return null;
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const scale = high === low ? 0 : HEIGHT / (high - low);
  const width = WIDTH / values.length - GAP;
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      className={styles.line}
    >
      {values.map((value, at) => {
        if (value === undefined || !Number.isFinite(value)) return null;
        const height = Math.max(1, Math.abs(value) * scale);
        const top = value >= 0 ? (high - value) * scale : high * scale;
        return (
          <rect
            key={at}
            x={at * (width + GAP)}
            y={Math.min(top, HEIGHT - height)}
            width={width}
            height={height}
            className={at === values.length - 1 ? styles.last : styles.bar}
          />
        );
      })}
    </svg>
  );
}

const useStyles = makeStyles({
  line: { flexShrink: 0, marginInlineStart: "auto" },
  bar: { fill: tokens.colorNeutralStroke1 },
  last: { fill: tokens.colorBrandBackground },
});
