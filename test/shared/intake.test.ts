import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { digestOf } from "@cleartitle/norms";
import { describe, expect, it } from "vitest";
import { filesOf, importFrom, memoryFile } from "../../packages/intake/src/index.js";
import { intakeTable, samplesOf } from "./intake-table.js";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const options = { us: "acme", recordedAt: "2026-11-21" };

describe("cards in the wild", () => {
  it.each([
    // A list in the place of front matter, and none at all: fixtures of what is no card.
    ["hf-model-cards", ["sample_invalid_card_data.md", "sample_no_metadata.md"]],
    ["hf-dataset-cards", []],
    ["hf-front-matter", []],
  ])("reads every card in %s", async (folder, none) => {
    const { files } = await filesOf(`${shared}formats/${folder}/open`);
    const cards = files.filter((file) => file.path.endsWith(".md") && !file.path.startsWith("_spec/"));
    const { read, problems, skipped } = await importFrom(cards, { ...options, reader: "hugging-face-card" });
    expect(skipped.map((each) => each.file.split("__").at(-1))).toEqual(none);
    expect(read.length).toBe(cards.length - none.length);
    expect(problems.map((each) => each.file?.split("__").at(-1))).toEqual(none.filter((name) => name.includes("invalid_card")));
  });

  it("keeps what a gated card asks, a name behind `other`, and a merge's three parents", async () => {
    const { graph } = await importFrom(`${shared}formats/hf-front-matter/open`, options);
    const said = (asset: string, what: string) => graph.statements.filter((each) => each.about.id === asset && each.what === what).map((each) => each.value);
    expect(said("card:adelie_lora_tongyi", "license")).toEqual(["tongyi-qianwen"]);
    expect(said("card:openaudio_s1_gated", "gate")).toEqual([true]);
    expect(said("card:alighasemi_lora", "license")).toEqual([]);
    expect(graph.derivations.get("merge:card:eagle2_merge_3_parents")?.from.length).toBe(3);
    expect(graph.derivations.get("adapt-assumed:card:alighasemi_lora")?.from).toEqual(["hf:model/mistralai/Mistral-7B-v0.1"]);
  });
});

describe("data version control in the wild", () => {
  it("reads every pipeline, lock and pointer, and each license that a pointer names", async () => {
    const root = `${shared}formats/dvc/open`;
    const { files } = await filesOf(root);
    const own = files.filter((file) => /[^/]\.dvc$|dvc\.(yaml|lock)$|params\.yaml$/.test(file.path)).map((file) => file.path);
    const { graph, read, problems, skipped } = await importFrom(root, options);
    expect(problems).toEqual([]);
    expect(read.map((each) => each.file)).toEqual(own.toSorted());
    expect(skipped.filter((each) => own.includes(each.file))).toEqual([]);
    const licensed = own.filter((path) => path.startsWith("owid") && /^\s+license:\s*\n\s+(name|url):/m.test(readFileSync(`${root}/${path}`, "utf8")));
    const stated = new Set(graph.statements.filter((each) => each.what === "license").map((each) => each.source?.locator?.split("#")[0]));
    expect(licensed.filter((path) => !stated.has(path))).toEqual([]);
    expect(licensed.length).toBeGreaterThan(10);
  });
});

const importOf = (path: string) => importFrom(path, options);

const mergekit = "adriansterr__fine-tuning-for-absa__merging_configurations__german__task_arithmetic__task_arithmetic_1_08_lambda_05__";
const library = "huggingface__datasets__datasets__";

describe("cards and pointers in the wild, read by hand", () => {
  it.each<[string, string, readonly (readonly [name: string, file: string])[], string[], string[]]>([
    ["a quantized copy that says so", "hf-model-cards", [["a/README.md", "appautomaton__mlx-speech__scripts__hugging_face__model_cards__appautomaton__gemma-3-12b-it-backbone-4bit-mlx.md"]], ["gemma"], ["convert hf:model/google/gemma-3-12b-it"]],
    ["one that its tags alone tell", "hf-model-cards", [["a/README.md", "CrispStrobe__CrispASR__hf_readmes__distil-large-v3-GGUF.md"]], ["mit"], ["?convert hf:model/distil-whisper/distil-large-v3"]],
    // Prose says that each is of the next; the card names all three, and each of them counts.
    ["a chain of three, listed as bases", "hf-model-cards", [["a/README.md", "CrispStrobe__CrispASR__hf_readmes__kartoffel-orpheus-3b-german-natural-GGUF.md"]], ["llama3.2"], ["?convert hf:model/SebastianBodza/Kartoffel_Orpheus-3B_german_natural-v0.1 hf:model/canopylabs/orpheus-3b-0.1-ft hf:model/meta-llama/Llama-3.2-3B-Instruct"]],
    // The card names the base alone; of the two others one is known from a path of somebody's cache, and one by a name.
    ["a merge whose parents stand beside the card", "hf-model-cards", ["README.md", "mergekit_config.yml"].map((name) => [`a/${name}`, `${mergekit}${name}`] as const), [], ["merge card:a#model/meta_llama_full_colab_remerge_2 hf:model/VAGOsolutions/Llama-3.1-SauerkrautLM-8b-Instruct hf:model/unsloth/Meta-Llama-3.1-8B-Instruct"]],
    ["three licenses of which nobody says how they go together", "hf-dataset-cards", [["a/README.md", `${library}xglue__README.md`]], ["cc-by-nc-4.0\ncc-by-sa-4.0\nother"], ["?curate hf:dataset/conll2003 hf:dataset/squad hf:dataset/xnli"]],
    ["data that extend others and are original too", "hf-dataset-cards", [["a/README.md", `${library}squad_kor_v2__README.md`]], ["cc-by-nd-4.0"], ["?curate hf:dataset/squad_kor_v1"]],
    ["a license by its name, behind `other`", "hf-dataset-cards", [["a/README.md", "danish-foundation-models__site__docs__data__ncc_maalfrid__ncc_maalfrid.md"]], ["NLOD 2.0"], []],
    ["a license beside a page that tells of it", "dvc", [["a.dvc", "owid__etl/snapshots/ahdi/2023-09-08/augmented_hdi.xlsx.dvc"]], ["Creative Commons BY 4.0"], []],
    ["a producer and no license", "dvc", [["a.dvc", "owid__etl/snapshots/agriculture/2017-07-01/cereal_yield_index__world_bank__2017__and__owid.feather.dvc"]], [], []],
    ["what is under no copyright", "dvc", [["a.dvc", "owid__etl/snapshots/covid/latest/vaccinations_us.csv.dvc"]], ["Public Domain U.S. Government"], []],
    ["a copy out of another repository at its commit", "dvc", [["data/data.xml.dvc", "iterative__example-get-started@11-random-forest-experiments/data/data.xml.dvc"]], [], ["copy git:https://github.com/iterative/dataset-registry@f59388cd04276e75d70b2136597aaa27e7937cc3#get-started/data.xml"]],
  ])("tell of %s", async (_, format, files, licenses, links) => {
    const { graph, problems } = await importFrom(files.map(([name, file]) => memoryFile(name, readFileSync(`${samplesOf(format)}/${file}`))), options);
    expect(problems).toEqual([]);
    expect(graph.statements.filter((each) => each.what === "license").map((each) => each.value)).toEqual(licenses);
    expect([...graph.derivations.values()].map((each) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${each.from.join(" ")}`)).toEqual(links);
  });
});

describe("tracking stores in the wild", () => {
  const root = `${shared}formats/mlflow/open`;
  type Graph = Awaited<ReturnType<typeof importOf>>["graph"];
  const links = ({ derivations }: Graph) => [...derivations.values()].map((each) => `${each.by} ${each.from.join(" ")} > ${each.to ?? "nothing"} ${each.during.from}`);
  const found = (graph: Graph, kind: string) => graph.findings.filter((each) => each.kind === kind).map((each) => each.asset);

  it("reads a tree of the second generation: one run, its data made by a script, two models", async () => {
    const { graph, problems } = await importOf(`${root}/2025-1-productos-de-datos__PRE-12-mlflow-evaluacion-alvelezp`);
    const [data, run, code] = ["mlflow:dataset/f999a911657acf4276658cbda7974b36", "mlflow:run/4d2965b64d0a4909b3c6fcfe4e4c03bc", "git:commit/e352ab969333c1681af7c137ff2619eeac49e525"];
    expect(problems).toEqual([]);
    // Nobody labeled the input, hence both trainings are assumed.
    expect(links(graph)).toEqual([`generate ${code} > ${run}/explainer 2025-05-31`, `generate ${code} > ${run}/model 2025-05-31`, `train ${data} > ${run}/explainer 2025-05-31`, `train ${data} > ${run}/model 2025-05-31`]);
    expect(found(graph, "data-without-origin")).toEqual([data]);
    expect(found(graph, "training-data-unknown")).toEqual([]);
  });

  it("reads a tree of the third generation: logged models of three runs and of four, and what is registered", async () => {
    const { graph, problems } = await importOf(`${root}/Yeabtssega__Credit-risk-model`);
    expect(problems).toEqual([]);
    expect([...graph.assets.values()].filter((each) => each.kind === "model").length).toBe(6);
    expect(found(graph, "training-data-unknown").length).toBe(6);
    expect(graph.statements.filter((each) => each.what === "registered-as").map((each) => [each.about.id, each.value])).toEqual([
      ["mlflow:model/m-68dbf7f8f5794e3aa4cf250a66c8635c", "best_model/1"],
      ["mlflow:model/m-9a56964486324bdd99576c45ab11b9e2", "credit-risk-model-logreg/1"],
      ["mlflow:model/m-e07c0f4e4bd8466d879c068bb08ecf81", "credit-risk-model-rf/1"],
    ]);
  });

  it("reads a database with labeled inputs, and parameters that name addresses of data", async () => {
    const { graph, problems } = await importOf(`${root}/1412010__nda-mlops-zoomcamp-2024__week-02__mlflow.db`);
    expect(problems).toEqual([]);
    const run = "mlflow:run/92025337761b47258bb509b166789a29";
    expect(links(graph).filter((each) => each.includes(run))).toEqual([
      `evaluate mlflow:dataset/09201ef2131246759450025b9cffcf3f ${run}/model ${run}/models_mlflow > nothing 2024-06-05`,
      `train mlflow:dataset/74d2be7c071e410fb79ecb68128f6048 > ${run}/model 2024-06-05`,
      `train mlflow:dataset/74d2be7c071e410fb79ecb68128f6048 > ${run}/models_mlflow 2024-06-05`,
    ]);
    expect([...graph.assets.keys()].filter((id) => id.startsWith("url:"))).toEqual(["01", "02"].map((month) => `url:https://d37ci6vzurychx.cloudfront.net/trip-data/yellow_tripdata_2024-${month}.parquet`));
    expect(graph.statements.find((each) => each.what === "registered-as")).toMatchObject({ about: { id: `${run}/model` }, value: "nyc-taxi-model/1" });
  });

  it("reads databases of three other schema versions, and names nobody who ran anything", async () => {
    const { graph, problems, read: files } = await importOf(root);
    expect(problems).toEqual([]);
    expect(files.filter((each) => each.file.endsWith(".db")).map((each) => each.records)).toEqual([7, 17 + 2 + 2, 8, 162]);
    expect(JSON.stringify([[...graph.assets.values()], graph.statements, graph.findings, [...graph.derivations.values()]])).not.toMatch(/alejandro|codespace|lucas|ASUS|91948/);
  });
});

const said = ({ graph }: Awaited<ReturnType<typeof importOf>>, asset: string) => graph.statements.filter((each) => each.about.id === asset && each.what.startsWith("license")).map((each) => [each.rung, each.value]).toSorted();
const linksOf = ({ graph }: Awaited<ReturnType<typeof importOf>>) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from} > ${each.to ?? "nothing"}`));

const exampleId = (key: string) => `http://spdx.org/spdxdocs/spdx-example-444504E0-4F89-41D3-9A0C-0305E82C3301#SPDXRef-${key}`;

describe("bills of materials in the wild: SPDX 2", () => {
  const root = `${shared}formats/spdx2/open/`;

  it.each(["spdx__spdx-spec__examples__SPDXJSONExample-v2.3.spdx.json", "spdx__spdx-spec__examples__SPDXTagExample-v2.3.spdx", "spdx__spdx-spec__examples__SPDXYAMLExample-2.3.spdx.yaml"])("reads the example of the standard alike in each form: %s", async (file) => {
    const read = await importOf(`${root}${file}`);
    expect(read.problems).toEqual([]);
    // What the document concludes is its author's word, and its own license has a mark of its text.
    expect(said(read, exampleId("Package"))).toEqual([["declared", "(LGPL-2.0-only AND LicenseRef-3-8f310d7e)"], ["detected", "(LGPL-2.0-only OR LicenseRef-3-8f310d7e)"]]);
    expect(said(read, exampleId("Saxon"))).toEqual([["declared", "MPL-1.0"], ["detected", "MPL-1.0"]]);
    expect(read.graph.assets.get(exampleId("Package"))).toMatchObject({ kind: "code", version: "2.11.1", digest: "sha256:11b6d3ee554eedf79299905a98f9b9a04e498210b59f15094c916c91d150efcd", licensor: "organization:ExampleCodeInspect" });
    expect(read.graph.assets.has("pkg:maven/org.apache.jena/apache-jena@3.12.0")).toBe(true);
    expect(linksOf(read)).toContain(`?convert pkg:maven/org.apache.jena/apache-jena@3.12.0 > ${exampleId("File")}`);
    expect(JSON.stringify([[...read.graph.assets.values()], read.graph.statements])).not.toMatch(/Jane Doe|example\.com/);
  });

  it("joins the sources in one document and the binaries in another", async () => {
    const read = await importOf(root);
    expect(read.problems).toEqual([]);
    expect(linksOf(read)).toContain("?convert https://swinslow.net/spdx-examples/example3/main-src-v2#SPDXRef-lib-src > https://swinslow.net/spdx-examples/example3/main-bin-v2#SPDXRef-lib-binary");
    expect(said(read, "https://swinslow.net/spdx-examples/example1/hello-v3#SPDXRef-hello-binary")).toEqual([["detected", "GPL-3.0-or-later"]]);
  });
});

describe("bills of materials in the wild: SPDX 3", () => {
  const root = `${shared}formats/spdx3/open/`;

  it("reads a data set with its declared and its concluded license", async () => {
    const read = await importOf(`${root}spdx__spdx-examples__dataset__example01__spdx3.0__example01.spdx3.json`);
    const id = "https://spdx.org/spdxdocs/DatasetPackage1-035470d9-3ede-4952-91c8-c2abb943c90b";
    expect(read.problems).toEqual([]);
    // The repository in which it lies is a place: a data set is no code.
    expect(read.graph.assets.get(id)).toMatchObject({ kind: "dataset", version: "2024-04-15", licensor: "organization:Our World in Data" });
    expect(said(read, id)).toEqual([["declared", "CC-BY-4.0"], ["detected", "CC-BY-4.0"]]);
    // Its files have no license of their own: they are under that of the whole, and no part that needs one.
    expect(linksOf(read)).toEqual([]);
  });

  it("reads two models, what they were trained and tested on, and names nobody", async () => {
    const read = await importOf(`${root}spdx__spdx-examples__ai__example01__spdx3.0__simplehtr-example.json`);
    expect(read.problems).toEqual([]);
    expect([...read.graph.assets.values()].filter((each) => each.kind === "dataset" && !each.placeholder).map((each) => each.id)).toContain("https://my-first-aibom.com/IAMdataset");
    expect(linksOf(read).filter((each) => each.startsWith("evaluate"))).toEqual(["line-model", "word-model"].flatMap((model) => [`evaluate https://my-first-aibom.com/IAMdataset > nothing`, `evaluate https://my-first-aibom.com/${model} > nothing`]));
    expect(JSON.stringify([...read.graph.assets.values(), ...read.graph.statements])).not.toMatch(/Rajbahadur|Scheidl|616\.com/);
  });

  it("reads what a converter wrote against the profile, and takes a name in the place of an id for a weak match", async () => {
    const read = await importOf(`${root}rgopikrishnan91__aibom__goldenset_results__aibom-generator__spdx__amazon_chronos-2_spdx_3_0_1.json`);
    expect(said(read, "hf:model/amazon/chronos-2").map(([, value]) => value)).toEqual(["Apache-2.0", "Apache-2.0"]);
    expect(read.graph.assets.has("hf:dataset/autogluon/chronos_datasets")).toBe(false);
    expect(read.graph.statements.filter((each) => each.what === "alternate-of").map((each) => each.value).toSorted()).toEqual(["hf:dataset/Salesforce/GiftEvalPretrain", "hf:dataset/autogluon/chronos_datasets"]);
  });
});

describe("bills of materials in the wild: CycloneDX", () => {
  const root = `${shared}formats/cyclonedx/open/`;

  it("reads a model with the base that a tag of the hub names", async () => {
    const read = await importOf(`${root}rgopikrishnan91__aibom__goldenset_results__aloha__cyclonedx-1.6__Qwen_Qwen2.5-7B-Instruct.json`);
    expect(said(read, "hf:model/Qwen/Qwen2.5-7B-Instruct")).toEqual([["declared", "Apache-2.0"]]);
    expect(linksOf(read)).toEqual(["?finetune hf:model/Qwen/Qwen2.5-7B > hf:model/Qwen/Qwen2.5-7B-Instruct"]);
  });

  it("does not take a word that a tool cut out of prose for a data set of the hub", async () => {
    const read = await importOf(`${root}rgopikrishnan91__aibom__goldenset_results__aibom-generator__cyclonedx-1.6__autogluon_chronos-bolt-small_ai_sbom_1_6.json`);
    expect([...read.graph.assets.keys()].some((id) => id.startsWith("hf:dataset/"))).toBe(false);
    expect(linksOf(read).filter((each) => each.startsWith("train"))).toEqual(["train urn:uuid:5e4ca25f-dd7b-404d-9650-c9bc5b847a81#dataset/nearly > hf:model/autogluon/chronos-bolt-small"]);
  });

  it("keeps what is declared apart from what is concluded", async () => {
    const read = await importOf(`${root}CycloneDX__specification__tools__src__test__resources__1.7__valid-license-declared-concluded-mix-1.7.json`);
    const of = (name: string) => said(read, `urn:uuid:df628836-6b9b-41c9-a724-b44743c54d42#component/com.example/situation-${name}@1`);
    expect(of("A")).toEqual([["declared", "MIT\nPostgreSQL\nApache Software License"], ["detected", "(MIT OR PostgreSQL OR Apache-2.0)"]]);
    expect(of("C")).toEqual([["declared", "GPL-3.0-or-later OR GPL-2.0"], ["detected", "GPL-3.0-only"]]);
  });

  it("reads all of them, also those that their schema refuses", async () => {
    const { problems, read } = await importOf(root);
    expect(read.length).toBe(51);
    expect(problems.map((each) => [/invalid-.*$/.exec(each.file ?? "")?.[0], each.line])).toEqual(["1.6", "1.7"].map((version) => [`invalid-license-missing-id-and-name-${version}.json`, 14]));
  });
});

describe("descriptions of data sets in the wild: Croissant", () => {
  const root = `${shared}formats/croissant/open/mlcommons__croissant__datasets__`;

  it.each([
    ["1.0__huggingface-c4", "hf:dataset/allenai/c4", [["declared", "odc-by"]]],
    ["1.1__huggingface-recipe_RL_data_roberta-base", "hf:dataset/AnonymousSub/recipe_RL_data_roberta-base", [["declared", "empty"]]],
    ["1.1__image_test", `croissant:mlcommons__croissant__datasets__1.1__image_test__metadata.json`, [["declared", "https://creativecommons.org/licenses/by/4.0/"]]],
    ["0.8__fashion-mnist", "hf:dataset/fashion_mnist", [["declared", "mit"]]],
  ])("reads %s", async (name, id, expected) => {
    const read = await importOf(`${root}${name}__metadata.json`);
    expect(read.problems).toEqual([]);
    expect([...read.graph.assets.keys()]).toEqual([id]);
    expect(said(read, id)).toEqual(expected);
  });

  it("does not believe an address that was copied from another data set", async () => {
    const read = await importOf(`${root}1.0__huggingface-prism-alignment__metadata.json`);
    expect(read.graph.findings.filter((each) => each.kind === "identifiers-differ").length).toBe(1);
    expect(read.graph.assets.has("hf:dataset/mnist")).toBe(false);
  });
});

const inFiles = ({ graph }: Awaited<ReturnType<typeof importOf>>) => graph.statements.map((each) => [each.about.id.split("#")[1], String(each.value).toLowerCase()]);
const scanOfFormat = (format: string) => importOf(`${shared}formats/scancode/open/oss-review-toolkit__ort__plugins__scanners__scancode__src__test__resources__scancode-output-format-${format}_mime-types-2.1.18.json`);

describe("folders of runs in the wild", () => {
  const root = `${shared}formats/wandb/open`;
  it.each([
    // Killed: the last record is cut off. The data is named in the log and in the configuration, by a name and by a path.
    ["AI-Tech-Research-Lab__AsquaredM/wandb/run-20240531_151711-lmgjgv46", ["?train wandb:run/lmgjgv46#dataset/cifar10 > nothing"], 1],
    // Its one artifact is a job, which the program makes by itself.
    ["AI-Tech-Research-Lab__AsquaredM/wandb/run-20240531_132850-ncynrli8", ["?train wandb:run/ncynrli8#dataset/cifar10 > nothing"], 0],
    ["agilexrobotics__rdt-agilex/wandb/offline-run-20251014_120029-6zjwrmwu", ["rdt-1b", "siglip-so400m-patch14-384", "t5-v1_1-xxl"].map((model) => `?finetune wandb:run/6zjwrmwu#model/${model} > nothing`), 0],
    // Its one artifact is its own code.
    ["wandb__wandb/tests/assets/wandb/offline-run-20210216_154407-g9dvvkua", [], 0],
  ])("reads %s", async (folder, expected, cut) => {
    const { files } = await filesOf(root);
    const read = await importFrom(files.filter((file) => file.path.startsWith(folder)), options);
    expect(read.problems).toEqual([]);
    expect(linksOf(read)).toEqual(expected);
    expect(read.graph.findings.filter((each) => each.kind === "not-read-whole").length).toBe(cut);
    expect(JSON.stringify([[...read.graph.assets.values()], read.graph.statements, read.graph.findings])).not.toMatch(/zeuslecco|flatnas|agilex"|vanpelt/);
  });
});

describe("records of provenance in the wild", () => {
  const root = `${shared}formats/prov/open/trungdong__prov__src__prov__tests__`;

  it.each([
    // Two names of one thing, a thing as it stood somewhere else, and a thing in a bundle: the bundles themselves are no assets.
    ["json__alternate1.json", ["http://example.org/e1"], ["http://example.org/e2"]],
    ["json__mention1.json", ["http://example.org/e2"], ["http://example.org/e1"]],
    ["json__bundle1.json", ["http://example.org/e1", "http://example.org/ee1"], []],
    // One thing with a type that is an address, one with a mark of another vocabulary, one that a qualified record alone speaks of; what an act used is named, though nobody describes it.
    ["rdf__attr_entity_one_attr20.ttl", ["http://example.org/et20"], []],
    ["rdf__attr_entity_one_other_attr31.ttl", ["http://example.org/en_o31"], []],
    ["rdf__invalidation3.ttl", ["http://example.org/e1"], []],
    ["rdf__usage3.ttl", ["http://example.org/e1"], []],
    // In the second two records of one end; in the third acts and agents alone. An act is no asset, whatever its name says.
    ["unification__constraints__invalidation-fail5.xml", ["http://example.org/e1"], []],
    ["unification__constraints__usage-success2.xml", ["http://example.org/a1"], []],
    ["unification__constraints__delegation-fail6.xml", [], []],
  ])("reads %s", async (name, assets, alternates) => {
    const read = await importOf(`${root}${name}`);
    expect([...read.graph.assets.keys()]).toEqual(assets);
    expect(read.graph.statements.map((each) => each.value)).toEqual(alternates);
    expect(read.problems).toEqual([]);
  });

  it("says what is wrong with a malformed one that it is told to read", async () => {
    const { graph, problems } = await importFrom(`${root}malformed__bad_record_content.json`, { ...options, reader: "prov" });
    expect([graph.assets.size, problems.map((each) => [each.code, each.line])]).toEqual([0, [["wrong-type", 2]]]);
  });
});

describe("scans in the wild", () => {
  const root = `${shared}formats/scancode/open/`;

  it("reads a package that declares MIT and holds a file under the GPL", async () => {
    const file = "aboutcode-org__scancode-toolkit__tests__summarycode__data__score__inconsistent_licenses_copyleft-expected.json";
    const read = await importOf(`${root}${file}`);
    const id = (name: string) => `scancode:${file}#inconsistent_licenses_copyleft/${name}`;
    expect(said(read, "pkg:npm/@invisionag/eslint-config-ivx@0.0.10")).toEqual([["declared", "MIT"]]);
    expect(["README.md", "index.js", "package.json", "util.js"].flatMap((name) => said(read, id(name)).map(([, value]) => value))).toEqual(["MIT", "MIT", "MIT", "GPL-2.0-or-later"]);
    expect(linksOf(read).filter((each) => each.startsWith("include")).length).toBe(4);
  });

  it("reads the same package in an old format and a new one", async () => {
    expect(inFiles(await scanOfFormat("2.0.0"))).toEqual(inFiles(await scanOfFormat("4.0.0")));
    expect(inFiles(await scanOfFormat("4.0.0"))).toEqual([["LICENSE", "mit"], ["README.md", "mit"], ["index.js", "mit"], ["package.json", "mit"]]);
  });

  it("reads all of them, and takes no clue for a license", async () => {
    const { problems, read, graph } = await importOf(root);
    expect([problems, read.length]).toEqual([[], 16]);
    expect(graph.statements.some((each) => each.value === "LicenseRef-scancode-proprietary-license")).toBe(false);
  });
});

describe("events of pipelines in the wild", () => {
  const root = `${shared}formats/openlineage/open/`;

  it.each([
    ["OpenLineage__OpenLineage__client__python__tests__serde_example_job_event.json", ["?curate openlineage:openlineage/dataset_a > openlineage:openlineage/dataset_b"]],
    ["OpenLineage__OpenLineage__integration__common__tests__dbt__alias__result.json", ["test_model", "test_model_alias"].map((name) => `?curate openlineage:bigquery/random-gcp-project.dbt_test1.source_table > openlineage:bigquery/random-gcp-project.dbt_test1.${name}`)],
    ["MarquezProject__marquez__api__src__test__resources__open_lineage__listener__1.json", ["1", "2"].map((n) => `?curate openlineage:file.localhost/file://localhost/in_file${n}.txt > openlineage:file.localhost/file://localhost/out_file1.txt`)],
  ])("reads %s", async (file, expected) => {
    const read = await importOf(`${root}${file}`);
    expect(read.problems).toEqual([]);
    expect(linksOf(read)).toEqual(expected);
  });

  it("reads every event and nothing else", async () => {
    const { problems, read } = await importOf(root);
    expect([problems, read.length]).toEqual([[], 30]);
  });
});

const tableOfExport = (name: string) => `atlas:hive_table/hr.${name}@cl1`;

describe("data catalogues in the wild", () => {
  const root = `${shared}formats/atlas/open/`;
  const files = "url:hdfs://localhost.localdomain:8020/hive_data/employee";
  const lake = "url:https://pvdemofngxiadls.dfs.core.windows.net/bing/data";

  it.each([
    ["apache__atlas__addons__hive-bridge__src__test__resources__json__hs2-create-process-v2.json", ["?curate atlas:hive_table/cadb202.hh202@primary > atlas:hive_table/cadb202.vw202@primary"]],
    ["apache__atlas__repository__src__test__resources__json__entities__table-lineage.json", ["?curate atlas:hive_table/db_1.table_1@cl1 > atlas:hive_table/db_2.table_2@cl1"]],
    // Its columns and their lines are drawn together to the tables.
    ["apache__atlas__repository__src__test__resources__tag-propagation-data.zip", [`?curate ${files} > ${tableOfExport("employees1")}`, `?curate ${files} > ${tableOfExport("employees2")}`, `?curate ${tableOfExport("employees1")} > ${tableOfExport("employees_union")}`, `?curate ${tableOfExport("employees2")} > ${tableOfExport("employees_union")}`, `?curate ${tableOfExport("employees")} > ${tableOfExport("us_employees")}`, `?curate ${tableOfExport("orders")} > ${tableOfExport("us_orders")}`]],
    ["purview_lineage_next_BOTH.json", ["Country", "State"].map((by) => `?copy ${lake}/{N}/QueriesBy${by}_{Year}-{Month}-{Day}_{N}-{N}-{N}.tsv > ${lake}/merged.parquet`)],
    ["purview_lineage_next_empty.json", []],
  ])("reads %s", async (file, expected) => {
    const read = await importOf(`${root}${file}`);
    expect([read.problems, read.read.length]).toEqual([[], 1]);
    expect(linksOf(read)).toEqual(expected);
    expect(JSON.stringify([[...read.graph.assets.values()], read.graph.statements])).not.toMatch(/anonymous|superuser|"hive"|6b854594/);
  });

  it("keeps the marks of personal data on a column whose table is not there", async () => {
    const read = await importOf(`${root}apache__atlas__repository__src__test__resources__json__classification-association__col-entity-PII-FIN_PII.json`);
    expect(read.graph.statements.map((each) => [each.about.id, each.raw])).toEqual(["FIN_PII", "PII"].map((name) => ["atlas:hive_column/hortoniabank.us_customers.nationalid@cl1", `${name} type=ssn`]));
  });
});

describe("generated images in the wild", () => {
  const root = `${shared}formats/genimg/open/d3x-at__sd-parsers__tests__resources__parsers__`;

  it.each([
    ["AUTOMATIC1111__automatic1111_cropped.png", "A1111", ["model-hash:sha256-10/c0d1994c73"]],
    ["ComfyUI__night_evening_day_morning_cropped.png", "ComfyUI", ["#model/AbyssOrangeMix2_hard.safetensors", "#model/Anything-V3.0.ckpt", "#model/vae-ft-mse-840000-ema-pruned.safetensors"]],
    ["ComfyUI__noisy_latents_3_subjects_cropped.png", "ComfyUI", ["#model/Anything-V3.0.ckpt", "#model/vae-ft-mse-840000-ema-pruned.safetensors"]],
    ["Fooocus__fooocus1_cropped.png", "Fooocus", ["model-hash:sha256-10/aeb7e9e689"]],
    ["InvokeAI__invokeai_dream1.png", "InvokeAI", []],
    ["InvokeAI__invokeai_sdmeta1.png", "InvokeAI", ["model-hash:invokeai/56d1442a0feefd64836a19ac8e3527ec71c884fc962e246ddf67b03e42921272"]],
  ])("reads %s", async (name, generator, models) => {
    const read = await importOf(`${root}${name}`);
    expect(read.problems).toEqual([]);
    expect(read.graph.statements.filter((each) => each.what === "generator").map((each) => each.value)).toEqual([generator]);
    expect([...read.graph.derivations.values()].flatMap((each) => each.from.map((id) => id.replace(/^image:[^#]*/, ""))).toSorted()).toEqual(models);
  });
});

it("has the table of all samples that the page shows", async () => {
  expect(readFileSync(fileURLToPath(new URL("../../docs/intake.md", import.meta.url)), "utf8")).toContain(await intakeTable());
}, 120_000);

describe("a real supply chain", () => {
  it("reads every record and every link, and says once of each unlisted id that it is", async () => {
    const { files } = await filesOf(`${shared}supply-chain`);
    const { graph, read, problems } = await importFrom(files.filter((file) => file.path.endsWith(".jsonl")), options);
    expect(problems).toEqual([]);
    expect(read).toMatchObject([
      { file: "datasets.jsonl", records: 708, links: 0 },
      { file: "models.jsonl", records: 3_988, links: 228 + 2_289 },
      { file: "repos.jsonl", records: 12_180, links: 56_092 },
    ]);
    const total = (key: "records" | "links") => read.reduce((sum, each) => sum + each[key], 0);
    expect([total("records"), total("links")]).toEqual([16_876, 58_609]);
    // Five models name themselves as their base: a finding each, no link.
    const own = graph.findings.filter((each) => each.kind === "derived-from-itself");
    expect([own.length, [...graph.derivations.values()].reduce((sum, each) => sum + each.from.length, 0)]).toEqual([5, 58_609 - 5]);
    const [placeholders, described] = [true, false].map((is) => [...graph.assets.values()].filter((each) => each.placeholder === is).map((each) => each.id));
    expect(described?.length).toBe(16_876);
    // 61 base models and 442 data sets are named and not listed.
    expect(placeholders?.length).toBe(61 + 442);
    expect(graph.findings.filter((each) => each.kind === "placeholder").map((each) => each.asset).toSorted()).toEqual(placeholders);
    expect(graph.statements.filter((each) => each.what === "license").length).toBe(2_753 + 530 + 7_652 - 677 - 78);
    // What is written as `NOASSERTION` or `unknown` is kept and says nothing.
    expect(graph.statements.filter((each) => each.what === "license-unsaid").length).toBe(677 + 78);
  }, 60_000);

  it("adds the 45 links of the chains that the listings do not state, as assumptions, and is idempotent", async () => {
    const { files } = await filesOf(`${shared}supply-chain`);
    const once = await importFrom(files, options);
    expect(once.problems).toEqual([]);
    expect(once.read.find((each) => each.file.endsWith(".txt"))).toMatchObject({ records: 224, links: 244 });
    expect([...once.graph.derivations.values()].reduce((sum, each) => sum + each.from.length, 0)).toBe(58_609 - 5 + 45);
    expect(digestOf((await importFrom(files.toReversed(), options)).graph)).toBe(digestOf(once.graph));
  }, 60_000);
});
