import { headerWords } from "../../core/records/header-words";
import { kinds, type Kind, type Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import { activityHeaders } from "./headers/activity";
import { dealHeaders } from "./headers/deal";
import { leadHeaders } from "./headers/lead";
import * as others from "./headers/others";
import type { RoleHeaders } from "./headers/words";
import { similarity } from "./similarity";

export type Evidence = "verified" | "documented" | "usual";

/** A usual header of a role that a header is, or resembles. */
export interface HeaderMatch {
  readonly role: Role;
  readonly usual: string;
  readonly words: readonly string[];
  readonly evidence: Evidence;
  /** 1 where the header is the usual one. */
  readonly similarity: number;
  /** Place among the usual headers of the role, 0 being the most usual. */
  readonly rank: number;
}

/** Below this two headers are taken for different ones. */
const SIMILAR = 0.75;

/** The roles of a kind that a header names, exactly (`similarity` 1) or nearly; the best match for each. */
export function matchHeader(kind: Kind, header: string): readonly HeaderMatch[] {
  const known = matched[kind].get(header);
  if (known !== undefined) return known;
  const found = exactMatches(kind, header);
  if (found.length === 0) found.push(...similarMatches(kind, header));
  matched[kind].set(header, found);
  return found;
}

/** The header without what exports and people put around it: in the order in which the spellings are tried. */
export function spellingsOf(kind: Kind, header: string): readonly string[] {
  const spaced = header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"); // InvoiceDate
  const spellings = [normaliseWord(header), normaliseWord(spaced)];
  for (const spelling of [...spellings]) spellings.push(spelling.replace(CURRENCY, "$1"));
  for (const spelling of [...spellings]) spellings.push(spelling.replace(PREFIX[kind], ""));
  return [...new Set(spellings)].filter((spelling) => spelling !== "");
}

/** Whether a header names the kind itself, as "Deal - Status" or "Lead Owner" do. */
export function namesKind(kind: Kind, header: string): boolean {
  const spelling = normaliseWord(header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
  return PREFIX[kind].test(`${spelling} x`);
}

/** "Amount (USD)", "Valoare lei", "TOTAL_PRICE_EUR" */
const CURRENCY = /^(.*\S) (?:in )?(?:usd|eur|euro|ron|lei|gbp|chf|huf|pln|czk|mdl)$/;

/** What exports put before a column's name to tell whose it is. */
const PREFIX: Readonly<Record<Kind, RegExp>> = {
  deal: /^(?:deal|opportunity|order|invoice) (?=\p{L})/u,
  lead: /^(?:lead|contact|prospect|person|inquiry) (?=\p{L})/u,
  activity: /^(?:activity|task|call|meeting|event) (?=\p{L})/u,
  subscription: /^(?:subscription|contract) (?=\p{L})/u,
  target: /^(?:target|quota|goal) (?=\p{L})/u,
  cost: /^(?:cost|expense) (?=\p{L})/u,
  stage: /^(?:stage) (?=\p{L})/u,
  stageHistory: /^(?:stage|history) (?=\p{L})/u,
  survey: /^(?:survey|response|feedback) (?=\p{L})/u,
  calendar: /^(?:holiday) (?=\p{L})/u,
  benchmark: /^(?:benchmark|industry) (?=\p{L})/u,
};

const OWN: Readonly<Record<Kind, Readonly<Partial<Record<Role, RoleHeaders>>>>> = {
  deal: dealHeaders,
  lead: leadHeaders,
  activity: activityHeaders,
  subscription: others.subscriptionHeaders,
  target: others.targetHeaders,
  cost: others.costHeaders,
  stage: others.stageHeaders,
  stageHistory: others.stageHistoryHeaders,
  survey: others.surveyHeaders,
  calendar: {},
  benchmark: others.benchmarkHeaders,
};

const STRENGTH: Readonly<Record<Evidence, number>> = { verified: 2, documented: 1, usual: 0 };

function exactMatches(kind: Kind, header: string): HeaderMatch[] {
  const best = new Map<Role, HeaderMatch>();
  const spellings = spellingsOf(kind, header);
  for (const spelling of spellings) {
    for (const match of wordsOf(kind).get(spelling) ?? []) {
      // "Task due date" is no due date of calls, though "due date" is
      const foreign = split(OWN[kind][match.role]?.not);
      if (spellings.some((one) => foreign.includes(one))) continue;
      const former = best.get(match.role);
      if (former === undefined || STRENGTH[match.evidence] > STRENGTH[former.evidence])
        best.set(match.role, match);
    }
    // "Invoice date" is one, and no vague "date" as well
    if (best.size > 0) break;
  }
  return [...best.values()];
}

function similarMatches(kind: Kind, header: string): HeaderMatch[] {
  const best = new Map<Role, HeaderMatch>();
  const spellings = spellingsOf(kind, header).map((spelling) => spelling.split(" "));
  for (const matches of wordsOf(kind).values()) {
    const words = matches[0]?.words ?? [];
    const alike = Math.max(0, ...spellings.map((spelling) => similarity(spelling, words)));
    if (alike < SIMILAR) continue;
    for (const match of matches) {
      const former = best.get(match.role);
      if (former === undefined || alike > former.similarity)
        best.set(match.role, { ...match, similarity: alike });
    }
  }
  return [...best.values()];
}

type Words = ReadonlyMap<string, readonly HeaderMatch[]>;

const indexes = new Map<Kind, Words>();
const matched = Object.fromEntries(
  (Object.keys(kinds) as Kind[]).map((kind) => [kind, new Map<string, readonly HeaderMatch[]>()]),
) as Record<Kind, Map<string, readonly HeaderMatch[]>>;

/** Usual header → the roles of the kind that it names; built on first use. */
function wordsOf(kind: Kind): Words {
  const former = indexes.get(kind);
  if (former !== undefined) return former;
  const index = new Map<string, HeaderMatch[]>();
  for (const role of Object.keys(kinds[kind]) as Role[]) {
    const own = OWN[kind][role] ?? {};
    const foreign = new Set(split(own.not));
    const core = own.not === "all" ? [] : (headerWords[role] ?? []).flatMap(split);
    const words: [string, Evidence][] = [
      ...split(own.verified).map((word): [string, Evidence] => [word, "verified"]),
      ...split(own.documented).map((word): [string, Evidence] => [word, "documented"]),
      ...[...core.filter((word) => !foreign.has(word)), ...split(own.usual)].map(
        (word): [string, Evidence] => [word, "usual"],
      ),
    ];
    words.forEach(([usual, evidence], rank) => {
      const matches = index.get(usual) ?? [];
      index.set(usual, matches);
      if (!matches.some((match) => match.role === role))
        matches.push({ role, usual, words: usual.split(" "), evidence, similarity: 1, rank });
    });
  }
  indexes.set(kind, index);
  return index;
}

function split(line = ""): string[] {
  return line === "" ? [] : line.split("|");
}
