import { generalText } from "../../../src/workbench/grid/general-number";

// as Excel's General format shows them in cells of that many characters
test.each([
  [0.6315005215318135, 11, "0.631500522"],
  [0.6315005215318135, 5, "0.632"],
  [2360.9093912222747, 8, "2360.909"],
  [10005534, 8, "10005534"],
  [10005534, 7, "1E+07"],
  [10005534, 4, "####"],
  [1 / 3, 4, "0.33"],
  [-0.25, 3, "0"],
  [1234567890123, 11, "1.23457E+12"],
  [0.00001234, 11, "1.234E-05"],
  [0, 1, "0"],
  [42, 11, "42"],
])("%d in %i characters is %s", (value, characters, text) => {
  expect(generalText(value, characters)).toBe(text);
});
