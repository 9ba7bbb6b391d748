import { hubId, isHubName, repositoryId } from "./hub-id.js";
import { withoutPersons } from "./personal.js";

/** A thing as others name it, too: the same id whatever format it is met in. */
export interface Identified {
  readonly id: string;
  /** What the identifier itself says the thing is; `null` where it does not. */
  readonly kind: "model" | "dataset" | "code" | null;
  readonly version: string | null;
}

/** First parts of addresses on the hub that are pages of its own and no namespaces. */
const pages = new Set(["api", "blog", "collections", "docs", "enterprise", "join", "learn", "login", "models", "new", "organizations", "papers", "posts", "pricing", "settings", "spaces", "tasks"]);

/**
 * What a package URL, an address or another persistent identifier names, in one form: a hub's model or data set, a repository, a package,
 * a DOI, an archived object. `null` for anything else, above all for names: they join nothing.
 */
export function identified(text: string): Identified | null {
  const plain = text.trim();
  if (plain === "" || plain.length > 2_000 || /\s/.test(plain)) return null;
  return fromPackageUrl(plain) ?? fromHubAddress(plain) ?? fromRepository(plain) ?? fromPersistent(plain);
}

/** The id of an address on the net, where it names no thing that has an id of its own; `null` for what is no address. */
export function addressId(text: string): string | null {
  const plain = text.trim();
  return /^[a-z][a-z0-9+.-]{0,20}:\/\/\S+$/i.test(plain) && plain.length <= 2_000 ? withoutPersons(`url:${plain}`) : null;
}

/** The digest that 64 hexadecimal digits spell, in lower case; `null` for anything else. */
export const digestFrom = (hex: string | null): string | null => (hex !== null && /^[0-9a-f]{64}$/i.test(hex) ? `sha256:${hex.toLowerCase()}` : null);

function fromPackageUrl(text: string): Identified | null {
  const [, type, path, version] = /^pkg:([a-z][a-z0-9.+-]*)\/+([^?#@]+(?:%40[^?#@]*)?)(?:@([^?#]*))?/i.exec(text) ?? [];
  if (type === undefined || path === undefined) return null;
  const name = decoded(path).replace(/\/+$/, "");
  const revision = version === undefined || version === "" ? null : decoded(version);
  if (type.toLowerCase() === "huggingface") return isHubName(name) ? { id: hubId("model", name), kind: "model", version: revision } : null;
  if (type.toLowerCase() === "github") return isHubName(name) ? { id: repositoryId(name), kind: "code", version: revision } : null;
  return { id: `pkg:${type.toLowerCase()}/${name}${revision === null ? "" : `@${revision}`}`, kind: null, version: revision };
}

function fromHubAddress(text: string): Identified | null {
  const [, datasets, name, revision] = /^(?:https?:\/\/|hf:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/(datasets\/)?([^/?#]+(?:\/[^/?#]+)?)(?:\/(?:tree|blob|resolve|raw|commit)\/([^/?#]+)[^?#]*)?\/?(?:[?#].*)?$/i.exec(text) ?? [];
  if (name === undefined || !isHubName(name)) return null;
  const first = name.split("/")[0] ?? "";
  if (pages.has(first.toLowerCase()) || (first.toLowerCase() === "datasets" && datasets === undefined)) return null;
  if (datasets === undefined && !name.includes("/")) return null;
  const kind = datasets === undefined ? "model" : "dataset";
  return { id: hubId(kind, name), kind, version: revision ?? null };
}

function fromRepository(text: string): Identified | null {
  const [, owner, name, revision] = /^(?:git\+)?(?:https?|ssh|git):\/\/(?:[^/@\s]+@)?(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?(?:(?:@|\/tree\/|\/commit\/)([\w./-]+?))?\/?$/i.exec(text) ?? [];
  if (owner === undefined || name === undefined) return null;
  return { id: repositoryId(`${owner}/${name}`), kind: "code", version: revision ?? null };
}

function fromPersistent(text: string): Identified | null {
  const [, doi] = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)(10\.\d{4,9}\/\S+)$/i.exec(text) ?? [];
  if (doi !== undefined) return { id: `doi:${doi.toLowerCase()}`, kind: null, version: null };
  if (/^swh:1:(?:cnt|dir|rel|rev|snp):[0-9a-f]{40}/.test(text)) return { id: text.split(";")[0] ?? text, kind: null, version: null };
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // The language's only way of saying that the escapes are none: the text stands as it is.
    return text;
  }
}
