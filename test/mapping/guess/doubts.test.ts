import { guessAs, guessSources, SURE } from "../../../src/mapping/guess";
import { block, guessOf, rolesOf } from "./blocks";
import {
  amounts,
  closed,
  created,
  customers,
  cycle,
  DATE,
  deals,
  ids,
  later,
  names,
  owners,
  times,
  type ListColumn,
} from "./example-lists";

const without = (...headers: readonly string[]): ListColumn[] =>
  deals.filter(([header]) => !headers.includes(header));

test("misspelt headers are proposed and never applied", () => {
  const guess = guessOf(
    block([...without("Amount", "Customer"), ["Ammount", amounts], ["Cusotmer", customers]]),
  );
  expect(guess?.roles.has("amount")).toBe(false);
  const amount = guess?.open.get("amount")?.[0];
  expect(guess?.block.columns[amount?.column ?? -1]?.header).toBe("Ammount");
  expect(amount?.reasons).toContainEqual(expect.objectContaining({ is: "similarHeader" }));
  const customer = guess?.open.get("customer")?.[0];
  expect(guess?.block.columns[customer?.column ?? -1]?.header).toBe("Cusotmer");
});

test.each<[title: string, column: ListColumn, role: string]>([
  ["an amount that is text", ["Amount", cycle("small", "large", "medium")], "amount"],
  ["a close date that is yes and no", ["Close date", cycle("yes", "no")], "closedDate"],
  ["a creation date that is a person", ["Created", owners], "createdDate"],
  ["a status that is a grade", ["Status", cycle("gold", "silver", "bronze")], "status"],
  ["a state of the union", ["State", cycle("MN", "WI", "TX", "CA")], "status"],
  ["a state of mind", ["State", cycle("hot", "warm", "cold")], "region"],
  ["an area in square metres", ["Area", cycle(120, 85, 240)], "region"],
  ["an area in square metres, with its unit", ["Area", cycle("120 mp", "85 mp", "240 mp")], "region"],
  ["a market that is a segment", ["Market", cycle("SMB", "Enterprise")], "region"],
  ["a country that is yes and no", ["Country", cycle("yes", "no")], "region"],
  ["an owner who differs in every row", ["Owner", names], "owner"],
  ["a probability above one hundred", ["Probability", amounts], "probability"],
  ["a type that is a product group", ["Category", cycle("Shoes", "Belts", "Shirts")], "type"],
  ["a currency that is a country", ["Currency", cycle("Romania", "Austria")], "currency"],
  ["a price beside a quantity, of one or of all", ["Price", amounts], "amount"],
])("misleading: %s is not applied", (_, column, role) => {
  const quantity: ListColumn = ["Quantity", cycle(1, 2, 3)];
  const others = without("Amount", "Status", "Created", "Closed").concat([["Value", amounts]]);
  const base = role === "amount" ? without("Amount").concat([quantity]) : others;
  const guess = guessAs("deal", block([...base, column]));
  expect(rolesOf(guess)[role]).not.toBe(column[0]);
});

test("dates whose order contradicts their headers are asked for", () => {
  const guess = guessOf(
    block([...without("Created", "Closed"), ["Created", closed, DATE], ["Closed", created, DATE]]),
  );
  expect([guess?.roles.has("createdDate"), guess?.roles.has("closedDate")]).toEqual([false, false]);
  expect([guess?.open.has("createdDate"), guess?.open.has("closedDate")]).toEqual([true, true]);
});

test("two columns called date are asked for, the earlier one offered as the creation", () => {
  for (const [one, other, first] of [
    [created, closed, 4],
    [closed, created, 5],
  ] as const) {
    const guess = guessOf(block([...without("Created", "Closed"), ["", one, DATE], ["", other, DATE]]));
    expect([guess?.roles.has("createdDate"), guess?.roles.has("closedDate")]).toEqual([false, false]);
    expect([guess?.open.get("createdDate")?.[0]?.column, guess?.open.get("closedDate")?.[0]?.column]).toEqual(
      [first, 9 - first],
    );
  }
});

describe("close date", () => {
  const stages: ListColumn = ["Status", cycle("Won", "Lost", "Open")];
  const base = [...without("Closed", "Status"), stages];

  test("is both when open deals have it filled", () => {
    const guess = guessOf(block([...base, ["Close Date", closed, DATE]]));
    expect(rolesOf(guess)).toMatchObject({ closedDate: "Close Date", expectedCloseDate: "Close Date" });
  });

  test("is the actual one when open deals have it blank", () => {
    const decided = closed.map((day, row) => (row % 3 === 2 ? "" : day));
    const guess = guessOf(block([...base, ["Close Date", decided, DATE]]));
    expect([guess?.roles.has("closedDate"), guess?.roles.has("expectedCloseDate")]).toEqual([true, false]);
  });

  test("is the expected one beside a column of actual dates, the actual one beside expected dates", () => {
    const beside = guessOf(block([...base, ["Close Date", later, DATE], ["Closed on", closed, DATE]]));
    expect(rolesOf(beside)).toMatchObject({ closedDate: "Closed on", expectedCloseDate: "Close Date" });
    const other = guessOf(
      block([...base, ["Close Date", closed, DATE], ["Expected close date", later, DATE]]),
    );
    expect(rolesOf(other)).toMatchObject({
      closedDate: "Close Date",
      expectedCloseDate: "Expected close date",
    });
  });
});

describe("weighted amounts", () => {
  const chances = cycle(10, 50, 100, 0, 70);
  const weighted = amounts.map((amount, row) => (Number(amount) * Number(chances[row])) / 100);

  test.each([
    "Weighted value",
    "Expected Revenue",
    "Forecast amount",
    "Valoare ponderată",
    "Deal - Weighted value",
  ])("%s is never the amount", (header) => {
    const guess = guessOf(block([...without("Amount"), [header, weighted]]));
    expect(guess?.roles.has("amount")).toBe(false);
    expect(guess?.open.get("amount")?.[0]?.reasons).toEqual([{ is: "derived" }]);
  });

  test("a column called amount that is another one times the probability is not the amount", () => {
    const guess = guessOf(
      block([...without("Amount"), ["Amount", weighted], ["Full value", amounts], ["Probability", chances]]),
    );
    expect(guess?.roles.has("amount")).toBe(false);
  });

  test("Odoo's expected revenue is the amount", () => {
    const guess = guessOf(
      block([
        ["Opportunity", names],
        ["Salesperson", owners],
        ["Expected Revenue", amounts],
        ["Expected Closing", closed, DATE],
        ["Stage", cycle("New", "Qualified", "Proposition", "Won")],
      ]),
    );
    expect(rolesOf(guess)).toMatchObject({
      amount: "Expected Revenue",
      owner: "Salesperson",
      name: "Opportunity",
    });
  });
});

test.each([
  ["mostly steps of their own", cycle("Won", "Lost", "Pasul A", "Pasul B", "Pasul C", "Pasul D")],
  ["only steps of their own", cycle("Pasul A", "Pasul B", "Pasul C")],
])("statuses that are %s are asked for", (_, statuses) => {
  const guess = guessOf(block([...without("Status"), ["Status", statuses]]));
  expect(guess?.roles.has("status")).toBe(false);
  expect(guess?.open.get("status")?.[0]?.confidence).toBeLessThan(SURE);
});

test("a list of sales with a date and no status is dated by it", () => {
  const guess = guessOf(
    block([
      ["Date", created, DATE],
      ["Customer", customers],
      ["Amount", amounts],
    ]),
  );
  expect([guess?.kind, rolesOf(guess)]).toEqual([
    "deal",
    { closedDate: "Date", customer: "Customer", amount: "Amount" },
  ]);
});

test("a date beside a status may be that of creating or of closing, and is asked for", () => {
  const guess = guessOf(block([["Date", created, DATE], ...without("Created", "Closed")]));
  expect([guess?.roles.has("createdDate"), guess?.roles.has("closedDate")]).toEqual([false, false]);
  expect([guess?.open.get("createdDate")?.[0]?.column, guess?.open.get("closedDate")?.[0]?.column]).toEqual([
    0, 0,
  ]);
});

test("text dates that may be either way round are told", () => {
  const texts = times((row) => `${1 + (row % 9)}/${1 + ((row * 5) % 11)}/2025`);
  const guess = guessOf(block([...without("Created"), ["Created", texts]]));
  expect(guess?.roles.get("createdDate")?.reasons).toContainEqual({ is: "ambiguousDates" });
});

test("two columns with one header are asked for", () => {
  const guess = guessOf(block([...deals, ["Amount", times((row) => 50 + row)]]));
  expect(guess?.roles.has("amount")).toBe(false);
  expect(guess?.open.get("amount")?.map(({ column }) => column)).toEqual([2, 6]);
});

test("without headers everything is offered and nothing applied", () => {
  const [guess] = guessSources([block(deals.map(([, cells, format]): ListColumn => ["", cells, format]))]);
  expect(guess?.kind).toBe("deal");
  expect(guess?.confidence).toBeLessThan(SURE);
  expect([...(guess?.roles ?? [])]).toEqual([]);
  const best = Object.fromEntries([...(guess?.open ?? [])].map(([role, [first]]) => [role, first?.column]));
  expect(best).toMatchObject({ id: 0, customer: 1, amount: 2, status: 3, createdDate: 4, closedDate: 5 });
});

test("a table of deals with the subscriptions they became serves both kinds", () => {
  const guesses = guessSources([
    block([
      ...deals,
      ["Subscription start", later, DATE],
      ["Subscription end", times((row) => (row % 5 === 0 ? 45400 : "")), DATE],
      ["MRR", cycle(100, 200)],
    ]),
  ]);
  expect(guesses.map(({ kind }) => kind)).toEqual(["deal", "subscription"]);
  expect(rolesOf(guesses[0])).toMatchObject({ amount: "Amount", closedDate: "Closed" });
  expect(rolesOf(guesses[1])).toMatchObject({
    startDate: "Subscription start",
    mrr: "MRR",
    customer: "Customer",
  });
});

test.each<[title: string, columns: ListColumn[]]>([
  [
    "employees",
    [
      ["Employee ID", ids],
      ["Name", names],
      ["Status", cycle("Active", "Left")],
      ["Start date", created, DATE],
      ["Salary", amounts],
    ],
  ],
  [
    "tickets",
    [
      ["Ticket ID", ids],
      ["Ticket name", names],
      ["Status", cycle("Open", "Closed")],
      ["Owner", owners],
      ["Create date", created, DATE],
    ],
  ],
  [
    "a price list",
    [
      ["Product", names],
      ["Category", cycle("A", "B")],
      ["Price", amounts],
    ],
  ],
  [
    "an address book",
    [
      ["First name", cycle("Ana", "Ion")],
      ["Last name", cycle("Pop", "Rus")],
      ["Phone", times((row) => `07${row}`)],
      ["City", cycle("Cluj", "Iași")],
    ],
  ],
  ["notes", [["Notes", names]]],
  ["nothing", []],
])("%s are none of our records", (_, columns) => {
  expect(guessSources([block(columns)])).toEqual([]);
});

test("a list of sales with what each cost and brought in is none of costs", () => {
  const sales: ListColumn[] = [
    ["Date", created, DATE],
    ["Product", cycle("A", "B")],
    ["Qty", cycle(1, 2, 3)],
    ["Unit price", amounts],
    ["Total", amounts],
    ["Cost", amounts],
  ];
  const kindsOf = (...more: ListColumn[]) =>
    guessSources([block([...sales, ...more])]).map(({ kind }) => kind);
  expect(kindsOf(["Profit", amounts])).toEqual(["deal"]);
  expect(kindsOf(["Marjă %", amounts])).toEqual(["deal"]);
});

test("the amount is the one without VAT, where both are given", () => {
  const net = times((row) => 100 + row);
  const withTax = (tax: string, gross: string, rate = 0.19): ListColumn[] => [
    ["Client", customers],
    ["Data", created, DATE],
    ["Valoare", net],
    [tax, net.map((value) => Number(value) * rate)],
    [gross, net.map((value) => Number(value) * 1.19)],
  ];
  const amountIn = (columns: ListColumn[]) => rolesOf(guessAs("deal", block(columns))).amount;
  expect(amountIn(withTax("TVA", "Total"))).toBe("Valoare");
  expect(amountIn(withTax("VAT 19%", "Total amount"))).toBe("Valoare");
  // nothing else is known to be net
  expect(amountIn(withTax("Transport", "Total"))).toBe("Total");
  expect(amountIn(withTax("TVA", "Total", 0.05))).toBe("Total");
});

test("a filled column goes before an empty one", () => {
  const blank = cycle("");
  const places = guessOf(block([...deals, ["Country", blank], ["City", cycle("Cluj", "Iași")]]));
  expect(rolesOf(places).region).toBe("City");
  const orders = guessOf(
    block([
      ["Order ID", ids],
      ["Customer", customers],
      ["Invoice date", blank],
      ["Order date", created, DATE],
      ["Total", amounts],
    ]),
  );
  expect(rolesOf(orders).closedDate).toBe("Order date");
  // nothing is filled yet
  expect(rolesOf(guessOf(block([...deals, ["Country", blank]]))).region).toBe("Country");
});

test("phone numbers are no money, so that people with a stage are leads", () => {
  const columns: ListColumn[] = [
    ["Nume", names],
    ["Telefon", times((row) => `07${22000000 + row * 317}`)],
    ["Sursa", cycle("Facebook", "Recomandare")],
    ["Stadiu", cycle("nou", "în lucru", "client")],
    ["Agent", owners],
    ["Data contact", created, DATE],
  ];
  const people = block(columns.map(([header, cells, format]) => [header, cells.slice(0, 14), format]));
  expect(guessSources([people]).map(({ kind }) => kind)).toEqual(["lead"]);
  expect(guessAs("deal", people).open.get("amount")).toBeUndefined();
});

test("orders name their deal, deals their order: the id is the one no other row shares", () => {
  const orders = guessOf(
    block([
      ["Deal ID", cycle("D-1", "D-2", "")],
      ["Order ID", ids],
      ["Order date", created, DATE],
      ["Amount", amounts],
    ]),
  );
  expect(rolesOf(orders)).toMatchObject({ id: "Order ID", closedDate: "Order date" });
  const own = guessOf(block([...deals, ["Order ID", cycle("", "O-1")]]));
  expect(rolesOf(own)).toMatchObject({ id: "Deal ID" });
  const both = guessOf(block([...deals, ["Order ID", names]]));
  expect(both?.roles.has("id")).toBe(false);
});

test.each([
  [["City", "Country", "Region"], "Region"],
  [["Oras", "Judet"], "Judet"],
  [["City", "State/Province"], "State/Province"],
  [["Localitate"], "Localitate"],
])("of %j the widest is the region: %s", (headers, expected) => {
  const places = headers.map((header, at): ListColumn => [
    header,
    cycle(...["Cluj", "Iași", "Bihor"].slice(at && 1)),
  ]);
  expect(rolesOf(guessOf(block([...deals, ...places]))).region).toBe(expected);
});
