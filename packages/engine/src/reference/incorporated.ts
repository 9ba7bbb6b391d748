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

const mark = ":";

/** The document that a norm comes from, and its id there: its own instrument, or one that this incorporates. */
export function originOf(instrument: string, norm: string): { readonly instrument: string; readonly norm: string } {
  const at = norm.indexOf(mark);
  return at < 0 ? { instrument, norm } : { instrument: norm.slice(0, at), norm: norm.slice(at + mark.length) };
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
    norms.push(...inner.norms.map((n): Norm => ({ ...n, id: n.id.includes(mark) ? n.id : `${document.id}${mark}${n.id}`, verified: n.verified ?? document.verified })));
  }
  return norms.length === instrument.norms.length && unsupported.length === (instrument.unsupported?.length ?? 0) ? instrument : { ...instrument, norms, unsupported };
}
