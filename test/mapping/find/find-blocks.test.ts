import { sketch, tableAt } from "../../support/sketch";
import { check } from "./check";

const deals = `
  Client | Agent | Data     | Valoare
  Acme   | Ana   | d45700   | 100
  Beta   | Dan   | d45710   | 250
  Gama   | Ana   | d45720   | 75
`;
const dealsFound = "(3) Client, Agent, Data, Valoare";

describe("where a list begins", () => {
  check([
    ["in the first cell", sketch(deals), [`1 > A2:D4 ${dealsFound}`]],
    ["below a title", sketch(`Raport vânzări | | | ${deals}`), [`2 > A3:D5 ${dealsFound}; 1 title`]],
    [
      "below a title and a blank row",
      sketch(`Raport vânzări | | | \n.\n${deals.trim()}`),
      [`3 > A4:D6 ${dealsFound}; 1 title`],
    ],
    [
      "below a merged title, with blank columns and rows before",
      sketch(`
        .
        | | Vânzări 2025 | | |
        .
        | | Client | Agent | Data   | Valoare
        | | Acme   | Ana   | d45700 | 100
        | | Beta   | Dan   | d45710 | 250
        | | Gama   | Ana   | d45720 | 75
      `),
      [`4 > C5:F7 ${dealsFound}; 2 title`],
    ],
    [
      "below lines of what the report is about",
      sketch(`
        Raport:  | Vânzări |        |
        Agent:   | Ana     |        |
        De la:   | d45658  |        |
        Client   | Agent   | Data   | Valoare
        Acme     | Ana     | d45700 | 100
        Beta     | Dan     | d45710 | 250
        Gama     | Ana     | d45720 | 75
      `),
      [`4 > A5:D7 ${dealsFound}; 1 title; 2 title; 3 title`],
    ],
    [
      "below a totals row",
      sketch(`
        Total  |       |        | 425
        Client | Agent | Data   | Valoare
        Acme   | Ana   | d45700 | 100
        Beta   | Dan   | d45710 | 250
        Gama   | Ana   | d45720 | 75
      `),
      [`2 > A3:D5 ${dealsFound}; 1 totals`],
    ],
    [
      "below the header and a blank row",
      sketch(`
        Client | Agent | Data   | Valoare
        .
        Acme   | Ana   | d45700 | 100
        Beta   | Dan   | d45710 | 250
        Gama   | Ana   | d45720 | 75
      `),
      [`1 > A3:D5 ${dealsFound}`.replace("A3", "A2")],
    ],
    [
      "with totals directly below the header",
      sketch(`
        Client | Agent | Data   | Valoare
        Total  |       |        | 425
        Acme   | Ana   | d45700 | 100
        Beta   | Dan   | d45710 | 250
        Gama   | Ana   | d45720 | 75
      `),
      [`1 > A2:D5 ${dealsFound}; 2 subtotal`],
    ],
    [
      "with a sum without words directly below the header",
      sketch(`
        Client | Agent | Data   | Valoare
               |       |        | 425
        Acme   | Ana   | d45700 | 100
        Beta   | Dan   | d45710 | 250
        Gama   | Ana   | d45720 | 75
      `),
      [`1 > A2:D5 ${dealsFound}; 2 subtotal`],
    ],
    [
      "headers nobody knows, over numbers",
      sketch(`
        Foo  | Bar | Baz
        Acme | 1   | 2
        Beta | 3   | 4
      `),
      ["1 > A2:C3 (2) Foo, Bar, Baz"],
    ],
    [
      "nothing but words, known headers",
      sketch(`
        Agent | Manager | Regiune
        Ana   | Ion     | Nord
        Dan   | Ion     | Sud
      `),
      ["1 > A2:C3 (2) Agent, Manager, Regiune"],
    ],
    [
      "one record",
      sketch(`
        Client | Agent | Valoare
        Acme   | Ana   | 100
      `),
      ["1 > A2:C2 (1) Client, Agent, Valoare"],
    ],
    [
      "years among the headers",
      sketch(`
        Client | Oraș | 2024 | 2025 | Stare
        Acme   | Iași | 100  | 120  | Activ
        Beta   | Cluj | 90   | 80   | Activ
      `),
      ["1 > A2:E3 (2) Client, Oraș, 2024, 2025, Stare"],
    ],
    [
      "a column without header",
      sketch(`
        Client | | Valoare | Data
        Acme   | x | 100   | d45700
        Beta   | y | 250   | d45701
      `),
      ["1 > A2:D3 (2) Client, -, Valoare, Data"],
    ],
    [
      "a column without values",
      sketch(`
        Client | Observații | Valoare | Data
        Acme   | | 100   | d45700
        Beta   | | 250   | d45701
      `),
      ["1 > A2:D3 (2) Client, Observații, Valoare, Data"],
    ],
    [
      "a list of holidays",
      sketch(`
        Sărbători
        d45658
        d45659
        d45680
      `),
      ["1 > A2:A4 (3) Sărbători"],
    ],
  ]);
});

describe("headers", () => {
  check([
    [
      "that come twice",
      sketch(`
        Client | Data   | Valoare | Data   | Valoare
        Acme   | d45700 | 100     | d45730 | 90
        Beta   | d45710 | 250     | d45740 | 240
        Gama   | d45720 | 75      | d45750 | 75
      `),
      ["1 > A2:E4 (3) Client, Data, Valoare, Data, Valoare"],
    ],
  ]);
});

describe("headers of two rows", () => {
  check([
    [
      "groups over names that are said twice",
      sketch(`
        Client | T1   |      | T2   |
               | Plan | Real | Plan | Real
        Acme   | 100  | 90   | 110  | 120
        Beta   | 200  | 190  | 210  | 220
      `),
      ["1-2 > A3:E4 (2) Client, T1 Plan, T1 Real, T2 Plan, T2 Real"],
    ],
    [
      "groups over names that stand for themselves",
      sketch(`
        Client |      | Vânzare |         |
        Nume   | Oraș | Data    | Valoare | Stare
        Acme   | Iași | d45700  | 100     | Câștigat
        Beta   | Cluj | d45701  | 200     | Pierdut
      `),
      ["2 > A3:E4 (2) Nume, Oraș, Data, Valoare, Stare; 1 title"],
    ],
    [
      "names over two lines",
      sketch(`
        Deal | Close  | Deal
        Name | Date   | Amount
        A    | d45700 | 100
        B    | d45701 | 200
      `),
      ["1-2 > A3:C4 (2) Deal Name, Close Date, Deal Amount"],
    ],
    [
      "units below the names",
      sketch(`
        Client | Data       | Valoare
               | zz.ll.aaaa | (lei)
        Acme   | d45700     | 100
        Beta   | d45701     | 200
      `),
      ["1-2 > A3:C4 (2) Client, Data, Valoare"],
    ],
  ]);
});

describe("without a header", () => {
  check([
    [
      "records with days",
      sketch(`
        Acme | Ana | d45700 | 100
        Beta | Dan | d45710 | 250
        Gama | Ana | d45720 | 75
      `),
      ["A1:D3 (3) -, -, -, -"],
    ],
    [
      "below a title",
      sketch(`
        Vânzări | | |
        Acme | Ana | d45700 | 100
        Beta | Dan | d45710 | 250
        Gama | Ana | d45720 | 75
      `),
      ["A2:D4 (3) -, -, -, -; 1 title"],
    ],
    [
      "a summary is no list",
      sketch(`
        Vânzări        | 12500
        Oferte         | 25
        Rata           | 0.35
        Valoare medie  | 500
      `),
      [],
    ],
  ]);
});

describe("where a list ends", () => {
  check([
    ["totals below", sketch(`${deals} Total | | | 425`), [`1 > A2:D4 ${dealsFound}; 5 totals`]],
    [
      "totals below a blank row, and an average",
      sketch(`${deals}.\nTotal general | | | 425\nMedie | | | 141.67`),
      [`1 > A2:D4 ${dealsFound}; 6 totals; 7 totals`],
    ],
    ["a sum without a word", sketch(`${deals}.\n | | | 425`), [`1 > A2:D4 ${dealsFound}; 6 totals`]],
    [
      "a remark below a blank row",
      sketch(`${deals}.\n Sursa: exportul din CRM de luni | | |`),
      [`1 > A2:D4 ${dealsFound}; 6 remark`],
    ],
    ["a remark directly below", sketch(`${deals}* fără TVA | | |`), [`1 > A2:D4 ${dealsFound}; 5 remark`]],
    [
      "totals, then a remark",
      sketch(`${deals}Total | | | 425\n.\n* fără TVA | | |`),
      [`1 > A2:D4 ${dealsFound}; 5 totals; 7 remark`],
    ],
    [
      "blank rows between the records",
      sketch(`
        Client | Agent | Data   | Valoare
        Acme   | Ana   | d45700 | 100
        .
        .
        Beta   | Dan   | d45710 | 250
        .
        Gama   | Ana   | d45720 | 75
      `),
      [`1 > A2:D7 ${dealsFound}`],
    ],
    [
      "formatted cells far below and to the right, without content",
      sketch(`${deals}${".\n".repeat(500)} | | | | | | | `),
      [`1 > A2:D4 ${dealsFound}`],
    ],
    [
      "notes beside the data",
      sketch(`
        Client | Agent | Data   | Valoare | | Notă
        Acme   | Ana   | d45700 | 100     | | de verificat
        Beta   | Dan   | d45710 | 250     | |
        Gama   | Ana   | d45720 | 75      | | ok
      `),
      [`1 > A2:D4 ${dealsFound}`],
    ],
  ]);
});

describe("rows between the records", () => {
  check([
    [
      "subtotals of groups",
      sketch(`
        Agent      | Client | Data   | Valoare
        Ana        | Acme   | d45700 | 100
        Ana        | Beta   | d45701 | 50
        Ana Total  |        |        | 150
        Dan        | Gama   | d45702 | 70
        Dan        | Delta  | d45703 | 30
        Dan Total  |        |        | 100
        Grand Total|        |        | 250
      `),
      ["1 > A2:D6 (4) Agent, Client, Data, Valoare; 4 subtotal; 7 totals; 8 totals"],
    ],
    [
      "subtotals without words",
      sketch(`
        Agent | Client | Data   | Valoare
        Ana   | Acme   | d45700 | 100
        Ana   | Beta   | d45701 | 50
              |        |        | 150
        Dan   | Gama   | d45702 | 70
        Dan   | Delta  | d45703 | 30
      `),
      ["1 > A2:D6 (4) Agent, Client, Data, Valoare; 4 subtotal"],
    ],
    [
      "the header again on every page",
      sketch(`
        Client | Agent | Data   | Valoare
        Acme   | Ana   | d45700 | 100
        Beta   | Dan   | d45710 | 250
        Client | Agent | Data   | Valoare
        Gama   | Ana   | d45720 | 75
        .
        Client | Agent | Data   | Valoare
        Delta  | Ana   | d45721 | 80
      `),
      ["1 > A2:D8 (4) Client, Agent, Data, Valoare; 4 repeatedHeader; 7 repeatedHeader"],
    ],
    [
      "page titles above the repeated header",
      sketch(`
        Raport, pagina 1 | | |
        Client | Agent | Data   | Valoare
        Acme   | Ana   | d45700 | 100
        Beta   | Dan   | d45710 | 250
        Raport, pagina 2 | | |
        Client | Agent | Data   | Valoare
        Gama   | Ana   | d45720 | 75
      `),
      ["2 > A3:D7 (3) Client, Agent, Data, Valoare; 1 title; 5 title; 6 repeatedHeader"],
    ],
    [
      "headings of groups",
      sketch(`
        Client | Agent | Data   | Valoare
        Regiunea Nord | | |
        Acme   | Ana   | d45700 | 100
        Beta   | Dan   | d45710 | 250
        Regiunea Sud  | | |
        Gama   | Ana   | d45720 | 75
      `),
      ["1 > A2:D6 (3) Client, Agent, Data, Valoare; 2 title; 5 title"],
    ],
    [
      "a customer called Total, and records with little in them",
      sketch(`
        Client | Agent | Data   | Valoare
        Total  | Ana   | d45700 | 100
        Total Energies | Dan | d45710 | 250
        Gama   | Ana   |        | 75
        Delta  |       | d45720 | 75
        Eta    | Ana   |        |
      `),
      ["1 > A2:D6 (5) Client, Agent, Data, Valoare"],
    ],
    [
      "a day over those of each day",
      sketch(`
        Produs | Cantitate | Preț | Valoare
        d45700 |           |      |
        Masă   | 2         | 100  | 200
        Scaun  | 4         | 50   | 200
        d45701 |           |      |
        Masă   | 1         | 100  | 100
        Raft   | 3         | 80   | 240
      `),
      ["1 > A2:D7 (4) Produs, Cantitate, Preț, Valoare; 2 title; 5 title"],
    ],
    [
      "the end of a printed page",
      sketch(`
        Client | Data   | Valoare | Agent
        Acme   | d45700 | 100     | Ana
        Beta   | d45710 | 200     | Dan
        Pagina 1 din 2 | | |
        Client | Data   | Valoare | Agent
        Gama   | d45711 | 300     | Dan
        Orion  | d45712 | 400     | Ana
        Pagina 2 din 2 | | |
      `),
      ["1 > A2:D7 (4) Client, Data, Valoare, Agent; 4 title; 5 repeatedHeader; 8 remark"],
    ],
    [
      "days in a row, which are no running numbers",
      sketch(`
        Data   | Agent | Vânzări
        d45700 | Ana   | 100
        d45701 |       | 0
        d45702 | Dan   | 200
        d45703 |       |
      `),
      ["1 > A2:C5 (4) Data, Agent, Vânzări"],
    ],
    [
      "parts of the total below it",
      sketch(`
        Client            | Data   | Valoare | Agent
        Acme              | d45700 | 100     | Ana
        Beta              | d45710 | 200     | Dan
        Gama              | d45711 | 300     | Dan
        Orion             | d45712 | 400     | Ana
        TOTAL             |        | 1000    |
        Din care încasat  |        | 180     |
        Rest              |        | 120     |
      `),
      ["1 > A2:D5 (4) Client, Data, Valoare, Agent; 6 totals; 7 totals; 8 totals"],
    ],
    [
      "customers called like subtotals, with running numbers",
      sketch(`
        Nr | Client     | Data   | Valoare
        1  | Acme       | d45700 | 100
        2  | Beta       | d45710 | 200
        3  | Total Soft |        | 50
        4  | Gama       | d45712 | 300
           | Total      |        | 650
      `),
      ["1 > A2:D5 (4) Nr, Client, Data, Valoare; 6 totals"],
    ],
    [
      "as many sums below them as records",
      sketch(`
        Client        | Data   | Valoare | Agent
        Acme          | d45700 | 100     | Ana
        Beta          | d45710 | 200     | Dan
        TOTAL         |        | 300     |
        TVA           |        | 57      |
        Total general |        | 357     |
      `),
      ["1 > A2:D3 (2) Client, Data, Valoare, Agent; 4 totals; 5 totals; 6 totals"],
    ],
    [
      "subtotals named beside the merged cells of their group",
      sketch(`
        Client        | Produs     | Cantitate | Valoare
        Acme          | Masă       | 1         | 100
                      | Scaun      | 2         | 200
                      | Total Acme |           | 300
        Beta          | Masă       | 1         | 50
                      | Raft       | 3         | 60
                      | Total Beta |           | 110
        Total general |            |           | 410
      `),
      ["1 > A2:D6 (4) Client, Produs, Cantitate, Valoare; 4 subtotal; 7 totals; 8 totals"],
    ],
    [
      "records typed below the total",
      sketch(`
        Client | Data   | Valoare | Agent
        Acme   | d45700 | 100     | Ana
        Beta   | d45710 | 200     | Dan
        Gama   | d45711 | 300     | Dan
        Orion  | d45712 | 400     | Ana
        TOTAL  |        | 1000    |
        Gama   |        | 180     |
               | d45711 | 120     |
      `),
      ["1 > A2:D8 (6) Client, Data, Valoare, Agent; 6 subtotal"],
    ],
    [
      "a count below them",
      sketch(`
        Client | Tip    | Data
        Acme   | Apel   | d45700
        Beta   | Vizită | d45701
        .
        Total activități | 2 |
      `),
      ["1 > A2:C3 (2) Client, Tip, Data; 5 totals"],
    ],
    [
      "sums that are prepared for records to come",
      sketch(`
        Nr | Client | Data   | Valoare | TVA | Total
        1  | Acme   | d45700 | 100     | 19  | 119
        2  | Beta   | d45710 | 200     | 38  | 238
        3  | Gama   | d45720 | 300     | 57  | 357
        4  |        |        |         | 0   | 0
        5  |        |        |         | 0   | 0
        6  |        |        |         | 0   | 0
      `),
      ["1 > A2:F4 (3) Nr, Client, Data, Valoare, TVA, Total"],
    ],
  ]);
});

describe("several lists on a sheet", () => {
  check([
    [
      "side by side",
      sketch(`
        Client | Agent | Valoare | | Agent | Țintă
        Acme   | Ana   | 100     | | Ana   | 500
        Beta   | Dan   | 250     | | Dan   | 400
        Gama   | Ana   | 75      | |       |
      `),
      ["1 > A2:C4 (3) Client, Agent, Valoare", "1 > E2:F3 (2) Agent, Țintă"],
    ],
    [
      "side by side under titles",
      sketch(`
        Vânzări | | | | Ținte |
        Client | Agent | Valoare | | Agent | Țintă
        Acme   | Ana   | 100     | | Ana   | 500
        Beta   | Dan   | 250     | | Dan   | 400
      `),
      ["2 > A3:C4 (2) Client, Agent, Valoare; 1 title", "2 > E3:F4 (2) Agent, Țintă; 1 title"],
    ],
    [
      "one below the other",
      sketch(`
        Client | Agent | Valoare
        Acme   | Ana   | 100
        Beta   | Dan   | 250
        .
        Etapă    | Ordine | Probabilitate
        Contact  | 1      | 0.1
        Ofertă   | 2      | 0.5
      `),
      ["1 > A2:C3 (2) Client, Agent, Valoare", "5 > A6:C7 (2) Etapă, Ordine, Probabilitate"],
    ],
    [
      "one below the other, with titles",
      sketch(`
        Vânzări | |
        Client | Agent | Valoare
        Acme   | Ana   | 100
        Beta   | Dan   | 250
        .
        Costuri | |
        Data   | Categorie | Suma
        d45700 | Reclamă   | 20
        d45710 | Salarii   | 30
      `),
      ["2 > A3:C4 (2) Client, Agent, Valoare; 1 title", "7 > A8:C9 (2) Data, Categorie, Suma; 6 title"],
    ],
    [
      "a wide one below two narrow ones",
      sketch(`
        Client | Valoare | | Agent | Țintă
        Acme   | 100     | | Ana   | 500
        Beta   | 250     | | Dan   | 400
        .
        Data   | Tip   | Agent | Client | Durată
        d45700 | Apel  | Ana   | Acme   | 20
        d45701 | Email | Dan   | Beta   | 5
      `),
      [
        "1 > A2:B3 (2) Client, Valoare",
        "1 > D2:E3 (2) Agent, Țintă",
        "5 > A6:E7 (2) Data, Tip, Agent, Client, Durată",
      ],
    ],
  ]);
});

describe("Excel tables", () => {
  const sheet = `
    Vânzări |       |        |
    Client | Agent | Data   | Valoare
    Acme   | Ana   | d45700 | 100
    Beta   | Dan   | d45710 | 250
    Total  |       |        | 350
    Gama   | Ana   | d45720 | 75
  `;
  check([
    [
      "are what they say, whatever stands around",
      sketch(sheet, { tables: [tableAt("Deals", [1, 0, 3, 4])] }),
      ["Deals 2 > A3:D4 (2) Client, Agent, Data, Valoare"],
    ],
    [
      "with a totals row",
      sketch(sheet, { tables: [tableAt("Deals", [1, 0, 4, 4], { hasTotals: true })] }),
      ["Deals 2 > A3:D4 (2) Client, Agent, Data, Valoare; 5 totals"],
    ],
    [
      "without a header",
      sketch("Acme | d45700 | 100\nBeta | d45710 | 250", {
        tables: [tableAt("Deals", [0, 0, 2, 3], { hasHeader: false })],
      }),
      ["Deals A1:C2 (2) -, -, -"],
    ],
    [
      "in which somebody typed a total",
      sketch(sheet, { tables: [tableAt("Deals", [1, 0, 5, 4])] }),
      ["Deals 2 > A3:D6 (3) Client, Agent, Data, Valoare; 5 subtotal"],
    ],
    [
      "beside a plain list, and below it",
      sketch(
        `
          Client | Valoare | | Agent | Țintă
          Acme   | 100     | | Ana   | 500
          Beta   | 250     | | Dan   | 400
          Etapă  | Ordine  | |       |
          Contact| 1       | |       |
          Ofertă | 2       | |       |
        `,
        { tables: [tableAt("Targets", [0, 3, 3, 2]), tableAt("Stages", [3, 0, 3, 2])] },
      ),
      [
        "1 > A2:B3 (2) Client, Valoare",
        "Targets 1 > D2:E3 (2) Agent, Țintă",
        "Stages 4 > A5:B6 (2) Etapă, Ordine",
      ],
    ],
    [
      "that are empty",
      sketch("Client | Valoare\n | ", { tables: [tableAt("Deals", [0, 0, 2, 2])] }),
      ["A1:B2 noRecords"],
    ],
  ]);
});

describe("sheets", () => {
  check([
    ["hidden", sketch(deals, { visible: false }), [`hidden 1 > A2:D4 ${dealsFound}`]],
    ["blank", sketch(""), []],
    [
      "of notes only",
      sketch(`
        Observații
        Datele vin din CRM.
        .
        Se actualizează lunea.
      `),
      [],
    ],
    [
      "of what a chart shows and scattered cells",
      sketch(`
        Vânzări | | | Agent | |
        .
        Ana | | | Dan | | 12
        .
        | 35 | | | |
      `),
      [],
    ],
  ]);
});
