import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { entryDefinition, entryGroups, entryName, type Entry } from "../entries";
import { useLanguage } from "../texts";
import { ChevronIcon } from "../view/icons";
import { forcedColors } from "../view/styles";

interface Props {
  readonly entries: readonly Entry[];
  /** Ids of metrics that stand first, in this order. */
  readonly favourites: readonly string[];
  readonly selected: string | undefined;
  /** The option is brought into view and takes the focus, whenever this number grows. */
  readonly focusRequest: number;
  onSelect(entry: Entry): void;
  onOpen(entry: Entry): void;
  onInsert(): void;
  /** Up from the first option, or a letter typed: the search takes over. */
  onLeave(): void;
}

export function MetricList(props: Props) {
  const { entries, favourites, selected, focusRequest } = props;
  const language = useLanguage();
  const styles = useStyles();
  const current = useRef<HTMLDivElement>(null);
  const groups = entryGroups(entries, favourites);
  const ordered = groups.flatMap((group) => group.entries);

  useEffect(() => {
    if (focusRequest > 0) current.current?.focus();
  }, [focusRequest]);

  // A notice about what is selected makes the list shorter: the option with the focus must not go under it.
  useEffect(() => {
    const option = current.current;
    if (option !== null && option === document.activeElement) option.scrollIntoView({ block: "nearest" });
  }, [selected]);

  const moveTo = (index: number) => {
    const next = ordered[Math.max(0, Math.min(index, ordered.length - 1))];
    if (next === undefined) return;
    props.onSelect(next);
    document.getElementById(optionId(next))?.focus();
  };

  const onKeyDown = (event: KeyboardEvent, entry: Entry) => {
    const at = ordered.indexOf(entry);
    const act = (action: () => void) => {
      event.preventDefault();
      action();
    };
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "ArrowDown") act(() => moveTo(at + 1));
    else if (event.key === "ArrowUp") act(() => (at === 0 ? props.onLeave() : moveTo(at - 1)));
    else if (event.key === "Home") act(() => moveTo(0));
    else if (event.key === "End") act(() => moveTo(ordered.length - 1));
    else if (event.key === "Enter") act(props.onInsert);
    else if (event.key === "ArrowRight" || event.key === " ") act(() => props.onOpen(entry));
    else if (event.key.length === 1) props.onLeave(); // the letter itself lands in the search
  };

  return (
    <div role="listbox" aria-label={language.text("list")} aria-describedby="list-keys">
      <span id="list-keys" hidden>
        {language.text("listKeys")}
      </span>
      {groups.map((group) => (
        <div key={group.title} role="group" aria-labelledby={group.title}>
          <Text id={group.title} as="span" block size={200} weight="semibold" className={styles.family}>
            {language.text(group.title)}
          </Text>
          {group.entries.map((entry) => {
            const isSelected = entry.id === selected;
            return (
              <div
                key={entry.id}
                id={optionId(entry)}
                ref={isSelected ? current : undefined}
                role="option"
                aria-selected={isSelected}
                tabIndex={isSelected ? 0 : -1}
                className={mergeClasses(styles.option, isSelected && styles.selected)}
                onFocus={() => props.onSelect(entry)}
                onClick={() => props.onOpen(entry)}
                onKeyDown={(event) => onKeyDown(event, entry)}
              >
                <div className={styles.words}>
                  <div className={styles.heading}>
                    <Text weight="semibold">{entryName(entry, language.locale)}</Text>
                    <Text size={100} className={styles.id}>
                      {entry.id}
                    </Text>
                  </div>
                  <Text block size={200} className={styles.definition}>
                    {entryDefinition(entry, language.locale)}
                  </Text>
                </div>
                <span className={styles.chevron}>
                  <ChevronIcon />
                </span>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function optionId(entry: Entry): string {
  return `metric-${entry.id}`;
}

const useStyles = makeStyles({
  family: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS}`,
    color: tokens.colorNeutralForeground2,
  },
  option: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    position: "relative",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    cursor: "pointer",
    // Keeps the option clear of the search, which stays on top.
    scrollMarginTop: "48px",
    scrollMarginBottom: "4px",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  selected: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    "::before": {
      content: '""',
      position: "absolute",
      left: 0,
      top: "8px",
      bottom: "8px",
      width: "3px",
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
    [forcedColors]: {
      forcedColorAdjust: "none",
      backgroundColor: "Highlight",
      color: "HighlightText",
    },
  },
  words: { flexGrow: 1, minWidth: 0 },
  heading: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalS,
  },
  id: { color: "inherit", opacity: 0.8, fontFamily: tokens.fontFamilyMonospace },
  definition: {
    display: "-webkit-box",
    overflow: "hidden",
    WebkitLineClamp: 2,
    WebkitBoxOrient: "vertical",
    color: "inherit",
  },
  chevron: { display: "flex", flexShrink: 0, color: "inherit" },
});
