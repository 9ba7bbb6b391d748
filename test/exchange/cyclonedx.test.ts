import { describe, expect, test } from "vitest";
import type { Decision } from "../../packages/engine/src/index.js";
import { importFrom, memoryFile } from "../../packages/intake/src/index.js";
import { spdxDeprecatedIds, spdxLicenseIds } from "../../packages/norms/src/spdx-ids.gen.js";
import { formats } from "../../packages/reports/src/index.js";
import { readTitleFile } from "../../packages/title/src/index.js";
import { written } from "./read-back.js";
import { faultsBySchema } from "./schema.js";

const title = `
us: acme
assets:
  - { id: "hf:model/acme/base", kind: model, license: apache-2.0, version: r1, licensor: acme-labs, upstream: partial }
  - { id: notes, kind: dataset, license: [MIT, CC-BY-4.0] }
  - { id: scraped, kind: dataset }
  - { id: tuned, kind: model, upstream: complete }
  - { id: assistant, kind: product }
derivations:
  - { from: ["hf:model/acme/base", notes, scraped], to: tuned, by: finetune, on: "2026-03-01/2026-03-09" }
  - { from: tuned, to: assistant, by: include }
statements:
  - { about: tuned, what: license, value: "MIT OR Apache-2.0", rung: concluded, by: counsel, recordedAt: "2026-04-01", source: { system: review, locator: "memo 7" } }
  - { about: tuned, what: license, value: GPL-3.0-only, rung: detected, by: scanner }
  - { about: "hf:model/acme/base", what: gate, raw: "for research only", value: true, rung: declared }
`;
const graph = readTitleFile(title, { file: "cleartitle.yaml" }).graph!;
const format = formats.find(({ id }) => id === "cyclonedx")!;
const exported = written(graph, format, { of: "assistant" });

interface Component {
  readonly name: string;
  readonly purl?: string;
  readonly licenses: readonly { readonly license?: Record<string, unknown>; readonly expression?: string; readonly acknowledgement?: string }[];
  readonly [key: string]: unknown;
}
const bom = JSON.parse(exported.text!) as { metadata: { component: Component }; components: readonly Component[]; compositions: unknown; citations: readonly Record<string, unknown>[] };
const named = (name: string): Component => bom.components.find((each) => each.name === name)!;
const saidOf = (name: string) => named(name).licenses.map((each) => [each.license?.["id"] ?? each.license?.["name"] ?? each.expression, each.license?.["acknowledgement"] ?? each.acknowledgement]);

const serial = (more: Parameters<typeof written>[2]): unknown => (JSON.parse(written(graph, format, more).text!) as { serialNumber: unknown }).serialNumber;
const answer = (use: string, on: string, decision: Decision["decision"]) => ({ use: { name: use, of: "assistant", on }, decision, byTerritory: [], basis: { asOf: on, graph: "g" } }) as unknown as Decision;

describe("a bill of materials for a lawyer", () => {
  test("keeps apart what is declared, concluded and found", () => {
    expect(saidOf("tuned")).toEqual([["MIT OR Apache-2.0", "concluded"]]);
    expect(named("tuned")["evidence"]).toMatchObject({ licenses: [{ license: { id: "GPL-3.0-only" } }] });
    expect(saidOf("acme/base")).toEqual([["apache-2.0", "declared"]]);
    expect(saidOf("notes")).toEqual([["MIT", "declared"], ["CC-BY-4.0", "declared"]]);
  });

  test("says of what nobody states that nobody states it, and never that there is none", () => {
    expect(saidOf("scraped")).toEqual([["NOASSERTION", "declared"]]);
    expect(exported.text).not.toContain('"NONE"');
    expect(bom.compositions).toEqual([
      { aggregate: "complete", dependencies: [expect.stringMatching(/:tuned$/)] }, { aggregate: "incomplete", dependencies: ["https://huggingface.co/acme/base"] },
      { aggregate: "unknown", dependencies: [expect.stringMatching(/:assistant$/), expect.stringMatching(/:notes$/), expect.stringMatching(/:scraped$/)] },
    ]);
  });

  test("is about the asset that was named, and lists what it was made from where readers look for it", () => {
    expect(bom.metadata.component.name).toBe("assistant");
    expect(named("tuned")).toMatchObject({ type: "machine-learning-model", modelCard: { modelParameters: { datasets: [{ ref: expect.stringMatching(/:notes$/) as string }, { ref: expect.stringMatching(/:scraped$/) as string }] } }, pedigree: { ancestors: [{ name: "acme/base", purl: "pkg:huggingface/acme/base" }] } });
    expect(JSON.stringify(named("acme/base")["properties"])).toContain("for research only");
    expect(bom.citations).toEqual([expect.objectContaining({ timestamp: "2026-04-01T00:00:00Z", note: "memo 7", pointers: [expect.stringMatching(/^\/components\/\d\/licenses\/0$/)] })]);
  });

  test("is read as it stands, also where another tool changed it", async () => {
    const changed = exported.text!.replace('"name": "apache-2.0"', '"name": "llama3.1"');
    const { graph: read } = await importFrom([memoryFile("x.cdx.json", changed)], { us: "reader" });
    const said = read.statements.filter(({ what, about }) => what === "license" && about.id === "hf:model/acme/base").map(({ value }) => value);
    expect(said).toEqual(["llama3.1"]);
  });

  test("has a number of its own: another subject, answer, day or carried title file is another document", () => {
    const documents: Parameters<typeof written>[2][] = [
      {}, { of: "assistant" }, { of: "tuned" }, { created: "2026-11-29" }, { whole: true }, { decisions: [answer("launch", "2026-12-01", "blocked")] }, { decisions: [answer("launch", "2026-12-01", "cleared")] }, { decisions: [answer("other", "2026-12-01", "blocked")] },
    ];
    const serials = documents.map(serial);
    expect(new Set(serials).size).toBe(documents.length);
    expect(serials).toEqual(documents.map(serial));
    for (const each of serials) expect(each).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("takes every license that the SPDX list has", () => {
    const all = [...spdxLicenseIds, ...spdxDeprecatedIds].map((id, number) => `  - { id: a${number}, kind: code, license: "${id}" }`).join("\n");
    const { text } = written(readTitleFile(`us: acme\nassets:\n${all}\n`, { file: "t.yaml" }).graph!, format);
    expect(faultsBySchema("cyclonedx", JSON.parse(text!))).toEqual([]);
  });
});
