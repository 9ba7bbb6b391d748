import { placesRead } from "@cleartitle/norms";
import type { Use } from "@cleartitle/title";
import type { DecideOptions } from "../../decision.js";
import { claimBudget } from "../../judgment/claim-budget.js";
import type { Question } from "../../judgment/question.js";
import type { World } from "../../world.js";
import { placesIn } from "../places.js";

/** After everything that is recorded. */
const always = "9999-12-31T23:59:59Z";

/** The question that a named use of a world asks; it must exist. */
export function questionIn(world: World, name: string, options: DecideOptions): Question {
  const use = world.graph.uses.get(name);
  if (use === undefined) throw new RangeError(`no use \`${name}\``);
  const { of: object, actions, actor, on: date, purpose: purposes, field: fields, hosted, facts, scale, named, recipients } = use;
  return {
    world, use, asOf: options.asOf ?? date, knownAt: options.knownAt ?? always, profile: options.profile ?? world.graph.profile, claimBudget: options.claimBudget ?? claimBudget, classes: classesOf(world, use),
    act: { id: name, tense: "present", object, actions, actor, date, purposes, fields, recipients: recipients.map((r) => r.role), hosted, facts, scale, derivation: null, named },
  };
}

const known = new WeakMap<World["graph"], WeakMap<World["catalogue"], Map<string, Question["classes"]>>>();

/** The places asked, cut into classes in which the same rules, groups and positions hold. */
function classesOf({ graph, catalogue }: World, { in: places, recipients, on }: Use): Question["classes"] {
  let ofGraph = known.get(graph);
  if (ofGraph === undefined) known.set(graph, (ofGraph = new WeakMap()));
  let kept = ofGraph.get(catalogue);
  if (kept === undefined) ofGraph.set(catalogue, (kept = new Map()));
  const key = JSON.stringify([places, recipients.map((r) => r.in), on]);
  let classes = kept.get(key);
  if (classes === undefined) {
    const index = placesIn(catalogue);
    const asked = [...new Set([...places, ...recipients.flatMap((r) => r.in)])].toSorted();
    const atoms = new Set(asked.flatMap((place) => [...(index.atomsOf(place, on) ?? [])]));
    classes = atoms.size === 0 ? [{ atom: "", members: [] }] : index.partition(atoms, spokenOf({ graph, catalogue }), on).map((members) => ({ atom: members[0]!, members }));
    kept.set(key, classes);
  }
  return classes;
}

const ofCatalogue = new WeakMap<World["catalogue"], ReadonlySet<string>>();

/** Every place and group that a rule, a norm, the table of persistence or an adopted position names. */
function spokenOf({ graph, catalogue }: World): ReadonlySet<string> {
  let names = ofCatalogue.get(catalogue);
  if (names === undefined) {
    const found = new Set<string>();
    for (const law of catalogue.laws.values()) found.add(law.jurisdiction);
    for (const text of [...catalogue.laws.values(), ...catalogue.instruments.values()]) for (const norm of text.norms) for (const place of placesRead(norm.if)) found.add(place);
    for (const row of catalogue.taxonomies.persistence) for (const place of placesRead(row.persists)) found.add(place);
    ofCatalogue.set(catalogue, (names = found));
  }
  const all = new Set(names);
  for (const text of graph.instruments.values()) for (const norm of text.norms) for (const place of placesRead(norm.if)) all.add(place);
  for (const { territory } of graph.positions) if (territory !== "WORLD") all.add(territory);
  return all;
}
