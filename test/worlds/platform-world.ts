import { condition } from "./norm-arbitrary.js";
import { actions, dates, maybe, one, record, some } from "./vocabulary.js";
import { asked, randomWorld } from "./world-arbitrary.js";
import * as fc from "fast-check";
import type { StrangeWorld } from "./world-asked.js";

type Raw = Record<string, unknown>;
const [terms, rules, deal] = ["LicenseRef-i0", "LicenseRef-i1", "LicenseRef-i2"] as const;
const often = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 5 });

const taken = fc.record({
  contribute: fc.oneof(fc.constant({ actions: [...actions, "sublicense"] }), record({ actions: some([...actions, "sublicense"], 9), layers: maybe(some(["copyright", "related"])) })), if: fc.option(condition, { nil: undefined, freq: 1 }), outlasts: fc.boolean(),
  reciprocate: record({ texts: some(["license", "terms", "agreement"], 3), actions: some(actions, 6) }), when: some(["reproduce", "train-on", "run"], 3), on: maybe(condition),
});

/** Worlds of a platform, one who publishes on it under its terms and has rules of its own, and one who takes a license from it. */
export const platformWorld: fc.Arbitrary<StrangeWorld> = randomWorld.chain((world) => {
  const { title } = world;
  const assets = title.assets.map((asset) => String(asset["id"]));
  return fc.record({
    taken, actor: one(["us", "us", "party-2"]), publishers: fc.array(often(one(["party-1", "party-1", "us"])), { minLength: assets.length, maxLength: assets.length }), licenses: fc.array(one([terms, terms, rules, `${terms} AND ${rules}`]), { minLength: assets.length, maxLength: assets.length }),
    accepted: fc.option(record({ on: maybe(one(dates)) }), { nil: undefined, freq: 3 }), ruled: often(fc.constant({})), kind: one(["terms", "license", "agreement"]), ban: some(actions, 5), offered: some(actions, 6), read: often(fc.constant({ verified: "primary", unsupported: [] })),
    deeds: fc.array(record({ by: one(["train", "train", "finetune", "copy"]), on: often(one(dates)), to: often(fc.constant(assets[1]!)) }), { maxLength: 2 }), owned: often(fc.constant("party-1")), end: maybe(record({ kind: one(["terminated", "withdrawn"]), party: maybe(one(["party-1", "us"])), on: one(dates) })),
  }).map((more): StrangeWorld => {
    const texts: Record<string, (text: Raw) => Raw> = {
      [terms]: (text) => ({
        ...text, ...more.read, kind: "terms", licensor: "us", norms: [
          ...(text["norms"] as Raw[]), { id: "in", cite: "s. in", contribute: more.taken.contribute, ...(more.taken.if === undefined ? {} : { if: more.taken.if }) },
          { id: "back", cite: "s. back", reciprocate: more.taken.reciprocate, when: more.taken.when, ...(more.taken.on === undefined ? {} : { if: more.taken.on }) },
          ...(more.taken.outlasts ? [{ id: "stays", cite: "s. stays", survive: { norms: ["in"], after: ["termination"] } }] : []),
        ],
      }),
      [rules]: (text) => ({ ...text, kind: more.kind, licensor: "party-1", norms: [...(text["norms"] as Raw[]), { id: "ban", cite: "s. ban", prohibit: { actions: more.ban } }] }),
      [deal]: (text) => ({ ...text, kind: "agreement", licensor: "us", licensee: "party-2", covers: [assets.at(-1)], norms: [{ id: "deal", cite: "s. deal", permit: { actions: more.offered } }] }),
    };
    const last = assets.at(-1)!;
    return {
      rows: [], said: [], positions: {}, laws: [], derivations: more.deeds.map((deed, i): Raw => ({ id: `deed-${i}`, from: [assets[0]], who: "party-1", ...deed })),
      world: {
        ...world,
        title: {
          ...title,
          assets: title.assets.map(({ licensor: _licensor, ...asset }, i): Raw => ({ ...asset, license: more.licenses[i], ...(more.publishers[i] === undefined ? {} : { licensor: more.publishers[i] }) })),
          instruments: title.instruments.map((text) => texts[String(text["id"])]?.(text) ?? text),
          acceptances: [...title.acceptances, ...(more.accepted === undefined ? [] : [{ instrument: terms, party: "party-1", ...more.accepted }]), ...(more.ruled === undefined ? [] : [{ instrument: rules, party: "us" }])],
          title: more.owned === undefined ? title.title : [{ asset: last, layer: "copyright", to: more.owned, how: "creation" }],
          events: [...title.events, ...(more.end === undefined ? [] : [{ id: "end", of: terms, ...more.end }])],
          uses: { [asked]: { ...title.uses[asked]!, of: last, actor: more.actor } },
        },
      },
    };
  });
});
