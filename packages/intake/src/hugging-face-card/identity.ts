import type { HubKind } from "../hub-id.js";
import { hubId, isHubName } from "../hub-id.js";
import type { YamlValue } from "../foreign-yaml.js";

/** Which asset a card describes. A card does not carry its own id: only where it lies can say. */
export interface CardIdentity {
  readonly id: string;
  readonly kind: HubKind;
  /** The kind was guessed, since the card has no key that only one kind has. */
  readonly assumedKind: boolean;
  /** Revision, where the path shows it. */
  readonly version: string | null;
}

/**
 * Reads the identity from the layout of the hub's local cache (`models--org--name/snapshots/REVISION/README.md`) or of its
 * addresses (`huggingface.co/datasets/org/name/README.md`). Any other card is known by its path, for a folder's name is no identifier.
 */
export function identityOf(path: string, root: YamlValue): CardIdentity {
  const cached = /(?:^|\/)(models|datasets)--([^/]+)\/snapshots\/([^/]+)\/[^/]+$/.exec(path);
  const online = /(?:^|\/)huggingface\.co\/(datasets\/)?([^/]+\/[^/]+)\/(?:(?:raw|resolve|blob)\/([^/]+)\/)?[^/]+$/.exec(path);
  const name = cached?.[2]?.replace("--", "/") ?? online?.[2];
  if (name !== undefined && isHubName(name)) {
    const kind: HubKind = (cached?.[1] ?? (online?.[1] === undefined ? "models" : "datasets")) === "datasets" ? "dataset" : "model";
    return { id: hubId(kind, name), kind, assumedKind: false, version: cached?.[3] ?? online?.[3] ?? null };
  }
  const kind = kindOf(root);
  return { id: `card:${path.replace(/(?:\/?README)?\.md$/i, "") || path}`, kind: kind ?? "model", assumedKind: kind === null, version: null };
}

const modelKeys = new Set(["base_model", "base_model_relation", "library_name", "pipeline_tag", "model-index", "datasets", "quantized_by", "inference", "widget", "model_name"]);
const datasetKeys = new Set([
  "source_datasets", "annotations_creators", "language_creators", "task_categories", "task_ids", "size_categories", "dataset_info", "pretty_name", "multilinguality", "configs",
  "train-eval-index", "paperswithcode_id",
]);

/** The kind whose own keys the card has more of; `null` for a tie, as in a card with nothing but a license. */
function kindOf(root: YamlValue): HubKind | null {
  const keys = (root.entries ?? []).map(([key]) => key);
  const model = keys.filter((key) => modelKeys.has(key)).length;
  const dataset = keys.filter((key) => datasetKeys.has(key)).length;
  return model === dataset ? null : model > dataset ? "model" : "dataset";
}
