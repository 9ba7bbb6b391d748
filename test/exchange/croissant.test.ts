import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { chainOf } from "../../packages/reports/src/export/chain.js";
import { formats, namespaceOf } from "../../packages/reports/src/index.js";
import { readTitleFile } from "../../packages/title/src/index.js";
import { lostBy, missing, readBack, written } from "./read-back.js";

const title = `
us: acme
assets:
  - { id: "hf:dataset/acme/notes", kind: dataset, license: CC-BY-4.0, version: "2", published: "2026-01-02" }
  - { id: "hf:dataset/acme/raw", kind: dataset }
  - { id: local, kind: dataset, digest: "sha256:${"c".repeat(64)}" }
  - { id: "hf:model/acme/base", kind: model, license: MIT }
derivations:
  - { from: ["hf:dataset/acme/raw", local], to: "hf:dataset/acme/notes", by: annotate, on: "2026-03-01/2026-03-09" }
  - { from: ["hf:model/acme/base", "hf:dataset/acme/raw"], to: local, by: synthesize, on: "2026-02-01" }
statements:
  - { about: "hf:dataset/acme/notes", what: rai-data-collection, raw: "by hand", value: "by hand", rung: declared }
  - { about: "hf:dataset/acme/notes", what: use-policy, raw: '{"@type":"sc:DefinedTerm","termCode":"DUO_0000042"}', value: DUO_0000042, rung: declared }
  - { about: "hf:dataset/acme/notes", what: file-digest, raw: "data.csv ${"b".repeat(64)}", value: "sha256:${"b".repeat(64)}", rung: declared }
  - { about: "hf:dataset/acme/notes", what: rights, raw: "ask us", value: "ask us", rung: declared }
`;
const format = formats.find(({ id }) => id === "croissant")!;
const namespace = namespaceOf(chainOf(readTitleFile(title, { file: "t.yaml" }).graph!, "hf:dataset/acme/notes"));
const description = (text: string) => {
  const { "@context": context, ...rest } = JSON.parse(written(readTitleFile(text, { file: "t.yaml" }).graph!, format, { of: "hf:dataset/acme/notes" }).text!) as Record<string, unknown>;
  return { context, rest };
};

const source = (id: string, kind: string, by: string, act: string, more: object = {}) => ({ "@id": id, "cleartitle:kind": kind, "cleartitle:by": by, "cleartitle:act": act, "cleartitle:who": `${namespace}party:acme`, ...more });

describe("a description of a data set", () => {
  test("has the format's fields for what is recorded, sources within sources, and remarks for the rest", () => {
    expect(description(title).rest).toEqual({
      "@type": "sc:Dataset", conformsTo: ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"], name: "acme/notes", description: "The data set acme/notes, with what is recorded of its title.",
      url: "https://huggingface.co/datasets/acme/notes", version: "2", datePublished: "2026-01-02", license: "CC-BY-4.0", usageInfo: { "@type": "sc:DefinedTerm", termCode: "DUO_0000042" },
      distribution: [{ "@type": "cr:FileObject", "@id": "data.csv", name: "data.csv", sha256: "b".repeat(64) }], "rai:dataCollection": "by hand",
      "prov:wasDerivedFrom": [
        source("https://huggingface.co/datasets/acme/raw", "dataset", "annotate", "1", { "cleartitle:described": true }),
        source(`${namespace}local`, "dataset", "annotate", "1", {
          "cleartitle:described": true, "cleartitle:digest": `sha256:${"c".repeat(64)}`,
          "prov:wasDerivedFrom": [source("https://huggingface.co/acme/base", "model", "synthesize", "2", { "cleartitle:described": true, license: "MIT" }), source("https://huggingface.co/datasets/acme/raw", "dataset", "synthesize", "2")],
          "prov:wasGeneratedBy": { "@type": "prov:Activity", "prov:startedAtTime": "2026-02-01T00:00:00Z", "prov:endedAtTime": "2026-02-01T23:59:59Z" },
        }),
      ],
      "prov:wasGeneratedBy": { "@type": "prov:Activity", "prov:startedAtTime": "2026-03-01T00:00:00Z", "prov:endedAtTime": "2026-03-09T23:59:59Z" },
      "cleartitle:remark": ['{"what":"rights","raw":"ask us","value":"ask us","rung":"declared"}'],
    });
  });

  test("does not put two statements into one field, and says nothing of a license that nobody states", () => {
    const two = title.replace("statements:", 'statements:\n  - { about: "hf:dataset/acme/notes", what: license, value: MIT, raw: MIT, rung: declared }');
    expect(description(two).rest["license"]).toBeUndefined();
    expect(description(two).rest["cleartitle:remark"]).toHaveLength(3);
    expect(description(title.replace(", license: CC-BY-4.0", "")).rest["license"]).toBeUndefined();
  });

  test("is linked data of which no key is lost", async () => {
    const { context, rest } = description(title);
    const expanded = JSON.stringify(await jsonld.expand({ "@context": context, ...rest } as jsonld.JsonLdDocument));
    for (const term of ["schema.org/license", "schema.org/usageInfo", "purl.org/dc/terms/conformsTo", "croissant/RAI/dataCollection", "ns/prov#wasDerivedFrom", "ns/prov#wasGeneratedBy", "urn:cleartitle:croissant:remark", "urn:cleartitle:croissant:by"]) expect(expanded).toContain(term);
  });

  test("goes as far back as its readers go, and tells what lies beyond", async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `d${i}`);
    const long = `us: acme\nassets:\n${ids.map((id) => `  - { id: ${id}, kind: dataset }\n`).join("")}derivations:\n${ids.slice(1).map((id, i) => `  - { from: [${id}], to: d${i}, by: copy }\n`).join("")}`;
    const { graph } = readTitleFile(long, { file: "t.yaml" });
    const exported = written(graph!, format, { of: "d0" });
    expect(missing(graph!, await readBack(format, exported, false, "d0"), "d0")).toEqual(lostBy(exported));
    expect(exported.losses.filter((each) => each.kind === "asset")).toHaveLength(14);
  });

  test("is of a data set", () => {
    const { problems } = written(readTitleFile("us: acme\nassets:\n  - { id: x, kind: model }\n", { file: "t.yaml" }).graph!, format, { of: "x" });
    expect(problems[0]).toMatchObject({ code: "usage", message: "a description in Croissant is of one data set" });
  });
});
