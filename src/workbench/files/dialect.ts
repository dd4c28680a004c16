export interface CsvDialect {
  delimiter: string;
  quote: string;
  /** Characters to skip: an Excel "sep=;" line. */
  skip: number;
}

const delimiters = [",", ";", "\t", "|"];
const quotes = ['"', "'"];
/** Every field of the first record stands in single quotes. */
const firstRecordQuoted = /^'[^'\n]*'(?:[,;\t|]'[^'\n]*')+\r?(?:\n|$)/;

/**
 * How a delimited text is written, from its first records: the pair of delimiter and quote under which most records
 * have the same number of fields. A single quote counts only if it encloses whole fields; `"` wins a tie, and the
 * comma does, so that one column of plain text is read as such.
 */
export function detectDialect(text: string): CsvDialect {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  if (declared?.[1]) return { delimiter: declared[1], quote: '"', skip: declared[0].length };

  const head = text.slice(0, 65_536);
  let best = { delimiter: ",", quote: '"', score: 0 };
  for (const quote of quotes) {
    if (quote === "'" && !/(^|[,;\t|\n])'[^'\n]*'([,;\t|\r\n]|$)/.test(head)) continue;
    for (const delimiter of delimiters) {
      const counts = fieldCounts(head, delimiter, quote, head.length < text.length);
      const score = consistency(counts) + (quote === "'" && firstRecordQuoted.test(head) ? 1 : 0);
      if (score > best.score) best = { delimiter, quote, score };
    }
  }
  return { delimiter: best.delimiter, quote: best.quote, skip: 0 };
}

/** The number of fields of each of the first 50 records. */
function fieldCounts(text: string, delimiter: string, quote: string, cut: boolean): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let fieldStart = true;
  let empty = true;
  const end = () => {
    if (!empty) counts.push(fields);
    fields = 1;
    empty = true;
    fieldStart = true;
  };
  for (let at = 0; at < text.length && counts.length < 50; at++) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== quote) continue;
      if (text.charAt(at + 1) === quote) at++;
      else quoted = false;
    } else if (char === quote && fieldStart) {
      quoted = true;
      empty = false;
      fieldStart = false;
    } else if (char === delimiter) {
      fields++;
      fieldStart = true;
      empty = false;
    } else if (char === "\n") {
      end();
    } else if (char !== "\r") {
      empty = false;
      if (char !== " ") fieldStart = false;
    }
  }
  if (!quoted && !cut) end();
  return counts;
}

/** Share of records with the commonest field count, weighted so that more fields win among equals; 0 for one column. */
function consistency(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = 0;
  for (const [fields, records] of tally) {
    if (fields < 2) continue;
    const score = (records / counts.length) * 100 + Math.min(fields, 50) / 100;
    best = Math.max(best, score);
  }
  return best;
}
