const ts = require("typescript");

const WORDS = new Set(["definition", "formula", "disagree"]);
const OF_DECLARATIONS = new Set(["source", "example"]);
/** What only the pane sorts and colours by, and what EXPLAIN says, which the pane's script answers. */
const OF_PANE = new Set(["families", "better", "total", "beyondWhole", "remarks"]);
const NUMBERS = new Set(["requiredNumber", "optionalNumber"]);

/**
 * Loader for the metrics' declarations in the functions' script: leaves out the texts that only DEFINE and METRICS
 * show, which are then the pane's to give (src/reference/words.ts).
 */
module.exports = function stripWords(source) {
  const cuts = [];
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node)) {
      const names = new Set(node.properties.map((property) => property.name?.text));
      const declares = ["families", "id", "text"].some((name) => names.has(name));
      for (const property of node.properties) {
        const text = property.name?.text;
        const isSaid = ts.isPropertyAssignment(property) && isText(property.initializer);
        if (isSaid && (WORDS.has(text) || (declares && OF_DECLARATIONS.has(text)))) cuts.push(property);
        if (declares && OF_PANE.has(text)) cuts.push(property);
      }
    }
    if (ts.isCallExpression(node) && NUMBERS.has(node.expression.text)) {
      const [, texts] = node.arguments;
      if (texts && ts.isObjectLiteralExpression(texts)) cuts.push(...texts.properties);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(this.resourcePath, source, ts.ScriptTarget.Latest, true));
  cuts.sort((one, other) => one.pos - other.pos);
  return cuts.reduceRight((text, property) => {
    const comma = /^\s*,/.exec(text.slice(property.end))?.[0].length ?? 0;
    return text.slice(0, property.getFullStart()) + text.slice(property.end + comma);
  }, source);
};

function isText(node) {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateExpression(node) ||
    (ts.isBinaryExpression(node) && isText(node.left))
  );
}
