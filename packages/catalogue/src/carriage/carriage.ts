import { testsIn, type Instrument, type Norm, type NormOf, type Test } from "@cleartitle/norms";
import type { Catalogue } from "../catalogue.js";
import type { Carrier, TermEntry } from "./vocabulary.js";

/** How a record carries a term of its text. */
export interface Carriage {
  /** `fact`: a norm whose condition reads a fact; `record`: a property; `note`: only a note, with why. */
  readonly as: "norm" | "duty" | "fact" | "reach" | "record" | "note";
  /** Ids of norms, names of properties. */
  readonly where: readonly string[];
  /** The text that carries it for this one: what it changes or takes in. */
  readonly via: string | null;
  /** For a note: why norms do not say it. */
  readonly why: string | null;
}

type Texts = Pick<Catalogue, "instruments">;

const shares = <T>(wanted: readonly T[] | undefined, found: readonly T[]): boolean => wanted === undefined || wanted.some((each) => found.includes(each));
const named = (tests: readonly Test[], key: string): string[] => tests.flatMap((test) => (key in test ? [(test as unknown as Record<string, string | string[]>)[key]!].flat() : []));

/** Acts that a norm names. */
export const actsOf = (norm: Norm): readonly string[] => norm.when ?? (norm as unknown as Record<string, { actions?: readonly string[] }>)[norm.kind]?.actions ?? [];
export const rolesOf = (norm: Norm): readonly string[] => norm.on ?? ["materials"];

function holdsOfEnd(norm: Norm, { ends, cure, reaches, reinstates }: Carrier): boolean {
  if (ends === undefined && cure === undefined && reaches === undefined && reinstates === undefined) return true;
  if (norm.kind !== "terminate") return false;
  const { terminate } = norm;
  return shares(ends, [terminate.on]) && (cure === undefined || terminate.cure !== undefined) && (reaches === undefined || terminate.reaches !== undefined) && (reinstates === undefined || terminate.reinstates === true);
}

function holdsOfBody(norm: Norm, carrier: Carrier): boolean {
  if (carrier.duty !== undefined && !(norm.kind === "oblige" && carrier.duty.includes(norm.oblige.do))) return false;
  if (carrier.assigns !== undefined && !(norm.kind === "assign" && carrier.assigns.includes(norm.assign.what) && shares(carrier.to, [norm.assign.to]))) return false;
  if (carrier.offer !== undefined && !(norm.kind === "permit" && norm.permit.offer === true)) return false;
  if (carrier.promise !== undefined && !(norm.kind === "permit" && norm.permit.promise === true)) return false;
  if (carrier.outbound !== undefined && !(norm.kind === "oblige" && carrier.outbound.some((key) => Object.hasOwn(norm.oblige.outbound ?? {}, key)))) return false;
  return carrier.layers === undefined || (norm.kind === "permit" && shares(carrier.layers, norm.permit.layers ?? ["copyright"]));
}

function holdsOf(norm: Norm, carrier: Carrier): boolean {
  const tests = testsIn(norm.if);
  // A ban in a field of use is a use restriction, and no ban of the act itself.
  if (norm.kind === "prohibit" && carrier.reads === undefined && carrier.fields === undefined && tests.some((test) => "field" in test)) return false;
  return (
    shares(carrier.norm, [norm.kind]) && shares(carrier.actions, actsOf(norm)) && (carrier.lacks === undefined || !shares(carrier.lacks, actsOf(norm))) && shares<string>(carrier.on, rolesOf(norm)) &&
    holdsOfBody(norm, carrier) && holdsOfEnd(norm, carrier) && (carrier.reads === undefined || carrier.reads.some((key) => tests.some((test) => key in test))) &&
    shares(carrier.facts, named(tests, "fact")) && shares(carrier.quantities, named(tests, "quantity")) && shares(carrier.purposes, named(tests, "purpose")) && shares(carrier.fields, named(tests, "field")) &&
    shares(carrier.recipients, named(tests, "recipient"))
  );
}

/** A property of the record that carries a term; null: the carrier is about a norm, or the property is not there. */
function property(text: Instrument, carrier: Carrier): string | null {
  if (carrier.record !== undefined) {
    const value = text[carrier.record];
    // A text that is silent of its law does not speak of it.
    const values: readonly unknown[] = value === undefined || value === "silent" ? [] : typeof value === "string" ? [value] : Array.isArray(value) ? value : Object.keys(value);
    return values.length > 0 && shares(carrier.is, values) ? carrier.record : null;
  }
  if (carrier.imposes !== undefined) return text.imposes !== undefined && (carrier.imposes === "any" || shares(carrier.imposes, text.imposes)) ? "imposes" : null;
  if (carrier.withholds !== undefined) return text.norms.some((norm) => norm.kind === "permit" && shares(carrier.withholds, norm.permit.layers ?? ["copyright"])) ? null : "layers of the permits";
  return null;
}

const isOfRecord = (carrier: Carrier): boolean => carrier.record !== undefined || carrier.imposes !== undefined || carrier.withholds !== undefined;

function own(text: Instrument, carrier: Carrier): Pick<Carriage, "as" | "where"> | null {
  if (carrier.reach !== undefined) {
    const rows = Object.entries(text.reach).filter(([, row]) => Object.values(row ?? {}).includes(carrier.reach!)).map(([role]) => `reach of ${role}`);
    return rows.length === 0 ? null : { as: "reach", where: rows };
  }
  if (isOfRecord(carrier)) {
    const found = property(text, carrier);
    return found === null ? null : { as: "record", where: [found] };
  }
  const norms = text.norms.filter((norm) => holdsOf(norm, carrier));
  if (norms.length === 0) return null;
  return { as: norms.some((norm) => norm.kind === "oblige") ? "duty" : carrier.facts !== undefined ? "fact" : "norm", where: norms.map((norm) => norm.id) };
}

/** What is left of a text that a record changes: all but what it strikes out or says anew under the same id. */
function leftOf(text: Instrument, { modify }: NormOf<"modify">, { instruments }: Texts): Instrument[] {
  const base = instruments.get(modify.base);
  const gone = new Set([...(modify.drop ?? []), ...text.norms.map((norm) => norm.id)]);
  return base === undefined ? [] : [{ ...base, norms: base.norms.filter((norm) => !gone.has(norm.id)) }];
}

/** A record with what is left of the text that it changes. */
export function wholeOf(text: Instrument, catalogue: Texts): Instrument {
  const bases = text.norms.flatMap((norm) => (norm.kind === "modify" ? leftOf(text, norm, catalogue) : []));
  return bases.length === 0 ? text : { ...text, norms: [...text.norms, ...bases.flatMap((base) => base.norms)], reach: Object.assign({}, ...bases.map((base) => base.reach), text.reach) as Instrument["reach"] };
}

/** Texts that speak for a record: what is left of what it changes, and what it takes in. */
const behind = (text: Instrument, catalogue: Texts): Instrument[] =>
  text.norms.flatMap((norm) => (norm.kind === "modify" ? leftOf(text, norm, catalogue) : norm.kind === "incorporate" ? (catalogue.instruments.get(norm.incorporate.document) ?? []) : []));

/** How a record carries a term: by itself, by a text behind it, by a note; null: it does not speak of it. */
export function carriageOf(text: Instrument, term: TermEntry, catalogue: Texts): Carriage | null {
  const seen = new Set<string>([text.id]);
  const queue: Instrument[] = [text];
  for (let each = queue.shift(); each !== undefined; each = queue.shift()) {
    for (const carrier of term.by) {
      const found = own(each, carrier);
      if (found !== null) return { ...found, via: each === text ? null : each.id, why: null };
    }
    for (const next of behind(each, catalogue)) {
      if (seen.has(next.id)) continue;
      seen.add(next.id);
      queue.push(next);
    }
  }
  const why = text.noted?.[term.id];
  return why === undefined ? null : { as: "note", where: [], via: null, why };
}
