import type { Locale } from "../messages";

/** What each argument is, in one line; beside the catalogue these are the only texts of functions.json. */
const parameters: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  status: {
    en: "Status column: words for won, lost and open are recognised",
    ro: "Coloana de stare: cuvintele pentru câștigat, pierdut și deschis sunt recunoscute",
  },
  amount: {
    en: "Amount column: numbers or text such as 1,200.50 €",
    ro: "Coloana cu suma: numere sau text, de exemplu 1.200,50 €",
  },
  closedDate: { en: "Close date column (order date)", ro: "Coloana cu data închiderii (data comenzii)" },
  createdDate: { en: "Created date column", ro: "Coloana cu data creării" },
  expectedCloseDate: { en: "Expected close date column", ro: "Coloana cu data estimată a închiderii" },
  lostReason: {
    en: "Lost reason column: duplicates and tests are left out",
    ro: "Coloana cu motivul pierderii: dublurile și testele se exclud",
  },
  refund: { en: "Refunded amount column", ro: "Coloana cu suma rambursată" },
  refundDate: { en: "Refund date column", ro: "Coloana cu data rambursării" },
  cancelledDate: {
    en: "Cancellation date column: filled means cancelled",
    ro: "Coloana cu data anulării: completată înseamnă anulat",
  },
  type: {
    en: "Deal type column: new, renewal, upsell …",
    ro: "Coloana cu tipul ofertei: nou, reînnoire, upsell …",
  },
  currency: {
    en: "Currency column: sums refuse to mix currencies",
    ro: "Coloana cu moneda: sumele nu amestecă monede",
  },
  id: {
    en: "Id column: rows with the same id count once",
    ro: "Coloana cu id: rândurile cu același id se socotesc o dată",
  },
  customer: { en: "Customer column", ro: "Coloana cu clientul" },
  owner: {
    en: "Owner column: the rep of each deal",
    ro: "Coloana cu responsabilul: agentul fiecărei oferte",
  },
  startDate: { en: "Subscription start date column", ro: "Coloana cu data de început a abonamentului" },
  endDate: {
    en: "Subscription end date column: first day no longer paid; blank = running",
    ro: "Coloana cu sfârșitul abonamentului: prima zi neplătită; gol = în curs",
  },
  mrr: {
    en: "Monthly recurring amount column; or a block of customers × months, with months in its first row or as startDate",
    ro: "Coloana cu suma lunară recurentă; sau un bloc clienți × luni, cu lunile în primul rând sau ca startDate",
  },
  "subscription.status": {
    en: "Status column: won or lost for purchases; left or not (yes/no, active/cancelled) where there are no dates",
    ro: "Coloana de stare: câștigat sau pierdut la cumpărături; plecat sau nu (da/nu, activ/anulat) unde nu sunt date",
  },
  convertedDate: { en: "Conversion date column", ro: "Coloana cu data conversiei" },
  product: { en: "Product column", ro: "Coloana cu produsul" },
  source: { en: "Source column", ro: "Coloana cu sursa" },
  quantity: { en: "Quantity column", ro: "Coloana cu cantitatea" },
  recurringPeriod: {
    en: "Recurring period column: month, quarter, year, week …",
    ro: "Coloana cu periodicitatea: lună, trimestru, an, săptămână …",
  },
  "subscription.amount": {
    en: "Amount column: what is paid each recurring period",
    ro: "Coloana cu suma plătită la fiecare perioadă",
  },
  "cost.amount": {
    en: "Cost column, or a number: sales and marketing costs",
    ro: "Coloana cu costul sau un număr: costuri de vânzări și marketing",
  },
  "cost.date": { en: "Cost date column", ro: "Coloana cu data costului" },
  "cost.category": {
    en: "Cost category column: sales, marketing or other",
    ro: "Coloana cu categoria costului: vânzări, marketing sau altele",
  },
  "cost.source": {
    en: "Source that the cost was spent on, column",
    ro: "Coloana cu sursa pentru care s-a cheltuit",
  },
  "cost.allocation": {
    en: "Column with the part of the cost that counts (0.5 or 50 %)",
    ro: "Coloana cu partea din cost care se socotește (0,5 sau 50 %)",
  },
  score: { en: "Score column", ro: "Coloana cu scorul" },
  scaleMin: { en: "Lowest score of the scale, column", ro: "Coloana cu scorul minim al scalei" },
  scaleMax: { en: "Highest score of the scale, column", ro: "Coloana cu scorul maxim al scalei" },
  "survey.date": { en: "Survey date column", ro: "Coloana cu data răspunsului" },
  "survey.owner": {
    en: "Owner column: the rep who was judged",
    ro: "Coloana cu responsabilul: agentul evaluat",
  },
  "lead.createdDate": {
    en: "Lead created column: date and time",
    ro: "Coloana cu apariția clientului potențial: data și ora",
  },
  "lead.status": {
    en: "Lead status column: new, qualified, converted, disqualified …",
    ro: "Coloana cu starea clientului potențial: nou, calificat, convertit, descalificat …",
  },
  "lead.owner": {
    en: "Owner column: the rep of each lead",
    ro: "Coloana cu responsabilul: agentul fiecărui client potențial",
  },
  "lead.source": {
    en: "Lead source column: website, referral, event …",
    ro: "Coloana cu sursa clientului potențial: site, recomandare, eveniment …",
  },
  firstResponseDate: {
    en: "First response column: date and time of the first human answer",
    ro: "Coloana cu primul răspuns: data și ora primului răspuns al unui om",
  },
  converted: { en: "Converted column: yes or no, 1 or 0", ro: "Coloana „convertit”: da sau nu, 1 sau 0" },
  qualifiedDate: { en: "Qualification date column", ro: "Coloana cu data calificării" },
  email: {
    en: "E-mail column: one address within 30 days is one lead",
    ro: "Coloana cu e-mailul: o adresă în 30 de zile este un singur client potențial",
  },
  company: { en: "Company column", ro: "Coloana cu firma" },
  name: { en: "Name column", ro: "Coloana cu numele" },
  referredBy: {
    en: "Referred by column: who recommended the lead",
    ro: "Coloana cu cine a recomandat clientul potențial",
  },
  dealRef: {
    en: "Deal column: the id of the deal it belongs to",
    ro: "Coloana cu id-ul ofertei de care ține",
  },
  leadRef: {
    en: "Lead column: the id or e-mail address of the lead it belongs to",
    ro: "Coloana cu id-ul sau e-mailul clientului potențial de care ține",
  },
  customerRef: { en: "Customer of the activity, column", ro: "Coloana cu clientul activității" },
  holidays: { en: "List of holidays, for business hours", ro: "Lista sărbătorilor, pentru orele de program" },
  "activity.type": {
    en: "Activity type column: call, e-mail, meeting, demo …",
    ro: "Coloana cu tipul activității: apel, e-mail, întâlnire, demonstrație …",
  },
  "activity.date": { en: "Activity date column", ro: "Coloana cu data activității" },
  "activity.createdDate": {
    en: "Column with the day the activity was booked",
    ro: "Coloana cu ziua în care s-a programat activitatea",
  },
  "activity.owner": {
    en: "Owner column: the rep of each activity",
    ro: "Coloana cu responsabilul: agentul fiecărei activități",
  },
  "activity.source": {
    en: "Column with where the entry came from: automatic ones are left out",
    ro: "Coloana cu proveniența înregistrării: cele automate nu se socotesc",
  },
  done: {
    en: "Done column: yes, no, cancelled, no-show; without it all took place",
    ro: "Coloana „efectuat”: da, nu, anulat, neprezentat; fără ea, toate au avut loc",
  },
  direction: { en: "Direction column: in or out", ro: "Coloana cu direcția: primit sau trimis" },
  outcome: {
    en: "Outcome column: connected, no answer, held, no-show …",
    ro: "Coloana cu rezultatul: a răspuns, nu a răspuns, ținută, neprezentat …",
  },
  subject: { en: "Subject or name column", ro: "Coloana cu subiectul sau denumirea" },
  recipients: { en: "Number of recipients column", ro: "Coloana cu numărul destinatarilor" },
  duration: {
    en: "Duration column: hours, minutes or time (see durations=)",
    ro: "Coloana cu durata: ore, minute sau timp (vezi durations=)",
  },
  likes: { en: "Likes column", ro: "Coloana cu aprecierile" },
  comments: { en: "Comments column", ro: "Coloana cu comentariile" },
  shares: { en: "Shares column", ro: "Coloana cu distribuirile" },
  directMessages: { en: "Direct messages column", ro: "Coloana cu mesajele directe" },
  inquiryDate: {
    en: "Inquiry column: date and time the customer asked",
    ro: "Coloana cu solicitarea: data și ora la care a întrebat clientul",
  },
  replyDate: {
    en: "Reply column: date and time of the reply",
    ro: "Coloana cu răspunsul: data și ora răspunsului",
  },
  proposalSentDate: { en: "Proposal sent date column", ro: "Coloana cu data trimiterii propunerii" },
  "target.amount": {
    en: "Target: a number, or the amount column of a targets table",
    ro: "Ținta: un număr sau coloana cu suma dintr-un tabel de ținte",
  },
  "target.owner": {
    en: "Owner column of the targets: blank = the whole team's",
    ro: "Coloana cu responsabilul țintei: gol = a întregii echipe",
  },
  "target.metric": {
    en: "Column with what the target is for: REVENUE, SALESCOUNT …; blank = revenue",
    ro: "Coloana cu indicatorul țintei: REVENUE, SALESCOUNT …; gol = venituri",
  },
  periodStart: { en: "First day of each target, column", ro: "Coloana cu prima zi a fiecărei ținte" },
  periodEnd: {
    en: "Last day of each target, column; blank = until the next one begins",
    ro: "Coloana cu ultima zi a fiecărei ținte; gol = până începe următoarea",
  },
  probability: {
    en: "Probability column: 0 to 1, 0 to 100 or per cent",
    ro: "Coloana cu probabilitatea: 0–1, 0–100 sau procente",
  },
  stage: { en: "Stage column", ro: "Coloana cu etapa" },
  pipeline: { en: "Pipeline column", ro: "Coloana cu conducta" },
  forecastCategory: {
    en: "Forecast category column: commit, best case …",
    ro: "Coloana cu categoria de prognoză: angajat, optimist …",
  },
  firstContactDate: { en: "First contact date column", ro: "Coloana cu data primului contact" },
  "stage.name": { en: "Stage names of the stages table", ro: "Denumirile din tabelul de etape" },
  "stage.order": { en: "Order of the stages: 1, 2, 3 …", ro: "Ordinea etapelor: 1, 2, 3 …" },
  "stage.probability": { en: "Probability of each stage", ro: "Probabilitatea fiecărei etape" },
  "stage.kind": {
    en: "What each stage is: open, won or lost",
    ro: "Felul fiecărei etape: deschisă, câștigată sau pierdută",
  },
  "stage.pipeline": { en: "Pipeline of each stage", ro: "Conducta fiecărei etape" },
  dealId: {
    en: "Deal of each entry of the stage history",
    ro: "Oferta fiecărui rând din istoricul etapelor",
  },
  "stageHistory.stage": {
    en: "Stage of each entry of the stage history",
    ro: "Etapa fiecărui rând din istoricul etapelor",
  },
  enteredDate: {
    en: "Date the stage was entered, column of the stage history",
    ro: "Data intrării în etapă, coloana din istoricul etapelor",
  },
  from: { en: "First day of the period", ro: "Prima zi a perioadei" },
  to: { en: "Last day of the period, included", ro: "Ultima zi a perioadei, inclusiv" },
  asOf: {
    en: "Day of observation: nothing after it is seen",
    ro: "Ziua observării: nimic de după ea nu se vede",
  },
  options: { en: "Options", ro: "Opțiuni" },
  metric: { en: 'Metric id such as "WINRATE"', ro: 'Id-ul indicatorului, de exemplu "WINRATE"' },
  askedMetric: {
    en: 'Metric id such as "WINRATE", with options behind it where needed: "WINRATE; basis=created-all"',
    ro: 'Id-ul indicatorului, de exemplu "WINRATE", urmat la nevoie de opțiuni: "WINRATE; basis=created-all"',
  },
  metrics: {
    en: 'Metric ids such as "WINRATE,REVENUE", options behind each where needed, or cells holding them',
    ro: 'Id-uri de indicatori, de exemplu "WINRATE,REVENUE", la nevoie cu opțiuni, sau celule cu ele',
  },
  by: {
    en: 'What there is a row for: "owner", "source", "product" …, or "month", "quarter", "year", "week"',
    ro: 'Pe ce este câte un rând: "owner", "source", "product" … sau "month", "quarter", "year", "week"',
  },
  period: {
    en: '2026, "2026-Q1", "2026-03", "YTD", "last month", "last 90 days" …; blank = all time',
    ro: '2026, "2026-Q1", "2026-03", "YTD", "luna trecută", "ultimele 90 de zile" …; gol = tot timpul',
  },
  filters: {
    en: 'Pairs to filter by: "owner", "Ana", "source", "Web" …',
    ro: 'Perechi după care se filtrează: "owner", "Ana", "source", "Web" …',
  },
  group: {
    en: 'Column to group by, or "month", "quarter", "year", "week", "day"',
    ro: 'Coloana după care se grupează sau "month", "quarter", "year", "week", "day"',
  },
  table: {
    en: 'Only this table: "deals", "leads", "activities" …; all when left out',
    ro: 'Doar acest tabel: "oferte", "clienți potențiali", "activități" …; toate, dacă lipsește',
  },
  columns: {
    en: "The metric's own arguments, in their order",
    ro: "Argumentele indicatorului, în ordinea lor",
  },
};

/** What a column holds: a text of the kind's own (`cost.date`), else the role's. */
export function columnText(role: string, kind: string, name: string, locale: Locale): string {
  return (parameters[`${kind}.${role}`] ?? parameters[role])?.[locale] ?? name;
}

export function parameterText(name: string, locale: Locale): string {
  return parameters[name]?.[locale] ?? name;
}

export const helperTexts: Readonly<
  Record<
    "KPI" | "KPITABLE" | "DATAQUALITY" | "BY" | "EXPLAIN" | "METRICS" | "DEFINE",
    Readonly<Record<Locale, string>>
  >
> = {
  KPI: {
    en: "One number of the tables mapped in the pane; it is told anew when they change.",
    ro: "Un număr din tabelele mapate în panou; se actualizează când acestea se schimbă.",
  },
  KPITABLE: {
    en: "Metrics of the tables mapped in the pane for each owner, source, month …: spills a table.",
    ro: "Indicatori din tabelele mapate în panou, pe responsabil, sursă, lună …: afișează un tabel.",
  },
  DATAQUALITY: {
    en: "What looks wrong in the tables mapped in the pane, and where: spills a table.",
    ro: "Ce pare greșit în tabelele mapate în panou și unde: afișează un tabel.",
  },
  BY: {
    en: "A metric for each group: spills a table of group and value.",
    ro: "Un indicator pentru fiecare grup: afișează un tabel cu grup și valoare.",
  },
  EXPLAIN: {
    en: "What stands behind a metric: value, interval, counts, and what was left out and why.",
    ro: "Ce stă în spatele unui indicator: valoarea, intervalul, numărătorile, ce s-a exclus și de ce.",
  },
  METRICS: {
    en: "Lists all metrics: id, name, definition and unit.",
    ro: "Enumeră toți indicatorii: id, denumire, definiție și unitate.",
  },
  DEFINE: {
    en: "The definition of a metric: what is counted, the formula, its options and other readings.",
    ro: "Definiția unui indicator: ce se socotește, formula, opțiunile și alte înțelesuri.",
  },
};
