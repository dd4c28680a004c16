import type { Random } from "./random";

/** The fictitious firm: Nordica Frig SRL of Cluj-Napoca sells and services refrigeration to shops, kitchens and farms. */
export const FIRM = "Nordica Frig SRL";

export interface Rep {
  readonly name: string;
  readonly weight: number;
  /** Multiplies the chance to win. */
  readonly skill: number;
  /** Multiplies the length of a sales cycle. */
  readonly pace: number;
  /** Median minutes to the first answer. */
  readonly answersIn: number;
  readonly quarterlyTarget: number;
}

export const REPS: readonly Rep[] = [
  { name: "Ana Popescu", weight: 20, skill: 1.3, pace: 0.85, answersIn: 35, quarterlyTarget: 130_000 },
  { name: "Mihai Ionescu", weight: 18, skill: 1.05, pace: 1, answersIn: 90, quarterlyTarget: 110_000 },
  { name: "Ștefan Țurcanu", weight: 15, skill: 0.95, pace: 1.1, answersIn: 140, quarterlyTarget: 95_000 },
  { name: "Ioana Mureșan", weight: 15, skill: 1.15, pace: 0.95, answersIn: 55, quarterlyTarget: 105_000 },
  { name: "Réka Szabó", weight: 13, skill: 1, pace: 0.9, answersIn: 75, quarterlyTarget: 85_000 },
  { name: "Dan Vasilescu", weight: 11, skill: 0.65, pace: 1.35, answersIn: 420, quarterlyTarget: 80_000 },
];

export interface Source {
  readonly name: string;
  readonly weight: number;
  /** Share of leads that become a deal. */
  readonly converts: number;
  /** Multiplies the chance to win the deal. */
  readonly wins: number;
}

export const SOURCES: readonly Source[] = [
  { name: "Website", weight: 30, converts: 0.4, wins: 0.95 },
  { name: "Referral", weight: 13, converts: 0.66, wins: 1.3 },
  { name: "Trade fair", weight: 14, converts: 0.44, wins: 1 },
  { name: "Cold call", weight: 17, converts: 0.26, wins: 0.75 },
  { name: "Partner", weight: 11, converts: 0.54, wins: 1.15 },
  { name: "LinkedIn", weight: 9, converts: 0.3, wins: 0.85 },
  { name: "Newsletter", weight: 6, converts: 0.34, wins: 0.9 },
];

export interface Product {
  readonly name: string;
  readonly weight: number;
  readonly price: number;
  /** Median days from created to closed. */
  readonly cycleDays: number;
  /** Monthly service fee that may follow, 0 for none. */
  readonly service: number;
}

export const PRODUCTS: readonly Product[] = [
  { name: "Display cabinet", weight: 30, price: 3_200, cycleDays: 24, service: 45 },
  { name: "Cold room", weight: 24, price: 9_800, cycleDays: 48, service: 120 },
  { name: "Blast chiller", weight: 16, price: 6_400, cycleDays: 36, service: 80 },
  { name: "Ice machine", weight: 14, price: 1_900, cycleDays: 17, service: 30 },
  { name: "Milk cooling tank", weight: 10, price: 14_500, cycleDays: 66, service: 160 },
  { name: "Remote monitoring", weight: 6, price: 2_400, cycleDays: 28, service: 95 },
];

export const STAGES = [
  { name: "Qualification", probability: 0.1 },
  { name: "Needs analysis", probability: 0.25 },
  { name: "Proposal", probability: 0.5 },
  { name: "Negotiation", probability: 0.75 },
] as const;

export const LOST_REASONS = [
  { name: "Price", weight: 34 },
  { name: "Competitor", weight: 24 },
  { name: "No decision", weight: 18 },
  { name: "Budget cut", weight: 12 },
  { name: "Timing", weight: 8 },
  { name: "Missing feature", weight: 4 },
] as const;

/** How busy each month of the year is (January first): spring installations and autumn budgets, a quiet August. */
export const SEASON = [0.75, 0.9, 1.15, 1.2, 1.25, 1.15, 0.95, 0.65, 1.05, 1.2, 1.1, 0.65] as const;

const PLACES = [
  ...["Alpina", "Arieș", "Bega", "Bucegi", "Carpatina", "Cetatea", "Cibin", "Codru", "Crișana", "Danubius"],
  ...[
    "Dealu Mare",
    "Delta",
    "Dorna",
    "Făgăraș",
    "Feleacu",
    "Gilău",
    "Hârtibaciu",
    "Iezer",
    "Jiul",
    "Lacul Roșu",
  ],
  ...[
    "Mărișel",
    "Moldova Nouă",
    "Muntenia",
    "Mureșul",
    "Olteana",
    "Padiș",
    "Poiana",
    "Prahova",
    "Retezat",
    "Rodna",
  ],
  ...["Sâmbăta", "Secuiana", "Siret", "Someș", "Târnava", "Tisa", "Tonciu", "Țibleș", "Vâlcea", "Zăvoi"],
];
const TRADES = [
  { words: ["Market", "Alimentara", "Cash & Carry"], weight: 30 },
  { words: ["Lactate", "Ferma", "Agro"], weight: 18 },
  { words: ["Hotel", "Resort"], weight: 14 },
  { words: ["Catering", "Bistro", "Restaurant"], weight: 24 },
  { words: ["Brutăria", "Cofetăria", "Carmangeria"], weight: 14 },
] as const;
const FORMS = [
  { name: "SRL", weight: 70, country: "Romania" },
  { name: "SA", weight: 12, country: "Romania" },
  { name: "Kft.", weight: 8, country: "Hungary" },
  { name: "EOOD", weight: 6, country: "Bulgaria" },
  { name: "GmbH", weight: 4, country: "Austria" },
] as const;

const FIRST_NAMES = [
  ...[
    "Adrian",
    "Alina",
    "Andreea",
    "Bogdan",
    "Carmen",
    "Cătălin",
    "Cristina",
    "Dorin",
    "Elena",
    "Emőke",
    "Florin",
  ],
  ...[
    "Gabriela",
    "George",
    "Ildikó",
    "Irina",
    "László",
    "Laura",
    "Lucian",
    "Marius",
    "Monica",
    "Nicoleta",
    "Oana",
  ],
  ...["Paul", "Radu", "Raluca", "Simona", "Sorin", "Teodora", "Tudor", "Vlad"],
];
const LAST_NAMES = [
  ...[
    "Albu",
    "Balint",
    "Barbu",
    "Câmpean",
    "Chirilă",
    "Ciobanu",
    "Cozma",
    "Dobre",
    "Dumitrescu",
    "Enache",
    "Filip",
  ],
  ...[
    "Gheorghe",
    "Hațegan",
    "Iancu",
    "Kovács",
    "Lazăr",
    "Lupu",
    "Manea",
    "Marin",
    "Mocanu",
    "Moldovan",
    "Nagy",
  ],
  ...["Neagu", "Oprea", "Pavel", "Pintea", "Rusu", "Sabău", "Stan", "Tănase", "Tóth", "Ungureanu", "Voicu"],
];

export function contactName(random: Random): string {
  return `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
}

/** Names companies, never the same name twice. */
export function companyNames(random: Random): () => string {
  const taken = new Set<string>();
  return () => {
    for (;;) {
      const name = `${random.pick(random.weighted(TRADES).words)} ${random.pick(PLACES)} ${random.weighted(FORMS).name}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}

/** The country of a company, by its legal form. */
export function countryOf(company: string): string {
  return FORMS.find(({ name }) => company.endsWith(` ${name}`))?.country ?? "";
}
