import type { Kind } from "../core/records/roles";
import { locateSources, type LocatedSource, type RepairQuestion } from "../mapping/keep/locate";
import type { Mapping } from "../mapping/mapping";
import { readCells, readShape } from "../workbook";
import { breath, breathing } from "./breathe";
import { readKind, type KindReading } from "./held-data";
import { cellsOf, sourceReading, type SourceReading } from "./source-cells";

export type MappedReading =
  | { readonly is: "read"; readonly mapping: Mapping; readonly kinds: ReadonlyMap<Kind, KindReading> }
  | { readonly is: "asks"; readonly mapping: Mapping; readonly questions: readonly RepairQuestion[] };

/** Rows of a sheet in which a header is looked for: titles stand above it, and some may have been added. */
const ROWS_BELOW_HEADER = 40;

/** Share of the time that fetching takes; the rest is making records of the cells. */
const FETCHING = 0.8;

/**
 * Finds the mapped tables as they are now and reads the kinds that have changed: those of which `isStale` says so, and
 * those that stand elsewhere than at the `former` reading. The others are taken over.
 */
export async function readMapped(
  mapping: Mapping,
  former: ReadonlyMap<Kind, KindReading>,
  isStale: (source: LocatedSource) => boolean,
  { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<MappedReading> {
  const shape = await readShape(topsToRead(mapping));
  const located = locateSources(mapping, shape);
  if (located.questions.length > 0)
    return { is: "asks", mapping: located.mapping, questions: located.questions };

  const sources = located.sources.filter((source) => source !== undefined);
  const kinds = new Set(sources.map(({ source }) => source.kind));
  if ((mapping.settings.holidays ?? []).length > 0) kinds.add("calendar");
  const ofKind = (kind: Kind) => sources.filter(({ source }) => source.kind === kind);
  const isKept = (kind: Kind): boolean => {
    const now = ofKind(kind);
    const then = former.get(kind)?.sources;
    return (
      then?.length === now.length &&
      now.every((source, index) => !isStale(source) && samePlaces(source, then[index]?.located))
    );
  };
  const stale = new Set([...kinds].filter((kind) => kind === "calendar" || !isKept(kind)));

  const wanted = sources
    .filter(({ source }) => stale.has(source.kind))
    .map((located) => ({ located, parts: cellsOf(located) }));
  const cells = await readCells(
    wanted.flatMap(({ parts }) => parts),
    { signal, onProgress: (share) => onProgress(share * FETCHING) },
  );
  const readings: SourceReading[] = [];
  for (const { located, parts } of wanted) {
    await breath();
    readings.push(await breathing(sourceReading(located, cells.splice(0, parts.length)), signal));
  }

  const read = new Map<Kind, KindReading>();
  let done = 0;
  for (const kind of kinds) {
    const kept = former.get(kind);
    if (kept && !stale.has(kind)) {
      read.set(kind, { ...kept, sources: withNames(kept, ofKind(kind)) });
      continue;
    }
    const own = readings.filter(({ located }) => located.source.kind === kind);
    read.set(kind, await readKind(kind, own, mapping, signal));
    done++;
    onProgress(FETCHING + ((1 - FETCHING) * done) / stale.size);
  }
  return { is: "read", mapping: located.mapping, kinds: read };
}

/** Mapped ranges stand on sheets of which the first rows are needed; tables bring their headers along. */
function topsToRead({ sources }: Mapping): Map<string, number> {
  const tops = new Map<string, number>();
  for (const { place } of sources) {
    if (place.table) continue;
    const rows = (place.headerRow ?? 0) + ROWS_BELOW_HEADER;
    for (const key of [place.sheetId, place.sheet]) tops.set(key, Math.max(rows, tops.get(key) ?? 0));
  }
  return tops;
}

/** Nothing but names may have changed. */
function samePlaces(now: LocatedSource, then: LocatedSource | undefined): boolean {
  return then !== undefined && placeKey(now) === placeKey(then);
}

function placeKey({ source, row, rows }: LocatedSource): string {
  const { place, roles, dateOrder, words } = source;
  const columns = Object.entries(roles).map(([role, { at }]) => [role, at]);
  return JSON.stringify([place.sheetId, place.column, row, rows, columns, dateOrder, words]);
}

function withNames(kept: KindReading, now: readonly LocatedSource[]): KindReading["sources"] {
  return kept.sources.map((source, index) => ({ ...source, located: now[index] ?? source.located }));
}
