import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stances } from "@cleartitle/agreements";
import { defaultCatalogueDir } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { readYaml } from "@cleartitle/norms";
import { readTitleValue } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { decideCase } from "./case-file.js";
import { asWritten, catalogue, compiledOf, library } from "./clause-house.js";

type Answers = Readonly<Record<string, string>>;
type Taken = Readonly<Record<string, unknown>>;

interface Row {
  readonly row: string;
  readonly topic: string;
  readonly with?: Taken;
  readonly beside?: Readonly<Record<string, Taken>>;
  readonly uses?: object;
  readonly events?: readonly unknown[];
  readonly changes: Readonly<Record<string, Answers>>;
}

interface Effects {
  readonly deal: { readonly topics: Readonly<Record<string, Taken>> };
  readonly title: { readonly uses: Readonly<Record<string, unknown>> };
  readonly answers: Answers;
  readonly rows: readonly Row[];
  readonly duties: readonly Row[];
  readonly unmoved: readonly string[];
}

const file = join(defaultCatalogueDir()!, "clauses", "effects.yaml");
const effects = readYaml(readFileSync(file, "utf8"), { file }).document!.value as Effects;

/** Rows that come to the same world are decided once. */
const known = new Map<string, Answers>();

function answersTo(deal: unknown, { events = [], uses = {} }: Pick<Row, "events" | "uses"> = {}): Answers {
  const { compiled, problems } = compiledOf(deal);
  expect(problems).toEqual([]);
  const title = { ...effects.title, uses: { ...effects.title.uses, ...uses }, instruments: [asWritten(compiled!)], events };
  const key = JSON.stringify(title);
  const answers = known.get(key) ?? decided(title);
  known.set(key, answers);
  return answers;
}

function decided(title: object): Answers {
  const { graph, problems: faults } = readTitleValue(title, { file: "effects", taxonomies: catalogue.taxonomies });
  expect(faults).toEqual([]);
  return Object.fromEntries([...graph!.uses.keys()].map((ask) => [ask, decide({ graph: graph!, catalogue }, ask, { withoutRange: true, withoutProof: true }).decision]));
}

const rows = [...effects.rows, ...effects.duties].flatMap(({ changes, ...row }) => Object.entries(changes).map(([version, changed]) => ({ ...row, version, changed })));

test("the deal as it stands", () => {
  expect(answersTo(effects.deal)).toEqual(effects.answers);
});

test.each(rows)("$row, $version: these answers change, and no others", ({ topic, with: fields, beside, version, changed, ...around }) => {
  const taken = { ...effects.deal.topics[topic], ...(fields === undefined ? {} : { with: fields }), version };
  expect(answersTo({ ...effects.deal, topics: { ...effects.deal.topics, ...beside, [topic]: taken } }, around)).toEqual({ ...effects.answers, ...changed });
});

/** What the parties must say themselves, as the field's example says it. */
const sayings = (id: string): Taken => Object.fromEntries(Object.entries(library.topics.get(id)!.fields).flatMap(([name, field]) => (field.example === undefined ? [] : [[name, field.example]])));

test.each(effects.unmoved.flatMap((topic) => stances.map((version) => ({ topic, version }))))("$topic, $version: the agreement that decisions are made by is the same, so that every answer stays", ({ topic, version }) => {
  const [without, beside] = [compiledOf(effects.deal), compiledOf({ ...effects.deal, topics: { ...effects.deal.topics, [topic]: { version, with: sayings(topic) } } })];
  expect(beside.problems).toEqual([]);
  expect([beside.compiled!.instrument, beside.compiled!.acceptances]).toEqual([without.compiled!.instrument, without.compiled!.acceptances]);
  expect(beside.compiled!.clauses).toHaveLength(without.compiled!.clauses.length + 1);
});

test("every topic of the library has a case in each of its versions, and those with norms an answer that they change", () => {
  const asked = (id: string): Row[] => [...effects.rows, ...effects.duties].filter(({ topic, changes }) => topic === id && stances.every((version) => changes[version] !== undefined));
  expect([...library.topics.keys()].filter((id) => asked(id).length === 0).toSorted()).toEqual([...effects.unmoved].toSorted());
  const still = [...library.topics.keys()].filter((id) => !effects.unmoved.includes(id) && asked(id).every(({ changes }) => stances.every((version) => JSON.stringify(changes[version]) === JSON.stringify(changes[stances[0]]))));
  // Who owns outputs is asked where somebody licenses them.
  expect(still).toEqual(["output-ownership"]);
});

describe("what is no version of the house", () => {
  const { signed: _signed, ...draft } = effects.deal as Effects["deal"] & { readonly signed?: unknown };
  const own = (clause: object): object => ({ ...effects.deal, topics: { ...effects.deal.topics, "field-of-use": { own: clause } } });

  test("a draft grants nothing; as if it were signed it does", () => {
    const { compiled } = compiledOf(draft);
    const title = { ...effects.title, instruments: [asWritten(compiled!)] };
    expect(decideCase(catalogue, { case: "draft", title, ask: "train", expect: {} }).decision).toBe("unresolved");
    expect(compiledOf(draft, true).compiled!.instrument.verified).toBe("primary");
  });

  test("words of the parties that nobody wrote as norms leave every act unknown", () => {
    expect(answersTo(own({ text: ["The scans are used with the care that patients may expect."] }))).toMatchObject({ train: "unresolved", serve: "unresolved" });
  });

  test("norms beside them are read as those of a clause of the house are", () => {
    const clause = { text: ["Only for finance."], limits: [{ at: 1, if: { field: ["finance"] } }] };
    expect(answersTo(own(clause))).toMatchObject({ train: "blocked", "train-elsewhere": "blocked" });
  });

  test("a norm that is none is told at its topic", () => {
    const { compiled, problems } = compiledOf(own({ text: ["Nobody may fly."], norms: [{ id: "fly", at: 1, prohibit: { actions: ["fly"] } }] }));
    expect(compiled).toBeNull();
    expect(problems).toMatchObject([{ code: "unknown-name", pointer: "/topics/field-of-use", file: "deal.yaml" }]);
    expect(compiledOf(own({ text: ["Nobody may fly."], norms: [{ id: "fly", at: 1, forbid: {} }] })).problems).toMatchObject([{ code: "bad-value", line: expect.any(Number) }, { code: "bad-value" }]);
  });

  test.each([{ unprotect: { layer: "copyright" } }, { override: { instruments: ["terms"], actions: ["train-on"] } }, { presume: { fact: "work.protected", is: false } }])("what only law can do is refused: %o", (body) => {
    expect(compiledOf(own({ text: ["So it is."], norms: [{ id: "law", at: 1, ...body }] })).problems).toMatchObject([{ code: "not-allowed", pointer: "/topics/field-of-use" }]);
  });
});
