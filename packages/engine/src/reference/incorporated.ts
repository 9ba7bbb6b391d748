import type { Instrument, Norm } from "@cleartitle/norms";
import { originMark as mark } from "../judgment/origin.js";
import type { Env } from "./scene.js";
import { standingOn, upToDate, versionsOf } from "./version-line.js";

const cache = new WeakMap<Env["world"], Map<string, WeakMap<Instrument, Instrument>>>();

/**
 * An instrument with the norms of the documents it incorporates as they stand for an act on a date, each citing its own document and standing as well verified as that is.
 * A document that nobody recorded makes what it could touch unknown.
 */
export function withIncorporated(env: Env, instrument: Instrument, date: string | null): Instrument {
  if (!takesIn(instrument)) return instrument;
  let dated = cache.get(env.world);
  if (dated === undefined) cache.set(env.world, (dated = new Map()));
  const key = `${date ?? ""}\u0000${env.knownAt}`;
  let kept = dated.get(key);
  if (kept === undefined) dated.set(key, (kept = new WeakMap()));
  const known = kept.get(instrument);
  if (known !== undefined) return known;
  const whole = incorporate({ env, date }, instrument, new Set([instrument.id]));
  kept.set(instrument, whole);
  return whole;
}

const takesIn = (instrument: Instrument): boolean => instrument.norms.some((n) => n.kind === "incorporate" || n.kind === "modify");

/** When a text is read. */
interface Day {
  readonly env: Env;
  readonly date: string | null;
}

type Unsupported = NonNullable<Instrument["unsupported"]>[number];

/** What an instrument says with the documents that it takes in and the text that it changes. */
interface Whole {
  readonly norms: Norm[];
  readonly unsupported: Unsupported[];
  reach: Instrument["reach"];
}

const recorded = ({ env: { world } }: Day, id: string): Instrument | undefined => world.graph.instruments.get(id) ?? world.catalogue.instruments.get(id);

function incorporate(day: Day, instrument: Instrument, above: ReadonlySet<string>): Instrument {
  if (!takesIn(instrument)) return instrument;
  const whole: Whole = { norms: [...instrument.norms], unsupported: [...(instrument.unsupported ?? [])], reach: instrument.reach };
  for (const norm of instrument.norms) {
    if (norm.kind === "incorporate") take(day, norm, above, whole);
    if (norm.kind === "modify") overlay(day, norm, above, whole);
  }
  return { ...instrument, ...whole };
}

function take(day: Day, { incorporate: { document: id, mode, snapshot }, cite }: Norm & { kind: "incorporate" }, above: ReadonlySet<string>, whole: Whole): void {
  if (above.has(id)) return;
  const given = recorded(day, id);
  if (given === undefined) {
    whole.unsupported.push({ what: `the incorporated document \`${id}\` is not recorded`, cite });
    return;
  }
  const document = mode === "static" ? given : asOf(day.env, given, mode === "pinned" ? (snapshot ?? null) : day.date);
  const inner = incorporate(day, document, new Set([...above, id]));
  whole.unsupported.push(...(inner.unsupported ?? []));
  whole.norms.push(...inner.norms.map((n): Norm => named({ ...n, verified: n.verified ?? document.verified }, id)));
}

/** A document that may change, as it stood on a day. */
function asOf(env: Env, document: Instrument, date: string | null): Instrument {
  const versions = versionsOf(env, document);
  return upToDate(env, versions, standingOn(versions, date) ?? document, date);
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
function overlay(day: Day, norm: Norm & { kind: "modify" }, above: ReadonlySet<string>, whole: Whole): void {
  const { base: id, drop } = norm.modify;
  if (above.has(id)) return;
  const base = recorded(day, id);
  if (base === undefined) {
    whole.unsupported.push({ what: `the modified text \`${id}\` is not recorded`, cite: norm.cite });
    return;
  }
  const inner = incorporate(day, base, new Set([...above, id]));
  const gone = new Set([...(drop ?? []), ...whole.norms.map((n) => n.id)]);
  whole.norms.push(...inner.norms.filter((n) => !gone.has(n.id)).map((n): Norm => ({ ...n, cite: `${id} ${n.cite}`, verified: n.verified ?? base.verified })));
  whole.unsupported.push(...(inner.unsupported ?? []));
  whole.reach = { ...inner.reach, ...whole.reach };
}
