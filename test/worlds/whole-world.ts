import type { Condition } from "@cleartitle/norms";
import * as fc from "fast-check";
import { actions, dates, groups, maybe, one, places, purposes, recipients, record, some } from "./vocabulary.js";
import { asked } from "./world-arbitrary.js";
import { stateWorld } from "./state-world.js";
import type { StrangeWorld } from "./world-asked.js";

type Raw = Record<string, unknown>;
const layers = ["copyright", "related", "personal-data", "contract", "secret"] as const;

/** Tests that the other generators leave out. */
export const seldomTested = fc.oneof(
  one(layers).map((layer) => ({ asserted: layer })),
  record({ quantity: fc.constant("monthly-active-users"), of: one(["use", "actor", "group", "licensor"]), at: maybe(one(["acceptance", "acquisition", "training"])), atMost: one([10, 1000]), sticky: maybe(fc.boolean()) }),
  record({ fact: one(["model.memorises", "output.human_author", "reservation.expressed", "reservation.machine_readable", "multimodal", "source.infringing_copy", "purpose.non_commercial", "work.published", "ts.secret"]), oneOf: fc.constantFrom([true], [false], [true, false]), recorded: maybe(fc.boolean()), of: maybe(one(["use", "group", "licensor", "recipient"])) }),
  record({ place: fc.uniqueArray(one([...places, ...groups]), { minLength: 1, maxLength: 2 }), of: maybe(one(["headquarters", "hosted", "used"])), members: maybe(one(["at-signature", "from-time-to-time"])) }),
  record({ date: one(["acceptance", "acquisition", "publication", "generation", "continuously"]), from: maybe(one(dates)), to: maybe(one(dates)) }),
) as fc.Arbitrary<Condition>;

const clause = fc.oneof(
  record({ permit: record({ actions: some(actions, 4), scope: maybe(some(["content", "database", "weights", "output", "code"], 2)), layers: maybe(some(layers, 2)), promise: maybe(fc.boolean()) }), if: maybe(seldomTested) }),
  record({ prohibit: record({ actions: some(actions, 3), yieldsToLaw: maybe(fc.boolean()) }), if: maybe(seldomTested) }),
  record({ oblige: record({ do: one(["attribute", "name-prefix", "secrecy", "royalty"]), object: maybe(one(["acted", "inner", "source"])), token: maybe(one(["Llama", "Qwen"])), due: maybe(one(["on-request", "P30D"])), clashesWith: maybe(fc.constant([{ do: "secrecy" }])) }), when: some(actions, 3), on: maybe(some(["materials", "derivative", "product"])), if: maybe(seldomTested) }),
) as fc.Arbitrary<Raw>;

/** A text whose end demands that what was made under it goes. */
const ended = record({ terminate: record({ on: fc.constant("breach"), how: fc.constant("automatic"), reaches: some(["materials", "derivative", "extracted", "product"], 4) }) });

const handedOn = fc.array(record({ role: one(recipients), in: maybe(some(places, 2)), actions: some(["run", "distribute", "train-on", "host"], 2) }), { maxLength: 2 });
/** When a place leaves what a machine made unprotected. */
const authorless = fc.oneof(
  fc.constant({ fact: "output.human_author", of: "source", is: false }),
  fc.constant({ any: [{ fact: "output.human_author", of: "source", is: false }, { fact: "output.human_control", of: "source", oneOf: ["none", "prompt_only"] }] }),
) as fc.Arbitrary<Condition>;
const contribution = fc.record({ of: fc.nat(), author: maybe(fc.boolean()), control: maybe(one(["none", "prompt_only", "modification"])) });

const raisings = fc.array(record({ layer: one(["related", "personal-data", "patent"]), as: one(["reserved", "free"]), jurisdiction: one([...places, ...groups]), if: maybe(seldomTested), authorless: maybe(authorless) }), { maxLength: 2 })
  .map((list) => list.map(({ layer, as, jurisdiction, if: when, authorless: nobodys }, i): Raw => ({
    id: `raises-${i}`, kind: "statute", title: "raises", source: [{ what: "a random world", where: "test/differential" }], reviewed: "2026-01-01", verified: "primary", jurisdiction, authority: ["Act"], authorityKind: "statute", confidence: "settled",
    norms: [{ id: "r", cite: "s. 1", raise: { layer, as }, ...(when === undefined ? {} : { if: when }) }, { id: "o", cite: "s. 3", oblige: { do: "attribute", object: "source" }, when: ["host", "distribute", "train-on"] }, { id: "t", cite: "s. 2", taint: { layer: "copyright", through: ["train", "generate", "merge"] } }, ...(nobodys === undefined ? [] : [{ id: "u", cite: "s. 4", unprotect: { layer: "copyright" }, if: nobodys }])],
  })));

/** A strange world whose use hands things on, under texts that speak of scopes, of what is asserted and of what is seldom tested. */
export const wholeWorld: fc.Arbitrary<StrangeWorld> = stateWorld.chain((strange) => {
  const { title } = strange.world;
  const assets = title.assets.map((asset) => String(asset["id"]));
  const { instruments } = title;
  return fc.record({
    ended: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.tuple(fc.nat({ max: instruments.length - 1 }), ended, one(dates)) }),
    clauses: fc.array(fc.tuple(fc.nat({ max: instruments.length - 1 }), clause), { maxLength: 6 }), recipients: maybe(handedOn), raisings,
    acts: fc.array(record({ act: one(["keep", "evaluate", "run"]), of: one(assets), until: maybe(one(dates)) }), { maxLength: 1 }), hidden: maybe(fc.nat({ max: Math.max(0, title.derivations.length - 1) })), purpose: maybe(some(purposes)),
    bindsBy: fc.array(some(["acceptance", "affiliate", "flow-down", "employer", "reliance"], 3), { minLength: instruments.length, maxLength: instruments.length }),
    contributions: fc.array(contribution, { maxLength: 3 }),
    events: fc.array(record({ kind: one(["gone-public", "paid", "fulfilled"]), of: one([...assets, ...title.derivations.map((each) => String(each["id"])), asked]), duty: maybe(one(["attribute", "royalty"])), to: maybe(one(["us", "party-1", "party-2"])), on: one(dates) }), { maxLength: 3 }),
  }).map(({ ended: end, clauses, recipients: handed, raisings: raises, acts, hidden, purpose, bindsBy, contributions, events }) => {
    const use = title.uses[asked]!;
    return {
      ...strange,
      laws: [...strange.laws, ...raises],
      world: {
        ...strange.world,
        title: {
          ...title,
          assets: title.assets.map((asset, i) => contributed(asset, contributions.filter(({ of }) => of % title.assets.length === i))),
          events: [...title.events, ...events.map((each, i): Raw => ({ id: `w-${i}`, ...each })), ...(end === null ? [] : [{ id: "ended", kind: "terminated", of: instruments[end[0]]!["id"], on: end[2] }])],
          instruments: instruments.map((text, i) => ({ ...text, ...(i % 2 === 0 ? { bindsBy: bindsBy[i] } : {}), norms: [...(text["norms"] as Raw[]), ...clauses.flatMap(([of, norm], n) => (of === i ? [{ id: `w${n}`, cite: `s. w${n}`, ...norm }] : [])), ...(end?.[0] === i ? [{ id: "end", cite: "s. end", ...end[1] }] : [])] })),
          derivations: title.derivations.map((each, i) => (i === hidden && acts.length > 0 ? { ...each, acts } : each)),
          uses: { [asked]: { ...use, ...(handed === undefined ? {} : { recipients: handed }), ...(purpose === undefined ? {} : { purpose }) } },
        },
      },
    };
  });
});

function contributed(asset: Raw, of: readonly { readonly author: boolean | undefined; readonly control: string | undefined }[]): Raw {
  const facts = of.map(({ author, control }) => ({ ...(author === undefined ? {} : { "output.human_author": author }), ...(control === undefined ? {} : { "output.human_control": control }) }));
  return facts.length === 0 ? asset : { ...asset, facts: Object.assign({}, asset["facts"], ...facts) };
}
