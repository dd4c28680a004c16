import type { DateOrder } from "../../core/records/read-date";
import type { Kind, Role } from "../../core/records/roles";
import type { Block } from "../../mapping/block";
import { guessAs, type SourceGuess } from "../../mapping/guess";
import type { RepairQuestion } from "../../mapping/keep/locate";
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
  /** Saved columns that are no longer there: role → header. Each asks which column it is now. */
  readonly gone?: ReadonlyMap<Role, string>;
  /** Of these, what the person leaves out. */
  readonly leftOut?: ReadonlySet<Role>;
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

/**
 * A saved source, found again in the workbook as it is now; columns by id, else by header, else by place. What is asked
 * about stays open, whatever looks like it.
 */
export function sourceFromSaved(
  saved: MappedSource,
  blocks: readonly Block[],
  guesses: readonly SourceGuess[],
  asked: readonly RepairQuestion[] = [],
): DraftSource {
  const isGone = asked.some(({ is }) => is === "sourceGone");
  const block = isGone ? undefined : blocks.find((one) => isSamePlace(one, saved.place));
  const roles = new Set(asked.flatMap((question) => (question.is === "columnGone" ? question.role : [])));
  return { ...savedOn(saved, block, guesses, roles), key: keyOfSaved(saved, block) };
}

/** A source whose table is gone, in the table that took its place: columns by header, the others are asked for. */
export function sourceMovedTo(
  source: DraftSource,
  block: Block,
  guesses: readonly SourceGuess[],
): DraftSource {
  const { saved, key, kind } = source;
  const moved = saved && savedOn(unnumbered(saved), block, guesses);
  const former = moved && moved.roles.size > 0 ? { ...moved, saved } : sourceFromBlock(kind, block, guesses);
  return { ...former, key };
}

/** What the person has to say before saving: columns that are gone, and neither chosen anew nor left out. */
export function openQuestions({ gone, leftOut, roles }: DraftSource): readonly Role[] {
  return [...(gone?.keys() ?? [])].filter((role) => !roles.has(role) && leftOut?.has(role) !== true);
}

function savedOn(
  saved: MappedSource,
  block: Block | undefined,
  guesses: readonly SourceGuess[],
  asked: ReadonlySet<Role> = new Set(),
): Omit<DraftSource, "key"> {
  const roles = new Map<Role, number>();
  const gone = new Map<Role, string>();
  for (const [role, column] of Object.entries(saved.roles) as [Role, MappedColumn][]) {
    const at = block && columnIn(block, column, saved.place.column - block.place.column);
    if (at !== undefined && !asked.has(role)) roles.set(role, at);
    else if (block !== undefined) gone.set(role, column.header);
  }
  return {
    kind: saved.kind,
    block,
    guess: guesses.find((guess) => guess.block === block && guess.kind === saved.kind),
    roles,
    dateOrder: saved.dateOrder,
    words: saved.words ?? {},
    saved,
    ...(gone.size === 0 ? {} : { gone }),
  };
}

function keyOfSaved({ kind, place }: MappedSource, block: Block | undefined): string {
  return block ? keyOf(kind, block) : `${kind} ${place.sheet} ${place.column}`;
}

/** Without the ids of its columns, which in another table are those of others. */
function unnumbered(saved: MappedSource): MappedSource {
  const columns = Object.entries(saved.roles).map(([role, { header, at }]) => [role, { header, at }]);
  return { ...saved, roles: Object.fromEntries(columns) as MappedSource["roles"] };
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

/** A column that already plays another role gives it up, but for dates: closed and expected are often one column. */
export function withColumn(
  roles: DraftSource["roles"],
  role: Role,
  column: number | undefined,
): ReadonlyMap<Role, number> {
  const next = new Map(roles);
  next.delete(role);
  if (column === undefined) return next;
  for (const [other, at] of roles) {
    if (at === column && !(CLOSE_DATES.has(other) && CLOSE_DATES.has(role))) next.delete(other);
  }
  return next.set(role, column);
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

const CLOSE_DATES: ReadonlySet<Role> = new Set<Role>(["closedDate", "expectedCloseDate"]);

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
