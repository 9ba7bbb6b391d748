import { loadClauses, readDeal } from "@cleartitle/agreements";
import { defaultCatalogueDir, openCatalogue } from "@cleartitle/catalogue";
import { expect, test } from "vitest";
import { jointIssues } from "../value/joint.js";
import { readNegotiation } from "./read-negotiation.js";

const { taxonomies } = openCatalogue().catalogue!;
const library = loadClauses(defaultCatalogueDir()!, taxonomies).library!;
const read = (text: string) => readNegotiation(text, { file: "n.yaml", house: { library, taxonomies } });

const party = (id: string, rest = ""): string => `  - { id: ${id}, values: { fee: { weight: 50, of: { low: 100, high: 0 } } }, reservation: 20, batna: { is: none, value: 10 }${rest} }`;
const whole = `id: n
title: A negotiation
issues:
  - { id: fee, options: { low: {}, high: {} } }
parties:
${party("a")}
${party("b")}
`;

test("a negotiation is read with its defaults", () => {
  expect(read(whole)).toMatchObject({ problems: [], negotiation: { rounds: 10, parties: [{ tactic: "linear" }, { tactic: "linear" }] } });
});

test("all that is wrong is told at once, each at its place", () => {
  const { problems } = read(`id: n
title: A negotiation
issues:
  - { id: fee, topic: prize, options: { low: {}, high: { version: neutral } } }
  - { id: fee, options: { low: { version: neutral }, high: {} } }
parties:
  - { id: a, values: { fee: { weight: 50, of: { lo: 100, high: 0 } } }, reservation: 5, batna: { is: none, value: 10 }, releases: { launch: 5 } }
  - { id: b, values: { fees: { weight: 50, of: {} } }, reservation: 20, batna: { is: none, value: 10 } }
`);
  expect(problems.map(({ line, code, message }) => [line, code, message])).toEqual([
    [4, "missing-key", "a topic is of a deal, and no `deal` is named"],
    [4, "unknown-name", "there is no topic `prize`"],
    [4, "missing-key", "an option of a topic is a clause: `version`, `own` or `silent`"],
    [5, "duplicate-id", "the id `fee` is given twice"],
    [5, "not-allowed", "a clause is of a topic, and the issue names none"],
    [7, "missing-key", "`a` does not say what `low` of `fee` is worth to it"],
    [7, "missing-key", "`a` does not say what `low` of `fee` is worth to it"],
    [7, "unknown-name", "`fee` has no option `lo`"],
    [7, "contradiction", "`a` takes 5, and has 10 without an agreement"],
    [7, "missing-key", "releases are uses of a title file, and no `title-file` is named"],
    [8, "missing-key", "`b` does not say what `fee` is worth to it"],
    [8, "missing-key", "`b` does not say what `fee` is worth to it"],
    [8, "unknown-name", "there is no issue `fees`"],
  ].toSorted((a, b) => Number(a[0]) - Number(b[0])).map((each) => expect.arrayContaining(each) as unknown));
});

test.each([
  ["one party", whole.replace(`${party("b")}\n`, ""), "parties"],
  ["an issue with one option", whole.replace(", high: {}", ""), "two options"],
  ["points with three digits behind the point", whole.replace("reservation: 20", "reservation: 20.001"), "two digits"],
  ["an unknown key", `${whole}rouns: 3\n`, "rouns"],
  ["a clause in two ways", whole.replace("low: {}", "low: { version: neutral, silent: true }"), "one of"],
])("%s is refused", (_what, text, says) => {
  const { negotiation, problems } = read(text);
  expect([negotiation, problems.some(({ message, pointer, line }) => line !== null && `${message} ${pointer ?? ""}`.includes(says))]).toEqual([null, true]);
});

test.each(["", "[]", "a: [", "\u0000", `${whole}x: ${"[".repeat(60)}`])("what is no negotiation is a problem: %j", (text) => {
  const { negotiation, problems } = read(text);
  expect([negotiation, problems.length > 0]).toEqual([null, true]);
});

const deal = readDeal(`id: d\ntitle: D\nwritten: "2026-01-01"\nparties: [{ id: a, role: licensor }, { id: b, role: licensee }]\nassets: [{ id: scans, kind: dataset, layers: [copyright] }]\ntopics: {}\n`, { file: "d.yaml", library, taxonomies }).file!;
const withIssue = (issue: string, options: readonly string[]): string => whole.replace("title: A negotiation", "title: A negotiation\ndeal: d.yaml").replace("issues:", `issues:\n  - ${issue}`).replaceAll("values: {", `values: { it: { weight: 1, of: { ${options.map((each) => `${each}: 0`).join(", ")} } },`);

test("clauses are checked as they would stand in the deal, at their place", () => {
  const { negotiation, checkClauses } = read(withIssue("{ id: it, topic: field-of-use, options: { x: { version: neutral, with: { fields: [medicl] } }, y: { silent: true } } }", ["x", "y"]));
  expect(negotiation).not.toBeNull();
  expect(checkClauses(deal).map(({ line, pointer, message }) => [line, pointer, message])).toEqual([[5, "/issues/0/options/x", "there is no `medicl` among fields"]]);
});

// What the engine could see is asked together; what is only owed, or a note that touches no act, is not.
test.each([
  ["{ id: it, topic: field-of-use, options: { x: { version: neutral, with: { fields: [medical] } }, y: { silent: true } } }", [0]],
  ["{ id: it, topic: insurance, options: { x: { version: neutral }, y: { version: licensee } } }", []],
  ["{ id: it, topic: insurance, options: { x: { version: neutral }, y: { own: { text: [As agreed.] } } } }", [0]],
  ["{ id: it, topic: most-favored, options: { x: { version: neutral }, y: { version: licensor } } }", []],
])("%s", (issue, joint) => {
  expect(jointIssues(read(withIssue(issue, ["x", "y"])).negotiation!, library)).toEqual(joint);
});
