import { between, byLabel, is, isBetween, year, type Case } from "./cases";
import { wonIn } from "./deal-formulas";
import { activities, deals, surveys } from "./sample";
import { groupsOf } from "./tables";

const { comments, date, direction, directMessages, done, duration, likes, shares, subject, type } =
  activities.columns;
const { closedDate, status } = deals.columns;
const { scaleMax, score } = surveys.columns;

const inYear = between("Activities[date]", year);
const doneInYear = `${inYear},Activities[done],"yes"`;
const own = `${doneInYear},Activities[direction],"<>in"`;

export const activityCases: readonly Case[] = [
  {
    id: "ACTIVITIES",
    args: { type, date, done, ...year },
    formula: `=COUNTIFS(${doneInYear},Activities[type],"<>Note")`,
    why: "what is done; notes are no activity",
  },
  {
    id: "CALLS",
    args: { type, date, done, direction, ...year },
    formula: `=COUNTIFS(${own},Activities[type],"Call")`,
    why: "own calls that took place",
  },
  {
    id: "EMAILS",
    args: { type, date, done, direction, ...year },
    formula: `=COUNTIFS(${own},Activities[type],"Email")`,
    why: "e-mails sent",
  },
  {
    id: "MEETINGS",
    args: { type, date, done, ...year },
    formula: `=SUM(COUNTIFS(${inYear},Activities[type],{"Meeting","Demo"},Activities[done],"<>cancelled"))`,
    why: "meetings and demos scheduled, not cancelled",
  },
  {
    id: "DEMOS",
    args: { type, date, done, ...year },
    formula: `=COUNTIFS(${doneInYear},Activities[type],"Demo")`,
    why: "demos held",
  },
  {
    id: "FOLLOWUPS",
    args: { type, date, done, ...year },
    formula: `=COUNTIFS(${doneInYear},Activities[type],"Follow-up")`,
    why: "follow-ups done",
  },
  {
    id: "PROPOSALS",
    args: { type, date, done, ...year },
    formula: `=COUNTIFS(${doneInYear},Activities[type],"Proposal")`,
    why: "proposals sent",
  },
  {
    id: "SOCIAL",
    args: { type, date, likes, comments, shares, directMessages, ...year },
    formula: `=${["likes", "comments", "shares", "directMessages"].map((name) => `SUMIFS(Activities[${name}],${inYear},Activities[type],"Social")`).join("+")}`,
    why: "likes, comments, shares and messages",
  },
  {
    id: "ACTIVITYRATIO",
    args: { type, date, done, status, closedDate, ...year },
    formula: `=SUM(COUNTIFS(${doneInYear},Activities[type],{"Call","Email","Meeting"}))/COUNTIFS(${wonIn(year)})`,
    why: "calls, e-mails and meetings per won deal",
  },
  {
    id: "TIMEBYTYPE",
    args: { type, duration, date, done, ...year },
    formula: byLabel(
      groupsOf(type),
      (name) => `=SUMIFS(Activities[duration],${doneInYear},Activities[type],${is(name)})`,
      (name) =>
        `=SUMIFS(Activities[duration],${doneInYear},Activities[type],${is(name)})/SUMIFS(Activities[duration],${doneInYear})`,
    ),
    why: "hours by type, and their share",
  },
  {
    id: "EVENTS",
    args: { type, date, done, subject, ...year },
    formula: `{=SUM(IF((Activities[type]="Networking event")*(Activities[done]="yes")*${isBetween("Activities[date]", year)},1/COUNTIFS(Activities[type],"Networking event",Activities[done],"yes",Activities[subject],Activities[subject],Activities[day],Activities[day])))}`,
    why: "different days and names, counted once each",
  },
  {
    id: "CSAT",
    args: { score, date: surveys.columns.date, scaleMax, ...year },
    formula: `=COUNTIFS(${between("Surveys[date]", year)},Surveys[score],">=4",Surveys[score],"<=5")/COUNTIFS(${between("Surveys[date]", year)},Surveys[score],"<=5")`,
    why: "4 and 5 of 5; answers off the scale left out",
  },
  {
    id: "CSAT",
    args: { score, date: surveys.columns.date, scaleMax, ...year, options: "method=mean" },
    formula: `=AVERAGEIFS(Surveys[score],${between("Surveys[date]", year)},Surveys[score],"<=5")`,
    why: "mean score",
  },
  {
    id: "ACTIVITYRATIO",
    args: { type, date, done, status, closedDate, ...year, options: "denominator=won+lost" },
    formula: `=SUM(COUNTIFS(${doneInYear},Activities[type],{"Call","Email","Meeting"}))/SUM(COUNTIFS(Deals[status],{"Won","Lost"},${between("Deals[closedDate]", year)}))`,
    why: "per closed deal",
  },
];
