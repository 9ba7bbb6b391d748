import { type Aliases, type Families, isDeprecatedId, resolveLicense } from "@cleartitle/norms";

/** What a name that was met stands for: one license, or a family of which none is chosen. */
export interface NamedLicense {
  readonly id: string | null;
  readonly family: readonly string[];
}

/** A name found among words: what it names, and how many words it took. */
interface FoundName {
  readonly named: NamedLicense;
  readonly from: number;
  readonly to: number;
}

/** A word of a sentence in which names are looked for. */
interface NameWord {
  /** As it is compared: lower case, `2.0` as `2`, without `v`. Empty for words that names have or leave out at will. */
  readonly key: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

const left = new Set(["license", "licence", "licenses", "licences", "the", "version", "v", "a", "an", "software"]);
const word = /[\p{L}\p{N}]+(?:\.\d+)*\+?/gu;

const versionSign = /^v(?=\d)/;
const zeros = /(?:\.0)+(?=\+?$)/;

function keyOfWord(raw: string): string {
  const lower = raw.toLowerCase();
  if (left.has(lower)) return "";
  const bare = lower.startsWith("v") ? lower.replace(versionSign, "") : lower;
  return bare.includes(".0") ? bare.replace(zeros, "") : bare;
}

/** The words of a sentence, each read once it is asked for: a name seldom stands far on. */
export class NameWords {
  readonly #read: NameWord[] = [];
  #end = 0;
  #whole = false;

  constructor(readonly text: string) {}

  /** undefined: there are fewer. */
  at(i: number): NameWord | undefined {
    while (this.#read.length <= i && !this.#whole) {
      word.lastIndex = this.#end;
      const found = word.exec(this.text);
      this.#end = word.lastIndex;
      if (found === null) this.#whole = true;
      else this.#read.push({ key: keyOfWord(found[0]), raw: found[0], start: found.index, end: found.index + found[0].length });
    }
    return this.#read[i];
  }
}

/** The words of a name as they are compared, without those that names have or leave out. */
const keysOf = (name: string): string[] => (name.match(word) ?? []).map(keyOfWord).filter((key) => key !== "");

const gnuKinds: Readonly<Record<string, string>> = { "": "GPL", lesser: "LGPL", library: "LGPL", affero: "AGPL" };
const gnuShort = /^(l|a)?gpl(\d(?:\.\d)?)?(\+)?$/;

/** The names that begin with some words, by the word that follows. */
interface NameNode {
  /** null until there is one: most nodes end a name. */
  next: Map<string, NameNode> | null;
  named: NamedLicense | null;
}

/** Names of licenses, to find them in running text. Longer names win over shorter ones. */
export class LicenseNames {
  readonly #root: NameNode = { next: null, named: null };

  /** `listed` are the names of the SPDX list and of the catalogue, each with its id; aliases are spelled as they are met. */
  constructor(listed: Iterable<readonly [name: string, id: string]>, aliases: Aliases, families: Families) {
    for (const [name, id] of listed) {
      this.#add(name, { id, family: [] }, isDeprecatedId(id));
      this.#add(id, { id, family: [] }, false);
    }
    for (const [name, family] of families) this.#add(name, { id: null, family }, true);
    for (const [name, id] of aliases) if (id !== null && !name.includes("/")) this.#add(name, { id, family: [] }, false);
  }

  #add(name: string, named: NamedLicense, weak: boolean): void {
    const keys = keysOf(name);
    const key = keys.join(" ");
    if (key.length < 2 || /^[\d.\s]*$/.test(key)) return;
    let node = this.#root;
    for (const each of keys) {
      node.next ??= new Map();
      let next = node.next.get(each);
      if (next === undefined) node.next.set(each, (next = { next: null, named: null }));
      node = next;
    }
    if (!weak || node.named === null) node.named = named;
  }

  /** The first license that is named at or after a word and before another. */
  find(words: NameWords, from: number, to: number): FoundName | null {
    for (let at = from; at < to && words.at(at) !== undefined; at++) {
      const end = referenceEnd(words, at);
      const found = end > at ? this.#at(words, at) : (gnuName(words, at) ?? this.#at(words, at));
      if (found !== null && found.to >= end) return found;
      // `LicenseRef-MIT-modified` is a license of its own, and names no part of its name.
      if (end > at) at = end - 1;
    }
    return null;
  }

  #at(words: NameWords, at: number): FoundName | null {
    let node: NameNode | undefined = this.#root;
    let best: FoundName | null = null;
    for (let to = at, taken = 0; to < at + 16; to++) {
      const key = words.at(to)?.key;
      if (key === undefined || (key === "" && to === at)) break;
      if (key === "") continue;
      node = node.next?.get(key);
      if (node === undefined) break;
      taken++;
      if (node.named !== null && (taken > 1 || isPlainlyAName(words, at))) best = { named: node.named, from: at, to: to + 1 };
    }
    return best;
  }
}

/** Where a reference to a license of somebody's own ends that begins at a word; the word itself where none does. */
function referenceEnd(words: NameWords, at: number): number {
  if (words.at(at)?.raw !== "LicenseRef" || words.text[words.at(at)!.end] !== "-") return at;
  let end = at + 1;
  for (let before = words.at(at)!, next = words.at(end); next !== undefined && next.start === before.end + 1 && "-.".includes(words.text[before.end]!); next = words.at(end)) {
    before = next;
    end++;
  }
  return end;
}

/** A name of one word is also a word: it counts in capitals or with digits, or where `license` stands beside it. */
function isPlainlyAName(words: NameWords, at: number): boolean {
  const { raw } = words.at(at)!;
  return /^[A-Z][A-Z\d.+]+$|\d/.test(raw) || /^licen[cs]e/i.test(words.at(at + 1)?.raw ?? "") || raw.length > 9;
}

/** The GNU licenses are named by kind, version and whether later ones may be chosen, each somewhere in the sentence. */
function gnuName(words: NameWords, at: number): FoundName | null {
  const key = (i: number): string => words.at(i)?.key ?? "";
  let i = at;
  let kind: string;
  let version: string | undefined;
  let later = false;
  const short = gnuShort.exec(key(at));
  if (short !== null) {
    kind = `${(short[1] ?? "").toUpperCase()}GPL`;
    version = short[2];
    later = short[3] !== undefined;
    i++;
  } else {
    if (key(i) === "gnu") i++;
    const more = Object.hasOwn(gnuKinds, key(i)) && key(i) !== "" ? key(i++) : "";
    if (more === "" && key(i) !== "general" || key(i) !== "general" && !(more === "lesser" || more === "library" || more === "affero")) return null;
    if (key(i) === "general") i++;
    if (key(i) !== "public") return null;
    i++;
    kind = gnuKinds[more]!;
  }
  let end = i;
  for (let j = i; version === undefined && j < i + 30 && words.at(j) !== undefined; j++) {
    if (/^\d(?:\.\d)?\+?$/.test(key(j)) && (j <= i + 2 || /^(?:version|v)$/i.test(words.at(j - 1)?.raw ?? "") || /^v\d/i.test(words.at(j)!.raw))) {
      version = key(j).replace("+", "");
      later ||= key(j).endsWith("+");
      end = j + 1;
    }
  }
  if (version === undefined) return { named: { id: null, family: [`${kind}-2.0-only`, `${kind}-2.0-or-later`, `${kind}-3.0-only`, `${kind}-3.0-or-later`].filter((id) => id !== "AGPL-2.0-only" && id !== "AGPL-2.0-or-later") }, from: at, to: i };
  for (let j = end; j < end + 12; j++) if (/^(?:later|newer|higher)$/.test(key(j)) && /^(?:any|or)$/.test(key(j - 1) === "" ? key(j - 2) : key(j - 1))) [later, end] = [true, j + 1];
  const number = version.includes(".") ? version : `${version}.0`;
  return { named: { id: `${kind}-${number}-${later ? "or-later" : "only"}`, family: [] }, from: at, to: end };
}

/** What a single name in a field stands for (`license: mit`). */
export function namedBy(name: string, aliases: Aliases, known: ReadonlySet<string>, families: Families): NamedLicense | null {
  const found = resolveLicense(name, aliases, known, families);
  if (found.kind === "id") return { id: found.id, family: [] };
  return found.kind === "family" ? { id: null, family: found.of } : null;
}
