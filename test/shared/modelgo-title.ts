/** A case as the peer's tool has it. */
export interface PeerCase {
  readonly case: string;
  readonly works: readonly { readonly name: string; readonly type: "data" | "model"; readonly license: string }[];
  readonly steps: readonly { readonly activity: "embed" | "translate" | "combine" | "train" | "generate"; readonly output: string; readonly inputs: readonly string[]; readonly aux: readonly string[] }[];
  readonly releasePolicy: "sell" | "share";
  readonly releaseForm: "raw" | "saas";
  readonly reproduced: { readonly resultLicense: string; readonly errors: readonly string[]; readonly warnings: readonly string[] };
}

/** Names of licenses in the peer's cases → ids of the catalogue. */
export const licenseIds: Readonly<Record<string, string>> = {
  "LGPL-LR": "LGPLLR", "CC-BY-NC-ND-4.0": "CC-BY-NC-ND-4.0", "CC-BY-SA-4.0": "CC-BY-SA-4.0", "GPL-3.0": "GPL-3.0-only", "BigScience-BLOOM-RAIL-1.0": "LicenseRef-BigScience-RAIL-1.0",
  "Apache-2.0": "Apache-2.0", MIT: "MIT", "CreativeML-OpenRAIL-M": "LicenseRef-CreativeML-OpenRAIL-M", Unlicense: "Unlicense",
};

const idOf = (license: string): string => {
  const id = licenseIds[license];
  if (id === undefined) throw new Error(`no id for the license \`${license}\``);
  return id;
};

type Derivation = Record<string, unknown>;

/**
 * The steps of a case as derivations. The peer's `inputs` are what is changed and its `aux` what it is changed with, save for `train`, where `aux`
 * is the data, and `generate`, where `aux` is what the model is given:
 * embed → `index` of the input and `generate` by the model; translate → `convert` and `generate`; combine → `merge`; train → `finetune` of the
 * model and `train` on the data; generate → `generate` by the model and `prompt` with what it is given.
 */
function derivationsOf(step: PeerCase["steps"][number]): Derivation[] {
  const link = (by: string, from: readonly string[]): Derivation[] => (from.length === 0 ? [] : [{ id: `${step.output}-${by}`, from: [...from], to: step.output, by, in: "US", on: "2026-03-01", purpose: "commercial", field: "general" }]);
  switch (step.activity) {
    case "embed": return [...link("index", step.inputs), ...link("generate", step.aux)];
    case "translate": return [...link("convert", step.inputs), ...link("generate", step.aux)];
    case "combine": return link("merge", [...step.inputs, ...step.aux]);
    case "train": return [...link("finetune", step.inputs), ...link("train", step.aux)];
    case "generate": break;
  }
  return [...link("generate", step.inputs), ...link("prompt", step.aux)];
}

/** What a step gives: a model is still one after training and merging with models, what a model gave is an output, embeddings are data. */
function kindOf(step: PeerCase["steps"][number], kinds: ReadonlyMap<string, string>): string {
  if (step.activity === "generate") return "output";
  if (step.activity === "train") return "model";
  const among = new Set(step.inputs.map((each) => kinds.get(each)));
  if (step.activity !== "combine") return "dataset";
  return among.size === 1 ? [...among][0]! : "product";
}

/** A case as a title file; `facts` are recorded of the outputs of its steps. */
export function titleOf(peer: PeerCase, facts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const kinds = new Map<string, string>(peer.works.map((work) => [work.name, work.type === "data" ? "dataset" : "model"]));
  for (const step of peer.steps) kinds.set(step.output, kindOf(step, kinds));
  const works = peer.works.map((work) => ({ id: work.name, kind: kinds.get(work.name), license: idOf(work.license) }));
  const made = peer.steps.map((step) => ({ id: step.output, kind: kinds.get(step.output), ...(Object.keys(facts).length === 0 ? {} : { facts: { ...facts } }) }));
  return {
    us: "us",
    assets: [...works, ...made],
    derivations: peer.steps.flatMap(derivationsOf),
    uses: {
      release: {
        of: peer.steps.at(-1)!.output, actions: [peer.releaseForm === "saas" ? "host" : peer.releasePolicy === "sell" ? "sell" : "distribute"], as: idOf(peer.reproduced.resultLicense),
        purpose: peer.releasePolicy === "sell" ? "commercial" : "non-commercial", field: "general", in: ["DE", "US"], on: "2026-11-21",
      },
    },
  };
}
