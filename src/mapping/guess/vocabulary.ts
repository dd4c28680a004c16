import type { Kind, Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import {
  activityDoneWords,
  activityTypeWords,
  callOutcomeWords,
  costCategoryWords,
  dealTypeWords,
  directionWords,
  leadStatusWords,
  sourceGroupWords,
  statusWords,
  yesNoWords,
} from "../../core/records/vocabulary-data";

/** A list of words with a class for each, as the metrics read them. */
export interface Vocabulary {
  readonly name: string;
  /** The classes a word can be given. */
  readonly classes: readonly string[];
  classOf(word: string): string | undefined;
  /** What the metrics take a word for that has no class; undefined where it is then none of the classes. */
  readonly otherwise?: string;
}

/** The vocabulary of a role's words; undefined where the words mean only themselves (owners, products). */
export function vocabularyOf(kind: Kind, role: Role): Vocabulary | undefined {
  switch (`${kind}.${role}`) {
    case "deal.status":
    case "deal.stage":
    case "stage.kind":
      return dealStatus;
    case "lead.status":
      return leadStatus;
    case "subscription.status":
      return subscriptionStatus;
    case "deal.type":
    case "subscription.type":
      return dealType;
    case "deal.source":
    case "lead.source":
    case "subscription.source":
      return source;
    case "activity.type":
      return activityType;
    case "activity.done":
      return done;
    case "activity.outcome":
      return callOutcome;
    case "activity.direction":
      return direction;
    case "lead.converted":
      return yesNo;
    case "cost.category":
      return costCategory;
    default:
      return undefined;
  }
}

type Words = Readonly<Record<string, readonly string[]>>;

/** Words of deals still open: to the metrics every word that is neither won nor lost is one. */
const OPEN: Words = {
  open: [
    "open|active|in progress|pipeline|pending|new|ongoing|authorized|partially paid|negotiation|negotiations started|proposal|proposal made|qualification|qualified|prospecting|prospect|lead in|contact made|demo scheduled|needs analysis|value proposition|discovery|presented|on hold|draft|sent|quoted|engaging|unpaid",
    "deschis|deschisă|activ|activă|în lucru|în curs|în desfășurare|în așteptare|suspendat|nou|nouă|ofertat|ofertată|ofertă trimisă|negociere|în negociere|calificare|prospectare|prezentare|contactat|neplătit",
    "offen|aktiv|in bearbeitung|verhandlung|angebot|ouvert|ouverte|en cours|actif|négociation|abierto|abierta|activo|en curso|negociación",
  ],
};

/**
 * A subscription's status tells whether it runs; in a column called "churned", yes says that the customer has left. Words of
 * both lists are the later one's.
 */
const SUBSCRIPTION: Words = {
  left: [
    ...statusWords.lost,
    ...statusWords.cancelled,
    ...yesNoWords.yes,
    "churned|churn|inactive|ended|expired|terminated|closed|gone|unsubscribed|încetat|reziliat|expirat|inactiv|plecat|dezabonat|gekündigt",
  ],
  active: [
    ...yesNoWords.no,
    "active|current|live|running|trialing|trial|paying|activ|activă|curent|în derulare|aktiv|laufend|actif|activo|activa",
  ],
};

/** A lead's flag may also hold the status that it turns into. */
const CONVERTED: Words = {
  yes: [...leadStatusWords.converted, ...yesNoWords.yes],
  no: yesNoWords.no,
};

const dealStatus = vocabulary(
  "dealStatus",
  { ...OPEN, ...statusWords },
  ["open", "won", "lost", "cancelled"],
  "open",
);
const leadStatus = vocabulary("leadStatus", leadStatusWords);
const subscriptionStatus = vocabulary("subscriptionStatus", SUBSCRIPTION, undefined, "active");
const dealType = vocabulary("dealType", dealTypeWords);
const source = vocabulary("sourceGroup", sourceGroupWords);
const activityType = vocabulary("activityType", activityTypeWords);
const done = vocabulary("activityDone", activityDoneWords, undefined, "planned");
const callOutcome = vocabulary("callOutcome", callOutcomeWords);
const direction = vocabulary("direction", directionWords);
const yesNo = vocabulary("yesNo", CONVERTED, undefined, "no");
const costCategory = vocabulary("costCategory", costCategoryWords);

function vocabulary(
  name: string,
  words: Words,
  classes = Object.keys(words),
  otherwise?: string,
): Vocabulary {
  let index: Map<string, string> | undefined;
  return {
    name,
    classes,
    ...(otherwise === undefined ? {} : { otherwise }),
    classOf(word) {
      if (index === undefined) {
        index = new Map();
        for (const [meaning, lines] of Object.entries(words)) {
          for (const line of lines)
            for (const entry of line.split("|")) index.set(normaliseWord(entry), meaning);
        }
      }
      const meaning = index.get(normaliseWord(word));
      return meaning !== undefined && classes.includes(meaning) ? meaning : undefined;
    },
  };
}
