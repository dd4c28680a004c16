import type { KindHeaders } from "./words";

/** Activities: Pipedrive, Salesforce, HubSpot, Zoho, Close, SuiteCRM, and lists kept by hand. */
export const activityHeaders: KindHeaders<"activity"> = {
  id: {
    verified: "activity pipedrive system id",
    documented: "activity id",
    usual: "id|record id|task id|call id|meeting id|event id|id activitate|nr crt|nr",
    not: "all",
  },
  type: {
    verified: "activity type",
    documented: "type|task subtype|event subtype|task",
    usual: "module|action|channel|actiune|tip actiune|tip interactiune|interaction type|tip contact",
    not: "new existing|business type|category|tip afacere|tip vanzare|categorie",
  },
  subject: {
    verified: "activity subject|subject",
    usual: "task subject|meeting title|call subject|task name",
  },
  date: {
    verified: "activity due date|date",
    documented: "due date|activity at",
    usual:
      "date created|create date|call date|meeting date|task date|event date|completed on|data apelului|data intalnirii|data sarcinii",
    not: "cost date|expense date|survey date|response date|month|data costului|data cheltuielii|data raspunsului|luna|task due date",
  },
  completedDate: {
    verified: "activity marked as done time",
    documented: "completed date|completed date time",
    not: "closed date",
  },
  createdDate: {
    verified: "activity creation date",
    documented: "created date",
    usual:
      "created|created at|created on|created time|date created|creation date|add time|data crearii|data creare|creat la|erstellt am|erstellungsdatum|date de creation|cree le|fecha de creacion|creado el",
    not: "all",
  },
  done: { verified: "activity done|status", usual: "is done|done yes no|rezolvat|indeplinit" },
  owner: {
    verified: "activity assigned to user|assigned|atribuit lui|zugewiesen an|assigne a|asignado a",
    documented: "assigned to|user name",
    usual:
      "activity assigned to|activity owner|organizer|created by user|agent comercial|persoana responsabila",
    not: "contact owner",
  },
  duration: {
    verified: "activity duration",
    documented: "call duration|duration",
    usual: "talk time|call length|meeting duration|durata apel",
  },
  direction: { documented: "call type" },
  outcome: { documented: "call result" },
  dealRef: { verified: "deal|opportunity", documented: "related to", usual: "activity deal" },
  leadRef: { verified: "lead", documented: "lead name|lead id" },
  customerRef: {
    verified: "organization|contact person|company account|contact",
    usual: "contact email|customer name|client name|email client|firma client|nume contact",
  },
};
