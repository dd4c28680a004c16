export const settingsTextsRo = {
  calendar: "Calendar",
  fiscalYearStart: "Anul fiscal începe în",
  weekStart: "Săptămâna începe",
  shown: "Afișare",
  languageOf: "Limba",
  languageOfExcel: "Ca în Excel",
  currencyOf: "Moneda sumelor",
  currencyHint: "Trei litere, de exemplu EUR; necompletat, sumele rămân fără semn.",
  currencyWrong: "Scrieți cele trei litere ale unei monede, de exemplu EUR.",
  openingHours: "Program de lucru și sărbători",
  useHours: "Timpii de răspuns se socotesc doar în orele de program",
  opensAt: "De la",
  closesAt: "Până la",
  hoursWrong: "Scrieți ore precum 9:00, prima înaintea celei de-a doua.",
  workdays: "Zile lucrătoare",
  daysWrong: "Alegeți cel puțin o zi lucrătoare.",
  holidays: "Sărbători",
  holidaysHint: "Câte o zi pe rând, de exemplu 2026-12-25. Se socotește și o listă de sărbători mapată.",
  holidaysWrong: "Una dintre zile nu poate fi citită. Scrieți-le ca 2026-12-25.",
  saveSettings: "Salvare setări",
  settingsSaved: "Setările au fost salvate și verificate.",

  convert: "Conversie în valori",
  convertWhat:
    "Înainte de a trimite registrul cuiva fără Metrici de vânzări: formulele devin valorile pe care le arată.",
  convertSheet: "Această foaie",
  convertSelection: "Celulele selectate",
  convertSheetTitle: "Convertiți formulele din această foaie?",
  convertSelectionTitle: "Convertiți formulele din celulele selectate?",
  convertBody:
    "Formulele Metrici de vânzări devin valori simple și nu se mai actualizează. Celelalte formule rămân cum sunt. Păstrați o copie a registrului dacă veți mai avea nevoie de formule.",
  convertConfirm: "Convertire",
  converted: {
    one: "{count} formulă este acum valoare.",
    few: "{count} formule sunt acum valori.",
    other: "{count} de formule sunt acum valori.",
  },
  convertedNone: "Aici nu este nicio formulă Metrici de vânzări.",
  convertedWaiting: {
    one: "{count} încă se calculează și a fost lăsată: încercați din nou peste o clipă.",
    few: "{count} încă se calculează și au fost lăsate: încercați din nou peste o clipă.",
    other: "{count} încă se calculează și au fost lăsate: încercați din nou peste o clipă.",
  },

  privacy: "Confidențialitate",
  privacyHow:
    "Nimic nu părăsește registrul. Înregistrările dumneavoastră sunt citite și calculate pe acest calculator, iar ce stabiliți aici se păstrează chiar în registru.",
  about: "Despre",
  aboutWhat:
    "Metrici de vânzări: indicatori de vânzări ca funcții Excel, fiecare cu o singură definiție și cu sursa ei.",
  licences: "Licențele programelor folosite",
};
