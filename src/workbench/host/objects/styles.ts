import type { HostClass } from "../declare";
import { collectionMethods, declareClass } from "../declare";
import { itemNotFound } from "../errors";

/** Excel's styles, as far as they tell the accent colours of the theme: Office's own, as the workbench has no other. */
const ACCENTS: Readonly<Record<string, string>> = {
  Accent1: "#156082",
  Accent2: "#E97132",
  Accent3: "#196B24",
  Accent4: "#0F9ED5",
  Accent5: "#A02B93",
  Accent6: "#4EA72E",
};

const StyleFill: HostClass<string> = declareClass<string>({
  name: "RangeFill",
  scalars: { Color: { get: (name) => ACCENTS[name] } },
});

export const Style: HostClass<string> = declareClass<string>({
  name: "Style",
  scalars: { Name: { get: (name) => name }, BuiltIn: { get: () => true } },
  navigations: { Fill: (name) => StyleFill.of(name) },
});

export const StyleCollection: HostClass<null> = declareClass<null>({
  name: "StyleCollection",
  items: () => Object.keys(ACCENTS).map((name) => Style.of(name)),
  methods: collectionMethods<null>(
    () => Object.keys(ACCENTS).map((name) => Style.of(name)),
    (_, key) => (String(key) in ACCENTS ? Style.of(String(key)) : undefined),
    itemNotFound,
  ),
});
