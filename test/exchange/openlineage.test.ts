import { describe, expect, test } from "vitest";
import { formats } from "../../packages/reports/src/index.js";
import { readTitleFile } from "../../packages/title/src/index.js";
import { written } from "./read-back.js";

const title = `
us: acme
assets:
  - { id: "hf:dataset/acme/notes", kind: dataset, license: [MIT, ISC] }
  - { id: tuned, kind: model, license: MIT }
derivations:
  - { id: d1, from: "hf:dataset/acme/notes", to: tuned, by: train, on: "2026-03-01/2026-03-09" }
`;
const format = formats.find(({ id }) => id === "openlineage")!;
type Event = { eventTime: string; eventType?: string; job?: { name: string }; inputs?: { namespace: string; name: string }[]; outputs?: { name: string }[]; dataset?: { facets: { tags?: { tags: unknown[] }; cleartitle: { kind: string; remark?: string[] } } } };

describe("events of a pipeline", () => {
  const events = JSON.parse(written(readTitleFile(title, { file: "t.yaml" }).graph!, format).text!) as Event[];

  test("name each thing with its licenses as tags, and what a tag cannot say as a remark", () => {
    expect(events.map((each) => [each.dataset?.facets.cleartitle.kind, each.dataset?.facets.tags?.tags, each.dataset?.facets.cleartitle.remark?.length])).toEqual([
      ["dataset", undefined, 1], ["model", [{ key: "license", value: "MIT", source: "title-file" }], undefined], [undefined, undefined, undefined],
    ]);
  });

  test("tell each act with what it took and made, on its last day", () => {
    expect(events.at(-1)).toMatchObject({
      eventType: "COMPLETE", eventTime: "2026-03-09T23:59:59Z", job: { name: "d1", facets: { cleartitle: { by: "train", from: "2026-03-01", to: "2026-03-09" } } },
      inputs: [{ namespace: "https://huggingface.co", name: "datasets/acme/notes" }], outputs: [{ name: "tuned" }],
    });
  });

  test("have a time, and without one in the records it is asked for", () => {
    const dateless = readTitleFile("us: acme\nassets:\n  - { id: notes, kind: dataset }\n", { file: "t.yaml" }).graph!;
    expect(written(dateless, format, { created: undefined as unknown as string }).problems[0]?.hint).toBe("say it with --created");
  });
});
