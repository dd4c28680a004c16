/** Excel's limit. */
const LONGEST_NAME = 31;

/** A name for a new sheet that no other has, in whatever case: the wanted one, else the other, else that with a number. */
export function freeSheetName(wanted: string, other: string, taken: readonly string[]): string {
  const known = new Set(taken.map(folded));
  if (!known.has(folded(wanted))) return wanted;
  for (let number = 1; ; number++) {
    const end = number === 1 ? "" : ` ${number}`;
    const name = `${other.slice(0, LONGEST_NAME - end.length)}${end}`;
    if (!known.has(folded(name))) return name;
  }
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
