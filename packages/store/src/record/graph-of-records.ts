import type { Profile } from "@cleartitle/norms";
import { emptyDraft, sealGraph, type TitleGraph } from "@cleartitle/title";
import { keyOf, nameIn, recordsOf, sections, type Section } from "./section.js";
import type { RecordVersion } from "./version.js";

interface Head {
  readonly us: string;
  readonly profile: Profile;
}

/** Kept records of a graph: each section by key. */
class KeptRecords {
  #head: Head | null = null;
  readonly #sections = new Map<Section, Map<string, object>>(sections.map((section) => [section, new Map()]));

  static of(graph: TitleGraph | null): KeptRecords {
    const kept = new KeptRecords();
    if (graph === null) return kept;
    kept.#head = { us: graph.us, profile: graph.profile };
    for (const section of sections) for (const record of recordsOf(graph, section)) kept.#sections.get(section)!.set(keyOf(section, record), record);
    return kept;
  }

  take({ section, key, content }: RecordVersion): void {
    if (section === "graph") this.#head = content === null ? null : (JSON.parse(content) as Head);
    else if (content === null) this.#sections.get(section)!.delete(key);
    else this.#sections.get(section)!.set(key, JSON.parse(content) as object);
  }

  graph(): TitleGraph | null {
    if (this.#head === null) return null;
    const draft = emptyDraft(this.#head.us, this.#head.profile);
    for (const [section, records] of this.#sections) {
      const into = draft[section] as Map<string, object> | object[];
      if (Array.isArray(into)) for (const record of records.values()) into.push(record);
      else for (const record of records.values()) into.set(nameIn(section, record)!, record);
    }
    return sealGraph(draft);
  }
}

/** The graph after some versions of records, from the one before them; null where there is none yet. */
export function graphAfter(before: TitleGraph | null, versions: readonly RecordVersion[]): TitleGraph | null {
  const kept = KeptRecords.of(before);
  for (const version of versions) kept.take(version);
  return kept.graph();
}
