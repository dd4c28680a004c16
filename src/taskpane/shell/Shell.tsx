import { makeStyles, Tab, TabList, tokens, type SelectTabData } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Notice } from "../problem-text";
import { useLanguage } from "../texts";
import { useMatches } from "../use-matches";
import { useWorkbook } from "../use-workbook";
import { useSharedStyles } from "../view/styles";
import { ShellContext, type Shell as ShellParts } from "./context";
import { keepFocus } from "./keep-focus";
import { tabs, type TabId } from "./tabs";

interface Props {
  /** What a ribbon button had to say; the last one stays until dismissed. */
  readonly message: Message | undefined;
}

export interface Message {
  readonly notice: Notice;
  /** Where it can be seen to. */
  readonly tab?: TabId;
}

/** The pane: the tab bar, and under it the tab that is chosen, which keeps its state while others are looked at. */
export function Shell({ message }: Props) {
  const language = useLanguage();
  const styles = useStyles();
  const shared = useSharedStyles();
  const workbook = useWorkbook();
  const narrow = !useMatches("(min-width: 440px)");
  const [tab, setTab] = useState<TabId>(tabs[0].id);
  const [visited, setVisited] = useState<ReadonlySet<TabId>>(new Set([tab]));
  const [notice, setNotice] = useState<Notice>();
  const [wanted, setWanted] = useState<ShellParts["wanted"]>();

  const choose = useCallback((next: TabId) => {
    setTab(next);
    setVisited((former) => (former.has(next) ? former : new Set([...former, next])));
    setNotice(undefined);
  }, []);
  const main = useRef<HTMLElement>(null);
  useEffect(() => (main.current ? keepFocus(main.current) : undefined), []);
  useEffect(() => {
    if (message?.tab !== undefined) choose(message.tab);
    if (message !== undefined) setNotice(message.notice);
  }, [message, choose]);
  const goTo = useCallback(
    (next: TabId, metric?: string) => {
      choose(next);
      if (metric !== undefined) setWanted({ metric });
      // What was pressed is hidden now: without this the focus would fall to the page's start.
      document.getElementById(tabElement(next))?.focus();
    },
    [choose],
  );
  const shell = useMemo(
    () => ({ workbook, notice, tell: setNotice, goTo, wanted }),
    [workbook, notice, goTo, wanted],
  );
  // What is said belongs to the tab that is looked at.
  const behind = useMemo(() => ({ ...shell, notice: undefined }), [shell]);

  return (
    <div className={styles.pane}>
      <nav className={styles.bar} aria-label={language.text("tabs")}>
        <TabList
          size="small"
          selectTabOnFocus
          reserveSelectedTabSpace={false}
          selectedValue={tab}
          onTabSelect={(_, data: SelectTabData) => choose(data.value as TabId)}
          className={narrow ? undefined : styles.tabs}
        >
          {tabs.map(({ id, name, icon: Icon }) => (
            <Tab
              key={id}
              id={tabElement(id)}
              value={id}
              icon={<Icon />}
              aria-controls={`panel-${id}`}
              className={narrow ? styles.narrowTab : undefined}
            >
              {language.text(name)}
            </Tab>
          ))}
        </TabList>
      </nav>
      <main ref={main} className={styles.main}>
        <h1 className={shared.hidden}>{language.text("title")}</h1>
        {tabs.map(({ id, body: Body }) => (
          <div
            key={id}
            id={`panel-${id}`}
            role="tabpanel"
            aria-labelledby={tabElement(id)}
            hidden={id !== tab}
            className={id === tab ? styles.panel : undefined}
          >
            {visited.has(id) && (
              <ShellContext.Provider value={id === tab ? shell : behind}>
                <Body />
              </ShellContext.Provider>
            )}
          </div>
        ))}
      </main>
    </div>
  );
}

function tabElement(id: TabId): string {
  return `pane-tab-${id}`;
}

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  bar: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tabs: { paddingLeft: tokens.spacingHorizontalXS },
  // Five names beside their icons would not fit into the smallest pane: there they stand below them.
  narrowTab: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: 0,
    padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& .fui-Tab__content": { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  },
  main: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  panel: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
});
