import { sketch } from "../../support/sketch";
import { check } from "./check";

describe("refused, with the reason", () => {
  check([
    [
      "months across",
      sketch(`
        Agent | Ian | Feb | Mar | Apr
        Ana   | 10  | 12  | 9   | 14
        Dan   | 8   | 7   | 11  | 10
      `),
      ["A1:E3 wideMatrix"],
    ],
    [
      "quarters with a measure across, totals beside",
      sketch(`
        Agent | Vânzări T1 | Vânzări T2 | Vânzări T3 | Vânzări T4 | Total
        Ana   | 10  | 12  | 9   | 14 | 45
        Dan   | 8   | 7   | 11  | 10 | 36
      `),
      ["A1:F3 wideMatrix"],
    ],
    [
      "days across",
      sketch(`
        Agent | d45658 | d45689 | d45717 | d45748
        Ana   | 10  | 12  | 9   | 14
        Dan   | 8   | 7   | 11  | 10
      `),
      ["A1:E3 wideMatrix"],
    ],
    [
      "people across",
      sketch(`
                 | Ana | Dan | Ion
        Ianuarie | 10  | 12  | 9
        Februarie| 8   | 7   | 11
        Martie   | 8   | 7   | 11
      `),
      ["A1:D4 wideMatrix"],
    ],
    [
      "activity types across",
      sketch(`
        Agent | Apeluri | E-mailuri | Întâlniri
        Ana   | 10  | 12  | 9
        Dan   | 8   | 7   | 11
      `),
      ["A1:D3 wideMatrix"],
    ],
    [
      "a pivot table with one row field",
      sketch(`
        Row Labels  | Sum of Amount
        Ana         | 150
        Dan         | 100
        Grand Total | 250
      `),
      ["A1:B4 pivot"],
    ],
    [
      "a pivot table in Romanian",
      sketch(`
        Sumă de Valoare    | Etichete de coloane |         |
        Etichete de rânduri| Câștigat            | Pierdut | Total general
        Ana                | 150                 | 20      | 170
        Dan                | 100                 | 40      | 140
        Total general      | 250                 | 60      | 310
      `),
      ["A1:D5 pivot"],
    ],
    [
      "a cross table with totals on both sides",
      sketch(`
        Agent | Produs A | Produs B | Total
        Ana   | 150      | 20       | 170
        Dan   | 100      | 40       | 140
        Total | 250      | 60       | 310
      `),
      ["A1:D4 pivot"],
    ],
    [
      "small tables one below the other, each with its title",
      sketch(`
        Ianuarie | |
        Client | Agent | Valoare
        Acme   | Ana   | 100
        Beta   | Dan   | 250
        .
        Februarie | |
        Client | Agent | Valoare
        Gama   | Ana   | 100
        Delta  | Dan   | 250
      `),
      ["A1:C9 stackedBlocks"],
    ],
    [
      "a form",
      sketch(`
        Client: | Acme
        Data: | d45700
        Valoare: | 1200
        Agent: | Ana
        .
        Client: | Beta
        Data: | d45710
        Valoare: | 700
        Agent: | Dan
      `),
      ["A1:B4 form", "A6:B9 form"],
    ],
    [
      "records across",
      sketch(`
        Client  | Acme   | Beta   | Gama
        Data    | d45700 | d45701 | d45702
        Valoare | 100    | 200    | 300
        Agent   | Ana    | Dan    | Ana
      `),
      ["A1:D4 form"],
    ],
    ["a header without records", sketch("Client | Agent | Data | Valoare"), ["A1:D1 noRecords"]],
    [
      "a header over nothing but totals",
      sketch("Client | Agent | Data | Valoare\n Total | | | 0"),
      ["A1:D2 noRecords"],
    ],
  ]);
});
