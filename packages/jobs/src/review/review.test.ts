import { lawCalendar, openCatalogue } from "@cleartitle/catalogue";
import { decide, type World } from "@cleartitle/engine";
import { addDuration } from "@cleartitle/norms";
import { readTitleFile } from "@cleartitle/title";
import { describe, expect, it } from "vitest";
import { noticeKinds } from "./notice.js";
import { review, reviewInTurns } from "./review.js";

const { catalogue } = openCatalogue();

const title = `
us: acme
parties:
  - { id: acme, domicile: DE, facts: { monthly-active-users: { atMost: 5000, during: "2026-01-01/2026-12-31" } } }
assets:
  - { id: scans, kind: dataset, license: clinic-2024, licensor: clinic, upstream: complete }
  - { id: notes, kind: dataset }
  - { id: net, kind: model }
derivations:
  - { id: tuning, from: scans, to: net, by: finetune, on: "2026-03-01", in: DE, purpose: commercial }
instruments:
  - id: clinic-2024
    kind: agreement
    title: Agreement on pictures
    source: [{ what: "agreement as signed", where: "contract file" }]
    verified: primary
    reviewed: "2026-01-16"
    licensor: clinic
    licensee: acme
    rest: reserved
    speaksOf: { training: true, outputs: true, weights: true }
    term: { from: "2026-01-01", to: "2026-06-30" }
    bindsBy: [signature]
    covers: [scans]
    reach: { materials: { finetune: derivative } }
    norms:
      - { id: grant, permit: { actions: [reproduce, adapt, train-on, run, host], layers: [copyright, related] }, on: [materials, derivative], cite: "cl. 3.1" }
      - { id: fair, permit: { actions: [disclose], layers: [copyright] }, on: [derivative], inForce: { to: "2026-04-30" }, cite: "cl. 3.2" }
      - { id: filing, oblige: { do: report, text: "Tell the clinic", due: P30D, reading: after, control: own, creditor: clinic, evidence: [letter] }, on: [derivative], when: [run], cite: "cl. 5.6" }
statements:
  - { id: s1, about: { asset: notes }, what: license, rung: declared, value: MIT, source: { system: hub, locator: "hub/notes", retrieved: "2025-05-02T10:00:00Z" } }
  - { id: s2, about: { asset: net }, what: upstream, rung: declared, value: complete, source: { system: hub, locator: "old", retrieved: "2024-01-01" } }
  - { id: s3, about: { asset: net }, what: upstream, rung: declared, value: complete, supersedes: s2, source: { system: hub, locator: "new", retrieved: "2026-01-01" } }
observations:
  - { of: example.org, at: "2026-01-05T00:00:00Z", mechanism: robots, value: open, form: machine-readable }
  - { of: example.org, at: "2026-02-05T00:00:00Z", mechanism: robots, value: open, form: machine-readable }
waivers:
  - { id: w1, use: run, kind: any, reason: "settled in talks", by: jane, until: "2026-05-10" }
uses:
  run: { of: net, actions: [run], purpose: commercial, in: [DE], on: "2026-04-20" }
`;

function worldOf(text: string): World {
  const { graph, problems } = readTitleFile(text, { file: "cleartitle.yaml", taxonomies: catalogue!.taxonomies });
  expect(problems).toEqual([]);
  return { graph: graph!, catalogue: catalogue! };
}
const world = worldOf(title);
const on = (asOf: string, of: World = world) => review(of, decide, { asOf });
/** Law and positions have dates of their own, which the catalogue changes. */
const ours = (asOf: string) => on(asOf).filter(({ kind }) => !kind.startsWith("law-"));
const brief = (asOf: string) => ours(asOf).map(({ kind, stage, on: day, link }) => [kind, stage, day, link]);

const kinds = (question: Partial<Parameters<typeof review>[2]>) => review(world, decide, { asOf: "2026-02-20", ...question }).map((each) => [each.kind, each.on]);

const termAhead = ["term-ends", "ahead", "2026-06-30", "agreements/clinic-2024"];
const changes = ["decision-changes", "ahead", "2026-07-01", "uses/run"];

describe("a review", () => {
  it("tells what the day brings, and what it will soon bring", () => {
    expect(brief("2026-02-20")).toEqual([["term-ends", "ahead", "2026-04-30", "agreements/clinic-2024"]]);
    expect(brief("2026-05-08")).toEqual([
      ["term-ends", "past", "2026-04-30", "agreements/clinic-2024"],
      ["evidence-stale", "past", "2026-05-02", "assets/notes"],
      ["evidence-stale", "past", "2026-05-06", "sourcing/example.org"],
      ["waiver-ends", "ahead", "2026-05-10", "waivers/w1"],
      ["obligation-due", "ahead", "2026-05-20", "obligations"],
      termAhead,
      changes,
    ].toSorted((a, b) => (`${a[2]}${a[0]}` < `${b[2]}${b[0]}` ? -1 : 1)));
    expect(brief("2026-05-11")).toEqual(expect.arrayContaining([["waiver-ends", "past", "2026-05-10", "waivers/w1"], ["obligation-due", "ahead", "2026-05-20", "obligations"]]));
  });

  it("says for whom it is, what it is and what to do", () => {
    const told = new Map(ours("2026-05-08").map((each) => [each.kind, each]));
    expect(told.get("waiver-ends")).toMatchObject({ roles: ["counsel", "engineer"], person: "jane", what: "the waiver `w1` for `run` ends: settled in talks" });
    expect(told.get("obligation-due")).toMatchObject({ person: null, what: "falls due: `report` (Tell the clinic) for `net` under `clinic-2024` cl. 5.6, owed by `acme` to `clinic`; the use `run` rests on it", todo: "do it, and record that it was done with letter" });
    expect(told.get("decision-changes")!.what).toMatch(/^the answer to `run` becomes `\w+` \(now `\w+`\): clinic-2024 has ended/);
    expect(ours("2026-05-02").find(({ kind }) => kind === "evidence-stale")!.what).toBe("what is known of `notes` was looked up on 2025-05-02, at hub/notes");
    for (const { todo, roles, link } of told.values()) expect([todo.length > 10, roles.length > 0, /^[\w%./-]+$/.test(link)]).toEqual([true, true, true]);
  });

  it("tells what of the law concerns the uses, and nothing of the rest", () => {
    const told = on("2026-05-08").filter(({ kind }) => kind.startsWith("law-"));
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(lawCalendar(catalogue!, { from: "2026-05-08", to: "2026-08-06" }).length);
    expect(told.map(({ what }) => what)).toEqual(expect.arrayContaining([expect.stringContaining("`eu.aia.50_1` [EU]: `tell-users` begins to apply")]));
    expect(on("2026-05-08", worldOf("us: acme\nassets:\n  - { id: notes, kind: dataset }\n"))).toEqual([]);
    // Years on, nobody has looked at any of it.
    expect(on("2031-05-02").filter(({ kind, stage }) => kind === "law-review" && stage === "past").length).toBeGreaterThan(0);
  });

  it("tells of a thing whose id is half a character", () => {
    const half = worldOf('us: acme\nassets:\n  - { id: net, kind: model }\nwaivers:\n  - { id: "w\\uD800/1", kind: any, reason: "settled in talks", by: jane, until: "2026-05-10" }\n');
    expect(on("2026-05-08", half).map((each) => each.link)).toEqual(["waivers/w%EF%BF%BD%2F1"]);
  });

  it("is the same in turns, and ends between two uses when it is told to", async () => {
    const two = worldOf(`${title}  again: { of: net, actions: [run], purpose: commercial, in: [DE], on: "2026-04-21" }\n`);
    const never = new AbortController().signal;
    expect(await reviewInTurns(two, decide, { asOf: "2026-05-08" }, never)).toEqual(on("2026-05-08", two));
    const ending = new AbortController();
    const asked = new Set<string>();
    setImmediate(() => ending.abort(new Error("enough")));
    const ended = reviewInTurns(two, (world_, use, options) => (asked.add(use), decide(world_, use, options)), { asOf: "2026-05-08" }, ending.signal);
    await expect(ended).rejects.toThrow("enough");
    expect([...asked]).toEqual(["again"]);
  });

  it("looks as far ahead as it is told, and calls old what it is told to", () => {
    expect(kinds({ leads: { "term-ends": "P0D" } })).not.toContainEqual(["term-ends", "2026-04-30"]);
    expect(kinds({ leads: { "term-ends": "P1Y" } })).toContainEqual(["term-ends", "2026-06-30"]);
    expect(kinds({ leads: { "obligation-due": "P6M" } })).toContainEqual(["obligation-due", "2026-05-20"]);
    expect(kinds({ freshness: { statement: "P1M", observation: "P1D" } }).filter(([kind]) => kind === "evidence-stale")).toEqual([["evidence-stale", "2025-06-02"], ["evidence-stale", "2026-02-01"], ["evidence-stale", "2026-02-06"]]);
  });
});

it("tells each thing once, or once before and once after, however long nobody sees to it, and misses nothing on days when nobody looked", () => {
  const days = Array.from({ length: 34 }, (_, i) => addDuration("2026-04-20", `P${i}D`)!);
  const named = days.map((day) => ours(day).map(({ fingerprint, kind, on: about, link }) => ({ fingerprint, kind, name: JSON.stringify([kind, about, link]) })));
  const told = new Map(named.flat().map((each) => [each.fingerprint, each]));
  const times = new Map<string, number>();
  for (const { name } of told.values()) times.set(name, (times.get(name) ?? 0) + 1);
  for (const { kind, name } of told.values()) expect([name, times.get(name)]).toEqual([name, "again" in noticeKinds[kind] && kind !== "law-review" && !name.includes("06-30") ? 2 : 1]);
  expect(times.size).toBe(7);
  const seldom = new Set(named.filter((_, i) => i % 10 === 0).flat().map((each) => each.name));
  expect(seldom).toEqual(new Set(times.keys()));
});
