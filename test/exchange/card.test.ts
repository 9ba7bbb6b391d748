import { describe, expect, test } from "vitest";
import { formats } from "../../packages/reports/src/index.js";
import { readTitleFile } from "../../packages/title/src/index.js";
import { written } from "./read-back.js";

const format = formats.find(({ id }) => id === "card")!;
const of = (more: string, subject: string): string => {
  const graph = readTitleFile(`us: acme\nassets:\n${more}`, { file: "t.yaml" }).graph!;
  return written(graph, format, { of: subject }).text!;
};

const model = `
  - { id: "hf:model/acme/base", kind: model, license: apache-2.0 }
  - { id: "hf:dataset/acme/notes", kind: dataset }
  - { id: local, kind: dataset }
  - { id: "hf:model/acme/tuned", kind: model, license: Apache-2.0 }
derivations:
  - { from: ["hf:model/acme/base", "hf:dataset/acme/notes", local], to: "hf:model/acme/tuned", by: adapt }
statements:
  - { about: "hf:model/acme/tuned", what: gate, raw: "I will not sell it.", value: true, rung: declared }
  - { about: "hf:model/acme/tuned", what: gate-fields, raw: '{"I agree":"checkbox"}', value: true, rung: declared }
`;

describe("a card", () => {
  test("has what the hub reads, in its own words", () => {
    expect(of(model, "hf:model/acme/tuned")).toBe(`---
model_name: acme/tuned
license: apache-2.0
base_model:
  - acme/base
base_model_relation: adapter
datasets:
  - acme/notes
extra_gated_prompt: I will not sell it.
extra_gated_fields:
  I agree: checkbox
---
`);
  });

  test.each<[string, string, string, string]>([
    ["a license that the hub has no word for", "  - { id: x, kind: model, license: LicenseRef-Acme }\n", "x", "model_name: x\nlicense: other\nlicense_name: LicenseRef-Acme\n"],
    ["several licenses in one list", "  - { id: x, kind: model, license: [MIT, Apache-2.0] }\n", "x", "model_name: x\nlicense:\n  - mit\n  - apache-2.0\n"],
    ["no license", "  - { id: x, kind: dataset }\n", "x", "pretty_name: x\n"],
    ["records that disagree", "  - { id: x, kind: model, license: MIT }\nstatements:\n  - { about: x, what: license, value: ISC, rung: declared }\n", "x", "model_name: x\n"],
    ["what counsel concluded of these", "  - { id: x, kind: model, license: MIT }\nstatements:\n  - { about: x, what: license, value: ISC, rung: concluded }\n", "x", "model_name: x\nlicense: isc\n"],
    ["a license that is none", "  - { id: x, kind: model, license: NONE }\n", "x", "model_name: x\nlicense: other\nlicense_name: NONE\n"],
    ["sources that were cleaned", '  - { id: x, kind: dataset }\n  - { id: "hf:dataset/acme/notes", kind: dataset }\nderivations:\n  - { from: "hf:dataset/acme/notes", to: x, by: curate }\n', "x", "pretty_name: x\nsource_datasets:\n  - acme/notes\n"],
  ])("says of %s", (_, more, subject, expected) => {
    expect(of(more, subject)).toBe(`---\n${expected}---\n`);
  });

  test.each([["a product", "  - { id: x, kind: product }\n", "x"]])("is refused of %s", (_, more, subject) => {
    const graph = readTitleFile(`us: acme\nassets:\n${more}`, { file: "t.yaml" }).graph!;
    expect(written(graph, format, { of: subject })).toMatchObject({ text: null, problems: [{ code: "usage", message: "a card is of one model or data set" }] });
  });
});
