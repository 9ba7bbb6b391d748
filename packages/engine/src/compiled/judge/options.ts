import { canGrant, joinIntervals, type Interval, type Law, type Scope } from "@cleartitle/norms";
import type { OptionReport, Premise } from "../../decision.js";
import type { Demand } from "../../judgment/demand.js";
import type { LicenseReading, Named } from "../../judgment/license-reading.js";
import type { Option } from "../../judgment/option.js";
import type { RolePlayed } from "../role-profile.js";
import { dutiesOf } from "./duties.js";
import { dutiesGivenWith, givenBy, isTakenIn, strangers, unsaid, type Given, type GrantAsked } from "./grants.js";
import type { LawNorm } from "./law-book.js";
import { bansIn } from "./own-bans.js";
import { ownershipAt } from "./ownership.js";
import { Roles } from "./roles.js";
import type { Spot, Told } from "./spot.js";
import { standingAt } from "./standing.js";
import { asPermission, openInterval, promisedIn } from "./told-interval.js";

/** An option that no text we know gives: it has no duties, constraints or parts. */
const plainOption = (report: OptionReport, interval: Interval, { law, undertaken, findings }: Partial<Pick<Option, "law" | "undertaken" | "findings">>): Option =>
  ({ report, interval, law: law ?? null, role: null, instruments: [], duties: [], findings: findings ?? [], constraints: [], undertaken: undertaken ?? [] });

/** What ownership and law give of a demand, whatever the license record says. */
export function lawfulOptions({ layer, action }: Demand, spot: Spot): Option[] {
  const { core, atom, at } = spot;
  const law = core.of.laws.in(atom, at);
  const own = ownershipAt(spot, layer, action);
  const owned: Option[] = own === null ? [] : [plainOption(
    { kind: "owned", instrument: null, norm: null, fails: own.interval.worst === "blocked" ? "title" : null, interval: own.interval, cite: own.says, quote: null, verified: null, premises: own.premises },
    own.interval, { findings: own.findings },
  )];
  // What nobody owns may be used by all and licensed by none.
  const free = core.of.taxonomies.actions.get(action)?.power === true ? [] : law.unprotects(action, layer);
  // An exception covers the acts it names and no other: hosting is not mining, though both make copies.
  return [...owned, ...free.map((rule) => byLaw("unprotected", rule, spot)), ...law.permits(action, layer).map((rule) => byLaw("excepted", rule, spot))];
}

type Rule = LawNorm<"permit"> | LawNorm<"unprotect">;

/** Options by their norm and by what its condition came to: of what is told once for many things one is made. */
const dated = new WeakMap<Rule["norm"], WeakMap<Told, Option>>();
const undated = new WeakMap<Rule["norm"], WeakMap<Told, Option>>();

function byLaw(kind: "unprotected" | "excepted", rule: Rule, spot: Spot): Option {
  const { law, norm } = rule;
  const told = spot.core.of.telling.tell(norm.if, { ...spot, text: law }, "permit");
  const isDated = spot.at.date !== null || law.inForce === undefined;
  const known = isDated ? dated : undated;
  let made = known.get(norm);
  if (made === undefined) known.set(norm, (made = new WeakMap()));
  let option = made.get(told);
  if (option === undefined) made.set(told, (option = optionOf(kind, rule, told, isDated)));
  return option;
}

function optionOf(kind: "unprotected" | "excepted", { law, norm }: Rule, told: Told, isDated: boolean): Option {
  const verified = norm.verified ?? law.verified;
  const read = asPermission(told);
  const interval: Interval = (canGrant(verified) && isDated) || read.best === "blocked" ? read : { ...read, worst: "blocked" };
  const report: OptionReport = {
    kind, instrument: law.id, norm: norm.id, fails: interval.worst === "blocked" ? whyLawFails(told.premises, isDated, verified) : null, interval, cite: norm.cite, quote: norm.quote ?? null, verified, premises: told.premises,
  };
  return plainOption(report, interval, { law, undertaken: promisedIn(told, "true") });
}

function whyLawFails(premises: readonly Premise[], isDated: boolean, verified: Law["verified"]): string {
  const failing = premises.find((p) => p.result !== "true");
  if (failing !== undefined) return failing.reads;
  if (!isDated) return "the act has no recorded date";
  return canGrant(verified) ? "condition" : `verified only as \`${verified}\``;
}

/** The options of one way to read the license record. */
export const licensedOptions = (demand: Demand, scope: Scope | null, spot: Spot, reading: LicenseReading, roles: Roles): Option[] =>
  reading.options.map((way) => together(way.map((named) => ({ name: named.name, option: granted(demand, scope, spot, named, roles) }))));

/** Licenses that all apply: of these the ones that speak of the matter answer for it, and the first that fails tells why. */
function together(all: readonly { readonly name: string; readonly option: Option }[]): Option {
  const speaking = all.filter(({ option }) => option.report.fails !== unsaid);
  const answering = speaking.length === 0 ? all : speaking;
  const parts = answering.map(({ option }) => option);
  if (parts.length === 1) return parts[0]!;
  const interval = joinIntervals(parts.map((p) => p.interval));
  const telling = parts.find((p) => p.report.fails !== null) ?? parts[0]!;
  return {
    report: { ...telling.report, instrument: answering.map(({ name }) => name).join(" AND "), interval }, interval, law: null, role: telling.role,
    instruments: parts.flatMap((p) => p.instruments), duties: parts.flatMap((p) => p.duties), findings: parts.flatMap((p) => p.findings), constraints: parts.flatMap((p) => p.constraints),
    undertaken: parts.flatMap((p) => p.undertaken),
  };
}

function granted(demand: Demand, scope: Scope | null, spot: Spot, { name, instrument }: Named, roles: Roles): Option {
  if (instrument === null) return unknownTerms(demand, name);
  const text = standingAt(spot, instrument);
  const parts = roles.from(spot.node, text.reach, spot.atom);
  const partsOf = (asset: string): readonly RolePlayed[] => Roles.of(parts, spot.core.graph.numberOf.get(asset) ?? -1);
  const { action, layer, persists } = demand;
  const played = partsOf(spot.path[0] ?? demand.asset);
  const given = givenTo({ text, action, layer, scope, spot, played, persists, roles });
  // What a platform's terms forbid and ask, they forbid and ask of others.
  const own = isTakenIn(spot, text);
  const bans = own ? [] : bansIn(text, action, spot, played, persists);
  const duties = own ? [] : dutiesOf({ text, action, spot, partsOf, persists, only: dutiesGivenWith(given) });
  const interval = joinIntervals([given.interval, ...bans.map((b) => b.interval), ...duties.map((d) => d.interval)]);
  const ban = bans.find((b) => b.interval.worst === "blocked")?.norm;
  const wanting = duties.some((d) => d.norm.oblige.control === "consent" && d.state === "open");
  const fails = given.fails ?? (ban !== undefined ? `prohibited (${ban.cite})` : wanting ? "needs consent" : null);
  const telling = ban ?? given.norm;
  return {
    report: {
      kind: "granted", instrument: text.id, norm: telling?.id ?? null, fails, interval, cite: telling?.cite ?? null, quote: ban?.quote ?? given.norm?.quote ?? null,
      verified: given.norm?.verified ?? text.verified, premises: [...given.premises, ...bans.flatMap((b) => b.premises)],
    },
    interval, law: null, role: played[0]?.role ?? null, instruments: [text], duties, findings: given.findings ?? [],
    constraints: duties.flatMap(({ norm }) => (norm.oblige.outbound === undefined ? [] : [{ instrument: text, norm: norm.id, cite: norm.cite, outbound: norm.oblige.outbound }])),
    undertaken: [...given.undertaken, ...bans.flatMap((b) => b.undertaken)],
  };
}

function unknownTerms({ asset }: Demand, name: string): Option {
  const premise: Premise = { reads: "license", of: asset, is: name, needs: "terms that the catalogue knows", result: "unknown" };
  return plainOption(
    { kind: "granted", instrument: name, norm: null, fails: "terms unknown", interval: openInterval, cite: null, quote: null, verified: "unverified", premises: [premise] },
    openInterval, { findings: [{ kind: "unknown-license", detail: `the catalogue has no terms of \`${name}\`` }] },
  );
}

/** A grant to the actor itself, or to who hands the thing on and may sublicense. */
function givenTo(asked: GrantAsked): Given {
  const given = givenBy(asked);
  const { handedBy } = asked.spot.act;
  if (handedBy === undefined || given.fails !== strangers) return given;
  const spot: Spot = { ...asked.spot, act: { ...asked.spot.act, actor: handedBy } };
  const [held, power] = [givenBy({ ...asked, spot }), givenBy({ ...asked, spot, action: "sublicense" })];
  const fails = held.fails ?? (power.fails === null ? null : `no power to sublicense: ${power.fails}`);
  return { ...held, interval: joinIntervals([held.interval, power.interval]), fails, premises: [...held.premises, ...power.premises] };
}
