import type { Instrument, Norm, NormOf } from "@cleartitle/norms";
import { originMark } from "../../judgment/origin.js";
import type { World } from "../../world.js";
import type { Amendments } from "./amendments.js";
import type { VersionLines } from "./version-lines.js";

/** The documents that were opened on the way to one, the outermost first: none is opened inside itself. */
interface Opened {
  readonly id: string;
  readonly above: Opened | null;
}

/** Texts with all that they take in, each put together once. */
export class WholeTexts {
  readonly #world: World;
  readonly #versions: VersionLines;
  readonly #amendments: Amendments;
  readonly #known = new Map<Instrument, Map<string, Instrument>>();
  readonly #changing = new Map<string, boolean>();

  constructor(world: World, versions: VersionLines, amendments: Amendments) {
    this.#world = world;
    this.#versions = versions;
    this.#amendments = amendments;
  }

  /** The text of an id as this workspace has it: its own before the catalogue's. */
  recorded(id: string): Instrument | undefined {
    return this.#world.graph.instruments.get(id) ?? this.#world.catalogue.instruments.get(id);
  }

  /** Whether what a text takes in is another thing on another day. */
  isChanging(text: Instrument): boolean {
    let changing = this.#changing.get(text.id);
    if (changing === undefined) this.#changing.set(text.id, (changing = this.#changes(text, { id: text.id, above: null })));
    return changing;
  }

  #changes(text: Instrument, opened: Opened): boolean {
    return text.norms.some((norm) => {
      const id = norm.kind === "incorporate" ? norm.incorporate.document : norm.kind === "modify" ? norm.modify.base : null;
      const document = id === null || isOpen(id, opened) ? undefined : this.recorded(id);
      if (document === undefined) return false;
      const versions = this.#versions.of(document);
      if (norm.kind === "incorporate" && norm.incorporate.mode === "dynamic" && (versions.length > 1 || this.#amendments.touch(versions))) return true;
      return [document, ...versions].some((each) => this.#changes(each, { id: id!, above: opened }));
    });
  }

  /**
   * A text as it stands for an act on a date, with the norms of the documents that it incorporates and of the text that it is laid over. What it could say and nobody
   * recorded is `unsupported`. A text that takes nothing in is returned as it is.
   */
  of(text: Instrument, date: string | null): Instrument {
    let dated = this.#known.get(text);
    if (dated === undefined) this.#known.set(text, (dated = new Map()));
    const key = this.isChanging(text) ? (date ?? "") : "";
    let whole = dated.get(key);
    if (whole === undefined) dated.set(key, (whole = this.#open(text, date, { id: text.id, above: null })));
    return whole;
  }

  #open(text: Instrument, date: string | null, opened: Opened): Instrument {
    const taking = text.norms.filter((norm) => norm.kind === "incorporate" || norm.kind === "modify");
    if (taking.length === 0) return text;
    let whole: Instrument = { ...text, unsupported: [...(text.unsupported ?? [])] };
    for (const norm of taking) {
      const id = norm.kind === "incorporate" ? norm.incorporate.document : norm.modify.base;
      if (isOpen(id, opened)) continue;
      const recorded = this.recorded(id);
      if (recorded === undefined) {
        const called = norm.kind === "incorporate" ? "incorporated document" : "modified text";
        whole = { ...whole, unsupported: [...whole.unsupported!, { what: `the ${called} \`${id}\` is not recorded`, cite: norm.cite }] };
        continue;
      }
      const document = norm.kind === "incorporate" ? this.#onDay(recorded, norm, date) : recorded;
      const inner = this.#open(document, date, { id, above: opened });
      const vouched = inner.norms.map((each): Norm => ({ ...each, verified: each.verified ?? document.verified }));
      whole = norm.kind === "incorporate" ? takenIn(whole, inner, vouched.map((each) => renamed(each, id))) : laidOver(whole, norm, inner, vouched);
    }
    return whole;
  }

  /** A document as a text takes it in: as it is, as it stood on a day, or as it stands on the day of the act. */
  #onDay(document: Instrument, { incorporate: { mode, snapshot } }: NormOf<"incorporate">, date: string | null): Instrument {
    if (mode === "static") return document;
    const day = mode === "pinned" ? (snapshot ?? null) : date;
    const versions = this.#versions.of(document);
    return this.#amendments.upToDate(versions, this.#versions.standing(versions, day) ?? document, day);
  }
}

const takenIn = (whole: Instrument, inner: Instrument, norms: readonly Norm[]): Instrument => ({ ...whole, norms: [...whole.norms, ...norms], unsupported: [...whole.unsupported!, ...(inner.unsupported ?? [])] });

function isOpen(id: string, opened: Opened): boolean {
  for (let at: Opened | null = opened; at !== null; at = at.above) if (at.id === id) return true;
  return false;
}

/** Of the base what is neither struck out nor said anew; where a thing goes is said by the base unless the text says it itself. */
function laidOver(whole: Instrument, { modify: { base, drop = [] } }: NormOf<"modify">, inner: Instrument, norms: readonly Norm[]): Instrument {
  const said = new Set([...drop, ...whole.norms.map((norm) => norm.id)]);
  const kept = norms.filter((norm) => !said.has(norm.id)).map((norm): Norm => ({ ...norm, cite: `${base} ${norm.cite}` }));
  return { ...whole, norms: [...whole.norms, ...kept], unsupported: [...whole.unsupported!, ...(inner.unsupported ?? [])], reach: { ...inner.reach, ...whole.reach } };
}

/** A norm under the name of its document, with the neighbors that it names. */
function renamed(norm: Norm, document: string): Norm {
  const full = (id: string): string => (id.includes(originMark) ? id : `${document}${originMark}${id}`);
  const id = full(norm.id);
  switch (norm.kind) {
    case "except": return { ...norm, id, except: { ...norm.except, from: norm.except.from.map(full) } };
    case "survive": return { ...norm, id, survive: { ...norm.survive, norms: norm.survive.norms.map(full) } };
    case "permit": return norm.permit.duties === undefined ? { ...norm, id } : { ...norm, id, permit: { ...norm.permit, duties: norm.permit.duties.map(full) } };
    default: return { ...norm, id };
  }
}
