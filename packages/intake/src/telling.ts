import type { Place } from "./evidence.js";
import { isHubName } from "./hub-id.js";
import { identified } from "./identifier.js";
import { partOfLicenseKey } from "./license-scope.js";

/** A text that somebody logged, and where it stands. */
export interface Logged {
  readonly key: string;
  readonly value: string;
  readonly at: Place;
  /** Whether the value is there and cannot be read. */
  readonly unread?: true;
}

/** What a tag or a parameter tells by its name. The rest is never held: it tells nothing of rights, and may hold secrets. */
type Telling = "license" | "base" | "training-data" | "other-data" | "commit" | "repository" | "models";

const known: Readonly<Record<string, Telling>> = {
  "mlflow.source.git.commit": "commit", "mlflow.source.git.repourl": "repository", "mlflow.log-model.history": "models",
  base_model: "base", base_model_name: "base", base_model_name_or_path: "base", model_name_or_path: "base", pretrained_model_name_or_path: "base", pretrained_model: "base", model_name: "base",
  model_id: "base", hf_model: "base", hf_model_id: "base", hf_model_name: "base", source_model_name: "base", _name_or_path: "base", teacher_model: "base",
  data: "training-data", dataset: "training-data", datasets: "training-data", dataset_name: "training-data", dataset_id: "training-data", hf_dataset: "training-data", train_dataset: "training-data", training_dataset: "training-data",
};

export function tellingOf(key: string): Telling | null {
  const plain = key.trim().toLowerCase();
  const name = plain.split(/[./ ]/).at(-1) ?? plain;
  const found = Object.hasOwn(known, plain) ? known[plain] : Object.hasOwn(known, name) ? known[name] : undefined;
  if (found !== undefined) return found;
  // Parts of a model that were trained by others go into it as a base does.
  if (/^(?:pretrained_)?(?:[a-z]+_)?(?:encoder|decoder|backbone|tower|vae|unet|controlnet)_(?:model_)?(?:name|name_or_path|path|id)$/.test(name)) return "base";
  if (partOfLicenseKey(plain) !== null) return "license";
  if (/^(?:train(?:ing)?_)?(?:data(?:set)?_)?(?:path|file|files|dir|root|uri|url)$/.test(name) && /train|data/.test(name)) return "training-data";
  return /^(?:val(?:id|idation)?|test|eval(?:uation)?)_(?:data(?:set)?_?)?(?:path|file|files|uri|url|name)?$/.test(name) && /data|file|path|uri|url/.test(name) ? "other-data" : null;
}

/** Keys under which a base stands and never the run's own model: what they name went in, even where nobody else knows it by that name. */
const surelyBase = /(?:^|[._/ ])(?:base_model|pretrained|teacher)|_or_path$|(?:encoder|decoder|backbone|tower|vae|unet|controlnet)_/i;
const saysNone = /^(?:none|null|nan|n\/a|na|true|false|yes|no|auto|default|scratch|random|-|\d+(?:\.\d+)?)$/i;

/** The name that a base has here and nowhere else: the end of a path, or a word under a key that is for bases. `null` where nothing is named. */
export function localBase({ key, value }: Logged): string | null {
  const plain = value.trim();
  if (!surelyBase.test(key) || saysNone.test(plain) || plain.length > 1_000 || !/^[^\s"'{}[\]]+$/.test(plain)) return null;
  return plain.split(/[/\\]/).filter((step) => step !== "" && step !== "." && step !== "..").at(-1)?.slice(0, 200) ?? null;
}

/** Whether a value says that there is none, or that something is on or off. */
export const namesNone = (value: string): boolean => saysNone.test(value.trim()) || !/[^\s"'{}[\]().,/\\]/.test(value);

/** Whether a value names a base in a way that cannot be read: under a key for bases, in more than one word, or as what is no text. */
export const isUnreadBase = (logged: Logged): boolean => logged.unread === true || (surelyBase.test(logged.key) && localBase(logged) === null && !namesNone(logged.value));

export const loggedAs = (logged: readonly Logged[], telling: Telling): Logged[] => logged.filter((each) => tellingOf(each.key) === telling);

/** Ends and first folders of names that are files of somebody's project, though they look like a hub's ids. */
const file = /\.(csv|tsv|parquet|jsonl?|ya?ml|txt|zip|gz|tar|pkl|pickle|pt|pth|bin|h5|joblib|npz|npy|arrow|feather|db|sqlite|xlsx?|onnx|gguf|safetensors)$/i;
const folder = /^(data|datasets?|models?|artifacts|outputs?|results?|src|mlruns|checkpoints?|tmp|home|mnt|content|notebooks|inputs?|raw|processed)\//i;

/** The hub's id in a value that somebody logged: a namespace and a name, or an address. A bare name or a path is none. */
export function hubNameIn(value: string): string | null {
  const found = identified(value);
  if (found?.id.startsWith("hf:") === true) return found.id.replace(/^hf:(?:model|dataset)\//, "");
  return isHubName(value) && value.includes("/") && !file.test(value) && !folder.test(value) ? value : null;
}

/** Whether a value is a path of somebody's disk or working copy. */
export const isPath = (value: string): boolean => value.length <= 1_000 && !/[\n\r]/.test(value) && (file.test(value) || (/[/\\]/.test(value) && !/^[a-z][a-z0-9+.-]+:\/\//i.test(value)));
