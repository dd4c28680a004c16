import type { Hyperlink } from "../../model/hyperlinks";
import type { Context, Scalar } from "../declare";
import { invalidArgument } from "../errors";
import { plainObject } from "./parts";
import type { RangeRef } from "./rangeRef";

/** Range.hyperlink: the one link of all its cells, or null. */
export const hyperlink: Scalar<RangeRef> = {
  get: ({ sheet, rect }) => {
    const link = sheet.features.links.at(rect.row, rect.column);
    if (!link) return null;
    for (let row = rect.row; row < rect.row + rect.rows; row++)
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const other = sheet.features.links.at(row, column);
        if (JSON.stringify(other) !== JSON.stringify(link)) return null;
      }
    return { ...link, textToDisplay: sheet.readText({ ...rect, rows: 1, columns: 1 })[0]?.[0] ?? "" };
  },
  set: (range, value, context) => {
    const { address, documentReference, screenTip, textToDisplay } = plainObject(value);
    const link: Hyperlink = {
      ...given("address", address),
      ...given("documentReference", documentReference),
      ...given("screenTip", screenTip),
    };
    if (link.address === undefined && link.documentReference === undefined) throw invalidArgument();
    if (range.rect.rows * range.rect.columns > 100_000) throw invalidArgument();
    setLink(range, link, typeof textToDisplay === "string" ? textToDisplay : undefined, context);
  },
};

/** Excel colours and underlines a cell that becomes a link, and shows where it leads if the cell is blank. */
function setLink(
  { sheet, rect }: RangeRef,
  link: Hyperlink,
  shown: string | undefined,
  { session }: Context,
): void {
  session.writes.flush();
  const present = sheet.readValues(rect);
  const otherwise = link.documentReference ?? link.address ?? "";
  const blank = present.some((line) => line.includes(""));
  if (shown !== undefined || blank) {
    const texts = present.map((line) => line.map((value) => shown ?? (value === "" ? otherwise : null)));
    sheet.write(rect, texts, { asIs: true });
  }
  for (let row = rect.row; row < rect.row + rect.rows; row++)
    for (let column = rect.column; column < rect.column + rect.columns; column++)
      sheet.features.links.set(row, column, link);
  session.formats.add(sheet, rect, { fontColor: LINK_COLOR, underline: true });
  sheet.features.changed("links");
}

const LINK_COLOR = "#0563C1";

function given(key: keyof Hyperlink, value: unknown): Hyperlink {
  if (value === undefined || value === null || value === "") return {};
  if (typeof value !== "string") throw invalidArgument();
  return { [key]: value };
}
