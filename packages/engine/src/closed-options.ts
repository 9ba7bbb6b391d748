import { inForce, placeIndex } from "@cleartitle/catalogue";
import { ancestors } from "@cleartitle/norms";
import type { ProofNode } from "./decision.js";
import type { World } from "./world.js";

/**
 * Options that the proof of a demand leaves out: every rule in force in the place that permits the act in the layer or says that nothing is protected,
 * and every bespoke instrument that covers the asset, must stand among those considered, so that no "blocked" comes of not having looked.
 */
export function missingOptions(node: ProofNode, nodes: ReadonlyMap<string, ProofNode>, world: World): string[] {
  const { about } = node;
  if (about === null) return [];
  const under = node.children.flatMap((reading) => nodes.get(reading)?.children ?? []).flatMap((id) => nodes.get(id) ?? []);
  const said = under.filter((n) => n.kind === "option").map((n) => n.says);
  const expected = [
    ...rulesFor(about, world).map((rule) => [rule]),
    ...world.graph.covers.filter((c) => c.asset === about.asset).map((c) => versionsOf(c.instrument, world).map((id) => `granted by ${id}`)),
  ];
  return expected.filter((any) => !said.some((s) => any.some((option) => s.startsWith(option)))).map((any) => `${node.id}: \`${any[0] ?? ""}\` was not considered`);
}

/** An instrument and all that it supersedes or is superseded by: whichever binds the party on the date stands for it. */
function versionsOf(id: string, { graph, catalogue }: World): readonly string[] {
  const texts = [...catalogue.instruments.values(), ...graph.instruments.values()].filter((text) => text.supersedes !== undefined);
  const line = new Set([id]);
  for (const member of line) {
    for (const { id: later, supersedes } of texts) {
      if (later === member) line.add(supersedes!);
      if (supersedes === member) line.add(later);
    }
  }
  return [...line];
}

function rulesFor(about: NonNullable<ProofNode["about"]>, world: World): string[] {
  const { actions } = world.catalogue.taxonomies;
  const places = placeIndex(world.catalogue);
  const acts = new Set([about.action, ...ancestors(actions, about.action)]);
  const power = actions.get(about.action)?.power === true;
  const settled = [...world.catalogue.laws.values()].filter((law) =>
    (law.authorityKind === "statute" || law.authorityKind === "judgment" || law.authorityKind === "treaty") && (law.confidence === "settled" || law.confidence === "contested") &&
    (about.date === null || inForce(law, about.date)) && places.contains(law.jurisdiction, about.territory, about.date) === "true");
  return settled.flatMap((law) => law.norms.flatMap((norm) => {
    if (norm.inForce !== undefined && (about.date === null || !inForce(norm, about.date))) return [];
    if (norm.kind === "permit" && (norm.permit.layers ?? ["copyright"]).includes(about.layer) && norm.permit.actions.some((a) => acts.has(a))) return [`excepted by ${law.id}`];
    if (norm.kind === "unprotect" && !power && norm.unprotect.layer === about.layer && (norm.unprotect.actions === undefined || norm.unprotect.actions.some((a) => acts.has(a)))) return [`unprotected by ${law.id}`];
    return [];
  }));
}
