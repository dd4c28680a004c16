import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compareVersions, membersUsed, type UsedMember } from "./members";

/*
 * The manifest asks for SharedRuntime 1.1 and nothing else. By Microsoft's tables of requirement sets the oldest Excel that
 * has it is version 2002, build 12527.20092 (Windows) and 16.35 (Mac): these have ExcelApi 1.10; 1.11 came with build
 * 12527.20470. Whatever is newer needs isSetSupported, and another way where the answer is no.
 */
const GUARANTEED: Record<string, string> = {
  ExcelApi: "1.10",
  CustomFunctionsRuntime: "1.2",
  SharedRuntime: "1.1",
};
/** Where the client of the package ends; the workbench adds what the add-in uses beyond it. */
const CLIENT = "1.15";

const ADDIN = ["workbook", "taskpane", "functions", "commands", "dataset"].map((folder) => `src/${folder}`);
const used = membersUsed(ADDIN);
const text = (file: string) => readFileSync(join(__dirname, "../..", file), "utf8");

/** The file asks for the set before it uses the member. */
function isGuarded({ set, version = "" }: UsedMember, file: string): boolean {
  const asked = [...text(file).matchAll(/isSetSupported\("(\w+)", "(\d+\.\d+)"\)/g)];
  return asked.some(([, name, since = ""]) => name === set && compareVersions(since, version) >= 0);
}

const isNewer = (member: UsedMember, than: Record<string, string>) =>
  member.set !== undefined &&
  member.version !== undefined &&
  (than[member.set] === undefined || compareVersions(member.version, than[member.set] ?? "") > 0);

test("members of the object model are found, with their requirement sets", () => {
  const versions = new Map(
    used.map(({ member, set, version }) => [member, set && `${set} ${version ?? ""}`]),
  );
  expect(versions.get("Worksheet.getUsedRangeOrNullObject")).toBe("ExcelApi 1.4");
  expect(versions.get("Range.getSpillingToRangeOrNullObject")).toBe("ExcelApi 1.12");
  expect(versions.get("NumberFormatInfo.numberDecimalSeparator")).toBe("ExcelApi 1.11");
  expect(used.length).toBeGreaterThan(60);
});

test("1.9 comes before 1.10", () => {
  expect(compareVersions("1.9", "1.10")).toBeLessThan(0);
});

test("nothing newer than what every Excel with a shared runtime has is used unguarded", () => {
  const unguarded = used
    .filter((member) => isNewer(member, GUARANTEED))
    .flatMap((member) =>
      member.files
        .filter((file) => !isGuarded(member, file))
        .map((file) => `${file}: ${member.member} needs ${member.set ?? ""} ${member.version ?? ""}`),
    );
  expect(unguarded).toEqual([]);
});

test("what the package's client lacks, the workbench adds", () => {
  const added = text("src/workbench/host/newerMembers.ts");
  const missing = used
    .filter((member) => member.set === "ExcelApi" && isNewer(member, { ExcelApi: CLIENT }))
    .filter(({ member }) => !added.includes(`add("${member.replace(".", '", "')}"`));
  expect(missing).toEqual([]);
});

test("the contract checks use every member of Excel's that the add-in uses", () => {
  const checked = new Set(membersUsed(["test/excel/checks"]).map(({ member }) => member));
  const unchecked = used.filter(({ set, member }) => set?.startsWith("ExcelApi") && !checked.has(member));
  expect(unchecked.map(({ member }) => member)).toEqual([]);
});
