import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultCatalogueDir } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { readYaml } from "@cleartitle/norms";
import { readTitleValue } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { decideCase } from "./case-file.js";
import { asWritten, catalogue, compiledOf } from "./clause-house.js";

type Answers = Readonly<Record<string, string>>;
type Taken = Readonly<Record<string, unknown>>;

interface Effects {
  readonly deal: { readonly topics: Readonly<Record<string, Taken>> };
  readonly title: { readonly uses: Readonly<Record<string, unknown>> };
  readonly answers: Answers;
  readonly rows: readonly { readonly row: string; readonly topic: string; readonly with?: Taken; readonly beside?: Readonly<Record<string, Taken>>; readonly events?: readonly unknown[]; readonly changes: Readonly<Record<string, Answers>> }[];
}

const file = join(defaultCatalogueDir()!, "clauses", "effects.yaml");
const effects = readYaml(readFileSync(file, "utf8"), { file }).document!.value as Effects;

function answersTo(deal: unknown, events: readonly unknown[] = []): Answers {
  const { compiled, problems } = compiledOf(deal);
  expect(problems).toEqual([]);
  const title = { ...effects.title, instruments: [asWritten(compiled!)], events };
  const { graph, problems: faults } = readTitleValue(title, { file: "effects", taxonomies: catalogue.taxonomies });
  expect(faults).toEqual([]);
  return Object.fromEntries([...graph!.uses.keys()].map((ask) => [ask, decide({ graph: graph!, catalogue }, ask, { withoutRange: true }).decision]));
}

const rows = effects.rows.flatMap(({ changes, ...row }) => Object.entries(changes).map(([version, changed]) => ({ ...row, version, changed })));

test("the deal as it stands", () => {
  expect(answersTo(effects.deal)).toEqual(effects.answers);
});

test.each(rows)("$row, $version: these answers change, and no others", ({ topic, with: fields, beside, events, version, changed }) => {
  const taken = { ...effects.deal.topics[topic], ...(fields === undefined ? {} : { with: fields }), version };
  expect(answersTo({ ...effects.deal, topics: { ...effects.deal.topics, ...beside, [topic]: taken } }, events)).toEqual({ ...effects.answers, ...changed });
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
