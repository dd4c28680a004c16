import { intersection } from "../../model/address";
import {
  clearFormats,
  newFormat,
  type ConditionalFormat as FormatData,
  type FormatDetail,
} from "../../model/conditionalFormats";
import { newGuid } from "../../model/engine";
import type { Sheet } from "../../model/types";
import type { Context, HostClass } from "../declare";
import { collectionMethods, declareClass, NULL_OBJECT } from "../declare";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import {
  CellValueConditionalFormat,
  ColorScaleConditionalFormat,
  CustomConditionalFormat,
  DataBarConditionalFormat,
  IconSetConditionalFormat,
} from "./conditionalRules";
import { flag, number, type Part } from "./parts";
import { Range } from "./range";
import { RangeAreas } from "./rangeAreas";
import type { RangeRef } from "./rangeRef";

interface FormatRef extends Part<FormatData> {
  sheet: Sheet;
}

/** What each kind is called, and the object with its settings. */
const KINDS = {
  DataBar: DataBarConditionalFormat,
  ColorScale: ColorScaleConditionalFormat,
  IconSet: IconSetConditionalFormat,
  CellValue: CellValueConditionalFormat,
  Custom: CustomConditionalFormat,
} as const;

export const ConditionalFormat: HostClass<FormatRef> = declareClass<FormatRef>({
  name: "ConditionalFormat",
  identity: ({ at }) => ({ Id: at.id }),
  scalars: {
    Id: { get: ({ at }) => at.id },
    Type: { get: ({ at }) => at.detail.type },
    StopIfTrue: {
      get: ({ at }) => at.stopIfTrue,
      set: (format, value) => {
        format.at.stopIfTrue = flag(value) as boolean;
        format.changed();
      },
    },
    Priority: {
      get: ({ at, sheet }) => sheet.features.conditionalFormats.indexOf(at),
      set: ({ at, sheet, changed }, value) => {
        const others = sheet.features.conditionalFormats.filter((other) => other !== at);
        others.splice(number(value) as number, 0, at);
        sheet.features.conditionalFormats = others;
        changed();
      },
    },
  },
  navigations: Object.fromEntries(
    (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) => {
      const of = ({ at, changed }: FormatRef) =>
        at.detail.type === kind
          ? (KINDS[kind] as unknown as HostClass<Part<FormatDetail>>).of({ at: at.detail, changed })
          : undefined;
      const strict = (format: FormatRef) => {
        const found = of(format);
        if (!found) throw invalidArgument();
        return found;
      };
      return [
        [kind, strict],
        [`${kind}OrNullObject`, (format: FormatRef) => of(format) ?? NULL_OBJECT],
      ] as const;
    }),
  ),
  methods: {
    GetRange: ({ at, sheet }) => {
      const [only, ...others] = at.ranges;
      if (!only || others.length > 0) throw itemNotFound();
      return Range.of({ sheet, rect: only });
    },
    GetRanges: ({ at, sheet }) => RangeAreas.of({ sheet, areas: at.ranges }),
    Delete: ({ at, sheet, changed }) => {
      sheet.features.conditionalFormats = sheet.features.conditionalFormats.filter((other) => other !== at);
      changed();
    },
  },
});

/** The formats that touch a range. */
export const ConditionalFormatCollection: HostClass<RangeRef> = declareClass<RangeRef>({
  name: "ConditionalFormatCollection",
  items: formats,
  methods: {
    ...collectionMethods<RangeRef>(
      formats,
      (range, key) => formats(range).find(({ self }) => (self as unknown as FormatRef).at.id === key),
      itemNotFound,
    ),
    Add: ({ sheet, rect }, args) => {
      const type = args.text(0);
      if (!(type in KINDS))
        throw new HostError("NotImplemented", `The stand-in for Excel has no conditional format ${type}.`);
      const at: FormatData = {
        id: newGuid(),
        ranges: [rect],
        stopIfTrue: false,
        detail: newFormat(type as FormatDetail["type"]),
      };
      // The last one added comes first.
      sheet.features.conditionalFormats = [at, ...sheet.features.conditionalFormats];
      sheet.features.changed("conditionalFormats");
      return ConditionalFormat.of(refer(sheet, at));
    },
    ClearAll: ({ sheet, rect }) => {
      if (sheet.features.conditionalFormats.length === 0) return;
      sheet.features.conditionalFormats = clearFormats(sheet.features.conditionalFormats, rect);
      sheet.features.changed("conditionalFormats");
    },
  },
});

function formats({ sheet, rect }: RangeRef, _context?: Context) {
  return sheet.features.conditionalFormats
    .filter(({ ranges }) => ranges.some((each) => intersection(each, rect)))
    .map((at) => ConditionalFormat.of(refer(sheet, at)));
}

function refer(sheet: Sheet, at: FormatData): FormatRef {
  return { sheet, at, changed: () => sheet.features.changed("conditionalFormats") };
}
