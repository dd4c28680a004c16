import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** A member of Microsoft's object model that the code uses. */
export interface UsedMember {
  /** "Range.getSpillingToRangeOrNullObject" */
  readonly member: string;
  /** "ExcelApi", and since which version; missing where the documentation names none. */
  readonly set?: string;
  readonly version?: string;
  readonly files: readonly string[];
}

const ROOT = join(__dirname, "../..");

/** Every member of Excel.*, Office.* and CustomFunctions.* used below these folders, by the types' own documentation. */
export function membersUsed(folders: readonly string[]): UsedMember[] {
  const files = folders.flatMap((folder) => sourceFiles(join(ROOT, folder)));
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const options = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT).options;
  const program = ts.createProgram(files, { ...options, noEmit: true, skipLibCheck: true });
  const checker = program.getTypeChecker();
  const found = new Map<string, { set: RequirementSet | undefined; files: Set<string> }>();

  const note = (symbol: ts.Symbol | undefined, file: string) => {
    const declaration = symbol?.declarations?.find(isOffice);
    if (!symbol || !declaration) return;
    const owner = ownerOf(declaration);
    const name = owner === undefined ? symbol.name : `${owner.name}.${symbol.name}`;
    const set = setOf(symbol, checker) ?? (owner?.symbol && setOf(owner.symbol, checker));
    const entry = found.get(name) ?? { set, files: new Set<string>() };
    found.set(name, { set: newer(entry.set, set), files: entry.files.add(file) });
  };

  for (const path of files) {
    const source = program.getSourceFile(path);
    const file = relative(ROOT, path);
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node) && !ts.isTypeNode(node))
        note(checker.getSymbolAtLocation(node.name), file);
      if (ts.isBindingElement(node)) {
        const key = node.propertyName ?? node.name;
        const type = checker.getTypeAtLocation(node.parent);
        if (ts.isIdentifier(key)) note(type.getProperty(key.text), file);
      }
      if (ts.isCallExpression(node)) for (const symbol of loaded(node, checker)) note(symbol, file);
      if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
    };
    if (source) visit(source);
  }
  return [...found]
    .map(([member, { set, files: where }]) => ({ member, ...set, files: [...where].sort() }))
    .sort((a, b) => a.member.localeCompare(b.member));
}

/** Negative, 0 or positive, as 1.9 comes before 1.10. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split(".").map(Number)) as [number[], number[]];
  return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0);
}

interface RequirementSet {
  readonly set: string;
  readonly version: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function isOffice(declaration: ts.Declaration): boolean {
  return /@types\/(office-js|custom-functions-runtime)\//.test(declaration.getSourceFile().fileName);
}

function ownerOf(declaration: ts.Declaration): { name: string; symbol?: ts.Symbol } | undefined {
  const { parent } = declaration;
  if (ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent)) {
    const symbol = (parent as unknown as { symbol: ts.Symbol }).symbol;
    return { name: parent.name?.text ?? "", symbol };
  }
  if (ts.isModuleBlock(parent) && ts.isIdentifier(parent.parent.name))
    return { name: parent.parent.name.text };
  return undefined;
}

/** "[Api set: ExcelApi 1.9]"; members that several hosts have name one set each, of which Excel's counts. */
function setOf(symbol: ts.Symbol, checker: ts.TypeChecker): RequirementSet | undefined {
  const texts = [
    ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    ...symbol.getJsDocTags(checker).map(({ text }) => ts.displayPartsToString(text)),
  ];
  for (const text of texts) {
    const match = /\[Api set:\s*(ExcelApi\w*|CustomFunctionsRuntime|SharedRuntime)\s+(\d+\.\d+)/.exec(text);
    if (match?.[1] && match[2]) return { set: match[1], version: match[2] };
  }
  return undefined;
}

/** `range.load("values,format/fill/color")`, `parts.load("items/id")` → the members named. */
function loaded(call: ts.CallExpression, checker: ts.TypeChecker): ts.Symbol[] {
  const { expression } = call;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "load") return [];
  const type = checker.getTypeAtLocation(expression.expression);
  const texts: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    ts.forEachChild(node, collect);
  };
  call.arguments.forEach(collect);
  return texts
    .flatMap((text) => text.split(","))
    .flatMap((path) => along(path.trim().split("/"), type, checker, call));
}

function along(steps: string[], from: ts.Type, checker: ts.TypeChecker, at: ts.Node): ts.Symbol[] {
  const symbols: ts.Symbol[] = [];
  let type = from;
  for (const step of steps) {
    const symbol = type.getProperty(step);
    if (!symbol) break;
    symbols.push(symbol);
    const next = checker.getTypeOfSymbolAtLocation(symbol, at);
    type = step === "items" ? (checker.getIndexTypeOfType(next, ts.IndexKind.Number) ?? next) : next;
  }
  return symbols;
}

function newer(a: RequirementSet | undefined, b: RequirementSet | undefined): RequirementSet | undefined {
  if (!a || !b) return a ?? b;
  return compareVersions(a.version, b.version) < 0 ? b : a;
}
