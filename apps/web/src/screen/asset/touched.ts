import { sayCount, sayList } from "@cleartitle/engine";
import type { components } from "../../api/schema.gen.js";

type Touched = components["schemas"]["AssetChange"]["touched"];

/** What a record of a section is called. */
const names: Readonly<Record<string, readonly [string, string]>> = {
  assets: ["the asset itself", "the asset itself"], derivations: ["derivation", "derivations"], statements: ["statement", "statements"], title: ["title record", "title records"], claims: ["claim", "claims"],
  observations: ["observation", "observations"], events: ["event", "events"], covers: ["agreement over it", "agreements over it"], waivers: ["waiver", "waivers"], uses: ["use of it", "uses of it"],
};

function counted(section: string, count: number): string {
  const [one, many] = names[section] ?? [section, section];
  return section === "assets" ? one : sayCount(count, one, many);
}

/** What a change set did: what it wrote first, then what it took out. */
export function sayTouched(touched: Touched): string {
  const written = touched.filter((each) => each.written > 0).map(({ section, written: count }) => counted(section, count));
  const gone = touched.filter((each) => each.gone > 0).map(({ section, gone: count }) => counted(section, count));
  return [...(written.length === 0 ? [] : [sayList(written)]), ...(gone.length === 0 ? [] : [`taken out: ${sayList(gone)}`])].join("; ");
}
