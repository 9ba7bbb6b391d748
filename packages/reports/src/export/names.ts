import { sha256 } from "@cleartitle/norms";
import { digestGraph, isOwnName, ownParty, ownSource, type Asset, type TitleGraph } from "@cleartitle/title";

type Named = Pick<Asset, "id" | "kind">;

/**
 * The address under which anybody knows a thing with an identifier of the net; `null` for an id that only its own graph knows, and for one that
 * readers take for another kind of thing: what lies in a repository is no code for that.
 */
export function addressOf({ id, kind }: Named): string | null {
  const [, scheme, rest] = /^([a-z]+):(.+)$/s.exec(id) ?? [];
  if (scheme === undefined || rest === undefined || /\s/.test(id)) return null;
  switch (scheme) {
    case "hf": return hubAddress(rest, kind);
    case "gh": return kind === "code" && /^[\w.-]+\/[\w.-]+$/.test(rest) ? `https://github.com/${rest}` : null;
    case "doi": return rest.startsWith("10.") ? `https://doi.org/${rest}` : null;
    // The sign before a scope would read as the one before a version.
    case "pkg": return /^[a-z][a-z0-9.+-]*\/[^?#%]+$/.test(rest) ? `pkg:${rest.replace("/@", "/%40")}` : null;
    case "swh": return /^1:(?:cnt|dir|rel|rev|snp):[0-9a-f]{40}$/.test(rest) ? id : null;
    default: return null;
  }
}

function hubAddress(rest: string, kind: string): string | null {
  const [, said, name] = /^(model|dataset)\/(\w[\w.+-]*\/\w[\w.+-]*)$/.exec(rest) ?? [];
  return said !== kind || name === undefined || name.includes("..") ? null : `https://huggingface.co/${kind === "dataset" ? "datasets/" : ""}${name}`;
}

/** Bytes that may not stand in the last part of a URN are written as `%XX`, so that every id has one. */
export const encoded = (id: string): string => [...Buffer.from(id, "utf8")].map((byte) => (/[A-Za-z0-9._~-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)).join("");

/** Where a graph's own names live: those of another graph, or of this one after a change, are others. */
export const namespaceOf = (graph: TitleGraph): string => `urn:cleartitle:title:${digestGraph(graph).slice(7, 23)}:`;

/** The address of a thing, or its id as a name of the graph alone: a name joins nothing outside. What another graph's document named so keeps that name, so that a graph that is read and written again and again stays as it is. */
export const uriOf = (asset: Named, namespace: string): string => addressOf(asset) ?? (isOwnName(asset.id) ? asset.id : `${namespace}${encoded(asset.id)}`);

/** Where a thing comes from, in a word that readers take: an address, or a name of the graph alone. `null` where it is the thing itself, nobody says it, or it is longer than a name. */
export const sourceNameOf = ({ id, source }: Pick<Asset, "id" | "source">, namespace: string): string | null =>
  source === null || source === id ? null : (ownSource(source) ?? ownSource(`${namespace}${encoded(source)}`));

/** A party in a word that readers take: an organization by its name, or a name of the graph alone. `null` where it is longer than a name. */
export const partyNameOf = (party: string, namespace: string): string | null => ownParty(party) ?? ownParty(`${namespace}party:${encoded(party)}`);

/** Whether a party is known by the name of an organization. */
export const isOrganization = (party: string): boolean => party.startsWith("organization:") && ownParty(party) !== null;

/** The name of a party for people. */
export const sayParty = (party: string): string => party.replace(/^organization:/, "");

/** Where a thing comes from, as an address: none where that is the thing itself. */
export const sourceAddressOf = ({ id, kind, source }: Pick<Asset, "id" | "kind" | "source">): string | null =>
  source === null || source === id ? null : (addressOf({ id: source, kind }) ?? (/^https?:\/\/\S+$/.test(source) ? source : null));

/** The same text has the same number, in the form of a UUID of its own kind (version 8). */
export function uuidOf(text: string): string {
  const hex = sha256(text).slice(7, 39);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A name for people: the last words of an id. */
export const nameOf = (id: string): string => id.replace(/^(?:hf:(?:model|dataset)\/|gh:)/, "");
