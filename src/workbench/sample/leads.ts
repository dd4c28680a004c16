import { at, FIRST_DAY, LAST_DAY, MONTHS, workday } from "./calendar";
import { companyNames, contactName, REPS, SEASON, SOURCES, type Rep, type Source } from "./firm";
import type { Random } from "./random";

export interface Lead {
  id: string;
  name: string;
  company: string;
  email: string;
  rep: Rep;
  source: Source;
  status: "New" | "Working" | "Qualified" | "Disqualified" | "Converted";
  createdDate: number;
  firstResponseDate: number | undefined;
  qualifiedDate: number | undefined;
  convertedDate: number | undefined;
  /** Filled when its deal is made. */
  dealId: string;
}

/** Leads spread over two years by season; quick answers convert better, and every source has its own quality. */
export function makeLeads(random: Random, count: number): Lead[] {
  const nextCompany = companyNames(random);
  const months = MONTHS.map((month, index) => ({
    month,
    weight: seasonOf(month.month) * (1 + index * 0.012),
  }));
  const created = Array.from({ length: count }, () => {
    const { month } = random.weighted(months);
    const day = Math.min(workday(random.between(month.first, month.last)), LAST_DAY);
    return at(Math.max(day, FIRST_DAY), random.between(7 * 60, 20 * 60));
  }).sort((a, b) => a - b);
  return created.map((createdDate, index) => {
    const rep = random.weighted(REPS);
    const source = random.weighted(SOURCES);
    const name = contactName(random);
    const company = nextCompany();
    const lead: Lead = {
      id: `L-${2001 + index}`,
      name,
      company,
      email: emailOf(name, company),
      rep,
      source,
      status: "New",
      createdDate,
      firstResponseDate: undefined,
      qualifiedDate: undefined,
      convertedDate: undefined,
      dealId: "",
    };
    follow(lead, random);
    return lead;
  });
}

export function seasonOf(month: number): number {
  return SEASON[month - 1] ?? 1;
}

/** What became of the lead by the last day; what lies after it has not happened yet. */
function follow(lead: Lead, random: Random): void {
  const known = (moment: number): boolean => moment < LAST_DAY + 1;
  const waited = random.spread(lead.rep.answersIn, 1.1);
  const response = answerTime(lead.createdDate, waited);
  const neverAnswered = random.chance(0.04);
  if (neverAnswered || !known(response)) return;
  lead.firstResponseDate = response;
  lead.status = "Working";
  const quickness = waited <= 60 ? 1.15 : waited <= 480 ? 1 : 0.7;
  const decided = at(workday(response + random.spread(5, 0.7)), random.between(9 * 60, 17 * 60));
  if (!known(decided)) return;
  const converts = random.chance(Math.min(0.9, lead.source.converts * quickness));
  const qualifies = converts || random.chance(0.3);
  if (!qualifies) {
    if (random.chance(0.85)) lead.status = "Disqualified";
    return;
  }
  lead.status = "Qualified";
  lead.qualifiedDate = decided;
  const convertedDate = workday(decided + random.between(1, 9));
  if (!converts || !known(convertedDate)) return;
  lead.status = "Converted";
  lead.convertedDate = convertedDate;
}

/** The wait runs in office hours (9 to 18): an evening lead is answered next morning. */
function answerTime(created: number, waitedMinutes: number): number {
  let day = workday(created);
  let minute = day > created ? 540 : Math.max(540, Math.round((created - day) * 1440));
  let left = Math.max(2, waitedMinutes);
  while (left > Math.max(0, 1080 - minute)) {
    left -= Math.max(0, 1080 - minute);
    day = workday(day + 1);
    minute = 540;
  }
  return at(day, minute + left);
}

function emailOf(name: string, company: string): string {
  const plain = (text: string): string =>
    text
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase();
  const domain = plain(company)
    .replace(/ (srl|sa|kft\.|eood|gmbh)$/, "")
    .replace(/[^a-z0-9]+/g, "-");
  return `${plain(name).replaceAll(" ", ".")}@${domain}.example`;
}
