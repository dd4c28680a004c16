/** Line icons on a 20 × 20 field, drawn for this page. */
const paths = {
  new: "M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M10 9v6M7 12h6",
  open: "M2.5 15.5v-11h5l1.5 2h7v2.5M2.5 15.5l2.5-6.5h13l-2.5 6.5z",
  save: "M3 3h11l3 3v11H3zM6.5 3v4.5h6V3M6 17v-6h8v6",
  sample: "M2.5 3.5h15v13h-15zM2.5 7.5h15M7 3.5v13M9.5 14v-2.5M12 14v-4M14.5 14V9.5",
  light:
    "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M15.7 4.3l-1.4 1.4M5.7 14.3l-1.4 1.4",
  dark: "M16 12.5A7 7 0 0 1 7.5 4a6.5 6.5 0 1 0 8.5 8.5z",
  language:
    "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM2.5 10h15M10 2.5c-5 5-5 10 0 15M10 2.5c5 5 5 10 0 15",
  close: "M5 5l10 10M15 5L5 15",
  error: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 6v5M10 13.5v.5",
};

export type IconName = keyof typeof paths;

export function icon(name: IconName): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
