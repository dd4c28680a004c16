export { asksFor, needsPeriod } from "./default-reading";
export {
  commonOptionTexts,
  describeMetric,
  exampleResult,
  type ArgumentText,
  type ExampleResult,
  type MetricReference,
  type OptionText,
} from "./describe";
export { helperName, helperReferences, type HelperReference } from "./helpers";
export { kindName } from "../core/kind-names";
export { referenceTexts, type ReferenceTexts } from "./texts";
