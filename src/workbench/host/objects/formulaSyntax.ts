/** Whether a formula's brackets, braces and quotes close; Excel refuses one in which they do not. */
export function closes(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, "").replace(/'(?:[^']|'')*'/g, "");
  if (bare.includes('"')) return false;
  const open: string[] = [];
  for (const sign of bare.replace(/\[[^[\]]*\]/g, "").matchAll(/[(){}]/g)) {
    if (sign[0] === "(" || sign[0] === "{") open.push(sign[0]);
    else if (open.pop() !== (sign[0] === ")" ? "(" : "{")) return false;
  }
  return open.length === 0;
}
