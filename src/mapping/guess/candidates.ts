import { kinds, type Kind, type Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import type { Block } from "../block";
import { fitOf } from "./fit-values";
import { matchHeader, namesKind, type Evidence, type HeaderMatch } from "./match-header";
import { isDerivedAmount, tierOf } from "./preferences";
import type { Profile } from "./profile";
import type { Reason, RoleGuess } from "./types";
import { valueEvidence } from "./value-evidence";

/** A column that may play a role, with what speaks for it. */
export interface Candidate extends RoleGuess {
  readonly role: Role;
  /** The usual header that the column's is; missing where only its values or a resemblance speak. */
  readonly usual?: string;
}

const OF_EVIDENCE: Readonly<Record<Evidence, number>> = { verified: 0.97, documented: 0.95, usual: 0.92 };
/** A resemblance is proposed, never applied. */
const MOST_BY_RESEMBLANCE = 0.6;
/** What one step down in the order of preference costs. */
const STEP = 0.04;
/** A column named after the kind ("Deal owner") goes before one that is not ("Owner"). */
const NAMED = 0.02;

/** Every column × role of a kind that a header or the values speak for, whatever the others are. */
export function candidatesOf(kind: Kind, block: Block, profiles: readonly Profile[]): Candidate[] {
  return block.columns.flatMap(({ header }, column) => {
    const profile = profiles[column];
    if (profile === undefined) return [];
    const byHeader = matchHeader(kind, header).flatMap((match): Candidate[] => {
      const fit = fitOf(kind, match.role, profile);
      if (fit === undefined) return [];
      if (kind === "deal" && match.role === "amount" && isDerivedAmount(header)) return [];
      const confidence = headerConfidence(kind, header, match) * (0.5 + fit.score / 2);
      const reasons = [reasonOf(header, match), ...fit.reasons];
      return [
        {
          role: match.role,
          column,
          confidence,
          reasons,
          ...(match.similarity === 1 && { usual: match.usual }),
        },
      ];
    });
    if (kind === "deal" && isDerivedAmount(header))
      return [...byHeader, { role: "amount", column, confidence: 0, reasons: [{ is: "derived" }] }];
    const exact = byHeader.some(({ usual }) => usual !== undefined);
    return exact ? byHeader : strongest([...byHeader, ...byValues(kind, column, profile)]);
  });
}

function headerConfidence(
  kind: Kind,
  header: string,
  { role, usual, evidence, similarity, rank }: HeaderMatch,
): number {
  if (similarity < 1) return MOST_BY_RESEMBLANCE * similarity;
  const own = namesKind(kind, header) ? NAMED : 0;
  // the rank only decides between headers that are equally good
  return OF_EVIDENCE[evidence] + own - STEP * tierOf(kind, role, usual) - Math.min(rank, 99) / 10000;
}

function reasonOf(header: string, { usual, evidence, similarity }: HeaderMatch): Reason {
  return similarity === 1
    ? { is: "header", values: { header, evidence } }
    : { is: "similarHeader", values: { header, usual, similarity } };
}

function byValues(kind: Kind, column: number, profile: Profile): Candidate[] {
  return (Object.keys(kinds[kind]) as Role[]).flatMap((role): Candidate[] => {
    const evidence = valueEvidence(kind, role, profile);
    return evidence === undefined
      ? []
      : [{ role, column, confidence: evidence.score, reasons: evidence.reasons }];
  });
}

/** One candidate for a role and a column: what the values say and what the header resembles add up to the stronger. */
function strongest(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<Role, Candidate>();
  for (const candidate of candidates) {
    const former = best.get(candidate.role);
    if (former === undefined) best.set(candidate.role, candidate);
    else {
      const reasons = [
        ...former.reasons,
        ...candidate.reasons.filter(({ is }) => !former.reasons.some((r) => r.is === is)),
      ];
      best.set(candidate.role, {
        ...former,
        reasons,
        confidence: Math.max(former.confidence, candidate.confidence),
      });
    }
  }
  return [...best.values()];
}

/** The headers of a block, as they are compared. */
export function plainHeaders(block: Block): readonly string[] {
  return block.columns.map(({ header }) => normaliseWord(header));
}
