import { canonicalJson, sha256 } from "@cleartitle/norms";
import { digestGraph, type Use } from "@cleartitle/title";
import type { Decision } from "../decision.js";
import { engineVersion } from "../engine-version.js";
import type { Question } from "../judgment/question.js";

/** What was asked, as an answer says it again. */
export function echo(use: Use): Decision["use"] {
  const scale = Object.fromEntries(use.scale.map((q) => [q.quantity, q.atLeast === q.atMost ? String(q.atMost) : `${q.atLeast ?? ""}..${q.atMost ?? ""}`]));
  return { name: use.name, of: use.of, actions: use.actions, actor: use.actor, recipients: use.recipients, as: use.as, purpose: use.purpose, field: use.field, in: use.in, on: use.on, scale };
}

/** By what the answer was found. */
export function basisOf(question: Question): Decision["basis"] {
  const { world, profile, asOf, knownAt } = question;
  const positions = world.graph.positions.length === 0 ? profile : `${profile} with ${sha256(canonicalJson(world.graph.positions))}`;
  return {
    catalogue: world.catalogue.digests.catalogue, taxonomies: world.catalogue.digests.taxonomies, groups: world.catalogue.digests.groups,
    // Of the whole graph: made when it is read, since who asks for the verdict of a change need not wait for it.
    get graph() {
      return digestGraph(world.graph);
    },
    positions, engine: engineVersion, asOf, knownAt,
  };
}
