import { between, byLabel, dateText, is, isBetween, year, type Case } from "./cases";
import { leads } from "./sample";
import { groupsOf } from "./tables";

const { convertedDate, createdDate, firstResponseDate, referredBy, source, status } = leads.columns;

const created = between("Leads[createdDate]", year);
const isCreated = isBetween("Leads[createdDate]", year);
const asOf = "2025-04-15";

export const leadCases: readonly Case[] = [
  {
    id: "LEADCONV",
    args: { createdDate, convertedDate, ...year },
    formula: `=COUNTIFS(${created},Leads[convertedDate],">0")/COUNTIFS(${created})`,
    why: "converted, of those created in the period",
  },
  {
    id: "LEADCONV",
    args: { createdDate, leadStatus: status, ...year },
    formula: `=COUNTIFS(${created},Leads[status],"Converted")/COUNTIFS(${created})`,
    why: "by status",
  },
  {
    id: "LEADCONV",
    args: { createdDate, convertedDate, ...year, asOf },
    formula: `=COUNTIFS(${created},Leads[createdDate],"<"&${dateText(asOf)}+1,Leads[convertedDate],">0",Leads[convertedDate],"<"&${dateText(asOf)}+1)/COUNTIFS(${created},Leads[createdDate],"<"&${dateText(asOf)}+1)`,
    why: "as known on a past day",
  },
  {
    id: "LEADCONV",
    args: { createdDate, convertedDate, ...year, options: "basis=period" },
    formula: `=COUNTIFS(${between("Leads[convertedDate]", year)})/COUNTIFS(${created})`,
    why: "conversions dated in the period",
  },
  {
    id: "BY",
    args: { metric: "LEADCONV", group: source, columns: [createdDate, convertedDate] },
    formula: byLabel(
      groupsOf(source),
      (name) =>
        `=COUNTIFS(Leads[convertedDate],">0",Leads[source],${is(name)})/COUNTIFS(Leads[source],${is(name)})`,
    ),
    why: "conversion by source",
  },
  {
    id: "CONVBYSOURCE",
    args: { source, createdDate, convertedDate, ...year },
    formula: byLabel(
      groupsOf(source),
      (name) => `=COUNTIFS(${created},Leads[source],${is(name)})`,
      (name) => `=COUNTIFS(${created},Leads[source],${is(name)},Leads[convertedDate],">0")`,
      (name) =>
        `=COUNTIFS(${created},Leads[source],${is(name)},Leads[convertedDate],">0")/COUNTIFS(${created},Leads[source],${is(name)})`,
    ),
    why: "leads, converted and rate by source",
  },
  {
    id: "LEADRESPONSE",
    args: { createdDate, firstResponseDate, ...year },
    formula: `{=MEDIAN(IF(${isCreated}*(Leads[waited]<>""),Leads[waited]))}`,
    why: "median hours of those answered; answers before the lead left out",
  },
  {
    id: "LEADRESPONSE",
    args: { createdDate, firstResponseDate, ...year, options: "statistic=mean" },
    formula: `=AVERAGEIFS(Leads[waited],${created})`,
    why: "mean",
  },
  {
    id: "LEADRESPONSE",
    args: { createdDate, firstResponseDate, ...year, options: "clock=business; statistic=mean" },
    formula: `=AVERAGEIFS(Leads[waitedBusiness],${created})`,
    why: "business hours with NETWORKDAYS",
  },
  {
    id: "SLA",
    args: { createdDate, firstResponseDate, ...year, options: "limit=60" },
    formula: `=COUNTIFS(${created},Leads[waited],"<1.000001")/(COUNTIFS(${created})-COUNTIFS(${created},Leads[firstResponseDate],">0",Leads[waited],""))`,
    why: "answered within the hour; unanswered is missed",
  },
  {
    id: "REFERRALS",
    args: { createdDate, source, referredBy, ...year },
    formula: `=SUM(COUNTIFS(${created},Leads[source],{"Referral","Partner"}))+COUNTIFS(${created},Leads[source],"<>Referral",Leads[source],"<>Partner",Leads[referredBy],"<>")`,
    why: "by source (a partner refers too) or by name",
  },
  {
    id: "LEADRESPONSE",
    args: { createdDate, firstResponseDate, ...year, options: "statistic=p90; unit=minutes" },
    formula: `{=60*PERCENTILE.INC(IF(${isCreated}*(Leads[waited]<>""),Leads[waited]),0.9)}`,
    why: "nine of ten were answered within, in minutes",
  },
  {
    id: "LEADRESPONSE",
    args: { createdDate, firstResponseDate, ...year, asOf, options: "statistic=mean" },
    formula: `=AVERAGEIFS(Leads[waited],${created},Leads[createdDate],"<"&${dateText(asOf)}+1,Leads[firstResponseDate],"<"&${dateText(asOf)}+1)`,
    why: "answers known on a past day",
  },
  {
    id: "INQUIRYRESPONSE",
    args: { inquiryDate: createdDate, replyDate: firstResponseDate, ...year },
    formula: `=AVERAGEIFS(Leads[waited],${created})`,
    why: "mean; the leads taken for inquiries",
  },
  {
    id: "SLA",
    args: { createdDate, firstResponseDate, ...year, asOf },
    formula: `=COUNTIFS(${created},Leads[createdDate],"<"&${dateText(asOf)}+1-5/1440,Leads[waited],"<="&5/60)/(COUNTIFS(${created},Leads[createdDate],"<"&${dateText(asOf)}+1-5/1440)-COUNTIFS(${created},Leads[createdDate],"<"&${dateText(asOf)}+1-5/1440,Leads[firstResponseDate],">0",Leads[waited],""))`,
    why: "five minutes, for leads whose time was up on a past day",
  },
  {
    id: "SLA",
    args: {
      createdDate,
      firstResponseDate,
      ...year,
      asOf: year.to,
      options: "limit=60; leads=answered; clock=business",
    },
    formula: `=COUNTIFS(${created},Leads[waitedBusiness],"<1.000001")/COUNTIFS(${created},Leads[waitedBusiness],">=0")`,
    why: "within a business hour (no round binary fraction of a day), of those answered",
  },
];
