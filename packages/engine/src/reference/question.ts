import type { Condition, Norm } from "@cleartitle/norms";
import type { Use } from "@cleartitle/title";
import type { Act } from "../act.js";
import type { DecideOptions } from "../decision.js";
import { claimBudget } from "../judgment/claim-budget.js";
import type { Question } from "../judgment/question.js";
import type { World } from "../world.js";
import { placesOf } from "./places.js";

const endOfTime = "9999-12-31T23:59:59Z";

/** The question that a named use of a world asks; it must exist. */
export function questionOf(world: World, useName: string, options: DecideOptions): Question {
  const use = world.graph.uses.get(useName);
  if (use === undefined) throw new RangeError(`no use \`${useName}\``);
  const asOf = options.asOf ?? use.on;
  const act: Act = {
    id: use.name, tense: "present", object: use.of, actions: use.actions, actor: use.actor, date: use.on, purposes: use.purpose, fields: use.field, recipients: use.recipients.map((r) => r.role),
    hosted: use.hosted, facts: use.facts, scale: use.scale, derivation: null, named: use.named,
  };
  return { world, use, act, asOf, knownAt: options.knownAt ?? endOfTime, profile: options.profile ?? world.graph.profile, claimBudget: options.claimBudget ?? claimBudget, classes: classesOf(world, use) };
}

/** Cuts the places asked to classes in which the same rules, groups and positions hold: atoms of equal outcome. */
function classesOf(world: World, use: Use): Question["classes"] {
  let kept = classes.get(world);
  if (kept === undefined) classes.set(world, (kept = new Map()));
  const key = JSON.stringify([use.in, use.recipients.map((r) => r.in), use.on]);
  let known = kept.get(key);
  if (known === undefined) kept.set(key, (known = cut(world, use)));
  return known;
}

const classes = new WeakMap<World, Map<string, Question["classes"]>>();

function cut(world: World, use: Use): Question["classes"] {
  const places = placesOf(world);
  const atoms = [...new Set([...use.in, ...use.recipients.flatMap((r) => r.in)].flatMap((p) => [...(places.atomsOf(p, use.on) ?? [])]))].toSorted();
  if (atoms.length === 0) return [{ atom: "", members: [] }];
  const names = new Set<string>([...namedPlaces(world), ...world.graph.positions.map((p) => p.territory).filter((t) => t !== "WORLD")]);
  return places.partition(atoms, names, use.on).map((members) => ({ atom: members[0]!, members }));
}

const named = new WeakMap<World["catalogue"], readonly string[]>();

/** Every place and group that a rule of law or a norm speaks of. */
function namedPlaces(world: World): readonly string[] {
  let known = named.get(world.catalogue);
  if (known === undefined) {
    const laws = [...world.catalogue.laws.values()];
    const norms = [...laws, ...world.catalogue.instruments.values()].flatMap((i) => i.norms as readonly Norm[]);
    known = [...new Set([...laws.map((l) => l.jurisdiction), ...norms.flatMap((n) => placesIn(n.if)), ...world.catalogue.taxonomies.persistence.flatMap((r) => placesIn(r.persists))])].toSorted();
    named.set(world.catalogue, known);
  }
  const bespoke = [...world.graph.instruments.values()].flatMap((i) => i.norms.flatMap((n) => placesIn(n.if)));
  return bespoke.length === 0 ? known : [...new Set([...known, ...bespoke])].toSorted();
}

function placesIn(condition: Condition | undefined): string[] {
  if (condition === undefined || typeof condition !== "object") return [];
  if ("all" in condition) return condition.all.flatMap(placesIn);
  if ("any" in condition) return condition.any.flatMap(placesIn);
  if ("none" in condition) return condition.none.flatMap(placesIn);
  if ("position" in condition) return Object.values(condition.options).flatMap(placesIn);
  return "place" in condition ? condition.place : [];
}
