import type { World } from "@cleartitle/engine";
import type { FactDefinition } from "@cleartitle/norms";
import * as fc from "fast-check";
import { realCatalogue } from "../cases/case-file.js";
import { dates, maybe, one, record, some } from "./vocabulary.js";
import { asked, graphOf, type TitleText } from "./world-arbitrary.js";
import { wholeWorld } from "./whole-world.js";

type Raw = Record<string, unknown>;

const catalogue = realCatalogue();
const { actions, purposes, fields, recipients, facts, places, assetKinds } = catalogue.taxonomies;
const texts = [...catalogue.instruments.keys()].toSorted();
const license = fc.oneof(one(texts), fc.tuple(one(texts), one(["OR", "AND"]), one(texts)).map((parts) => parts.join(" ")));

function valueOf({ type, values }: FactDefinition): fc.Arbitrary<unknown> {
  if (type === "boolean") return fc.boolean();
  if (type === "number") return one([0, 1, 50, 1000]);
  return type === "enum" ? one(values!) : type === "date" ? one(dates) : one(["US", "DE"]);
}
const told = fc.array(one([...facts.values()]).chain((fact) => valueOf(fact).map((value) => [fact.id, value] as const)), { maxLength: 6 }).map((list) => Object.fromEntries(list));
const handedOn = fc.array(record({ role: one([...recipients.keys()]), in: maybe(some([...places.keys()])), actions: some(["run", "distribute", "train-on", "host"]) }), { maxLength: 2 });
const use = record({
  actions: some([...actions.keys()], 3), purpose: maybe(some([...purposes.keys()])), field: maybe(some([...fields.keys()])), in: some([...places.keys(), "EU", "GB", "JP", "US", "CN", "SG", "DE"], 3), facts: maybe(told), as: maybe(one(texts)), recipients: maybe(handedOn),
});

const each = <T>(list: readonly unknown[], value: fc.Arbitrary<T>): fc.Arbitrary<(T | undefined)[]> => fc.array(maybe(value), { minLength: list.length, maxLength: list.length });
const isRandom = (text: unknown): boolean => String(text).startsWith("LicenseRef");
const changed = (known: Raw, more: Raw): Raw => ({ ...known, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) });

/** A title of a random world that names texts, facts and acts of the catalogue in place of random ones. */
export const realTitle: fc.Arbitrary<TitleText> = wholeWorld.chain(({ world: { title }, derivations, said }) => {
  return fc.record({ licenses: each(title.assets, license), kinds: each(title.assets, one([...assetKinds.keys()])), things: each(title.assets, told), acts: each(title.derivations, told), use }).map((own): TitleText => ({
    ...title, positions: {}, instruments: [], acceptances: [], events: title.events.filter(({ of }) => !isRandom(of)),
    statements: [...title.statements, ...said].filter(({ what, value }) => what !== "license" || !isRandom(value)).map((statement) => Object.fromEntries(Object.entries(statement).filter(([key]) => key !== "supersedes"))),
    assets: title.assets.map((asset, i) => changed(asset, { kind: own.kinds[i], license: own.licenses[i], facts: own.things[i] })),
    derivations: [...title.derivations.map((derivation, i) => changed(derivation, { facts: own.acts[i] })), ...derivations], uses: { [asked]: { ...title.uses[asked], ...own.use } },
  }));
});

/** A title under the catalogue itself: its texts, law and positions as they are. */
export const realWorldOf = (title: TitleText): World => ({ graph: graphOf(title), catalogue });
