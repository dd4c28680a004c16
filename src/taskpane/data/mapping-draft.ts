import type { DateOrder } from "../../core/records/read-date";
import type { Kind, Role } from "../../core/records/roles";
import type { Block } from "../../mapping/block";
import { guessAs, type SourceGuess } from "../../mapping/guess";
import { mappedPlaceOf } from "../../mapping/keep/mapped-place";
import type {
  MappedColumn,
  MappedPlace,
  MappedSource,
  Mapping,
  MappingSettings,
} from "../../mapping/mapping";
import type { MappedRoles } from "./possible";

/** A table serving a kind, as the person sees and edits it before it is saved. */
export interface DraftSource {
  /** Tells the sources apart while they are edited. */
  readonly key: string;
  readonly kind: Kind;
  /** Missing while no table is chosen, and where the saved one is gone. */
  readonly block: Block | undefined;
  /** Why the roles are as they are, where they were guessed for this block. */
  readonly guess: SourceGuess | undefined;
  readonly roles: ReadonlyMap<Role, number>;
  readonly dateOrder: DateOrder | undefined;
  readonly words: NonNullable<MappedSource["words"]>;
  /** As it stands in the workbook, where it does. */
  readonly saved: MappedSource | undefined;
}

/** A guess taken over: what is surely enough told; what is open stays open. */
export function sourceFromGuess(guess: SourceGuess): DraftSource {
  return {
    key: keyOf(guess.kind, guess.block),
    kind: guess.kind,
    block: guess.block,
    guess,
    roles: new Map([...guess.roles].map(([role, { column }]) => [role, column])),
    dateOrder: undefined,
    words: {},
    saved: undefined,
  };
}

/** A saved source, found again in the workbook as it is now; columns by id, else by header, else by place. */
export function sourceFromSaved(
  saved: MappedSource,
  blocks: readonly Block[],
  guesses: readonly SourceGuess[],
): DraftSource {
  const block = blocks.find((one) => isSamePlace(one, saved.place));
  const roles = new Map<Role, number>();
  for (const [role, column] of Object.entries(saved.roles) as [Role, MappedColumn][]) {
    const at = block && columnIn(block, column, saved.place.column - block.place.column);
    if (at !== undefined) roles.set(role, at);
  }
  return {
    key: block ? keyOf(saved.kind, block) : `${saved.kind} ${saved.place.sheet} ${saved.place.column}`,
    kind: saved.kind,
    block,
    guess: guesses.find((guess) => guess.block === block && guess.kind === saved.kind),
    roles,
    dateOrder: saved.dateOrder,
    words: saved.words ?? {},
    saved,
  };
}

/** A block taken for a kind by hand: with what was guessed of it, where something was. */
export function sourceFromBlock(kind: Kind, block: Block, guesses: readonly SourceGuess[]): DraftSource {
  const known = guesses.find((one) => one.kind === kind && isSameBlock(one.block, block));
  return sourceFromGuess(known ?? guessAs(kind, block));
}

export function emptySource(kind: Kind, key: string): DraftSource {
  return {
    key,
    kind,
    block: undefined,
    guess: undefined,
    roles: new Map(),
    dateOrder: undefined,
    words: {},
    saved: undefined,
  };
}

export function toMapping(sources: readonly DraftSource[], settings: MappingSettings): Mapping {
  return { version: 1, settings, sources: sources.flatMap(toSource) };
}

/** Which roles are mapped, of all sources together. */
export function mappedRoles(sources: readonly DraftSource[]): MappedRoles {
  const mapped = new Map<Kind, Set<Role>>();
  for (const { kind, roles, block } of sources) {
    if (block === undefined) continue;
    const known = mapped.get(kind) ?? new Set();
    for (const role of roles.keys()) known.add(role);
    mapped.set(kind, known);
  }
  return mapped;
}

function isSameBlock(one: Block, other: Block): boolean {
  return keyOf("deal", one) === keyOf("deal", other);
}

export function keyOf(kind: Kind, { place }: Block): string {
  const where = place.table?.id ?? `${place.sheetId}!${place.headerRow ?? -1},${place.row},${place.column}`;
  return `${kind} ${where}`;
}

/** A source without a table or a column says nothing; one whose table is gone is kept until the person takes it out. */
function toSource({ kind, block, roles, dateOrder, words, saved }: DraftSource): MappedSource[] {
  if (block === undefined) return saved ? [saved] : [];
  if (roles.size === 0) return [];
  const used = Object.entries(words).filter(
    ([role, classes]) => roles.has(role as Role) && Object.keys(classes ?? {}).length > 0,
  );
  return [
    {
      kind,
      place: mappedPlaceOf(block),
      roles: Object.fromEntries([...roles].map(([role, at]) => [role, toColumn(block, at)])),
      ...(dateOrder === undefined ? {} : { dateOrder }),
      ...(used.length === 0 ? {} : { words: Object.fromEntries(used) }),
    },
  ];
}

function toColumn({ columns }: Block, at: number): MappedColumn {
  const { header = "", id } = columns[at] ?? {};
  return { header, at, ...(id === undefined ? {} : { id }) };
}

function isSamePlace({ place, columns }: Block, saved: MappedPlace): boolean {
  if (saved.table) return place.table?.id === saved.table.id || place.table?.name === saved.table.name;
  return (
    place.table === undefined &&
    (place.sheetId === saved.sheetId || place.sheet === saved.sheet) &&
    (place.headerRow ?? -1) === (saved.headerRow ?? -1) &&
    saved.column >= place.column &&
    saved.column < place.column + columns.length
  );
}

/** `shift`: how far right of the block's first column the saved columns are counted from. */
function columnIn({ columns }: Block, column: MappedColumn, shift: number): number | undefined {
  const { id, header } = column;
  const at = column.at + shift;
  const byId = id === undefined ? -1 : columns.findIndex((column) => column.id === id);
  if (byId >= 0) return byId;
  if (columns[at]?.header === header) return at;
  const byHeader = header === "" ? -1 : columns.findIndex((column) => column.header === header);
  return byHeader >= 0 ? byHeader : undefined;
}
