import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";

/** Grey shapes where content is on its way; `label` says what is being done. */
export function Skeletons({ label, count = 3 }: { readonly label: string; readonly count?: number }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={label} className={styles.list}>
      {Array.from({ length: count }, (_, index) => (
        <SkeletonItem key={index} className={styles.item} />
      ))}
    </Skeleton>
  );
}

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalM },
  item: { height: "72px" },
});
