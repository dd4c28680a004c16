import { makeStyles, mergeClasses, SearchBox, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { searchEntries, type Entry } from "../entries";
import { useLanguage } from "../texts";
import { ownEscape } from "../view/escape";
import { MetricList } from "./MetricList";
import { useSharedStyles } from "../view/styles";

interface Props {
  readonly query: string;
  readonly favourites: readonly string[];
  readonly selected: string | undefined;
  readonly focusRequest: number;
  readonly wide: boolean;
  onQuery(query: string): void;
  onSelect(entry: Entry): void;
  onOpen(entry: Entry): void;
  onInsert(): void;
}

/** The search, and the list under it: one scroll area, the search always in reach. */
export function ListView(props: Props) {
  const { query } = props;
  const language = useLanguage();
  const shared = useSharedStyles();
  const styles = useStyles();
  const search = useRef<HTMLInputElement>(null);
  const [intoList, setIntoList] = useState(0);
  const entries = searchEntries(query);
  const found = useDelayed(query === "" ? "" : language.plural("found", entries.length), 400);

  return (
    <div className={mergeClasses(styles.view, props.wide && styles.beside)}>
      <div className={styles.search} role="search">
        <SearchBox
          ref={search}
          className={styles.box}
          value={query}
          placeholder={language.text("search")}
          aria-label={language.text("search")}
          dismiss={{ "aria-label": language.text("searchClear") }}
          onChange={(_, data) => props.onQuery(data.value)}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" && entries.length > 0) {
              event.preventDefault();
              setIntoList((count) => count + 1);
            } else if (event.key === "Enter" && entries.length > 0) {
              event.preventDefault();
              props.onInsert();
            } else if (event.key === "Escape" && query !== "") {
              ownEscape(event);
              props.onQuery("");
            }
          }}
        />
      </div>
      <div role="status" className={shared.hidden}>
        {found}
      </div>
      {entries.length === 0 ? (
        <Text block className={styles.nothing}>
          {language.text("searchNothing", { query })}
        </Text>
      ) : (
        <MetricList
          entries={entries}
          favourites={props.favourites}
          selected={props.selected}
          focusRequest={props.focusRequest + intoList}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          onInsert={props.onInsert}
          onLeave={() => search.current?.focus()}
        />
      )}
    </div>
  );
}

/** Announcing every letter's count would talk over the typing. */
function useDelayed(value: string, milliseconds: number): string {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return delayed;
}

const useStyles = makeStyles({
  view: { flexGrow: 1, minHeight: 0, overflowY: "auto", position: "relative" },
  beside: {
    flexGrow: 0,
    flexShrink: 0,
    width: "320px",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  search: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  box: { width: "100%", maxWidth: "none" },
  nothing: { padding: tokens.spacingHorizontalM },
});
