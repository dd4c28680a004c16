import type { Texts } from "../metrics/metric";
import type { CheckId } from "./quality";
import type { Severity } from "./check";

/** What a finding says, and what to do about it. Places: {role}, {sample}, {names}, {currencies}, {date}, {order}. */
export interface CheckText {
  readonly title: Texts<string>;
  readonly advice: Texts<string>;
}

export const severityTexts: Readonly<Record<Severity, Texts<string>>> = {
  error: { en: "Error", ro: "Eroare" },
  warning: { en: "Warning", ro: "Avertisment" },
  info: { en: "Note", ro: "Notă" },
};

const check = (
  titleEn: string,
  titleRo: string,
  adviceEn: string,
  adviceRo: string,
): { title: Texts<string>; advice: Texts<string> } => ({
  title: { en: titleEn, ro: titleRo },
  advice: { en: adviceEn, ro: adviceRo },
});

export const checkTexts: Readonly<Record<CheckId, CheckText>> = {
  unreadable: check(
    "{role} cannot be read, such as “{sample}”",
    "{role} nu se poate citi, de exemplu „{sample}”",
    "Correct the cells; until then these rows are left out where {role} is needed.",
    "Corectați celulele; până atunci rândurile sunt lăsate deoparte unde e nevoie de {role}.",
  ),
  ambiguousDates: check(
    "{role}: day or month first, as in “{sample}”?",
    "{role}: mai întâi ziua sau luna, ca în „{sample}”?",
    "Choose the order of day and month in the mapping, or write the dates as real dates.",
    "Alegeți ordinea zi–lună în mapare sau scrieți datele ca date calendaristice.",
  ),
  outOfRange: check(
    "{role} outside its scale, such as “{sample}”",
    "{role} în afara scalei, de exemplu „{sample}”",
    "Correct the cells: probabilities go from 0 to 100 %, scores along their scale.",
    "Corectați celulele: probabilitățile merg de la 0 la 100 %, notele pe scala lor.",
  ),
  missing: check(
    "{role} is blank",
    "{role} lipsește",
    "Fill in the cells; these rows are left out where {role} is needed.",
    "Completați celulele; rândurile sunt lăsate deoparte unde e nevoie de {role}.",
  ),
  missingOwner: check(
    "No owner",
    "Fără responsabil",
    "Assign someone: these rows belong to nobody in comparisons of reps.",
    "Numiți un responsabil: rândurile nu aparțin nimănui în comparațiile dintre agenți.",
  ),
  missingSource: check(
    "Leads without a source",
    "Clienți potențiali fără sursă",
    "Fill in the source: conversion by source leaves them in a line of their own.",
    "Completați sursa: în conversia pe surse apar pe un rând separat.",
  ),
  duplicateId: check(
    "The same id more than once, such as “{sample}”",
    "Același identificator de mai multe ori, de exemplu „{sample}”",
    "One row of each id counts. If these are lines of one order, choose so in the metric's options.",
    "Contează un singur rând pentru fiecare. Dacă sunt liniile unei comenzi, alegeți aceasta în opțiunile indicatorului.",
  ),
  duplicateEmail: check(
    "The same e-mail address more than once, such as “{sample}”",
    "Aceeași adresă de e-mail de mai multe ori, de exemplu „{sample}”",
    "Within 30 days they count as one lead; merge them if they are one person.",
    "În 30 de zile contează ca un singur client potențial; uniți-i dacă sunt aceeași persoană.",
  ),
  ownerSpellings: check(
    "Probably one person: {names}",
    "Probabil aceeași persoană: {names}",
    "Spell the name the same way everywhere; each spelling has a line of its own.",
    "Scrieți numele la fel peste tot; fiecare scriere are rândul ei.",
  ),
  severalCurrencies: check(
    "Several currencies: {currencies}",
    "Mai multe valute: {currencies}",
    "Convert the amounts to one currency; metrics of money refuse to add them up.",
    "Transformați sumele într-o singură valută; indicatorii de valoare refuză să le adune.",
  ),
  importedTogether: check(
    "More than a fifth were created on {date}",
    "Peste o cincime au fost create pe {date}",
    "That is probably the day of an import: cycle times that start there are too short.",
    "Este probabil ziua unui import: ciclurile care încep atunci sunt prea scurte.",
  ),
  brokenLink: check(
    "{role} names a record that is not there, such as “{sample}”",
    "{role} trimite la o înregistrare care lipsește, de exemplu „{sample}”",
    "Export both lists for the same time, or correct the reference.",
    "Exportați ambele liste pentru aceeași perioadă sau corectați legătura.",
  ),
  totalsRow: check(
    "Rows of totals: {count}",
    "Rânduri de totaluri: {count}",
    "They are left out of every number; nothing to do.",
    "Nu intră în niciun calcul; nu aveți nimic de făcut.",
  ),
  dateOrderRead: check(
    "{role} was read as {order}",
    "{role} s-a citit ca {order}",
    "Some of the dates can only be read this way. Choose the other order in the mapping if it is wrong.",
    "Unele date se pot citi doar așa. Alegeți cealaltă ordine în mapare dacă este greșit.",
  ),
  historyStart: check(
    "The history starts on {date}",
    "Istoricul începe pe {date}",
    "Periods before that day look empty and are not.",
    "Perioadele dinainte par goale, dar nu sunt.",
  ),
  closeBeforeCreate: check(
    "Closed before created",
    "Închise înainte de a fi create",
    "Correct one of the two dates; cycle times leave these deals out.",
    "Corectați una dintre date; ciclul de vânzare nu ține cont de aceste oferte.",
  ),
  closedWithoutDate: check(
    "Won or lost without a close date",
    "Câștigate sau pierdute fără dată de închidere",
    "Fill in the date; without it the deal is in no period.",
    "Completați data; fără ea oferta nu apare în nicio perioadă.",
  ),
  closedInFuture: check(
    "Closed on a day still to come",
    "Închise într-o zi care nu a venit încă",
    "Correct the date, or the status if the deal is still open.",
    "Corectați data sau starea, dacă oferta este încă deschisă.",
  ),
  overdue: check(
    "Open deals expected to close on a day that has passed",
    "Oferte deschise cu închiderea așteptată într-o zi trecută",
    "Ask the owner for a new date, or close the deal.",
    "Cereți responsabilului o dată nouă sau închideți oferta.",
  ),
  openWithCloseDate: check(
    "Open deals with a close date in the past",
    "Oferte deschise cu data de închidere în trecut",
    "Set the status to won or lost, or move the date.",
    "Treceți starea pe câștigat sau pierdut ori mutați data.",
  ),
  wonWithoutAmount: check(
    "Won deals without an amount, or with 0 or less",
    "Oferte câștigate fără sumă, cu 0 sau cu minus",
    "Fill in the amount. Credit notes may stay negative.",
    "Completați suma. Notele de credit pot rămâne negative.",
  ),
  unknownStatus: check(
    "Status words nobody told us about: {names}",
    "Stări necunoscute: {names}",
    "They count as open. Say in the mapping what they mean.",
    "Contează ca deschise. Spuneți în mapare ce înseamnă.",
  ),
  unknownStage: check(
    "Stages that the table of stages does not list: {names}",
    "Etape care nu apar în tabelul etapelor: {names}",
    "Add them to the table, or correct the words.",
    "Adăugați-le în tabel sau corectați cuvintele.",
  ),
  conflict: check(
    "{role} says something else than the status",
    "{role} spune altceva decât starea",
    "The status counts. Correct whichever is out of date.",
    "Contează starea. Corectați ce a rămas neactualizat.",
  ),
  sameDeal: check(
    "The same customer, amount and day more than once",
    "Același client, aceeași sumă și zi de mai multe ori",
    "Delete the copies, unless they are separate deals.",
    "Ștergeți copiile, dacă nu sunt oferte diferite.",
  ),
  customerSpellings: check(
    "Several spellings of one customer: {names}",
    "Mai multe scrieri ale aceluiași client: {names}",
    "They count as one customer; nothing to do.",
    "Contează ca un singur client; nu aveți nimic de făcut.",
  ),
  customerTypos: check(
    "Probably one customer: {names}",
    "Probabil același client: {names}",
    "Spell the name the same way; as it is they count as several customers.",
    "Scrieți numele la fel; așa cum sunt, contează ca mai mulți clienți.",
  ),
  responseBeforeCreation: check(
    "Answered before the lead came in",
    "Răspuns înainte de sosirea cererii",
    "Correct one of the two times; response times leave these leads out.",
    "Corectați una dintre ore; timpul de răspuns nu ține cont de aceste rânduri.",
  ),
  conversionBeforeCreation: check(
    "Converted before created",
    "Convertiți înainte de a fi creați",
    "Correct one of the two dates.",
    "Corectați una dintre date.",
  ),
  endBeforeStart: check(
    "Ends before it starts",
    "Se termină înainte de a începe",
    "Correct one of the two dates; the row is left out.",
    "Corectați una dintre date; rândul este lăsat deoparte.",
  ),
  unknownType: check(
    "Types of activity nobody told us about: {names}",
    "Tipuri de activitate necunoscute: {names}",
    "They count among all activities and in no type. Say in the mapping what they mean.",
    "Contează la toate activitățile, dar la niciun tip. Spuneți în mapare ce înseamnă.",
  ),
  unlinked: check(
    "Activities that belong to no deal, lead or customer",
    "Activități fără ofertă, client potențial sau client",
    "Link them, so that activities per won deal are complete.",
    "Legați-le, ca activitățile pe ofertă câștigată să fie complete.",
  ),
  overdueActivity: check(
    "Planned for a day that has passed, and not done",
    "Planificate pentru o zi trecută și nefăcute",
    "Mark them done, or plan them anew.",
    "Marcați-le ca făcute sau replanificați-le.",
  ),
  benchmarkUnknown: check(
    "Benchmarks of unknown metrics: {names}",
    "Valori de referință pentru indicatori necunoscuți: {names}",
    "Write the metric's id or name, as the list of metrics has it; until then these rows are compared with nothing.",
    "Scrieți identificatorul sau numele indicatorului, ca în lista indicatorilor; până atunci rândurile nu se compară cu nimic.",
  ),
  benchmarkMisspelt: check(
    "Names of metrics read in spite of their spelling: {names}",
    "Nume de indicatori citite în ciuda scrierii: {names}",
    "Correct the name if another metric is meant.",
    "Corectați numele dacă este vorba de alt indicator.",
  ),
  benchmarkOfTotal: check(
    "Benchmarks of what is no rate, average or level: {names}",
    "Valori de referință pentru ce nu este rată, medie sau nivel: {names}",
    "Totals depend on the length of the period and are not compared; put them in a table of targets, which has periods.",
    "Totalurile depind de durata perioadei și nu se compară; treceți-le într-un tabel de ținte, care are perioade.",
  ),
  benchmarkEmpty: check(
    "Benchmarks without a number: {names}",
    "Valori de referință fără nicio cifră: {names}",
    "Fill in what is low, typical or high.",
    "Completați limita de jos, valoarea tipică sau limita de sus.",
  ),
  benchmarkUnit: check(
    "Benchmarks in a unit that the metric does not have: {names}",
    "Valori de referință într-o unitate pe care indicatorul nu o are: {names}",
    "Write the number alone, in the unit in which the metric is shown.",
    "Scrieți doar numărul, în unitatea în care apare indicatorul.",
  ),
  benchmarkOutOfScale: check(
    "Benchmarks of shares beyond 0 … 100 %: {names}",
    "Valori de referință pentru ponderi în afara 0 … 100 %: {names}",
    "Correct the cells; until then these rows are not compared with.",
    "Corectați celulele; până atunci nu se compară cu aceste rânduri.",
  ),
  benchmarkDoubtful: check(
    "Benchmarks that may be per cent or not: {names}",
    "Valori de referință care pot fi procente sau nu: {names}",
    "Write them with the percent sign, such as 25 %; until then these rows are not compared with.",
    "Scrieți-le cu semnul procentului, de exemplu 25 %; până atunci nu se compară cu aceste rânduri.",
  ),
  benchmarkDisorder: check(
    "Benchmarks whose low, typical and high are not in order: {names}",
    "Valori de referință ale căror limite nu sunt în ordine: {names}",
    "Correct the cells; until then these rows are not compared with.",
    "Corectați celulele; până atunci nu se compară cu aceste rânduri.",
  ),
  benchmarkRepeated: check(
    "Several benchmarks of one metric, segment and year: {names}",
    "Mai multe valori de referință pentru același indicator, segment și an: {names}",
    "The first row of each is compared with; tell them apart by year or segment.",
    "Se compară cu primul rând; deosebiți-le prin an sau segment.",
  ),
  negativeAmount: check("{role} below zero", "{role} sub zero", "Correct the sign.", "Corectați semnul."),
};
