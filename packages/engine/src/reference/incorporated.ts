import type { Instrument, Norm } from "@cleartitle/norms";
import type { World } from "../world.js";

const cache = new WeakMap<World["catalogue"], WeakMap<Instrument, Instrument>>();

/**
 * An instrument with the norms of the documents it incorporates, each citing its own document and standing as well verified as that is.
 * A document that nobody recorded makes what it could touch unknown.
 */
export function withIncorporated(world: World, instrument: Instrument): Instrument {
  let kept = cache.get(world.catalogue);
  if (kept === undefined) cache.set(world.catalogue, (kept = new WeakMap()));
  const known = kept.get(instrument);
  if (known !== undefined) return known;
  const whole = incorporate(world, instrument, new Set([instrument.id]));
  kept.set(instrument, whole);
  return whole;
}

function incorporate(world: World, instrument: Instrument, above: ReadonlySet<string>): Instrument {
  const norms: Norm[] = [...instrument.norms];
  const unsupported = [...(instrument.unsupported ?? [])];
  for (const norm of instrument.norms) {
    if (norm.kind !== "incorporate" || above.has(norm.incorporate.document)) continue;
    const document = world.graph.instruments.get(norm.incorporate.document) ?? world.catalogue.instruments.get(norm.incorporate.document);
    if (document === undefined) {
      unsupported.push({ what: `the incorporated document \`${norm.incorporate.document}\` is not recorded`, cite: norm.cite });
      continue;
    }
    const inner = incorporate(world, document, new Set([...above, document.id]));
    norms.push(...inner.norms.map((n): Norm => ({ ...n, id: `${document.id}:${n.id}`, cite: `${document.id} ${n.cite}`, verified: n.verified ?? document.verified })));
  }
  return norms.length === instrument.norms.length && unsupported.length === (instrument.unsupported?.length ?? 0) ? instrument : { ...instrument, norms, unsupported };
}
