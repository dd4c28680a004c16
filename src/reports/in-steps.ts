import type { Desk } from "../core/metrics/ask";
import type { Steps } from "../core/steps";
import type { ReportInput } from "./input";

/**
 * Makes something of a report in steps, so that the page stays alive over large tables. What is made asks its desk as if it
 * had all day: where an answer is not there yet the making stops, the answer is worked out with pauses, and the making
 * begins anew with it.
 */
export function* inSteps<T>(input: ReportInput, make: (input: ReportInput) => T): Steps<T> {
  const { desk } = input;
  const answers = new Map<string, unknown>();
  const answered = <A>(key: string, work: () => Steps<A>): A => {
    if (answers.has(key)) return answers.get(key) as A;
    throw new Unanswered(key, work);
  };
  const patient: Desk = {
    ...desk,
    numbers: (asks) => answered(`numbers ${JSON.stringify(asks)}`, () => desk.numbersInSteps(asks)),
    table: (ask) => answered(`table ${JSON.stringify(ask)}`, () => desk.tableInSteps(ask)),
    explain: (ask) => answered(`explain ${JSON.stringify(ask)}`, () => inOne(() => desk.explain(ask))),
  };
  for (;;) {
    yield;
    try {
      return make({ ...input, desk: patient, work: (key, steps) => answered(`work ${key}`, steps) });
    } catch (stop) {
      if (!(stop instanceof Unanswered)) throw stop;
      answers.set(stop.key, yield* stop.work());
    }
  }
}

function* inOne<A>(work: () => A): Steps<A> {
  yield;
  return work();
}

class Unanswered extends Error {
  constructor(
    readonly key: string,
    readonly work: () => Steps<unknown>,
  ) {
    super("unanswered");
  }
}
