import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const path = "models--acme--m/snapshots/r1/README.md";
const id = "hf:model/acme/m";
const read = async (front: string, more: Record<string, string> = {}) =>
  importFrom([memoryFile(path, `---\n${front}\n---\n# text\n`), ...Object.entries(more).map(([name, content]) => memoryFile(name, content))], { us: "acme", recordedAt: "2026-11-21" });
const said = ({ graph }: Awaited<ReturnType<typeof read>>, what: string) => graph.statements.filter((each) => each.what === what).map((each) => [each.raw, each.value]);
const links = ({ graph }: Awaited<ReturnType<typeof read>>) => [...graph.derivations.values()].map((each) => `${each.id.startsWith(`${each.by}-assumed`) ? "?" : ""}${each.by} ${each.from.join(" ")}`);

describe("the license of a card", () => {
  it.each([
    ["license: mit", [["mit", "mit"]]],
    ["license: [mit, apache-2.0]", [['["mit","apache-2.0"]', "mit\napache-2.0"]]],
    ["license:\n- cc-by-4.0", [['["cc-by-4.0"]', "cc-by-4.0"]]],
    ["license: unknown", []],
    ["license: [unknown, mit]", [['["unknown","mit"]', "unknown\nmit"]]],
    ["license: unknown\nlicense_name: house-terms", [["house-terms", "house-terms"]]],
    ["license: other", [["other", "other"]]],
    ["license: other\nlicense_name: house-terms", [["other", "house-terms"]]],
    // Two licenses in one card are two statements; two spellings of one are one.
    ["license: mit\nlicense_name: house-terms", [["house-terms", "house-terms"], ["mit", "mit"]]],
    ["license: cc0-1.0\nlicense_name: CC-0", [["cc0-1.0", "cc0-1.0"]]],
    ["license: mit\nlicense_name: MIT License", [["mit", "mit"]]],
    ["license: mit\nlicense_name: mit-noncommercial", [["mit", "mit"], ["mit-noncommercial", "mit-noncommercial"]]],
    ["license: llama3\nlicense_name: llama3.1", [["llama3", "llama3"], ["llama3.1", "llama3.1"]]],
    ["license: openrail\nlicense_name: openrail++", [["openrail++", "openrail++"], ["openrail", "openrail"]]],
    ["license: mit\nlicense_name: \u5b66\u672f\u8bb8\u53ef", [["mit", "mit"], ["\u5b66\u672f\u8bb8\u53ef", "\u5b66\u672f\u8bb8\u53ef"]]],
    // A link to the page of another license is another word; one to the same, or to a text that its address does not name, is none.
    ["license: apache-2.0\nlicense_link: https://creativecommons.org/licenses/by-nc/4.0/", [["apache-2.0", "apache-2.0"], ["https://creativecommons.org/licenses/by-nc/4.0/", "CC-BY-NC-4.0"]]],
    ["license: other\nlicense_name: mit\nlicense_link: https://spdx.org/licenses/CC-BY-NC-4.0.html", [["https://spdx.org/licenses/CC-BY-NC-4.0.html", "CC-BY-NC-4.0"], ["other", "mit"]]],
    ["license: mit\nlicense_link: https://opensource.org/licenses/MIT", [["mit", "mit"]]],
    ["license: cc-by-4.0\nlicense_link: https://creativecommons.org/licenses/by/4.0/deed.de", [["cc-by-4.0", "cc-by-4.0"]]],
    ["license: gpl-3.0\nlicense_link: https://spdx.org/licenses/GPL-3.0-or-later", [["gpl-3.0", "gpl-3.0"]]],
    ["license: apache-2.0\nlicense_link: https://huggingface.co/acme/m/blob/main/LICENSE", [["apache-2.0", "apache-2.0"]]],
    ["license: apache-2.0\nlicense_link: LICENSE", [["apache-2.0", "apache-2.0"]]],
    ["license: unknown\nlicense_link: https://opensource.org/licenses/MIT", []],
    ["license: other\nlicense_name: Various - MIT, BSD", [["other", "Various - MIT, BSD"]]],
    ["license: no", [["no", "no"]]],
    ["license: 3.10", [["3.10", "3.10"]]],
    ["license: NONE", [["NONE", "NONE"]]],
    ["license: mit\nlicense: apache-2.0", [["apache-2.0", "apache-2.0"], ["mit", "mit"]]],
    ["licence: license\nlibrary_name: trl", []],
    ["licence: mit", [["mit", "mit"]]],
    ["license:\nlibrary_name: x", []],
    ["license: []\nlibrary_name: x", []],
    ["license: { a: b }\nlibrary_name: x", [['{"a":"b"}', '{"a":"b"}']]],
    ["license: [mit, [apache-2.0]]", [['["mit",["apache-2.0"]]', 'mit\n["apache-2.0"]']]],
    ["license: mit\ncode_license: { a: b }", [["mit", "mit"], ['{"a":"b"}', '{"a":"b"}']]],
    ["license: mit\nlicense_name: { a: b }", [["mit", "mit"], ['{"a":"b"}', '{"a":"b"}']]],
    ["library_name: x", []],
  ])("%j", async (front, expected) => {
    expect(said(await read(front), "license").toSorted()).toEqual(expected);
  });

  it("names the line it stands on", async () => {
    const { graph } = await read("library_name: x\n\nlicense: mit");
    expect(graph.statements.find((each) => each.what === "license")?.source?.locator).toBe(`${path}#L4`);
  });
});

describe("what a card names in a way that cannot be read", () => {
  it.each([
    ["base_model: { name: a/b }", `?finetune ${id}#model/unreadable`],
    ["base_model: [a/b, { name: c/d }]", `?merge hf:model/a/b ${id}#model/unreadable`],
    ["datasets: [[a/b]]", `train ${id}#dataset/unreadable`],
    ["duplicated_from: { id: a/b }", `copy ${id}#model/unreadable`],
    ["tags: ['base_model:adapter:']", `?adapt ${id}#model/unreadable`],
  ])("%s is a problem, and still named", async (front, link) => {
    const found = await read(`license: mit\n${front}`);
    expect(found.problems.map((each) => [each.file, each.line])).toEqual([[path, 3]]);
    expect(links(found)).toEqual([link]);
  });

  it.each([["extended"], ["extended|"], ["{ a: b }"]])("a data set that extends %s came from something", async (source) => {
    const found = await importFrom([memoryFile("datasets--acme--d/snapshots/r/README.md", `---\nlicense: mit\nsource_datasets: [original, extended|squad, ${source}]\n---\n`)], { us: "acme" });
    expect([links(found), found.problems.length]).toEqual([["?curate hf:dataset/acme/d#dataset/unreadable hf:dataset/squad"], 1]);
  });

  it.each([
    ["tags: ['base_model:a/b', 'base_model:adapter:a/b', 'dataset:squad']", ["?adapt hf:model/a/b", "train hf:dataset/squad"]],
    ["base_model: c/d\ntags: ['base_model:a/b']", ["?finetune hf:model/c/d"]], ["base_model:\ndatasets: [~, '']\ntags: []", []],
  ])("%j is read, or says nothing", async (front, expected) => {
    const found = await read(`license: mit\n${front}`);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  const folder = path.replace("README.md", "");
  const unread = `${id}#model/unreadable`;
  it.each<[string, string, string[], number]>([
    ["mergekit_config.yml", "models: [{ model: a/b }, { weight: 1 }]", [`merge hf:model/a/b ${unread}`], 1], ["mergekit_config.yml", "models: { model: [a/b] }", [`merge ${unread}`], 1], ["mergekit_config.yml", "models: [{ model: a/b }, ~]", [`merge hf:model/a/b ${unread}`], 1],
    ["mergekit_config.yml", "{ models: [a/b], base_model: { a: b } }", [`merge ${unread} hf:model/a/b`], 1], ["mergekit_config.yml", "slices: [{ layer_range: [0, 1] }]", [`merge ${unread}`], 1], ["mergekit_config.yml", "slices: [{ sources: [{ layer_range: [0, 1] }] }]", [`merge ${unread}`], 1],
    ["mergekit_config.yml", "experts: [{ source_model: a/b }, {}]", [`merge hf:model/a/b ${unread}`], 1], ["mergekit_config.yml", "models: [", [`merge ${unread}`], 1], ["mergekit_config.yml", "a list", [`merge ${unread}`], 1],
    ["adapter_config.json", '{"base_model_name_or_path": {"a": "b"}}', [`adapt ${unread}`], 1], ["adapter_config.json", '{"base_model_name_or_path"', [`adapt ${unread}`], 1],
    ["mergekit_config.yml", "models: [{ model: { model: { path: a/b }, lora: { path: c/d } } }]", ["merge hf:model/a/b hf:model/c/d"], 0], ["mergekit_config.yml", "slices: [{ sources: [{ model: a/b }], base_model: c/d }]\nmodules: { text: { models: [{ model: e/f }] } }", ["merge hf:model/a/b hf:model/c/d hf:model/e/f"], 0],
    ["mergekit_config.yml", "models: [a/b]\n---\n[c/d]", [`merge hf:model/a/b ${unread}`], 1], ["mergekit_config.yml", "models: [a/b]\n---\nmodels: [{}]", [`merge hf:model/a/b ${unread}`], 1], ["mergekit_config.yml", "models: [a/b]\n---\nmodels: [", [`merge ${unread}`], 1],
    ["mergekit_config.yml", "{ name: [one], models: [a/b] }", ["merge hf:model/a/b"], 1],
    ["adapter_config.json", '{"base_model_name_or_path": null}', [], 0], ["adapter_config.json", "", [], 0], ["mergekit_config.yml", "models: []\nbase_model:", [], 0],
  ])("%s beside it: %j", async (name, content, expected, told) => {
    const found = await read("license: mit", { [`${folder}${name}`]: content });
    expect([links(found).map((each) => each.split(" ").toSorted()), found.problems.length]).toEqual([expected.map((each) => each.split(" ").toSorted()), told]);
    for (const each of found.problems) expect(each).toMatchObject({ file: `${folder}${name}`, line: content.includes("---") ? 3 : 1 });
  });

  it("merges that name nothing but each other came of something all the same", async () => {
    const found = await read("license: mit", { [`${folder}mergekit_config.yml`]: "name: one\nmodels: [two]\n---\nname: two\nmodels: [one]" });
    expect([links(found), found.problems.map((each) => each.line)]).toEqual([[`merge ${unread}`], [1]]);
  });

  const step = (name: string) => name.replace(`${id}#model/`, "#").replace(id, "card");
  it.each<[string, string, string[]]>([
    ["a step that the last takes in", "name: one\nmodels: [a/b]\n---\nmodels: [one, c/d]", ["merge #one hf:model/c/d > card", "merge hf:model/a/b > #one"]],
    ["a step that is told after what takes it in", "models: [one]\n---\nname: one\nmodels: [a/b]", ["merge #one > card", "merge hf:model/a/b > #one"]],
    ["a step by an object, with a revision and with an adapter", "name: one\nmodels: [a/b]\n---\nbase_model: { model: { path: one } }\nmodels: [one@main, one+c/d]", ["merge #one hf:model/c/d > card", "merge hf:model/a/b > #one"]],
    ["steps with names alone, of which one is taken in by no other", "name: one\nmodels: [a/b]\n---\nname: two\nmodels: [one, c/d]", ["merge #one hf:model/c/d > card", "merge hf:model/a/b > #one"]],
    ["steps of which several are taken in by no other", "name: one\nmodels: [a/b]\n---\nname: two\nmodels: [c/d]", ["merge hf:model/a/b hf:model/c/d > card"]],
    ["a step of the name of the card, beside a merge without a name", "name: m\nmodels: [a/b]\n---\nmodels: [m, c/d]", ["merge hf:model/a/b hf:model/c/d > card"]],
    ["a merge whose name is that of a model that it takes in", "name: gpt2\nmodels: [gpt2]", ["merge hf:model/gpt2 > card"]],
    ["documents that say nothing", "---\nmodels: [a/b]\n---\n", ["merge hf:model/a/b > card"]],
  ])("a configuration of several merges: %s", async (_, content, expected) => {
    const { graph, problems } = await read("license: mit", { [`${folder}mergekit_config.yml`]: content });
    expect([[...graph.derivations.values()].map((each) => `${each.by} ${each.from.map(step).join(" ")} > ${step(each.to ?? "")}`).toSorted(), problems]).toEqual([expected.toSorted(), []]);
  });
});

describe("what a card was made from", () => {
  it.each([
    ["base_model: a/b\nbase_model_relation: finetune", ["finetune hf:model/a/b"]],
    ["base_model: a/b\nbase_model_relation: adapter", ["adapt hf:model/a/b"]],
    ["base_model: a/b\nbase_model_relation: quantized", ["convert hf:model/a/b"]],
    ["base_model: [a/b, c/d]\nbase_model_relation: merged", ["merge hf:model/a/b hf:model/c/d"]],
    ["base_model: a/b", ["?finetune hf:model/a/b"]],
    ["base_model: a/b\nbase_model_relation: cousin", ["?finetune hf:model/a/b"]],
    ["base_model: a/b\ntags: ['base_model:adapter:a/b']", ["?adapt hf:model/a/b"]],
    ["base_model: a/b\nlibrary_name: peft", ["?adapt hf:model/a/b"]],
    ["base_model: a/b\ntags: [gguf]", ["?convert hf:model/a/b"]],
    ["base_model: [a/b, c/d]", ["?merge hf:model/a/b hf:model/c/d"]],
    ["base_model: https://huggingface.co/a/b", ["?finetune hf:model/a/b"]],
    ["base_model: /home/jane/.cache/modelscope/hub/models/Qwen/Qwen3-14B", ["?finetune hf:model/Qwen/Qwen3-14B"]],
    ["base_model: D:/hub/models--a--b/snapshots/0123", ["?finetune hf:model/a/b"]],
    ["base_model: ./checkpoint-500/", [`?finetune ${id}#model/checkpoint-500`]],
    ["base_model: acme/m", []],
    ["base_model: []\nlicense: mit", []],
    ["datasets: [squad, a/b]", ["train hf:dataset/a/b hf:dataset/squad"]],
    ["datasets:\n- Our own pages\nlicense: mit", [`train ${id}#dataset/Our own pages`]],
    ["duplicated_from: a/b", ["copy hf:model/a/b"]],
  ])("%j", async (front, expected) => {
    expect(links(await read(front))).toEqual(expected);
  });

  it("keeps nobody's folders", async () => {
    expect(JSON.stringify([...(await read("base_model: /home/jane/secret/checkpoint")).graph.assets.values(), ...(await read("base_model: /home/jane/secret/checkpoint")).graph.findings])).not.toMatch(/jane|secret/);
  });

  it("reads the parents that the configuration beside it names", async () => {
    const folder = path.replace("README.md", "");
    const merge = await read("base_model: []\ntags: [mergekit]", { [`${folder}mergekit_config.yml`]: "models:\n- model: a/b\n- model: c/d\nbase_model: e/f\n" });
    expect(links(merge)).toEqual(["merge hf:model/a/b hf:model/c/d hf:model/e/f"]);
    const adapter = await read("license: mit\nbase_model: a/b", { [`${folder}adapter_config.json`]: '{"base_model_name_or_path": "a/b"}' });
    expect(links(adapter)).toEqual(["adapt hf:model/a/b"]);
  });
});

describe("the rest of a card", () => {
  it("records a gate as the card words it, without addresses of persons", async () => {
    const card = await read('extra_gated_prompt: "You agree to X.\n\nWrite to jane.roe@example.org"\nextra_gated_fields:\n  I agree to use it for research only: checkbox');
    expect(said(card, "gate")).toEqual([["You agree to X.\nWrite to [e-mail]", true]]);
    expect(said(card, "gate-fields")).toEqual([['{"I agree to use it for research only":"checkbox"}', true]]);
    expect(card.problems).toEqual([]);
  });

  it("reads a data set card", async () => {
    const file = memoryFile("datasets--acme--d/snapshots/r/README.md", "\uFEFF---\r\nlicense: cc-by-4.0\r\nsource_datasets:\r\n- original\r\n- extended|squad\r\nannotations_creators: [crowdsourced]\r\ntask_categories: [image-to-text]\r\n---\r\n");
    const card = await importFrom([file], { us: "acme" });
    expect(card.graph.assets.get("hf:dataset/acme/d")).toMatchObject({ kind: "dataset", version: "r", licensor: "hf:acme", modality: ["image", "text"] });
    expect(links(card)).toEqual(["?curate hf:dataset/squad"]);
    expect(said(card, "annotations-creators")).toEqual([['["crowdsourced"]', "crowdsourced"]]);
  });

  it("says where the YAML is wrong and passes the card over", async () => {
    const { problems, skipped, graph } = await read("license: mit\n\tbad: [");
    expect(problems[0]).toMatchObject({ code: "yaml-syntax", file: path, line: 3 });
    expect(skipped).toEqual([{ file: path, why: "its front matter is no YAML that can be read" }]);
    expect(graph.assets.size).toBe(0);
  });

  it("reports a key that stands twice", async () => {
    expect((await read("license: mit\nlicense: mit")).problems).toMatchObject([{ code: "duplicate-key", line: 3 }]);
  });

  it("takes no Markdown for a card that has other front matter", async () => {
    const { skipped } = await importFrom([memoryFile("post.md", "---\nlayout: post\ntitle: x\n---\n")], { us: "acme" });
    expect(skipped).toEqual([{ file: "post.md", why: "of no format that is read" }]);
  });
});
