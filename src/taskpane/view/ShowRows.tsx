import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useLanguage } from "../texts";

interface Props {
  /** Of what the rows are, for those who hear it. */
  readonly what: string;
  onShow(): void;
}

/** The way to rows in the sheet, beside what is said of them. */
export function ShowRows({ what, onShow }: Props) {
  const { text } = useLanguage();
  const styles = useStyles();
  return (
    <Link as="button" className={styles.link} aria-label={text("showRowsOf", { what })} onClick={onShow}>
      {text("showRows")}
    </Link>
  );
}

const useStyles = makeStyles({
  link: {
    flexShrink: 0,
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
