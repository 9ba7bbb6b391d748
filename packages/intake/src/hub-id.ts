export { makerOf, publisherOf } from "@cleartitle/title";

/** Identifiers of the hubs that records name. The prefix keeps a model, a data set and a repository of equal name apart. */
export type HubKind = "model" | "dataset";

const segment = "[A-Za-z0-9_](?:[A-Za-z0-9._+-]{0,98})";
const hubName = new RegExp(`^${segment}(?:/${segment})?$`);

/** Whether a text can be an id on the hub: `name` or `namespace/name`. A local path or a title cannot. */
export const isHubName = (text: string): boolean => hubName.test(text) && !text.includes("..");

export const hubId = (kind: HubKind, name: string): string => `hf:${kind}/${name}`;
export const repositoryId = (name: string): string => `gh:${name}`;

const relations: Readonly<Record<string, string>> = {
  finetune: "finetune", finetuned: "finetune",
  adapter: "adapt", adapters: "adapt",
  merge: "merge", merged: "merge",
  quantized: "convert", quantize: "convert", converted: "convert", convert: "convert",
};

/** The hub's word for how a model came from its base, as a kind of derivation; `null` for a word that is none of its own. */
export function kindOfRelation(relation: string): string | null {
  const word = relation.trim().toLowerCase();
  return Object.hasOwn(relations, word) ? (relations[word] ?? null) : null;
}

/**
 * The name inside a path of the local cache of a hub (`models--org--name/snapshots/…`, `hub/models/org/name`): it is a name
 * that somebody typed or a tool wrote, so it holds only with a finding. `null` if the path shows no such layout.
 */
export function nameInCachePath(path: string): string | null {
  const plain = path.replaceAll("\\", "/");
  const cached = /(?:^|\/)(?:models|datasets)--([^/]+?)--([^/]+)(?:\/|$)/.exec(plain) ?? /\/hub\/models\/([^/]+)\/([^/]+)\/?$/.exec(plain);
  const name = cached === null ? null : `${cached[1]}/${cached[2]}`;
  return name !== null && isHubName(name) ? name : null;
}

/** Modalities that the hub's task names speak of. A task that is not listed says nothing. */
export function modalitiesOf(task: string): string[] {
  const words = task.toLowerCase().split(/[^a-z0-9]+/);
  const found = new Set<string>();
  for (const word of words) {
    const modality = modalityWords[word];
    if (modality !== undefined) found.add(modality);
  }
  if (task === "fill-mask" || task === "summarization" || task === "translation") found.add("text");
  return [...found].toSorted();
}

const modalityWords: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null) as Record<string, string>, {
  text: "text", text2text: "text", token: "text", sentence: "text", question: "text", conversational: "text", table: "tabular", tabular: "tabular",
  image: "image", visual: "image", depth: "image", object: "image", audio: "audio", speech: "audio", voice: "audio", video: "video",
});
