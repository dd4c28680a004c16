import { makeStyles, Tab, TabList, Text, tokens, type SelectTabData } from "@fluentui/react-components";
import { useState } from "react";
import type { HeldData } from "../../dataset/mapped-data";
import type { Source } from "../../workbook";
import type { Draft, Settings } from "../draft";
import { entryDefinition, entryName, type Entry } from "../entries";
import { useLanguage } from "../texts";
import { DataFields } from "./DataFields";
import { DetailSection } from "../view/DetailSection";
import { FormulaCode } from "../view/FormulaCode";
import { InputFields } from "./InputFields";
import { MappedFields } from "./MappedFields";
import { ValueNow } from "./ValueNow";
import { OptionFields } from "./OptionFields";
import { Part } from "../view/Part";
import { useSharedStyles } from "../view/styles";
import { TabBody } from "../view/TabBody";
import { Reference } from "./Reference";

interface Props {
  readonly entry: Entry;
  readonly draft: Draft;
  readonly formula: string;
  readonly separator: "," | ";";
  readonly sources: readonly Source[];
  readonly settings: Settings;
  /** Beside the list there is nothing to go back to. */
  readonly wide: boolean;
  /** The mapped records, for the number as it is now. */
  readonly held: HeldData | undefined;
  readonly isFavourite: boolean;
  onFavourite(): void;
  onChange(settings: Settings): void;
  onBack(): void;
  onInsert(): void;
}

type View = "fill" | "reference";

/** One metric: the choices its formula is made of, and behind a second tab everything the reference says about it. */
export function Detail(props: Props) {
  const { entry, draft, formula, wide } = props;
  const language = useLanguage();
  const styles = useStyles();
  const shared = useSharedStyles();
  const [view, setView] = useState<View>("fill");
  const { metric } = draft;
  const readsMapped = entry.is === "helper" && (entry.id === "KPI" || entry.id === "KPITABLE");
  const readsColumns = entry.is === "metric" || entry.id === "BY" || entry.id === "EXPLAIN";

  const tabs = metric && (
    <TabList
      size="small"
      className={styles.tabs}
      selectedValue={view}
      onTabSelect={(_, data: SelectTabData) => setView(data.value as View)}
    >
      <Tab id="tab-fill" value="fill" aria-controls="detail-body">
        {language.text("tabFill")}
      </Tab>
      <Tab id="tab-reference" value="reference" aria-controls="detail-body">
        {language.text("tabReference")}
      </Tab>
    </TabList>
  );
  return (
    <DetailSection
      name={entryName(entry, language.locale)}
      back={wide ? undefined : language.text("back")}
      beside={tabs}
      onBack={props.onBack}
      onEnter={props.onInsert}
    >
      <TabBody
        id="detail-body"
        {...(metric && { role: "tabpanel", "aria-labelledby": `tab-${view}` })}
        // nothing in the reference takes the focus, and the keyboard has to scroll it
        tabIndex={view === "reference" ? 0 : undefined}
        className={wide ? styles.roomy : undefined}
      >
        {entry.is === "metric" && props.held && (
          <ValueNow
            metric={entry.metric}
            held={props.held}
            isFavourite={props.isFavourite}
            onFavourite={props.onFavourite}
          />
        )}
        <Text block>{entryDefinition(entry, language.locale)}</Text>
        {view === "reference" ? (
          <Reference entry={entry} separator={props.separator} />
        ) : (
          <>
            {metric && (entry.is === "helper" || props.sources.length > 0) && (
              <DataFields
                entry={entry}
                metric={metric}
                draft={draft}
                sources={readsColumns ? props.sources : undefined}
                settings={props.settings}
                onChange={props.onChange}
              />
            )}
            {readsMapped && (
              <MappedFields
                draft={draft}
                isTable={entry.id === "KPITABLE"}
                settings={props.settings}
                onChange={props.onChange}
              />
            )}
            {metric && readsColumns && (
              <>
                <InputFields
                  metric={metric}
                  period={draft.period}
                  settings={props.settings}
                  onChange={props.onChange}
                />
                <OptionFields
                  metric={metric}
                  spills={draft.spills}
                  settings={props.settings}
                  onChange={props.onChange}
                />
              </>
            )}
            <Part title={language.text("toInsert")}>
              <FormulaCode formula={formula} className={shared.codeBlock} />
              {draft.spills && (
                <Text block size={200} className={styles.quiet}>
                  {language.text("spillsHow")}
                </Text>
              )}
            </Part>
          </>
        )}
      </TabBody>
    </DetailSection>
  );
}

const useStyles = makeStyles({
  tabs: { flexShrink: 0 },
  quiet: { marginTop: tokens.spacingVerticalXXS, color: tokens.colorNeutralForeground2 },
  roomy: { paddingRight: tokens.spacingHorizontalXL },
});
