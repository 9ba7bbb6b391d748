import { fieldOf, listIn, pageOf, paged, textIn } from "./connector.js";
import type { Ask, Connector } from "./connector.js";

const hubName = /^[A-Za-z0-9_][\w.+-]{0,95}(?:\/[A-Za-z0-9_][\w.+-]{0,95})?$/;
/** The most that a card's files are; a larger one is told and passed over. */
const maxText = 4_194_304;
/** The most texts beside one card. */
const maxBeside = 20;
const beside = /^(?:readme\.md|(?:licen[cs]e|copying|notice)(?:[-_.][\w. -]*)?|use_policy\.md|adapter_config\.json|mergekit_config\.ya?ml)$/i;
/** Of many, the card comes first, then what has a name of its own, and what anybody may name as he likes comes last. */
const places = [/^readme\.md$/i, /^(?:(?:licen[cs]e|copying|notice)(?:\.md|\.txt)?|use_policy\.md|adapter_config\.json|mergekit_config\.ya?ml)$/i];
const placeOf = (path: string): number => (places.findIndex((each) => each.test(path)) + 1) || places.length + 1;

type Kind = "models" | "datasets";

const repository = (kind: Kind, name: string): Ask => ({ step: kind, path: `api/${kind}/${name}`, query: { blobs: "true" }, keep: `api/${kind}/${name}.json` });
const listed = (kind: Kind, author: string, cursor: string | null, page: number): Ask => ({
  step: `list-${kind}`, path: `api/${kind}`, query: { author, limit: "500", ...(cursor === null ? {} : { cursor }) }, keep: paged(`api/${kind}.of-${author}.json`, page),
});
/** A file as the local cache of the hub would hold it, so that it is read as one. */
const file = (kind: Kind, name: string, revision: string, path: string): Ask => ({
  step: "file", path: `${kind === "models" ? "" : "datasets/"}${name}/raw/${revision}/${path.split("/").map(encodeURIComponent).join("/")}`,
  keep: `${kind}--${name.replace("/", "--")}/snapshots/${revision}/${path}`, optional: true, text: true, maxBytes: maxText,
});

const cut = (kind: Kind, name: string, revision: string, paths: readonly string[]): Ask => ({
  step: "cut", path: `${name}/tree/${revision}`, keep: `api/${kind}/${name}~cut.json`,
  beyond: `${paths.length} more texts than the ${maxBeside} that are asked for: ${paths.slice(0, 5).map((path) => `\`${path.slice(0, 100)}\``).join(", ")}${paths.length > 5 ? ", …" : ""}`,
});

/** Models and data sets by their names, or all of an organization: what the hub says of each, and the card, the license files and the configurations beside them. */
export const huggingFace: Connector = {
  kind: "hugging-face",
  title: "Hugging Face hub (API)",
  secrets: { token: ["HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"] },
  scheme: "bearer",
  names: "`ORG/MODEL`, `datasets/ORG/NAME`, or `ORG/*` for all of an organization",
  needsNames: true,
  isName: (name) => hubName.test(name.replace(/^datasets\/(?=.*[^*]$)/, "").replace(/\/\*$/, "")) && !name.includes(".."),
  start: ({ names }) => names.flatMap((name) => {
    if (name.endsWith("/*")) return (["models", "datasets"] as const).map((kind) => listed(kind, name.slice(0, -2), null, 1));
    return name.startsWith("datasets/") ? [repository("datasets", name.slice("datasets/".length))] : [repository("models", name)];
  }),
  next(ask, { value, cursor }) {
    if (ask.step.startsWith("list-")) {
      const kind = ask.step.slice("list-".length) as Kind;
      const names = (Array.isArray(value) ? (value as unknown[]) : []).map((each) => textIn(each, "id")).filter((id): id is string => id !== null && hubName.test(id) && !id.includes(".."));
      const author = textIn(ask.query, "author") ?? "";
      return [...names.map((name) => repository(kind, name)), ...(cursor === null ? [] : [listed(kind, author, cursor, pageOf(ask.keep) + 1)])];
    }
    if (ask.step !== "models" && ask.step !== "datasets") return [];
    const name = ask.path.slice(`api/${ask.step}/`.length);
    const revision = textIn(value, "sha");
    // Behind a gate or in private the files are not given to everybody: what the answer says is what there is then.
    if (revision === null || !/^[0-9a-f]{7,64}$/.test(revision) || fieldOf(value, "disabled") === true) return [];
    const kind = ask.step;
    const files = listIn(value, "siblings").map((each) => textIn(each, "rfilename")).filter((path): path is string => path !== null && beside.test(path)).toSorted((a, b) => placeOf(a) - placeOf(b));
    const beyond = files.slice(maxBeside);
    return [...files.slice(0, maxBeside).map((path) => file(kind, name, revision, path)), ...(beyond.length === 0 ? [] : [cut(kind, name, revision, beyond)])];
  },
};
