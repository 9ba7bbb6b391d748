import type { Instrument, Norm } from "@cleartitle/norms";
import { originMark as mark } from "../judgment/origin.js";
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

type Unsupported = NonNullable<Instrument["unsupported"]>[number];

/** What an instrument says with the documents that it takes in and the text that it changes. */
interface Whole {
  readonly norms: Norm[];
  readonly unsupported: Unsupported[];
  reach: Instrument["reach"];
}

const recorded = (world: World, id: string): Instrument | undefined => world.graph.instruments.get(id) ?? world.catalogue.instruments.get(id);

function incorporate(world: World, instrument: Instrument, above: ReadonlySet<string>): Instrument {
  if (!instrument.norms.some((n) => n.kind === "incorporate" || n.kind === "modify")) return instrument;
  const whole: Whole = { norms: [...instrument.norms], unsupported: [...(instrument.unsupported ?? [])], reach: instrument.reach };
  for (const norm of instrument.norms) {
    if (norm.kind === "incorporate") take(world, norm.incorporate.document, norm.cite, above, whole);
    if (norm.kind === "modify") overlay(world, norm, above, whole);
  }
  return { ...instrument, ...whole };
}

function take(world: World, id: string, cite: string, above: ReadonlySet<string>, whole: Whole): void {
  if (above.has(id)) return;
  const document = recorded(world, id);
  if (document === undefined) {
    whole.unsupported.push({ what: `the incorporated document \`${id}\` is not recorded`, cite });
    return;
  }
  const inner = incorporate(world, document, new Set([...above, id]));
  whole.norms.push(...inner.norms.map((n): Norm => named({ ...n, verified: n.verified ?? document.verified }, id)));
}

/** A norm of a document under the document's name, with what it says of its neighbors. */
function named(norm: Norm, document: string): Norm {
  const full = (id: string): string => (id.includes(mark) ? id : `${document}${mark}${id}`);
  const own: Norm = { ...norm, id: full(norm.id) };
  if (own.kind === "except") return { ...own, except: { ...own.except, from: own.except.from.map(full) } };
  if (own.kind === "survive") return { ...own, survive: { ...own.survive, norms: own.survive.norms.map(full) } };
  if (own.kind === "permit" && own.permit.duties !== undefined) return { ...own, permit: { ...own.permit, duties: own.permit.duties.map(full) } };
  return own;
}

/** A text laid over a base: all that the base says but what is struck out or said anew under the same id. */
function overlay(world: World, norm: Norm & { kind: "modify" }, above: ReadonlySet<string>, whole: Whole): void {
  const { base: id, drop } = norm.modify;
  if (above.has(id)) return;
  const base = recorded(world, id);
  if (base === undefined) {
    whole.unsupported.push({ what: `the modified text \`${id}\` is not recorded`, cite: norm.cite });
    return;
  }
  const inner = incorporate(world, base, new Set([...above, id]));
  const gone = new Set([...(drop ?? []), ...whole.norms.map((n) => n.id)]);
  whole.norms.push(...inner.norms.filter((n) => !gone.has(n.id)).map((n): Norm => ({ ...n, cite: `${id} ${n.cite}`, verified: n.verified ?? base.verified })));
  whole.unsupported.push(...(inner.unsupported ?? []));
  whole.reach = { ...inner.reach, ...whole.reach };
}
