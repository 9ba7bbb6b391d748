import type { Instrument, Norm, NormOf } from "@cleartitle/norms";
import { takesIn } from "../../judgment/contribution.js";
import type { World } from "../../world.js";

/** A clause by which acts under a text of a licensor give up bans of who does them. */
export interface Clause {
  readonly text: string;
  readonly licensor: string;
  readonly norm: NormOf<"reciprocate"> & Norm;
}

/** Those who offer texts by which others license something to them, or give something up, as far as they act in a world; and the clauses of the latter. */
export interface Platforms {
  readonly parties: ReadonlySet<string>;
  readonly clauses: readonly Clause[];
}

const known = new WeakMap<World["graph"], { readonly catalogue: World["catalogue"]; readonly platforms: Platforms }>();

export function platformsIn({ graph, catalogue }: World): Platforms {
  const found = known.get(graph);
  if (found?.catalogue === catalogue) return found.platforms;
  const texts = [...catalogue.instruments.values(), ...graph.instruments.values()];
  const clauses = texts.flatMap(({ id, licensor, norms }) => norms.flatMap((norm): Clause[] => (norm.kind === "reciprocate" && licensor !== undefined ? [{ text: id, licensor, norm }] : [])));
  const offering = texts.filter(takesIn).flatMap(({ licensor }: Instrument) => licensor ?? []);
  const named = namedIn(graph);
  const parties = new Set([...offering, ...clauses.map((each) => each.licensor)].filter((party) => named.has(party)));
  const platforms: Platforms = { parties, clauses: clauses.filter((each) => parties.has(each.licensor)) };
  known.set(graph, { catalogue, platforms });
  return platforms;
}

/** Parties that act, and those that stand in a group with others. */
function namedIn({ us, parties, uses, derivations, assets }: World["graph"]): ReadonlySet<string> {
  const named = new Set([us]);
  for (const { id, controlledBy } of parties.values()) if (controlledBy.length > 0) for (const party of [id, ...controlledBy.map((each) => each.party)]) named.add(party);
  for (const { actor } of uses.values()) named.add(actor);
  for (const { who } of derivations.values()) named.add(who);
  for (const { acquired } of assets.values()) for (const { who } of acquired) named.add(who);
  return named;
}
