import * as fc from "fast-check";

/** Names that random worlds are made of: few, so that what one record tests another states. All are in the catalogue's taxonomies. */
export const actions = ["reproduce", "train-on", "run", "host", "distribute", "display", "adapt", "keep", "license"] as const;
export const purposes = ["commercial", "research", "non-commercial-research", "personal"] as const;
export const fields = ["general", "medical", "medical-advice", "legal"] as const;
export const partyKinds = ["company", "research_org", "individual"] as const;
export const recipients = ["end-user", "public", "affiliate"] as const;
export const assetKinds = ["dataset", "model", "code", "prompt", "output", "product", "document"] as const;
export const derivationKinds = [
  "copy", "subset", "annotate", "curate", "merge", "convert", "finetune", "adapt", "train", "distil", "generate", "synthesize", "retrieve", "index", "include", "evaluate", "prompt", "crawl",
] as const;
export const places = ["US", "DE", "FR", "JP"] as const;
/** Parts of a country, which it has where something names them. */
export const parts = ["US-CA", "US-NY"] as const;
export const groups = ["EU", "WORLD"] as const;
export const dates = ["2021-06-01", "2023-01-01", "2024-02-29", "2025-03-01", "2026-03-01", "2026-12-01"] as const;
export const duties = ["attribute", "keep-notices", "name-prefix", "name-ban", "secrecy", "network-source", "retain", "erase"] as const;
export const restrictions = ["non-commercial", "no-derivatives"] as const;
/** Circumstances without a layer of their own: recording one says nothing else besides. */
export const circumstances = ["model.memorises", "output.recognizable-elements", "trained-to-perform-similarly", "in-production", "improves-llm"] as const;
const undertakings = ["safeguards-removed", "content-filter.in-place"] as const;
export const facts = [...circumstances, ...undertakings] as const;
/** Positions that only random worlds have, each with these options, most cautious first. */
export const openQuestions = ["q-one", "q-two"] as const;
export const openOptions = ["no", "maybe", "yes"] as const;

export const one = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
export const some = <T>(list: readonly T[], maxLength = 2): fc.Arbitrary<T[]> => fc.uniqueArray(one(list), { minLength: 1, maxLength });
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** A record without the keys that chance left out: a title file has no key without a value. */
export function record<T extends Record<string, unknown>>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(shape).map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)));
}

export const period = fc.tuple(one(dates), one(dates)).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`));
