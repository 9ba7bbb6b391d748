import type { Instrument, Norm, NormOf } from "@cleartitle/norms";
import { originMark } from "../../judgment/origin.js";
import type { World } from "../../world.js";

type Unsupported = NonNullable<Instrument["unsupported"]>[number];

/** The documents that were opened on the way to one, the outermost first: none is opened inside itself. */
interface Opened {
  readonly id: string;
  readonly above: Opened | null;
}

/** Texts with all that they take in, each put together once. */
export class WholeTexts {
  readonly #world: World;
  readonly #known = new Map<Instrument, Instrument>();

  constructor(world: World) {
    this.#world = world;
  }

  /** The text of an id as this workspace has it: its own before the catalogue's. */
  recorded(id: string): Instrument | undefined {
    return this.#world.graph.instruments.get(id) ?? this.#world.catalogue.instruments.get(id);
  }

  /**
   * A text with the norms of the documents that it incorporates and of the text that it is laid over. What it could say and nobody
   * recorded is `unsupported`. A text that takes nothing in is returned as it is.
   */
  of(text: Instrument): Instrument {
    let whole = this.#known.get(text);
    if (whole === undefined) this.#known.set(text, (whole = this.#open(text, { id: text.id, above: null })));
    return whole;
  }

  #open(text: Instrument, opened: Opened): Instrument {
    const taking = text.norms.filter((norm) => norm.kind === "incorporate" || norm.kind === "modify");
    if (taking.length === 0) return text;
    let whole: Instrument = { ...text, unsupported: [...(text.unsupported ?? [])] };
    for (const norm of taking) {
      const id = norm.kind === "incorporate" ? norm.incorporate.document : norm.modify.base;
      if (isOpen(id, opened)) continue;
      const document = this.recorded(id);
      if (document === undefined) {
        const called = norm.kind === "incorporate" ? "incorporated document" : "modified text";
        whole = lacking(whole, { what: `the ${called} \`${id}\` is not recorded`, cite: norm.cite });
        continue;
      }
      const inner = this.#open(document, { id, above: opened });
      const vouched = inner.norms.map((each): Norm => ({ ...each, verified: each.verified ?? document.verified }));
      whole = norm.kind === "incorporate" ? { ...whole, norms: [...whole.norms, ...vouched.map((each) => renamed(each, id))] } : laidOver(whole, norm, inner, vouched);
    }
    return whole;
  }
}

function isOpen(id: string, opened: Opened): boolean {
  for (let at: Opened | null = opened; at !== null; at = at.above) if (at.id === id) return true;
  return false;
}

const lacking = (text: Instrument, what: Unsupported): Instrument => ({ ...text, unsupported: [...text.unsupported!, what] });

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
