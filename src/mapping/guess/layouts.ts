import type { Kind } from "../../core/records/roles";
import type { Block } from "../block";
import { plainHeaders } from "./candidates";

/** The columns of a tool's usual export. */
export interface Layout {
  readonly tool: string;
  readonly kind: Kind;
}

interface KnownLayout extends Layout {
  /** As they are compared, separated by `|`. */
  readonly headers: string;
  /** How many of them show the layout; three quarters where nothing is said. */
  readonly least?: number;
}

/** The export whose columns a block has; people add and drop a few. */
export function layoutOf(block: Block): Layout | undefined {
  const headers = new Set(plainHeaders(block));
  let best: Layout | undefined;
  let most = 0;
  for (const layout of LAYOUTS) {
    const known = layout.headers.split("|");
    const found = known.filter((header) => headers.has(header)).length;
    if (found >= (layout.least ?? Math.ceil(0.75 * known.length)) && found > most)
      [best, most] = [layout, found];
  }
  return best;
}

const LAYOUTS: readonly KnownLayout[] = [
  {
    tool: "Pipedrive",
    kind: "deal",
    headers:
      "deal id|deal title|deal creator|deal owner|deal value|deal currency of value|deal weighted value|deal currency of weighted value|deal probability|deal organization|deal organization id|deal pipeline|deal contact person|deal contact person id|deal stage|deal label|deal status|deal deal created|deal update time|deal last stage change|deal next activity date|deal last activity date|deal won time|deal last email received|deal last email sent|deal lost time|deal deal closed on|deal lost reason|deal visible to|deal total activities|deal done activities|deal activities to do|deal email messages count|deal expected close date|deal product quantity|deal product amount|deal product name|deal source origin|deal source origin id|deal source channel|deal source channel id|deal archive status|deal archive time",
  },
  {
    tool: "Pipedrive",
    kind: "activity",
    headers:
      "activity subject|activity due date|activity assigned to user|activity note|activity type|activity done|activity due time|activity duration|activity marked as done time|activity creation date|deal|lead|organization|contact person|activity pipedrive system id",
  },
  {
    tool: "Pipedrive",
    kind: "lead",
    headers:
      "lead title|lead labels|contact person|organization|lead owner|lead source channel|lead source channel id|lead pipedrive system id",
  },
  {
    tool: "HubSpot",
    kind: "deal",
    headers:
      "record id|deal name|deal stage|amount|deal owner|close date|create date|pipeline|associated company|associated contact|last activity date",
  },
  {
    tool: "HubSpot",
    kind: "lead",
    headers:
      "record id|first name|last name|email|phone number|contact owner|lifecycle stage|lead status|create date|last activity date|associated company",
  },
  {
    tool: "Salesforce",
    kind: "deal",
    headers:
      "opportunity owner|account name|opportunity name|stage|fiscal period|amount|expected revenue|probability %|age|close date|created date|next step|lead source|type",
  },
  {
    tool: "Salesforce",
    kind: "lead",
    headers:
      "lead owner|first name|last name|title|company account|lead source|rating|street|email|lead status|create date|converted|converted date",
  },
  {
    tool: "Salesforce",
    kind: "activity",
    headers:
      "subject|first name|last name|date|priority|status|task|company account|created by|assigned|contact|lead|opportunity|task subtype",
  },
  {
    tool: "Zoho",
    kind: "deal",
    headers:
      "deal owner|deal name|account name|type|lead source|campaign source|contact name|amount|closing date|next step|stage|probability|expected revenue|created by|modified by|description",
  },
  {
    tool: "Zoho",
    kind: "lead",
    headers:
      "lead owner|salutation|first name|title|last name|company|lead source|industry|annual revenue|phone|mobile|fax|email|secondary email|skype id|web site|lead status|rating|no of employees|email opt out|created by|modified by",
  },
  {
    tool: "Freshsales",
    kind: "deal",
    headers:
      "deal name|deal value|type|expected close date|closed date|product|payment status|probability|owner|deal pipeline|deal stage|account|related contacts|source|campaign",
  },
  {
    tool: "Copper",
    kind: "lead",
    headers:
      "lead name|company|owner|title|value|email|phone|status|source|address|description|visibility|tags",
  },
  {
    tool: "Close",
    kind: "deal",
    headers:
      "id|lead id|lead name|status label|status type|pipeline name|date created|date updated|date won|date lost|value|value period|value formatted|confidence|user name|note",
  },
  {
    tool: "Shopify",
    kind: "deal",
    headers:
      "name|email|financial status|paid at|fulfillment status|fulfilled at|accepts marketing|currency|subtotal|shipping|taxes|total|discount code|discount amount|shipping method|created at|lineitem quantity|lineitem name|lineitem price|lineitem compare at price|lineitem sku|lineitem requires shipping|lineitem taxable|lineitem fulfillment status|billing name|billing company|billing city|billing country|shipping name|notes|note attributes|cancelled at|payment method|payment reference|refunded amount|vendor|outstanding balance|id|tags|risk level|source",
  },
  {
    tool: "Stripe",
    kind: "deal",
    headers:
      "id|created date utc|amount|amount refunded|currency|captured|converted amount|converted amount refunded|converted currency|fee|is link|mode|payment source type|status|taxes on fee|description|customer email|invoice id|transfer",
  },
  {
    tool: "monday.com",
    kind: "deal",
    headers:
      "name|owner|stage|deal value|close probability|expected close date|forecast value|contacts|last interaction",
  },
  {
    tool: "Odoo",
    kind: "deal",
    headers:
      "opportunity|salesperson|sales team|expected revenue|prorated revenue|expected closing|contact name|created on",
    least: 3,
  },
];
