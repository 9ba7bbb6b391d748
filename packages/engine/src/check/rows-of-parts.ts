import type { QuestionApart, QuestionForm } from "../compiled/judge/question-form.js";
import type { Norm } from "@cleartitle/norms";
import { whyBoth } from "../compiled/judge/clashes.js";
import type { DecidedApart, DecidedPiece } from "../compiled/judge/decided-apart.js";
import { Made } from "../compiled/judge/made.js";
import type { Decision, DecideOptions } from "../decision.js";
import { findingOf, isRecorded, recordedOn } from "../explanation/recorded-finding.js";
import type { World } from "../world.js";
import { declaredOf, driftBy } from "./drift.js";
import type { GateOptions } from "./gate.js";
import { notRecorded, type RecordedLicense } from "./license-class.js";
import { areToldAlike } from "./marked-words.js";
import { PartBatches } from "./part-batches.js";
import { copyName, type Cut, worldOfParts } from "./part-world.js";
import type { Row } from "./row.js";
import { composed } from "./row-of-parts.js";
import { broughtIn, namesSaid, type PartDuty, partOf, partRetold, type PartWords, type RowPart, wordless } from "./row-part.js";
import { eachOnce } from "./shared-things.js";
import { unknownsOf } from "./unknown.js";

/** Terms on the license of the result that it breaks, in each class of places; none: it breaks none. */
type Broken = readonly ReadonlySet<string>[];

/** How the parts of a use are found, judged and told. */
export interface Parting {
  readonly formOf: (world: World, use: string, options: DecideOptions) => QuestionForm | null;
  readonly partsOf: (world: World, use: string, options: DecideOptions) => QuestionApart | null;
  readonly decideApart: (world: World, use: string, options: DecideOptions, groups: readonly ReadonlySet<string>[], broken?: Broken) => DecidedApart | null;
  readonly brokenTogether: (world: World, use: string, options: DecideOptions, pieces: readonly Pick<DecidedPiece, "leaving">[]) => readonly Broken[];
  readonly options: DecideOptions;
  /** What is recorded of each asset's license. */
  readonly licenses: ReadonlyMap<string, RecordedLicense>;
  readonly gate: Pick<GateOptions, "on">;
  readonly file: string;
  readonly synthetic: boolean;
  /** How reasons are said; left out: rows have no words. */
  readonly words?: (decision: Decision) => PartWords;
}

/** A piece of a use: by which number it is known, and what stands in it for the names there. */
interface Formed extends Pick<QuestionForm, "names" | "others"> {
  readonly number: number;
}

/** A piece in the names of the use that has it first. */
interface Piece extends Cut, Pick<QuestionForm, "names" | "others"> {
  /** As it was judged; null: it cannot be told in others' names, or is no matter of one piece. By what was broken, and of what is asked of a thing itself by what the acts came to by which it was made. */
  readonly told: Map<string, Told | null>;
  /** The batch in which it was told. */
  batch: number;
}

interface Told extends Omit<DecidedPiece, "decision"> {
  readonly part: RowPart;
}

/** What a thing and a use are called where a piece was judged. */
interface Named {
  readonly thing: string;
  readonly use: string;
}

/** How a piece is told under a license that breaks none of its terms; what a group of sources brings is judged so once. */
const once = "";

const nothing: Broken = [];

/** The name by which a piece is told under a license that breaks some of its terms. `as`: by which it is under one that breaks none. */
const broken = (as: string, terms: Broken): string => (terms.length === 0 ? as : JSON.stringify([as, terms.map((each) => [...each])]));

const noSources: ReadonlySet<string> = new Set();

const placed = new WeakMap<Piece, ReadonlyMap<string, number>>();

/** Where the names of a piece stand: those of things from 0, those of others from -1 downwards. */
function placesOf(piece: Piece): ReadonlyMap<string, number> {
  let places = placed.get(piece);
  if (places === undefined) placed.set(piece, (places = new Map([...piece.others.map((name, i) => [name, -1 - i] as const).toReversed(), ...piece.names.map((name, i) => [name, i] as const)])));
  return places;
}

/** Rows of questions about things with many sources, put together of what is asked of each thing itself and of what each of its sources brings: both are found once for all questions of the world in which they are the same. */
export class RowsOfParts {
  readonly #world: World;
  readonly #parting: Parting;
  readonly #options: DecideOptions;
  readonly #recorded: ReturnType<typeof recordedOn>;
  readonly #forms = new Map<string, QuestionForm | null>();
  /** Of a use its pieces, its own first; null: it has none. */
  readonly #formed = new Map<string, readonly Formed[] | null>();
  readonly #numbers = new Map<string, number>();
  readonly #pieces: Piece[] = [];
  readonly #batches = new PartBatches();
  readonly #clashes = new Map<string, Map<string, boolean>>();
  /** Where the batches are asked. */
  readonly #apart: World;

  constructor(world: World, parting: Parting) {
    this.#world = world;
    this.#parting = parting;
    this.#options = { ...parting.options, withoutRange: true, withoutProof: true };
    this.#recorded = recordedOn(world.graph);
    const met = new Map<string, string>();
    for (const use of world.graph.uses.keys()) {
      const form = parting.formOf(world, use, this.#options);
      const known = form === null ? undefined : met.get(form.text);
      // One text is held for all questions of a form.
      this.#forms.set(use, form === null || known === undefined ? form : { text: known, names: form.names, others: form.others });
      // Of those one is put together, and told of the others.
      if (known === undefined) this.#formed.set(use, this.#formIn(use));
      if (form !== null && known === undefined) met.set(form.text, form.text);
    }
    this.#batches.plan();
    this.#apart = worldOfParts(world, this.#batches.all.map(({ own, parts }) => ({ use: this.#pieces[own]!.use, cuts: parts.map((part) => this.#pieces[part]!) })));
  }

  /** What a use is but for names. */
  formOf(use: string): QuestionForm | null {
    return this.#forms.get(use) ?? null;
  }

  /** The pieces of a use. */
  #formIn(use: string): readonly Formed[] | null {
    const apart = this.#parting.partsOf(this.#world, use, this.#options);
    if (apart === null) return null;
    const { own, parts, bringing } = apart;
    const itself = this.#pieceOf(own, use, noSources);
    const brought = parts.map((part) => this.#pieceOf(part, use, part.sources));
    this.#batches.add(bringing, itself.number, brought.map(({ number, names: [, ...things] }) => ({ number, things })));
    return [itself, ...brought];
  }

  /** A piece of a use, which is kept if it is the first of its form. */
  #pieceOf({ text, names, others }: QuestionForm, use: string, sources: ReadonlySet<string>): Formed {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#pieces.push({ use, sources, names, others, told: new Map(), batch: -1 }) - 1));
    return { number, names, others };
  }

  /** How many batches of pieces are to be judged. */
  get count(): number {
    return this.#batches.first.length;
  }

  /** Judges the pieces, batch by batch, before any row is asked for; tells how many batches are. */
  *judge(): Generator<number, void> {
    for (const [i, batch] of this.#batches.first.entries()) {
      this.#judge(batch);
      yield i + 1;
    }
  }

  /** Whether rows have words. */
  get hasWords(): boolean {
    return this.#parting.words !== undefined;
  }

  /** The row of a use, in marked words for `most` of its reasons, if there are words at all; null: it has to be judged as a whole. */
  of(use: string, most = 0): Row | null {
    const known = this.#formed.get(use);
    // One of a form of which another was put together, and could not be told of this, has its pieces.
    const formed = known === undefined ? this.#formIn(use) : known;
    if (formed === null) return null;
    const [own, ...brought] = formed as [Formed, ...Formed[]];
    const groups = brought.flatMap(({ number }) => this.#pieces[number]!.told.get(once) ?? []);
    if (groups.length < brought.length) return null;
    const made = Made.together(groups.map((each) => each.made));
    const itself = made === null ? null : this.#itself(own, made, nothing, use);
    const all = itself === null ? null : this.#together(formed, [itself, ...groups], made!, use);
    if (all === null) return null;
    const versionOf = (name: string): string | null => this.#world.graph.assets.get(name)?.version ?? null;
    if (this.hasWords && !formed.every(({ number, names }) => areToldAlike(this.#pieces[number]!.names, names, versionOf))) return null;
    const parts = eachOnce(all.map(({ part }, i) => ({ part: this.#retold(part, formed[i]!, use), things: formed[i]!.names.slice(1) })), (duty) => this.#isBetween(duty));
    if (parts === null) return null;
    const { graph } = this.#world;
    const { file, synthetic, gate, licenses } = this.#parting;
    const licenseOf = (id: string): RecordedLicense => licenses.get(id) ?? notRecorded;
    const { of } = graph.uses.get(use)!;
    const found = composed(of, parts, (first, second) => this.#clash(first, second));
    if (found === null) return null;
    const { decision, reasons, hiddenReasons, obligations, findings } = found;
    return {
      file, use, asset: of, synthetic, decision,
      // The worst stand first: what is cleared after all that is told.
      reasons: reasons.flatMap((r, i) => (r.decision === "cleared" ? [] : [{ id: `r${i + 1}`, decision: r.decision, asset: r.asset, layer: r.layer, action: r.action, instrument: r.instrument, outcome: r.outcome, cite: r.cite, says: i < most ? r.says : "" }])),
      hiddenReasons, obligations, openExposures: 0, findings,
      drift: declaredOf({ name: use, of }, this.#world, ({ id }) => licenseOf(id), gate.on).flatMap((declared) => driftBy(of, declared, reasons)),
      unknowns: unknownsOf({ decision, reasons }, graph, licenseOf),
    };
  }

  /** Pieces of a use as they are told under the license for the result that is chosen for all of them; null: one of them is none under it. */
  #together(formed: readonly Formed[], all: readonly Told[], made: Made, use: string): readonly Told[] | null {
    const terms = this.#parting.brokenTogether(this.#world, use, this.#options, all);
    const told = all.flatMap((each, i) => (terms[i]!.length === 0 ? each : ((i === 0 ? this.#itself(formed[0]!, made, terms[0]!, use) : this.#broughtUnder(formed[i]!, terms[i]!)) ?? [])));
    return told.length < all.length ? null : told;
  }

  /** What is asked of the thing of a use itself, made as it was: judged of this use, where it was not of another. */
  #itself({ number }: Formed, { text }: Made, terms: Broken, use: string): Told | null {
    const piece = this.#pieces[number]!;
    const key = broken(text, terms);
    const told = piece.told.get(key);
    if (told !== undefined) return told;
    const groups = this.#parting.partsOf(this.#world, use, this.#options)!.parts.map(({ sources }) => sources);
    const own = this.#parting.decideApart(this.#world, use, this.#options, groups, terms)?.own() ?? null;
    return own === null ? null : this.#keep(piece, key, own, this.#world, { thing: this.#world.graph.uses.get(use)!.of, use }, false);
  }

  /** What a group of sources brings under a license that breaks some of its terms: judged again in its batch, where it was not. */
  #broughtUnder({ number }: Formed, terms: Broken): Told | null {
    const piece = this.#pieces[number]!;
    const key = broken(once, terms);
    const told = piece.told.get(key);
    if (told !== undefined) return told;
    const { parts } = this.#batches.all[piece.batch]!;
    const copy = this.#copyIn(piece.batch);
    const group = this.#parting.decideApart(this.#apart, copy.use, this.#options, parts.map((part) => this.#pieces[part]!.sources), terms)?.group(parts.indexOf(number)) ?? null;
    if (group !== null) return this.#keep(piece, key, group, this.#apart, copy, true);
    piece.told.set(key, null);
    return null;
  }

  /** What stands in a batch for the thing and the use that are asked themselves. */
  #copyIn(batch: number): Named {
    const { use, names } = this.#pieces[this.#batches.all[batch]!.own]!;
    return { thing: copyName(names[0]!, batch), use: copyName(use, batch) };
  }

  /** A piece in the names of a use. */
  #retold(part: RowPart, { number, names, others }: Formed, use: string): RowPart {
    const piece = this.#pieces[number]!;
    // Of a thing itself its licensor comes first of all who took part in it, who may be the same in one question and two in another.
    const places = placesOf(piece);
    const named = (name: string): string => {
      const at = places.get(name);
      return name === piece.use ? use : ((at === undefined ? undefined : at >= 0 ? names[at] : others[-1 - at]) ?? name);
    };
    return partRetold(part, named, (finding, asset) => findingOf(this.#recorded, finding, asset));
  }

  /** Judges a batch; what is no piece beside the others, by itself. */
  #judge(number: number): void {
    const { own, parts, singles, isOfOwn } = this.#batches.all[number]!;
    const [itself, brought] = [this.#pieces[own]!, parts.map((part) => this.#pieces[part]!)];
    const copy = this.#copyIn(number);
    const apart = this.#parting.decideApart(this.#apart, copy.use, this.#options, brought.map(({ sources }) => sources));
    // Under a declared license each term is kept or broken by itself: what is no piece beside others is none alone.
    const isFinal = singles.length === 0 || (apart !== null && this.#apart.graph.uses.get(copy.use)!.as !== null);
    const made = apart?.made ?? null;
    const found = made === null || itself.told.has(made.text) ? null : apart!.own();
    const groups = isOfOwn ? [] : brought.map((piece, i) => (piece.told.has(once) ? undefined : (apart?.group(i) ?? null)));
    if (found !== null) this.#keep(itself, made!.text, found, this.#apart, copy, false);
    for (const [i, group] of groups.entries()) {
      if (group === undefined) continue;
      const piece = brought[i]!;
      if (group !== null) {
        piece.batch = number;
        this.#keep(piece, once, group, this.#apart, copy, true);
      } else if (isFinal) piece.told.set(once, null);
      else this.#judge(singles[i]!);
    }
  }

  /** Keeps a piece in its own names. `copy`: what stands for the thing and the use where it was judged; `isBrought`: it may tell nothing of the thing itself but what sources bring. */
  #keep({ use, names, others, told }: Piece, key: string, { decision, made, leaving }: DecidedPiece, { graph }: World, copy: Named, isBrought: boolean): Told | null {
    const [of] = names as [string];
    const named = (name: string): string => (name === copy.thing ? of : name === copy.use ? use : name);
    const part = partOf(decision, graph, this.#parting.words?.(decision) ?? wordless);
    const retold = part === null ? null : partRetold(part, named, (finding, asset) => ({ ...finding, asset }));
    const own = retold === null || !isBrought ? retold : broughtIn(retold, of);
    const kept = own === null || namesSaid(own, [...names, copy.thing, copy.use, use], others, (finding) => isRecorded(this.#recorded, finding)) ? null : { part: own, made, leaving };
    told.set(key, kept);
    return kept;
  }

  #clash(first: PartDuty, second: PartDuty): boolean {
    let known = this.#clashes.get(first.of);
    if (known === undefined) this.#clashes.set(first.of, (known = new Map()));
    let clash = known.get(second.of);
    if (clash === undefined) known.set(second.of, (clash = this.#clashing(first, second)));
    return clash;
  }

  /** Whether a duty may fall on something between its source and what is acted on. */
  #isBetween(duty: PartDuty): boolean {
    const norm = this.#normOf(duty);
    return norm?.kind !== "oblige" || norm.oblige.object === "inner";
  }

  #normOf({ instrument, norm }: PartDuty): Norm | undefined {
    const { catalogue, graph } = this.#world;
    return (graph.instruments.get(instrument) ?? catalogue.instruments.get(instrument) ?? catalogue.laws.get(instrument))?.norms.find((each) => each.kind === "oblige" && each.id === norm);
  }

  #clashing(first: PartDuty, second: PartDuty): boolean {
    const [one, other] = [this.#normOf(first), this.#normOf(second)];
    return one?.kind !== "oblige" || other?.kind !== "oblige" || whyBoth(one.oblige, other.oblige, this.#world.catalogue.taxonomies.duties) !== null;
  }
}
