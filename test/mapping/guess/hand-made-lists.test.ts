import { catalogue } from "../../../src/core/metrics/catalogue";
import type { Kind } from "../../../src/core/records/roles";
import { block, guessOf, rolesOf } from "./blocks";
import {
  amounts,
  closed,
  created,
  customers,
  cycle,
  DATE,
  ids,
  names,
  owners,
  times,
  type ListColumn,
} from "./example-lists";

/** Hand-made lists, header → role. */
test.each<[title: string, kind: Kind, columns: ListColumn[], roles: Record<string, string>]>([
  [
    "Romanian offers",
    "deal",
    [
      ["Nr. crt.", times((row) => row + 1)],
      ["Denumire ofertă", names],
      ["Client", customers],
      ["Agent vânzări", owners],
      ["Valoare (lei)", amounts],
      ["Data creării", created, DATE],
      ["Data închiderii", closed, DATE],
      ["Stare", cycle("Câștigat", "Pierdut", "În lucru")],
      ["Motiv pierdere", cycle("", "Preț", "")],
    ],
    {
      id: "Nr. crt.",
      customer: "Client",
      owner: "Agent vânzări",
      amount: "Valoare (lei)",
      createdDate: "Data creării",
      closedDate: "Data închiderii",
      status: "Stare",
      lostReason: "Motiv pierdere",
    },
  ],
  [
    "Romanian sales",
    "deal",
    [
      ["Client", customers],
      ["Data", created, DATE],
      ["Valoare", amounts],
    ],
    { customer: "Client", closedDate: "Data", amount: "Valoare" },
  ],
  [
    "German deals",
    "deal",
    [
      ["Vorgangsnummer", ids],
      ["Kunde", customers],
      ["Verantwortlich", owners],
      ["Betrag", amounts],
      ["Währung", cycle("EUR")],
      ["Erstellt am", created, DATE],
      ["Abschlussdatum", closed, DATE],
      ["Status", cycle("Gewonnen", "Verloren", "Offen")],
      ["Wahrscheinlichkeit (%)", cycle(100, 0, 40)],
    ],
    {
      id: "Vorgangsnummer",
      customer: "Kunde",
      owner: "Verantwortlich",
      amount: "Betrag",
      currency: "Währung",
      createdDate: "Erstellt am",
      closedDate: "Abschlussdatum",
      status: "Status",
      probability: "Wahrscheinlichkeit (%)",
    },
  ],
  [
    "French deals",
    "deal",
    [
      ["Référence", ids],
      ["Nom du client", customers],
      ["Commercial", owners],
      ["Montant", amounts],
      ["Date de création", created, DATE],
      ["Date de clôture", closed, DATE],
      ["Étape", cycle("Qualification", "Gagné", "Perdu", "Devis / Proposition")],
    ],
    {
      id: "Référence",
      customer: "Nom du client",
      owner: "Commercial",
      amount: "Montant",
      createdDate: "Date de création",
      closedDate: "Date de clôture",
      stage: "Étape",
    },
  ],
  [
    "Spanish deals",
    "deal",
    [
      ["Nombre de la oportunidad", names],
      ["Cliente", customers],
      ["Comercial", owners],
      ["Importe", amounts],
      ["Fecha de creación", created, DATE],
      ["Fecha de cierre", closed, DATE],
      ["Estado", cycle("Ganado", "Perdido", "Abierto")],
      ["Origen", cycle("Publicidad", "Recomendación", "Feria")],
    ],
    {
      name: "Nombre de la oportunidad",
      customer: "Cliente",
      owner: "Comercial",
      amount: "Importe",
      createdDate: "Fecha de creación",
      closedDate: "Fecha de cierre",
      status: "Estado",
      source: "Origen",
    },
  ],
  [
    "Romanian leads from a form",
    "lead",
    [
      ["Marcă temporală", created, "dd.mm.yyyy hh:mm"],
      ["Nume și prenume", times((row) => `Popescu ${row}`)],
      ["Adresă email", times((row) => `p${row}@exemplu.ro`)],
      ["Firmă", customers],
      ["Sursa", cycle("Recomandare", "Site", "Târg")],
      ["Stare lead", cycle("Nou", "Contactat", "Calificat", "Necalificat")],
      ["Primul răspuns", times((row) => 45000.2 + row), "dd.mm.yyyy hh:mm"],
    ],
    {
      createdDate: "Marcă temporală",
      name: "Nume și prenume",
      email: "Adresă email",
      company: "Firmă",
      source: "Sursa",
      status: "Stare lead",
      firstResponseDate: "Primul răspuns",
    },
  ],
  [
    "Romanian activities",
    "activity",
    [
      ["Data", created, DATE],
      ["Tip activitate", cycle("Apel", "Email", "Întâlnire")],
      ["Responsabil", owners],
      ["Durata (min)", cycle(10, 25, 60)],
      ["Client", customers],
      ["Efectuat", cycle("Da", "Da", "Nu")],
    ],
    {
      date: "Data",
      type: "Tip activitate",
      owner: "Responsabil",
      duration: "Durata (min)",
      customerRef: "Client",
      done: "Efectuat",
    },
  ],
  [
    "subscriptions",
    "subscription",
    [
      ["Customer", customers],
      ["Plan", cycle("Basic", "Pro")],
      ["Start date", created, DATE],
      ["End date", times((row) => (row % 4 === 0 ? 45200 + row : "")), DATE],
      ["MRR", cycle(49, 99)],
    ],
    { customer: "Customer", product: "Plan", startDate: "Start date", endDate: "End date", mrr: "MRR" },
  ],
  [
    "targets",
    "target",
    [
      ["Luna", times((row) => 45000 + 30 * row), "mmm yyyy"],
      ["Agent", owners],
      ["Țintă", cycle(10000, 12000)],
    ],
    { periodStart: "Luna", owner: "Agent", amount: "Țintă" },
  ],
  [
    "costs",
    "cost",
    [
      ["Data", created, DATE],
      ["Categorie", cycle("Salarii", "Publicitate", "Chirie")],
      ["Sumă", amounts],
    ],
    { date: "Data", category: "Categorie", amount: "Sumă" },
  ],
  [
    "survey answers",
    "survey",
    [
      ["Response date", created, DATE],
      ["Customer", customers],
      ["CSAT score", cycle(5, 4, 3)],
    ],
    { date: "Response date", customer: "Customer", score: "CSAT score" },
  ],
  [
    "stage history",
    "stageHistory",
    [
      ["Deal ID", times((row) => `D-${Math.floor(row / 3)}`)],
      ["Stage", cycle("Lead", "Proposal", "Won")],
      ["Entered", created, DATE],
    ],
    { dealId: "Deal ID", stage: "Stage", enteredDate: "Entered" },
  ],
  [
    "benchmarks, rates with their sign",
    "benchmark",
    [
      ["Metric", ["WINRATE", "Lead conversion rate", "CAC", "LEADRESPONSE"]],
      ["Low", ["20 %", "2%", 200, "5 min"]],
      ["Typical", ["25 %", "3,5%", 300, "1 h"]],
      ["High", ["30 %", "5%", 450, "24 h"]],
      ["Source", ["Example", "Example", "Own notes", "Example"]],
      ["Year", [2024, 2025, 2025, 2023]],
      ["Segment", ["", "Retail", "", ""]],
    ],
    {
      metric: "Metric",
      low: "Low",
      typical: "Typical",
      high: "High",
      source: "Source",
      year: "Year",
      segment: "Segment",
    },
  ],
  [
    "Romanian benchmarks",
    "benchmark",
    [
      ["Indicator", ["Rată de câștig", "Costul de achiziție a clienților", "Dimensiunea medie a ofertei"]],
      ["Limita de jos", [20, 200, 900]],
      ["Medie", [25, 300, 1200]],
      ["Limita de sus", [30, 450, 2000]],
      ["Sursa", ["Exemplu", "Exemplu", "Exemplu"]],
      ["An", [2024, 2024, 2024]],
    ],
    {
      metric: "Indicator",
      low: "Limita de jos",
      typical: "Medie",
      high: "Limita de sus",
      source: "Sursa",
      year: "An",
    },
  ],
  [
    "one number from the industry",
    "benchmark",
    [
      ["KPI", ["Win rate", "Customer churn rate"]],
      ["Industry average", [0.25, 0.05]],
      ["Published by", ["Somebody", "Somebody"]],
    ],
    { metric: "KPI", typical: "Industry average", source: "Published by" },
  ],
])("%s", (_, kind, columns, roles) => {
  const guess = guessOf(block(columns));
  expect([guess?.kind, rolesOf(guess)]).toEqual([kind, roles]);
});

test("a list of stages in their order", () => {
  const guess = guessOf(
    block(
      [
        ["Stage", ["Lead", "Qualified", "Proposal", "Won"]],
        ["Order", [1, 2, 3, 4]],
        ["Probability", [0.1, 0.3, 0.6, 1], "0%"],
      ],
      "Stages",
    ),
  );
  expect([guess?.kind, rolesOf(guess)]).toEqual([
    "stage",
    { name: "Stage", order: "Order", probability: "Probability" },
  ]);
});

test("public holidays", () => {
  const guess = guessOf(
    block(
      [
        ["Holiday", [45658, 45659, 45663], DATE],
        ["Name", ["Anul Nou", "Anul Nou", "Boboteaza"]],
      ],
      "Holidays",
    ),
  );
  expect([guess?.kind, rolesOf(guess)]).toEqual(["calendar", { holidays: "Holiday" }]);
});

test("targets by metric are no benchmarks", () => {
  const guess = guessOf(
    block([
      ["Metric", ["REVENUE", "Calls", "Win rate"]],
      ["Target", [12000, 300, 0.3]],
      ["Period start", [45658, 45658, 45658], DATE],
    ]),
  );
  expect([guess?.kind, rolesOf(guess)]).toEqual([
    "target",
    { metric: "Metric", amount: "Target", periodStart: "Period start" },
  ]);
});

test("more metrics than a list to choose from are still a column of metrics", () => {
  const names = catalogue.map(({ text }) => text.en.name);
  const guess = guessOf(
    block([
      ["Measure", names],
      ["Min", names.map((_, at) => at)],
      ["Median", names.map((_, at) => at + 1)],
      ["Max", names.map((_, at) => at + 2)],
    ]),
  );
  expect([guess?.kind, rolesOf(guess)]).toEqual([
    "benchmark",
    { metric: "Measure", low: "Min", typical: "Median", high: "Max" },
  ]);
});
