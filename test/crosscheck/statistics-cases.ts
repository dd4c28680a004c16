import type { Case } from "./cases";

/** Wilson's bound in one cell; k and n are numbers. */
const wilson = (k: number, n: number, sign: "+" | "-"): string =>
  `(${k}/${n}+NORM.S.INV(0.975)^2/(2*${n})${sign}NORM.S.INV(0.975)*SQRT(${k}/${n}*(1-${k}/${n})/${n}+NORM.S.INV(0.975)^2/(4*${n}^2)))/(1+NORM.S.INV(0.975)^2/${n})`;
/** Newcombe's bound from the bounds of both rates. */
const newcombe = (sign: "+" | "-", [one, other]: ["+" | "-", "+" | "-"]): string =>
  `=56/70-48/80${sign}SQRT((56/70-${wilson(56, 70, one)})^2+(${wilson(48, 80, other)}-48/80)^2)`;

export const statisticsCases: readonly Case[] = [
  {
    id: "RATEINTERVAL",
    args: { k: 23, n: 60 },
    formula: [[`=${wilson(23, 60, "-")}`, `=${wilson(23, 60, "+")}`]],
    why: "Wilson",
  },
  {
    id: "RATEINTERVAL",
    args: { k: 23, n: 60, options: "method=exact" },
    formula: [["=BETA.INV(0.025,23,60-23+1)", "=BETA.INV(0.975,23+1,60-23)"]],
    why: "Clopper and Pearson with BETA.INV",
  },
  {
    id: "RATEINTERVAL",
    args: { k: 3, n: 400, options: "method=jeffreys; level=0.9" },
    formula: [["=BETA.INV(0.05,3.5,397.5)", "=BETA.INV(0.95,3.5,397.5)"]],
    why: "Jeffreys with BETA.INV",
  },
  {
    id: "DIFFINTERVAL",
    args: { a: 56, m: 70, b: 48, n: 80 },
    formula: [["=56/70-48/80", newcombe("-", ["-", "+"]), newcombe("+", ["+", "-"])]],
    why: "Newcombe",
  },
];
