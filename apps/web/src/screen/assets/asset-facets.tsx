import { plainWords, sayLayer } from "@cleartitle/engine";
import { type Facet, Facets } from "../../part/facets.js";
import { useSearchState } from "../../part/search-state.js";
import type { AssetFacets } from "./asset-list.js";

type Name = keyof AssetFacets;

/** Values of a facet that are offered; of more, the search finds the rest. */
const most = 8;

const titles: Readonly<Partial<Record<Name, string>>> = { severity: "In answers", kind: "Kind", licenseClass: "License", license: "Named", layer: "Layer", findings: "Findings", placeholder: "Described" };

function says(name: Name, value: string): string {
  switch (name) {
    case "severity": return value === "none" ? "in none" : value;
    case "findings": return value === "true" ? "some" : "none";
    case "placeholder": return value === "true" ? "only named" : "described";
    case "layer": return sayLayer(value as Parameters<typeof sayLayer>[0]);
    case "licenseClass": return plainWords(value);
    default: return value;
  }
}

/** What the list can be narrowed by, each value with how many it would leave. */
export function AssetFacetBar({ facets }: { readonly facets: AssetFacets }) {
  const [state] = useSearchState();
  const bar = (Object.keys(titles) as Name[]).map((name): Facet => {
    const own = facets[name];
    const chosen = state[name];
    const shown = own.slice(0, most);
    // What was chosen can be taken back, also where nothing has it any more.
    const kept = chosen === undefined || shown.some(({ value }) => value === chosen) ? shown : [...shown, own.find(({ value }) => value === chosen) ?? { value: chosen, count: 0 }];
    // One value for everything tells nothing.
    const isIdle = kept.length < 2 && chosen === undefined;
    return { key: name, title: titles[name]!, values: isIdle ? [] : kept.map(({ value, count }) => ({ value, says: says(name, value), count })) };
  });
  return <Facets facets={bar} />;
}
