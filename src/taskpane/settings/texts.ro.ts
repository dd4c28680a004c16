export const settingsTextsRo = {
  privacy: "Confidențialitate",
  privacyHow:
    "Nimic nu părăsește registrul. Înregistrările dumneavoastră sunt citite și calculate pe acest calculator, iar ce stabiliți aici se păstrează chiar în registru.",
  about: "Despre",
  aboutWhat:
    "Metrici de vânzări: indicatori de vânzări ca funcții Excel, fiecare cu o singură definiție și cu sursa ei.",
  licences: "Licențele programelor folosite",
};
