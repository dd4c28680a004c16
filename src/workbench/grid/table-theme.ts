/**
 * How tables look: a tinted header and faint bands. Pale colours under dark text, because in the dark Univer turns the
 * lightness of every colour around, and white on a strong colour would become black on it.
 */
export const tableTheme = {
  name: "workbench-table",
  style: {
    headerRowStyle: { bg: { rgb: "#CFE3E1" }, cl: { rgb: "#0A3A3F" }, bl: 1 },
    firstRowStyle: { bg: { rgb: "#FFFFFF" } },
    secondRowStyle: { bg: { rgb: "#F2F7F7" } },
    lastRowStyle: { bg: { rgb: "#E3EFEE" }, bl: 1 },
  },
};
