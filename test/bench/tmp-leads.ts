import { makeTables, readTables } from "./catalogue/tables";
import { questionsFor } from "./catalogue/questions";
import { oneByOne, together, unasked } from "./catalogue/ours";
const dataset = readTables(makeTables({ deals: 100_000, leads: 100_000, activities: 300_000 }));
const asked = questionsFor(dataset);
console.log("left out", asked.leftOut.join(", "));
for (let round = 0; round < 2; round++) {
  for (const list of ["byOwner", "byMonth"] as const) {
    for (const question of asked[list]) {
      const fresh = unasked(dataset);
      const start = performance.now();
      oneByOne(() => fresh, { byOwner: [], byMonth: [], [list]: [question] } as never);
      const ms = performance.now() - start;
      if (round === 1) console.log(question.metric.id.padEnd(18), list, ms.toFixed(0));
    }
  }
}
const fresh = unasked(dataset);
let start = performance.now();
together(fresh, asked);
console.log("together fresh", (performance.now() - start).toFixed(0));
start = performance.now();
together(fresh, asked);
console.log("together again", (performance.now() - start).toFixed(0));
