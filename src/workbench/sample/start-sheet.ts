import { isoDate, LAST_DAY } from "./calendar";
import { FIRM } from "./firm";
import type { PlainCell, PlainSheet } from "./types";

/** The language of the words around the data; the data itself is that of a firm which files in English. */
export type SampleLanguage = "en" | "ro";

/** The first sheet: what this workbook is, and formulas that already work on its tables. */
export function startSheet(language: SampleLanguage): PlainSheet {
  const texts = TEXTS[language];
  const cells: PlainCell[][] = [
    [texts.title, "", ""],
    ...texts.lines.map((line): PlainCell[] => [line, "", ""]),
    ["", "", ""],
    [texts.question, texts.answer, texts.formula],
    ...EXAMPLES.map(({ formula }, index): PlainCell[] => [
      texts.examples[index] ?? "",
      `=${formula}`,
      formulaAsText(formula),
    ]),
    ["", "", ""],
    [texts.byOwner, "", formulaAsText(BY_OWNER)],
    [`=${BY_OWNER}`, "", ""],
  ];
  const heading = { fontColor: "#0b6a75", bold: true } as const;
  const spillRow = cells.length - 1;
  return {
    name: texts.sheet,
    cells,
    tables: [],
    columnFormats: {},
    cellFormats: [
      { row: 0, column: 0, ...heading, fontSize: 16 },
      ...[0, 1, 2].map((column) => ({ row: 4, column, ...heading })),
      ...EXAMPLES.map(({ numberFormat }, index) => ({ row: 5 + index, column: 1, numberFormat })),
      ...EXAMPLES.map((_, index) => ({ row: 5 + index, column: 2, fontColor: "#5c6b73" })),
      { row: spillRow - 1, column: 0, ...heading },
      { row: spillRow - 1, column: 2, fontColor: "#5c6b73" },
      ...Array.from({ length: 12 }, (_, index) => ({
        row: spillRow + index,
        column: 1,
        numberFormat: "0.0%",
      })),
    ],
    columnWidths: { 0: 330, 1: 120, 2: 560 },
    frozenRows: 0,
  };
}

const BY_OWNER = 'SALES.BY("WINRATE",Deals[Owner],Deals[Status])';

const EXAMPLES = [
  { formula: "SALES.WINRATE(Deals[Status])", numberFormat: "0.0%" },
  {
    formula: 'SALES.WINRATE(Deals[Status],Deals[Closed],"period=2026-Q2")',
    numberFormat: "0.0%",
  },
  { formula: "SALES.REVENUE(Deals[Amount],Deals[Status])", numberFormat: "#,##0" },
  {
    formula: 'SALES.REVENUE(Deals[Amount],Deals[Status],Deals[Closed],"period=2025")',
    numberFormat: "#,##0",
  },
  { formula: "SALES.AVGDEALSIZE(Deals[Amount],Deals[Status])", numberFormat: "#,##0" },
  { formula: "SALES.DEALCYCLE(Deals[Created],Deals[Closed],Deals[Status])", numberFormat: "0.0" },
  {
    formula: `SALES.OPPCOUNT(Deals[Status],Deals[Created],Deals[Closed],,,,"${isoDate(LAST_DAY)}","which=open")`,
    numberFormat: "0",
  },
  { formula: "SALES.PIPELINEVALUE(Deals[Amount],Deals[Status])", numberFormat: "#,##0" },
  {
    formula:
      'SALES.TARGETATTAIN(Targets[Target],Deals[Amount],Deals[Status],Deals[Closed],Targets[Period start],Targets[Period end],Targets[Owner],"period=2026-Q2")',
    numberFormat: "0.0%",
  },
  {
    formula: 'SALES.LEADRESPONSE(Leads[Created],Leads[First response],"unit=minutes")',
    numberFormat: "0",
  },
  {
    formula:
      'SALES.ACTIVITYRATIO(Activities[Type],Deals[Status],Activities[Date],Activities[Done],Deals[Closed],"period=2026-Q2")',
    numberFormat: "0.0",
  },
  {
    formula: `SALES.MRR(Subscriptions[Customer],Subscriptions[Start date],Subscriptions[End date],Subscriptions[MRR],,,,,,,,,,,"${isoDate(LAST_DAY)}")`,
    numberFormat: "#,##0",
  },
] as const;

/** Shown beside the answer; the blank before the sign of equality keeps it a text. */
function formulaAsText(formula: string): string {
  return ` =${formula}`;
}

interface Texts {
  sheet: string;
  title: string;
  /** Short enough each to be read across the three columns. */
  lines: readonly string[];
  question: string;
  answer: string;
  formula: string;
  byOwner: string;
  examples: readonly string[];
}

const TEXTS: Record<SampleLanguage, Texts> = {
  en: {
    sheet: "Start",
    title: "Sales metrics on a sample workbook",
    lines: [
      `${FIRM} is a made-up firm. The sheets hold two years of its sales, up to ${isoDate(LAST_DAY)}, in euro, with the mistakes such sheets have.`,
      "Change a deal and watch the answers below follow, or type =SALES. in any cell to see what there is.",
    ],
    question: "Question",
    answer: "Answer",
    formula: "Formula",
    byOwner: "Win rate of each salesperson",
    examples: [
      "Which share of the decided deals was won?",
      "And in the second quarter of 2026?",
      "How much has been sold?",
      "And in 2025?",
      "How large is a won deal on average?",
      "How many days does a deal take to close?",
      "How many deals are open on the last day?",
      "What are the open deals worth?",
      "How much of its target did the team reach?",
      "How many minutes until a lead is answered?",
      "How many activities does a won deal take?",
      "What do the service contracts bring a month?",
    ],
  },
  ro: {
    sheet: "Start",
    title: "Indicatori de vânzări pe un registru de exemplu",
    lines: [
      `${FIRM} este o firmă inventată. Foile cuprind doi ani din vânzările ei, până la ${isoDate(LAST_DAY)}, în euro, cu greșelile obișnuite ale unor astfel de foi.`,
      "Modifică o ofertă și răspunsurile de mai jos se schimbă odată cu ea. Scrie =SALES. în orice celulă ca să vezi ce funcții există.",
    ],
    question: "Întrebare",
    answer: "Răspuns",
    formula: "Formulă",
    byOwner: "Rata de câștig a fiecărui agent de vânzări",
    examples: [
      "Ce parte din ofertele decise a fost câștigată?",
      "Și în trimestrul al doilea din 2026?",
      "Cât s-a vândut?",
      "Și în 2025?",
      "Cât de mare este, în medie, o ofertă câștigată?",
      "În câte zile se închide o ofertă?",
      "Câte oferte sunt deschise în ultima zi?",
      "Cât valorează ofertele deschise?",
      "Cât din țintă a atins echipa?",
      "În câte minute primește răspuns un lead?",
      "Câte activități cere o ofertă câștigată?",
      "Cât aduc lunar contractele de service?",
    ],
  },
};
