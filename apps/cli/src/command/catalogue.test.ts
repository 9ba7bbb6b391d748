import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCatalogue } from "@cleartitle/catalogue";
import { afterAll, describe, expect, it, test } from "vitest";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

const opened = openCatalogue();
const folder = mkdtempSync(join(tmpdir(), "cleartitle-catalogue-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function cli(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await run(["catalogue", ...args], {
    stdout: { write: (text) => out.push(text) }, stderr: { write: (text) => err.push(text) }, env: {}, folder, today: () => "2026-11-21", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: async () => opened },
  });
  return { exit, out: out.join(""), err: err.join("") };
}
const flat = (text: string): string => text.replaceAll(/\s+/g, " ");
const json = async (...args: string[]) => JSON.parse((await cli(...args, "--format", "json")).out) as Record<string, unknown>;

describe("list", () => {
  it("counts what it shows, by each filter", async () => {
    const all = (await json("list"))["counts"] as { records: number; byKind: Record<string, number>; byVerification: Record<string, number>; overdue: number };
    const { instruments, laws, positions } = opened.catalogue!;
    expect(all.records).toBe(instruments.size + laws.size + positions.size);
    expect(Object.values(all.byKind).reduce((a, b) => a + b)).toBe(all.records);
    expect(all.byKind).toMatchObject({ law: laws.size, position: positions.size });
    for (const [verified, n] of Object.entries(all.byVerification)) expect(((await json("list", "--verified", verified))["records"] as unknown[]).length).toBe(n);
  });

  it.each([
    [["--family", "llama"], "LicenseRef-Llama-3.1", "MIT"], [["--family", "models"], "LicenseRef-Gemma-ToU", "MIT"], [["--kind", "law", "--place", "DE"], "eu.dsm.art4", "jp."], [["--kind", "policy"], "LicenseRef-Llama-AUP", "LicenseRef-Llama-3.1"],
    [["--place", "US-CA"], "us.ca.", "us.ny."],
  ])("%j", async (args, with_, without) => {
    const ids = ((await json("list", ...args))["records"] as { id: string }[]).map((each) => each.id);
    expect([ids.some((id) => id.startsWith(with_)), ids.some((id) => id.startsWith(without))]).toEqual([true, false]);
  });

  it("tells what is overdue on a day", async () => {
    const law = [...opened.catalogue!.laws.values()][0]!;
    const changed = { ...opened, catalogue: { ...opened.catalogue!, laws: new Map(opened.catalogue!.laws).set(law.id, { ...law, reviewBy: "2026-06-30" }) } };
    const out: string[] = [];
    const io = { stdout: { write: (text: string) => out.push(text) }, stderr: { write: () => true }, env: {}, folder, today: () => "2026-11-21", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: async () => changed } };
    await run(["catalogue", "list", "--overdue"], io);
    await run(["catalogue", "list", "--overdue", "--as-of", "2026-06-30"], io);
    await run(["catalogue", "show", law.id], io);
    expect(out[0]).toMatch(new RegExp(`^${law.id.replaceAll(".", "\\.")} .*\n\n1 record\n[^]*review overdue on 2026-11-21: 1\n$`));
    expect(out[1]).toBe("0 records\nreview overdue on 2026-06-30: 0\n");
    expect(out[2]).toContain("to be reviewed by 2026-06-30 — OVERDUE");
  });
});

describe("show", () => {
  it("explains a license from its norms", async () => {
    const text = flat((await cli("show", "llama3.1")).out);
    for (const each of [
      "Llama 3.1 Community License Agreement (LicenseRef-Llama-3.1)", "primary: read at its source", "bound: who accepted it or who relies on it", "owes: begin the name with a word (to distribute, make available or host it) — name",
      "begin the name with a word “Llama”", "at most 700,000,000", "a breach ends the rights by notice", "by train comes what was trained on its outputs", "takes in Llama", "as it is changed from time to time", "needs another's consent: until it is had, nothing is granted",
    ]) expect(text).toContain(each);
  });

  it.each([
    ["LicenseRef-OpenAI-Services-Agreement", "law: Ireland (EEA, Switzerland, United Kingdom)"], ["Apache-2.0", "it names no law of its own"], ["LicenseRef-Kimi-K3", "the law that it names was not read"], ["SSPL-1.0", "submitted as open source and withdrawn (OSI)"],
    ["LicenseRef-HyperCLOVAX-SEED", "law: Korea, arbitration under KCAB"], ["LicenseRef-X-ToS", "law: Texas"], ["LicenseRef-GitHub-ToS-AI", "law: California; written down from memory"],
    ["de.gema.suno", "contested; to be confirmed before anybody relies on it"], ["eu.training_abroad", "What turns on it de.gema.suno"], ["MIT", "it does not speak of: training of models"], ["LicenseRef-Jamba-Open-Model", "it grants nothing surely"],
    ["BUSL-1.1", "4 years after publication it is under"], ["LicenseRef-EXAONE-1.1-NC", "outputs belong to the licensor"], ["LicenseRef-Llama-3.2", "Union"],
  ])("%s says: %s", async (id, says) => expect(flat((await cli("show", id)).out)).toContain(says));

  test("every record, without a hole in its words", async () => {
    const { instruments, laws, positions } = opened.catalogue!;
    for (const id of [...instruments.keys(), ...laws.keys(), ...positions.keys()]) {
      const { exit, out, err } = await cli("show", id, "--format", "markdown");
      expect([id, exit, err]).toEqual([id, 0, ""]);
      const own = JSON.stringify(instruments.get(id) ?? laws.get(id) ?? positions.get(id));
      expect([id, ["undefined", "null", "[object", "NaN"].filter((hole) => out.includes(hole) && !own.includes(hole))]).toEqual([id, []]);
    }
  });
});

describe("diff", () => {
  it("says what changed from Llama 3 to 3.1, for whom", async () => {
    const text = flat((await cli("diff", "LicenseRef-Llama-3", "LicenseRef-Llama-3.1")).out);
    expect(text).toMatch(/Gone must not train on it for the thing itself, .*its outputs and collections of its outputs if Does the act improve a large language model\? yes/);
    expect(text).toMatch(/Different .*show a brand: “Built with Llama” \(before: show a brand: “Built with Meta Llama 3”\)/);
    expect(text).toMatch(/begin the name with a word “Llama” \(before: begin the name with a word “Llama 3”\) for what is built on it and what was trained on its outputs now about what was trained on its outputs/);
  });

  it("of a text and itself is nothing; backwards what was gone is new", async () => {
    expect((await cli("diff", "MIT", "MIT")).out).toContain("Nothing that they give, forbid or ask is different.");
    const [there, back] = [await json("diff", "LicenseRef-Llama-3", "LicenseRef-Llama-3.1"), await json("diff", "LicenseRef-Llama-3.1", "LicenseRef-Llama-3")].map((each) => (each["changes"] as { what: string }[]).map((change) => change.what));
    const turned = there!.map((what) => (what === "new" ? "gone" : what === "gone" ? "new" : what));
    expect(back!.toSorted()).toEqual(turned.toSorted());
  });
});

describe("why", () => {
  const asked = ["why", "--action", "train-on", "--kind", "dataset", "--on", "2026-12-01"] as const;
  const norms = async (...more: string[]) => (await json(...asked, ...more))["norms"] as { record: string; norm: string; speaks: string; beside: string | null; places: string[] }[];
  it("lists the rules of a place by whether they answer", async () => {
    const text = flat((await cli(...asked, "--in", "DE")).out);
    expect(text).toMatch(/May speak: it hangs on what is not recorded .*de\.urhg\.44b training: may train on it .*Did the rights holder reserve text and data mining or training\? — not recorded, needs no/);
    expect(text).toMatch(/Does not speak: its condition fails .*de\.urhg\.60d/);
    expect(text).not.toContain("jp.");
  });

  it("takes in a license, a purpose, and the day", async () => {
    const licensed = (await norms("--in", "US", "--license", "CC-BY-NC-4.0", "--purpose", "commercial")).filter((each) => each.record === "CC-BY-NC-4.0");
    expect(licensed.map((each) => each.speaks)).toContain("false");
    expect((await norms("--in", "JP", "--on", "2018-12-31")).filter((each) => each.record === "jp.30-4").map((each) => each.beside)).toEqual(expect.arrayContaining(["date"]));
    expect((await norms("--in", "JP")).filter((each) => each.record === "jp.30-4").map((each) => each.beside)).not.toContain("date");
    const two = await norms("--in", "DE,US");
    expect(new Set(two.flatMap((each) => each.places))).toEqual(new Set(["DE", "US", "US-CA", "US-NY"].filter((place) => two.some((each) => each.places.includes(place)))));
    expect(two.some((each) => each.places.includes("US"))).toBe(true);
  });
});

describe("cases", () => {
  it("run beside their record", async () => {
    const { exit, out } = await cli("cases", "MIT");
    expect([exit, /(\d+) cases beside 1 records; \1 pass, 0 fail\n$/.test(out)]).toEqual([0, true]);
  });
  it("are listed without being run", async () => {
    const { totals, records } = (await json("cases", "--list")) as unknown as { totals: { files: number; cases: number; failed: null }; records: { beside: string; cases: unknown[] }[] };
    expect(totals.failed).toBeNull();
    const beside = new Set(records.map((each) => each.beside));
    expect([...opened.catalogue!.instruments.keys()].filter((id) => !beside.has(id))).toEqual([]);
  });
  it("fail with 2 where the data does not say what they expect", async () => {
    const mit = opened.catalogue!.instruments.get("MIT")!;
    const out: string[] = [];
    const changed = { ...opened, catalogue: { ...opened.catalogue!, instruments: new Map(opened.catalogue!.instruments).set("MIT", { ...mit, norms: mit.norms.filter((norm) => norm.kind !== "permit") }) } };
    const exit = await run(["catalogue", "cases", "MIT"], { stdout: { write: (text) => out.push(text) }, stderr: { write: () => true }, env: {}, folder, today: () => "2026-11-21", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: async () => changed } });
    expect([exit, out.join("").includes("✖")]).toEqual([2, true]);
  });
  it("are not there with the built catalogue alone", async () => {
    const err: string[] = [];
    const exit = await run(["catalogue", "cases"], { stdout: { write: () => true }, stderr: { write: (text) => err.push(text) }, env: {}, folder, today: () => "2026-11-21", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: async () => ({ ...opened, directory: null }) } });
    expect([exit, err.join("").includes("hint: run it in a checkout")]).toEqual([1, true]);
  });
});

describe("validate", () => {
  interface Validation {
    readonly totals: Record<string, number>;
    readonly records: { id: string; carried: { term: string; as: string; via: string | null; why: string | null }[]; rights: Record<string, string>; travel: Record<string, string>; points: { about: string; as: string; where: string[]; why: string | null }[] }[];
    readonly points: Record<string, number>;
    readonly reviews: unknown;
  }
  // All YAML is read each time, which takes seconds: once for all that asks of all records.
  let whole: Promise<Validation> | null = null;
  const validation = (): Promise<Validation> => (whole ??= json("validate") as unknown as Promise<Validation>);

  let record: ReturnType<typeof cli> | null = null;
  const ofRecord = (): ReturnType<typeof cli> => (record ??= cli("validate", "LicenseRef-Llama-3.3", "--as-of", "2027-03-01"));

  it("counts how each term of each text is carried, and gives each note its reason", async () => {
    const { totals, records } = await validation();
    expect(records).toHaveLength(opened.catalogue!.instruments.size);
    const carried = records.flatMap((each) => each.carried);
    expect(Object.values(totals).reduce((a, b) => a + b)).toBe(carried.length);
    expect(carried.filter((each) => (each.as === "note") !== (each.why !== null))).toEqual([]);
    expect(totals["note"]! * 20).toBeLessThan(carried.length);
  });

  it("says how each point to know is carried, or why nothing carries it", async () => {
    const { points, records } = await validation();
    const all = records.flatMap((each) => each.points);
    expect(Object.values(points).reduce((a, b) => a + b)).toBe(all.length);
    expect(all.filter(({ as, where, why }) => (as === "nothing") !== (why !== null) || (as === "nothing") !== (where.length === 0))).toEqual([]);
    const { out } = await ofRecord();
    expect(out).toMatch(/point +norm +name, brand — What is kept inside owes neither name nor brand/);
  });

  it("counts what is to be reviewed by a day", async () => {
    expect((await validation()).reviews).toEqual({ asOf: "2026-11-21", overdue: { instruments: 0, laws: 0, positions: 0 }, next: expect.stringMatching(/^20\d\d-/) });
    const { instruments, laws, positions } = opened.catalogue!;
    expect(((await json("validate", "MIT", "--as-of", "2029-01-01")) as unknown as Validation).reviews).toEqual({ asOf: "2029-01-01", overdue: { instruments: instruments.size, laws: laws.size, positions: positions.size }, next: null });
    expect((await ofRecord()).out).toMatch(/review overdue on 2027-03-01: \d+ instruments, \d+ rules of law, \d+ positions; next due 2027-/);
  });

  it("tells of one record in full, also what another text carries for it", async () => {
    const { records } = (await json("validate", "llama3.2", "LicenseRef-GPT-OSS", "Apache-2.0")) as unknown as Validation;
    const [llama, oss, apache] = records;
    expect(llama!.carried.find((each) => each.term === "name-prefix")).toMatchObject({ as: "duty", via: null, where: ["name"] });
    expect(llama!.carried.find((each) => each.term === "territory-excluded")).toMatchObject({ as: "norm" });
    expect(llama!.travel).toMatchObject({ distil: expect.stringMatching(/^extracted .*brand/), output: expect.stringMatching(/^output/), adapter: expect.stringMatching(/^contested/) });
    expect(oss!.carried.find((each) => each.term === "copy-license")).toMatchObject({ as: "duty", via: "Apache-2.0" });
    expect(apache!.carried.find((each) => each.term === "suit-ends-rights")).toMatchObject({ as: "norm", why: null });
    expect(apache!.rights).toMatchObject({ use: "granted", host: "implied", train: "implied", patent: "granted" });
  });

  it("says what is wrong with a folder, all at once", async () => {
    expect(await cli("validate", "--folder", "gone")).toMatchObject({ exit: 1, out: "" });
    const taxonomies = join(folder, "broken", "taxonomies");
    cpSync(join(opened.directory!, "taxonomies"), taxonomies, { recursive: true });
    cpSync(join(opened.directory!, "positions"), join(folder, "broken", "positions"), { recursive: true });
    mkdirSync(join(folder, "broken", "licenses"));
    writeFileSync(join(folder, "broken", "licenses", "x.yaml"), "id: X\nkind: licence\n");
    const { exit, out, err } = await cli("validate", "--folder", "broken");
    expect([exit, out]).toEqual([3, ""]);
    expect(err).toContain("licenses/x.yaml:2:7: `licence` is no name known here\n  hint: did you mean `license`?");
    expect(err).toContain("the key `norms` is missing");
  });
});

describe("protection", () => {
  it("tells the means of each kind of asset, and how each layer comes into question", async () => {
    const all = flat((await cli("protection")).out);
    for (const { title, means } of opened.catalogue!.protections!.values()) for (const each of [title, ...means.map((one) => one.says)]) expect(all).toContain(flat(each));
    const text = flat((await cli("protection", "output")).out);
    expect(text).toMatch(/copyright applies under conditions \(by place\); layer copyright, always asked .*turns on: .* rules: us\.output\.human_author/);
    expect(text).not.toContain("Model weights");
    expect(((await json("protection", "outputs"))["records"] as { id: string }[]).map((each) => each.id)).toEqual(["outputs"]);
  });
});

describe("counts", () => {
  it("counts what the catalogue holds, and says from what it was read", async () => {
    const found = (await json("counts", "--as-of", "2029-01-01")) as unknown as { from: string; counts: { records: number; overdue: number }; norms: Record<string, number>; holds: Record<string, number> };
    const { instruments, laws, positions, protections } = opened.catalogue!;
    expect(found).toMatchObject({ from: opened.from, counts: { records: instruments.size + laws.size + positions.size, overdue: instruments.size + laws.size + positions.size }, holds: { "records of protection": protections!.size } });
    expect(Object.values(found.norms).reduce((a, b) => a + b)).toBe([...instruments.values(), ...laws.values()].reduce((sum, each) => sum + each.norms.length, 0));
    expect(found.holds["cases"]).toBeGreaterThan(found.holds["records with cases"]!);
    expect((await cli("counts")).out).toMatch(/records of protection: \d+\n[^]*digest sha256:/);
  });
});

test.each([
  [["protection", "modle"], 64, "did you mean `model`?"], [["counts", "--as-of", "2026-02-30"], 64, "is no date"],
  [["show", "llama9"], 64, "did you mean `LicenseRef-Llama-2`?"], [["show", "cc"], 64, "names a family"], [["show", "Zlib"], 64, "is known by its name only"], [["show", "__proto__"], 64, "no record"], [["diff", "MIT", "Apache-2"], 64, "did you mean"],
  [["list", "--kind", "licence"], 64, "did you mean `license`?"], [["list", "--family", "lama"], 64, "did you mean `llama`?"], [["list", "--place", "DEE"], 64, "there is no `DEE`"], [["list", "--as-of", "2026-02-30"], 64, "is no date"],
  [["why", "--action", "trainon", "--kind", "dataset", "--in", "DE"], 64, "did you mean `train-on`?"], [["why", "--action", "host", "--kind", "modle", "--in", "DE"], 64, "did you mean `model`?"], [["why", "--action", "host", "--kind", "model", "--in", "EUU"], 64, "is no place"],
  [["why", "--action", "host", "--kind", "model", "--in", "EU", "--purpose", "comercial"], 64, "did you mean `commercial`?"], [["why", "--action", "host", "--kind", "model"], 64, "--in"], [["cases", "MITT"], 64, "did you mean `MIT`?"], [["lst"], 64, "list"],
] as const)("%j stops with %i: %s", async (args, exit, says) => {
  const ran = await cli(...args);
  expect([ran.exit, ran.out, ran.err.includes(says) ? says : ran.err]).toEqual([exit, "", says]);
});
