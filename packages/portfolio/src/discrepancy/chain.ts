import { sayCount } from "@cleartitle/engine";
import { addDuration, isKind } from "@cleartitle/norms";
import { valueIn } from "../document/term.js";
import { type Family, groundOf, placeOn, termOn } from "../family/family.js";
import { type ChainAsking, givenBy, type Given, placeClasses, type Probe } from "./chain-world.js";
import { finding, type PortfolioFinding } from "./finding.js";
import type { PairFinding } from "./pair-finding.js";
import { groundsOf, isChain, sharedAssets } from "./pairs.js";

/** Acts that a deal permits on what is licensed, or on models that come of it. */
function actsOf({ deal }: Family, ofModel: boolean): readonly string[] {
  const role = ofModel ? "derivative" : "materials";
  const permits = deal!.compiled.instrument.norms.filter(isKind("permit")).filter((norm) => norm.permit.offer !== true && (norm.on ?? ["materials"]).includes(role) && !JSON.stringify(norm.if ?? null).includes("derivation"));
  return [...new Set(permits.flatMap((norm) => norm.permit.actions))].filter((act) => act !== passing && act !== "license").toSorted();
}

const listIn = (family: Family, topic: string, name: string): readonly string[] => {
  const value = valueIn(termOn(family, topic)?.term, name);
  return Array.isArray(value) ? value : [];
};

/** Days on which both are asked: the first of what is passed on, its last, and the first day after what is taken in. */
function probeDays(out: Family, into: readonly Family[], asOf: string): readonly string[] {
  const { from, to } = out.days;
  const first = from.on ?? asOf;
  const after = into.flatMap(({ days }) => (days.to.on === null ? [] : [addDuration(days.to.on, "P1D") ?? days.to.on])).filter((on) => on >= first && (to.on === null || on <= to.on));
  return [...new Set([first, ...(to.on === null ? [] : [to.on]), ...after])].toSorted();
}

/** Days, fields of use, and places of hosting, that are asked of one chain. */
const mostAlike = 4;

/** The power without which nothing is passed on. */
const passing = "sublicense";

const key = (asset: string, act: string, ofModel: boolean): string => `${asset} ${ofModel ? "models of" : ""} ${act}`;

/** What is passed on and not had, gathered over fields and days. */
interface Wider {
  readonly asset: string;
  readonly act: string;
  readonly ofModel: boolean;
  readonly isSure: boolean;
  readonly fails: Set<string>;
  readonly fields: Set<string>;
  readonly days: Set<string>;
  readonly places: Set<string>;
}

const shared = (a: readonly string[], b: readonly string[]): readonly string[] => {
  const those = new Set(b);
  return a.filter((place) => those.has(place));
};

class Chain {
  readonly #wider = new Map<string, Wider>();
  /** Of each asset the gravest answer to whether it may be passed on at all. */
  readonly #refused = new Map<string, Given>();
  constructor(private readonly out: Family, private readonly into: readonly Family[], private readonly classes: ReadonlyMap<string, readonly string[]>) {}

  #note(probe: Probe, given: Given, had: Given | null, places: readonly string[]): void {
    const isSure = given.gives === "yes" && (had === null || had.gives === "no");
    const id = `${key(probe.asset, given.act, probe.ofModel)} ${isSure}`;
    const found = this.#wider.get(id) ?? { asset: probe.asset, act: given.act, ofModel: probe.ofModel, isSure, fails: new Set(), fields: new Set(), days: new Set(), places: new Set() };
    this.#wider.set(id, found);
    found.fails.add(had?.fails ?? "action");
    found.fields.add(probe.field ?? "any field");
    found.days.add(probe.on);
    for (const place of places.flatMap((each) => this.classes.get(each) ?? [each])) found.places.add(place);
  }

  /** Holds what the one gives against what the others gave, act by act and place by place. */
  compare(probe: Probe, given: readonly Given[], had: readonly Given[]): void {
    for (const each of given.filter(({ gives, fails }) => gives !== "no" && fails !== "ban")) {
      // A ban of the deal itself takes back what it gives.
      const banned = given.filter((other) => other.fails === "ban" && other.act === each.act && other.gives === "no").flatMap(({ territories }) => territories);
      const places = each.territories.filter((place) => !banned.includes(place));
      const against = had.filter((other) => other.act === each.act);
      for (const other of against) {
        const touched = shared(places, other.territories);
        if (touched.length > 0 && other.gives !== "yes") this.#note(probe, each, other, touched);
      }
      const unsaid = places.filter((place) => !against.some(({ territories }) => territories.includes(place)));
      if (unsaid.length > 0) this.#note(probe, each, null, unsaid);
    }
    for (const each of had.filter(({ act, gives }) => act === passing && gives !== "yes")) if (each.gives === "no" || !this.#refused.has(probe.asset)) this.#refused.set(probe.asset, each);
  }

  findings(): PortfolioFinding[] {
    const { out, into } = this;
    const ids = [out.id, ...into.map(({ id }) => id)];
    const grounds = [...["permitted-acts", "field-of-use", "territory"].map((topic) => placeOn(out, topic)), ...into.flatMap((each) => ["permitted-acts", "field-of-use", "territory", "term-and-renewal"].map((topic) => placeOn(each, topic)))];
    const refused = [...this.#refused].map(([asset, { gives, fails }]) => finding("wider-than-in", gives === "no" ? "conflict" : "open", ids, `\`${out.id}\` passes on \`${asset}\`, and ${gives === "no" ? "what was taken in does not let it be sublicensed" : "whether what was taken in lets it be sublicensed is not known"}${fails === null ? "" : ` (${fails})`}`, [placeOn(out, "permitted-acts"), ...into.map((each) => placeOn(each, "sublicensing") ?? placeOn(each, "permitted-acts"))]));
    const wider = [...this.#wider.values()].map(({ asset, act, ofModel, isSure, fails, fields, days, places }) => {
      const what = `\`${act}\` of ${ofModel ? "models that come of " : ""}\`${asset}\``;
      return finding("wider-than-in", isSure ? "conflict" : "open", ids, `\`${out.id}\` gives ${what} (${[...fields].toSorted().join(", ")}; ${[...days].toSorted().join(", ")}; ${sayCount(places.size, "place")}), and ${isSure ? "what was taken in does not" : "whether both do is not known"}: ${[...fails].toSorted().join(", ")}`, grounds);
    });
    return [...refused, ...wider];
  }
}

/** Classes by one of their places, so fine that on no day two places of one lie apart. */
function classesOn(days: readonly (readonly (readonly string[])[])[]): ReadonlyMap<string, readonly string[]> {
  const signs = new Map<string, string>();
  for (const classes of days) for (const [index, places] of classes.entries()) for (const place of places) signs.set(place, `${signs.get(place) ?? ""} ${index}`);
  const groups = new Map<string, string[]>();
  for (const [place, sign] of signs) groups.set(sign, [...(groups.get(sign) ?? []), place]);
  return new Map([...groups.values()].map((places) => [places[0]!, places] as const));
}

/** What a deal passes on and was not given by the deals that its licensor takes in, asked of the engine. */
function chainFindings(out: Family, into: readonly Family[], asking: ChainAsking, asOf: string): PortfolioFinding[] {
  const assets = [...new Set(into.flatMap((each) => sharedAssets(out, each) ?? []))].toSorted();
  const fields = [...new Set([...listIn(out, "field-of-use", "fields"), ...into.flatMap((each) => listIn(each, "field-of-use", "fields"))])].toSorted();
  const hosting = listIn(out, "territory", "hosting");
  const counting = probeDays(out, into, asOf);
  const days = counting.slice(0, mostAlike);
  const members = classesOn(days.map((on) => placeClasses([out, ...into], asking.catalogue.taxonomies, on)));
  const where = [...members.keys()].toSorted();
  // Each field where the first place of hosting is, and each other place of hosting for the first field.
  const asked = fields.slice(0, mostAlike);
  const settings = [...(asked.length === 0 ? [null] : asked).map((field) => ({ field, hosted: hosting.slice(0, 1) })), ...hosting.slice(1, mostAlike).map((place) => ({ field: asked[0] ?? null, hosted: [place] }))];
  const probes = assets.flatMap((asset) => days.flatMap((on) => settings.flatMap((setting) => [false, true].flatMap((ofModel): Probe[] => {
    const acts = actsOf(out, ofModel);
    return acts.length === 0 ? [] : [{ asset, acts, ...setting, purpose: "commercial", on, in: where, ofModel }];
  }))));
  const given = givenBy([out], probes, days[0]!, asking);
  const had = givenBy(into, probes.map((probe) => (probe.ofModel ? probe : { ...probe, acts: [...probe.acts, passing] })), days[0]!, asking);
  const chain = new Chain(out, into, members);
  for (const [index, probe] of probes.entries()) chain.compare(probe, given[index]!, had[index]!);
  const left = [...fields.slice(mostAlike), ...hosting.slice(mostAlike), ...counting.slice(mostAlike)];
  const ids = [out.id, ...into.map(({ id }) => id)];
  return [...chain.findings(), ...(left.length === 0 ? [] : [finding("wider-than-in", "open", ids, `nobody asked what \`${out.id}\` passes on for ${left.join(", ")}: they are too many`, [placeOn(out, "field-of-use") ?? placeOn(out, "territory"), ...into.map((each) => placeOn(each, "permitted-acts") ?? groundOf(each))])])];
}

/** Licenses out against the licenses in that they stand on. Of documents that were read that they follow each other is all that is known. In steps, a chain each. */
export function* chainsInSteps(families: readonly Family[], asking: ChainAsking, asOf: string, most: number): Generator<void, { readonly findings: readonly PortfolioFinding[]; readonly cut: readonly string[] }> {
  const deals = families.filter(({ deal }) => deal !== null);
  const taken = new Map<string, Set<number>>();
  for (const [at, each] of deals.entries()) for (const ground of groundsOf(each, "licensee")) taken.set(ground, (taken.get(ground) ?? new Set()).add(at));
  const chains = deals.flatMap((out, place) => {
    const sources = new Set(groundsOf(out, "licensor").flatMap((ground) => [...(taken.get(ground) ?? [])]));
    const into = [...sources].filter((at) => at !== place).toSorted((a, b) => a - b).map((at) => deals[at]!);
    return into.length === 0 ? [] : [{ out, into }];
  });
  const findings: PortfolioFinding[] = [];
  for (const { out, into } of chains.slice(0, most)) {
    findings.push(...chainFindings(out, into, asking, asOf));
    yield;
  }
  return { findings, cut: chains.slice(most).map(({ out }) => out.id) };
}

/** The same for documents that were read: words, which nobody can decide. */
export function readChainFindings(into: Family, out: Family): readonly PairFinding[] {
  if ((into.deal !== null && out.deal !== null) || isChain(into, out) !== true) return [];
  const places = [placeOn(out, "license-grant") ?? placeOn(out, "permitted-acts"), placeOn(into, "license-grant") ?? placeOn(into, "permitted-acts")];
  const compared = "whether it passes on more than it was given is in words that nobody compared";
  return places.includes(null) ? [] : [{ kind: "wider-than-in", severity: "open", families: [out, into], message: () => `who takes \`${into.id}\` gives \`${out.id}\`: ${compared}`, places: () => places, alike: `who takes one gives another: ${compared}`, under: into }];
}
