import { metadata } from "../../../src/functions/metadata";
import { sampleWorkbook, type PlainCell, type PlainSheet } from "../../../src/workbench/sample";
import { FIRST_DAY, LAST_DAY } from "../../../src/workbench/sample/calendar";

const workbook = sampleWorkbook();

test("the same seed gives the same workbook, another seed another one", () => {
  expect(sampleWorkbook()).toEqual(workbook);
  expect(sampleWorkbook({ seed: 7 })).not.toEqual(workbook);
});

test.each([
  ["Deals", 601, 601], // 600, and one row copied
  ["Leads", 900, 900],
  ["Activities", 3000, 3000],
  ["Orders", 500, 900],
  ["Subscriptions", 120, 260],
  ["Targets", 56, 56], // 8 quarters × (team + 6)
  ["Costs", 192, 192], // 24 months × 8
  ["Surveys", 200, 320],
  ["Stages", 6, 6],
  ["Benchmarks", 7, 7],
])("%s is a table of that name with %d to %d rows", (name, least, most) => {
  const sheet = sheetOf(name);
  const rows = sheet.cells.length - 1;
  expect(rows).toBeGreaterThanOrEqual(least);
  expect(rows).toBeLessThanOrEqual(most);
  const columns = sheet.cells[0]!.length;
  expect(sheet.tables).toEqual([{ name, row: 0, column: 0, rows: rows + 1, columns }]);
  expect(sheet.cells.every((row) => row.length === columns)).toBe(true);
  expect(new Set(sheet.cells[0]).size).toBe(columns);
});

describe("what happened makes sense", () => {
  const deals = recordsOf("Deals");
  const leads = recordsOf("Leads");
  const isNumber = (cell: PlainCell | undefined): cell is number => typeof cell === "number";

  test("dates are in order, and none that has happened lies outside the two years", () => {
    for (const lead of leads) {
      const steps = [lead.Created, lead["First response"], lead.Qualified].filter(isNumber);
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      const days = [...steps, lead["Converted on"]].filter(isNumber).map(Math.floor);
      expect(Math.min(...days)).toBeGreaterThanOrEqual(FIRST_DAY);
      expect(Math.max(...days)).toBeLessThanOrEqual(LAST_DAY);
    }
    const backwards = deals.filter(
      ({ Created, Closed }) => isNumber(Closed) && isNumber(Created) && Closed < Created,
    );
    expect(backwards).toHaveLength(1); // part of the mess
    for (const { Created, Closed } of deals) {
      for (const day of [Created, Closed].filter(isNumber)) {
        expect(day).toBeGreaterThanOrEqual(FIRST_DAY);
        expect(day).toBeLessThanOrEqual(LAST_DAY);
      }
    }
    for (const activity of recordsOf("Activities")) {
      expect(Number(activity.Date) > LAST_DAY + 1 ? activity.Done : "No").toBe("No");
    }
  });

  test("every converted lead has its deal, of the same customer", () => {
    const dealById = new Map(deals.map((deal) => [deal["Deal ID"], deal]));
    const converted = leads.filter((lead) => lead.Status === "Converted");
    expect(converted.length).toBeGreaterThan(300);
    for (const lead of converted) {
      expect(String(dealById.get(lead["Deal ID"])?.Customer).trim()).toBe(lead.Company);
    }
    expect(leads.filter((lead) => lead.Status !== "Converted" && lead["Deal ID"] !== "")).toHaveLength(0);
  });

  test("open deals have no close date and no reason, lost deals have a reason", () => {
    for (const deal of deals) {
      if (deal.Status === "Open") expect([deal.Closed, deal["Lost reason"]]).toEqual(["", ""]);
      expect(deal["Lost reason"] !== "").toBe(deal.Status === "Lost");
    }
  });

  test("salespeople differ: the best wins clearly more than the weakest, who also answers later", () => {
    const rate = (owner: string): number => {
      const own = deals.filter((deal) => deal.Owner === owner);
      const won = own.filter((deal) => deal["Lost reason"] === "" && deal.Status !== "Open").length;
      return won / own.filter((deal) => deal.Status !== "Open").length;
    };
    expect(rate("Ana Popescu") - rate("Dan Vasilescu")).toBeGreaterThan(0.15);
    const waited = (owner: string): number => {
      const own = leads.filter((lead) => lead.Owner === owner && lead["First response"] !== "");
      return (
        own.reduce((sum, lead) => sum + Number(lead["First response"]) - Number(lead.Created), 0) / own.length
      );
    };
    expect(waited("Dan Vasilescu")).toBeGreaterThan(waited("Ana Popescu"));
  });

  test("a quarter's target of the team is the sum of its salespeople's", () => {
    const targets = recordsOf("Targets");
    for (const team of targets.filter((target) => target.Owner === "")) {
      const own = targets.filter(
        (each) => each.Owner !== "" && each["Period start"] === team["Period start"],
      );
      expect(own.reduce((sum, each) => sum + Number(each.Target), 0)).toBe(team.Target);
    }
  });
});

describe("the mess is there", () => {
  const deals = recordsOf("Deals");
  const count = (test: (deal: Row) => boolean): number => deals.filter(test).length;

  test.each<[what: string, test: (deal: Row) => boolean, times: number]>([
    ["decided, but no close date", (deal) => deal.Status !== "Open" && deal.Closed === "", 3],
    ["no created date", (deal) => deal.Created === "", 2],
    ["no probability", (deal) => deal.Probability === "", 2],
    ["an amount with its currency before it", (deal) => /^€ [\d.]+,\d\d$/.test(String(deal.Amount)), 2],
    ["an amount with its currency behind it", (deal) => /^[\d.]+,\d\d EUR$/.test(String(deal.Amount)), 1],
    ["an error for an amount", (deal) => typeof deal.Amount === "object" && deal.Amount.error === "#N/A", 1],
    ["a status in Romanian", (deal) => deal.Status === "Câștigat", 3],
    ["a status with a blank behind it", (deal) => deal.Status === "Won ", 2],
    ["an owner without diacritics", (deal) => deal.Owner === "Stefan Turcanu", 9],
    ["an owner with blanks behind", (deal) => String(deal.Owner).endsWith("  "), 2],
    ["a customer with a blank before", (deal) => String(deal.Customer).startsWith(" "), 2],
  ])("%s", (_, test, times) => expect(count(test)).toBe(times));

  test("one deal is there twice", () => {
    const ids = deals.map((deal) => deal["Deal ID"]);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    expect(twice).toHaveLength(1);
  });
});

describe("the first sheet", () => {
  const formulas = (language: "en" | "ro"): string[] => {
    const [start] = sampleWorkbook({ language }).sheets;
    return start!.cells
      .flat()
      .filter((cell): cell is string => typeof cell === "string" && cell.startsWith("="));
  };
  const functions = new Map(metadata("en").functions.map((each) => [each.name, each.parameters]));

  test("speaks Romanian when asked", () => {
    const words = JSON.stringify(sampleWorkbook({ language: "ro" }).sheets[0]!.cells);
    expect(words).toContain("câștigată");
    expect(words).not.toMatch(/[şţŞŢ]/); // comma below, not cedilla
    expect(formulas("ro")).toEqual(formulas("en"));
  });

  test.each(formulas("en"))("%s: function, columns and dates stand where they belong", (formula) => {
    const [, name = "", list = ""] = /^=SALES\.([A-Z]+)\((.*)\)$/.exec(formula) ?? [];
    const parameters = functions.get(name);
    expect(parameters).toBeDefined();
    const names = parameters!.map((parameter) => parameter.name);
    list.split(",").forEach((argument, index) => {
      const [, table = "", column] = /^(\w+)\[(.+)\]$/.exec(argument) ?? [];
      if (column !== undefined) {
        expect(sheetOf(table).cells[0]).toContain(column);
        if (name !== "BY") expect(names[index]).toBe(ROLES[column]);
      }
      // options stand in their place or directly behind the last column
      if (argument.includes("=")) expect(list.split(",")).toHaveLength(index + 1);
      if (/^"\d{4}-/.test(argument)) expect(["from", "to", "asOf"]).toContain(names[index]);
    });
  });
});

const ROLES: Record<string, string> = {
  Status: "status",
  Amount: "amount",
  Created: "createdDate",
  Closed: "closedDate",
  Target: "target",
  "Period start": "periodStart",
  "Period end": "periodEnd",
  Owner: "targetOwner",
  "First response": "firstResponseDate",
  Type: "type",
  Date: "date",
  Done: "done",
  Customer: "customer",
  "Start date": "startDate",
  "End date": "endDate",
  MRR: "mrr",
};

type Row = Record<string, PlainCell>;

function sheetOf(name: string): PlainSheet {
  const sheet = workbook.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return sheet;
}

function recordsOf(name: string): Row[] {
  const [headers = [], ...rows] = sheetOf(name).cells;
  return rows.map((row) =>
    Object.fromEntries(headers.map((header, index) => [String(header), row[index] ?? ""])),
  );
}
