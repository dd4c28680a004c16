import { between, dateText, type Days } from "./cases";

export const wonIn = (days: Days): string => `Deals[status],"Won",${between("Deals[closedDate]", days)}`;
export const revenueOf = (criteria: string): string =>
  `SUMIFS(Deals[amount],${criteria})-SUMIFS(Deals[refund],${criteria})`;
/** Created by that day and, if decided since, decided after it; an open deal is open whatever its close column says. */
export const openAt = (day: string): string =>
  `(Deals[createdDate]<>"")*(Deals[createdDate]<${dateText(day)}+1)*((Deals[status]="Open")+(Deals[status]<>"Open")*(Deals[closedDate]<>"")*(Deals[closedDate]>=${dateText(day)}+1))`;
