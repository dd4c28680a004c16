import fc from "fast-check";
import {
  activityDoneOf,
  activityTypeOf,
  callOutcomeOf,
  costCategoryOf,
  directionOf,
  leadStatusOf,
  sourceGroupOf,
  vocabularies,
  yesNoOf,
} from "../../../src/core/records/vocabulary";
import * as data from "../../../src/core/records/vocabulary-data";
import { normaliseWord } from "../../../src/core/text";
import { runs } from "../../support/random";
import { csvColumns, describeWithData } from "../../support/shared-data";

describe.each(Object.entries(data))("%s", (_, words) => {
  const classes = Object.entries(words as Readonly<Record<string, readonly string[]>>).map(
    ([name, lines]) => [name, lines.flatMap((line) => line.split("|"))] as const,
  );

  test("no word stands in two classes, or twice in one", () => {
    const seen = new Map<string, string>();
    const clashes: string[] = [];
    for (const [name, entries] of classes) {
      for (const entry of entries) {
        const key = normaliseWord(entry);
        const other = seen.get(key);
        if (other !== undefined) clashes.push(`${entry}: ${other}, ${name}`);
        seen.set(key, name);
        expect(key).not.toBe("");
      }
    }
    expect(clashes).toEqual([]);
  });
});

type Row = readonly [word: string, found: string | undefined];

test.each<Row>([
  ["New", "new"],
  ["Open - Not Contacted", "new"],
  ["Working - Contacted", "working"],
  ["Attempted to Contact", "working"],
  ["BAD_TIMING", "working"],
  ["În lucru", "working"],
  ["Sales Qualified Lead", "qualified"],
  ["OPEN_DEAL", "qualified"],
  ["Calificată", "qualified"],
  ["Closed - Converted", "converted"],
  ["Client", "converted"],
  ["Convertită", "converted"],
  ["Closed - Not Converted", "disqualified"],
  ["Unqualified", "disqualified"],
  ["Neinteresat", "disqualified"],
  ["Gestorben", "disqualified"],
  ["Blue", undefined],
])("lead status %s: %s", (word, found) => expect(leadStatusOf(word)).toBe(found));

test.each<Row>([
  ["Call", "call"],
  ["Apel telefonic", "call"],
  ["Apeluri", "call"],
  ["E-mail", "email"],
  ["INCOMING_EMAIL", "email"],
  ["Întâlnire", "meeting"],
  ["Vizită", "meeting"],
  ["Product demo", "demo"],
  ["Prezentare", "demo"],
  ["Follow-up", "follow-up"],
  ["Revenire", "follow-up"],
  ["Ofertă trimisă", "proposal"],
  ["Quote", "proposal"],
  ["Event", "networking-event"],
  ["Târg", "networking-event"],
  ["LINKEDIN_MESSAGE", "social"],
  ["Recomandare", "referral"],
  ["Tichet", "inquiry"],
  ["Prospectare", "prospecting"],
  ["Administrativ", "admin"],
  ["Deadline", "task"],
  ["Sarcină", "task"],
  ["Notă", "note"],
  ["Fishing", undefined],
])("activity type %s: %s", (word, found) => expect(activityTypeOf(word)).toBe(found));

test.each<Row>([
  ["Completed", "done"],
  ["TRUE", "done"],
  ["1", "done"],
  ["x", "done"],
  ["✓", "done"],
  ["Efectuată", "done"],
  ["Not Started", "planned"],
  ["Rescheduled", "planned"],
  ["In Progress", "planned"],
  ["Deferred", "planned"],
  ["FALSE", "planned"],
  ["Programată", "planned"],
  ["Not held", "cancelled"],
  ["Canceled", "cancelled"],
  ["Anulată", "cancelled"],
  ["NO_SHOW", "noShow"],
  ["Neprezentat", "noShow"],
  ["maybe", undefined],
])("done %s: %s", (word, found) => expect(activityDoneOf(word)).toBe(found));

test.each<Row>([
  ["Outbound", "out"],
  ["OUTGOING", "out"],
  ["Apel efectuat", "out"],
  ["Ieșire", "out"],
  ["Inbound", "in"],
  ["INCOMING_EMAIL", "in"],
  ["Primit", "in"],
  ["Missed", "in"],
  ["Call", undefined],
  ["Internal", undefined],
])("direction %s: %s", (word, found) => expect(directionOf(word)).toBe(found));

test.each<Row>([
  ["Website", "website"],
  ["Google", "website"],
  ["Olark Chat", "website"],
  ["Organic Search", "website"],
  ["LinkedIn", "social"],
  ["Newsletter", "email"],
  ["Reference", "referral"],
  ["Recomandare", "referral"],
  ["Trade fair", "event"],
  ["Târg", "event"],
  ["Google Ads", "ads"],
  ["Paid Social", "ads"],
  ["Cold call", "outbound"],
  ["Apel la rece", "outbound"],
  ["Client existent", "existing"],
  ["Offline Sources", "other"],
  ["Altele", "other"],
  ["Campaign 7", undefined],
])("source %s: %s", (word, found) => expect(sourceGroupOf(word)).toBe(found));

test.each<Row>([
  ["Connected", "reached"],
  ["A răspuns", "reached"],
  ["Erreicht", "reached"],
  ["No Answer", "missed"],
  ["Left Voicemail", "missed"],
  ["Left live message", "missed"],
  ["Wrong Number", "missed"],
  ["Nu a răspuns", "missed"],
  ["Nu răspunde", "missed"],
  ["Besetzt", "missed"],
  ["Pas de réponse", "missed"],
  ["No contesta", "missed"],
  ["Blue", undefined],
])("call outcome %s: %s", (word, found) => expect(callOutcomeOf(word)).toBe(found));

test.each<Row>([
  ["Sales", "sales"],
  ["Commissions", "sales"],
  ["Salarii", "sales"],
  ["Deplasări", "sales"],
  ["Marketing", "marketing"],
  ["Google Ads", "marketing"],
  ["Târguri", "marketing"],
  ["Werbung", "marketing"],
  ["Rent", "other"],
  ["Chirie", "other"],
  ["Software", "other"],
  ["Bananas", undefined],
])("cost category %s: %s", (word, found) => expect(costCategoryOf(word)).toBe(found));

test.each<Row>([
  ["Yes", "yes"],
  ["TRUE", "yes"],
  ["1", "yes"],
  ["✓", "yes"],
  ["Da", "yes"],
  ["Sí", "yes"],
  ["No", "no"],
  ["0", "no"],
  ["Nu", "no"],
  ["Nein", "no"],
  ["", undefined],
  ["maybe", undefined],
])("%p: %s", (word, found) => expect(yesNoOf(word)).toBe(found));

test("conditions find each by its name", () => {
  expect(vocabularies.leadStatus("Nou")).toBe("new");
  expect(vocabularies.activityDone("Da")).toBe("done");
  expect(vocabularies.sourceGroup("recomandare")).toBe("referral");
});

describeWithData("words of a HubSpot export", () => {
  test.each<[file: string, column: string, classify: (word: string) => string | undefined]>([
    ["hubspot_activities.csv", "Activity Type", activityTypeOf],
    ["hubspot_activities.csv", "Call Outcome", callOutcomeOf],
    ["hubspot_activities.csv", "Meeting Outcome", activityDoneOf],
    ["hubspot_activities.csv", "Task Status", activityDoneOf],
    ["hubspot_contacts.csv", "Lead Status", leadStatusOf],
    ["hubspot_contacts.csv", "Lead Source", sourceGroupOf],
  ])("%s, %s: each is known", (file, column, classify) => {
    const words = new Set((csvColumns(`hubspot_dummy/${file}`)[column] ?? []).map(([cell]) => String(cell)));
    words.delete("");
    expect(words.size).toBeGreaterThan(3);
    expect([...words].filter((word) => classify(word) === undefined)).toEqual([]);
  });
});

test("words without anything to take off but their case are the same by the short way", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z\d ]{0,12}$/), (text) => {
      // A mark at the end is taken off, the long way.
      expect(normaliseWord(text)).toBe(normaliseWord(`${text}!`));
    }),
    runs(100),
  );
});
