import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

const folder = mkdtempSync(join(tmpdir(), "portfolio-"));
const catalogue = rooms.catalogue();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cli(...args: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { stdout: { write: (text: string) => out.push(text) }, stderr: { write: (text: string) => err.push(text) }, env: {}, folder, today: () => "2026-07-01", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: () => catalogue } };
  return { exit: await run(args, io), out: out.join(""), err: err.join("") };
}

const deal = (id: string, topics: string): string => `id: ${id}\ntitle: The deal ${id}\nwritten: "2026-01-01"\nparties: [{ id: archive, role: licensor, name: "Acme Archive, Inc." }, { id: ${id}-lab, role: licensee }]\nassets: [{ id: scans, kind: dataset, layers: [copyright] }]\nsigned: { on: "2026-01-01", evidence: paper }\ntopics: ${topics}\n`;

beforeAll(() => {
  mkdirSync(join(folder, "all", "papers"), { recursive: true });
  const put = (file: string, text: string): void => writeFileSync(join(folder, "all", file), text);
  put("one.yaml", deal("one", `{ exclusivity: { version: neutral }, term-and-renewal: { version: neutral, with: { from: "2026-01-01", initial: P1Y } } }`));
  put("two.yaml", deal("two", `{ field-of-use: { version: neutral, with: { fields: [finance] } }, term-and-renewal: { version: neutral, with: { from: "2026-01-01", initial: P1Y } } }`));
  put("two-a.yaml", `agreement: two\nid: first\nfrom: "2026-03-01"\ntopics: { field-of-use: { version: licensee } }\n`);
  put("papers/license.txt", `DATA LICENSE AGREEMENT

This Data License Agreement (the "Agreement") is entered into as of March 3, 2026 by and between Acme Archive, Inc., a Delaware corporation ("Licensor"), and Beta Labs LLC, a Texas limited liability company ("Licensee").

1. License Grant. Subject to the terms of this Agreement, Licensor hereby grants to Licensee a non-exclusive, non-transferable license to use the Data.

2. Governing Law. This Agreement shall be governed by and construed in accordance with the laws of the State of New York.
`);
  put("papers/broken.pdf", "%PDF-1.4\nnothing");
  put("papers/logo.svg", "<svg/>");
});

interface Whole {
  readonly families: readonly { readonly id: string; readonly documents: readonly { readonly file: string }[]; readonly terms: readonly { readonly kind: string | null; readonly term: { readonly place: { readonly file: string; readonly start: number; readonly end: number; readonly quote: string } } }[] }[];
  readonly findings: readonly { readonly kind: string; readonly severity: string; readonly families: readonly string[]; readonly places: readonly { readonly file: string; readonly quote: string }[] }[];
  readonly problems: readonly { readonly file: string }[];
  readonly leftOut: readonly { readonly file: string }[];
}

test("a folder is looked at as one thing: what is broken is told, and the rest is read", async () => {
  const { exit, out, err } = await cli("portfolio", "all", "--format", "json");
  const { families, findings, problems, leftOut } = JSON.parse(out) as Whole;
  expect(exit).toBe(3);
  expect(err).toContain("papers/broken.pdf");
  expect([problems.map(({ file }) => file), leftOut.map(({ file }) => file)]).toEqual([["papers/broken.pdf"], ["papers/logo.svg"]]);
  expect(families.map(({ id, documents }) => [id, documents.length])).toEqual([["one", 1], ["two", 2], ["papers/license.txt", 1]]);
  // The amendment opened every field, and the exclusive one among them.
  expect(findings.filter(({ kind, severity }) => kind === "exclusivity" && severity === "conflict").map((each) => [each.families, each.places.map(({ file }) => file)])).toEqual([[["one", "two"], ["one.yaml", "two.yaml", "two-a.yaml", "two.yaml"]]]);
  // Between a deal and words a person has to look.
  expect(findings.filter(({ kind, severity }) => kind === "exclusivity" && severity === "look").map((each) => each.families)).toEqual([["one", "papers/license.txt"]]);
  const text = readFileSync(join(folder, "all", "papers", "license.txt"), "utf8");
  for (const { term: { place } } of families[2]!.terms) expect(text.slice(place.start, place.end)).toBe(place.quote);
});

test("it is said in words, gated, and searched", async () => {
  rmSync(join(folder, "all", "papers", "broken.pdf"));
  const whole = await cli("portfolio", "all", "--terms", "--fail-on", "conflict");
  expect(whole.exit).toBe(2);
  expect(whole.out).toMatch(/^3 agreements in 4 documents, as of 2026-07-01; \d+ conflict/);
  expect(whole.out.replaceAll(/\s+/g, " ")).toContain("one.yaml, line 7, clause 4: “For 12 months from the start Acme Archive, Inc. licenses nobody else for medicine and health.");
  const found = await cli("portfolio", "all", "--search", "laws of the state", "--law", "US", "--format", "json");
  expect(found.exit).toBe(0);
  expect((JSON.parse(found.out) as { readonly found: readonly { readonly family: string }[] }).found.map(({ family }) => family)).toEqual(["papers/license.txt"]);
});

test("what was usual is written for a person to approve, never over a file, and refused before", async () => {
  expect((await cli("portfolio", "all", "--draw-playbook", "drawn.yaml")).exit).toBe(0);
  expect((await cli("portfolio", "all", "--draw-playbook", "drawn.yaml")).err).toContain("the file is there already");
  const refused = await cli("portfolio", "all", "--playbook", "drawn.yaml");
  expect([refused.exit, refused.out, refused.err.includes("nobody approved it")]).toEqual([3, "", true]);
  writeFileSync(join(folder, "drawn.yaml"), `${readFileSync(join(folder, "drawn.yaml"), "utf8")}approved: { by: Counsel, on: "2026-07-01" }\n`);
  expect((await cli("portfolio", "all", "--playbook", "drawn.yaml")).exit).toBe(0);
  expect(existsSync(join(folder, "all", "drawn.yaml"))).toBe(false);
});

test.each([
  [["portfolio", "nothing"], 1, "there is no folder `nothing`"],
  [["portfolio", "all", "--topic", "exclusivety"], 64, "exclusivity"],
  [["portfolio", "all", "--not-found"], 64, "--topic"],
  [["portfolio", "all", "--law", "Atlantis"], 64, "`Atlantis` is no place"],
  [["portfolio", "all", "--ends-by", "soon"], 64, "`soon` is no date"],
  [["portfolio", "all", "--within", "90 days"], 64, "P90D"],
])("%j is refused", async (args, exit, says) => {
  const told = await cli(...args);
  expect([told.exit, told.out, told.err.includes(says)]).toEqual([exit, "", true]);
});

test("a gate does not pass because it was held against nothing", async () => {
  mkdirSync(join(folder, "bare"));
  expect((await cli("portfolio", "bare")).exit).toBe(0);
  expect(await cli("portfolio", "bare", "--fail-on", "conflict")).toMatchObject({ exit: 1, err: expect.stringContaining("there is no agreement that could stop at the gate") });
  mkdirSync(join(folder, "few"));
  writeFileSync(join(folder, "few", "one.yaml"), deal("one", `{ exclusivity: { version: neutral } }`));
  for (const [us, exit, says] of [["archive", 0, null], ["Acme Archive", 0, null], ["archvie", 3, "did you mean `archive`?"], ["nobody", 3, "one of `archive`"]] as const) {
    const told = await cli("portfolio", "few", "--us", us, "--fail-on", "conflict");
    expect([us, told.exit, told.err.includes(says ?? "none of the agreements")]).toEqual([us, exit, says !== null]);
  }
});
