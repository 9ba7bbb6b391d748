import type { QuestionApart, QuestionForm } from "../compiled/judge/question-form.js";
import type { Norm } from "@cleartitle/norms";
import { whyBoth } from "../compiled/judge/clashes.js";
import type { DecidedApart, DecidedPiece } from "../compiled/judge/decided-apart.js";
import { Made } from "../compiled/judge/made.js";
import type { DecideOptions } from "../decision.js";
import { findingOf, isRecorded, recordedOn } from "../explanation/recorded-finding.js";
import type { World } from "../world.js";
import { declaredOf, driftBy } from "./drift.js";
import type { GateOptions } from "./gate.js";
import { notRecorded, type RecordedLicense } from "./license-class.js";
import { PartBatches } from "./part-batches.js";
import { copyName, type Cut, worldOfParts } from "./part-world.js";
import type { Row } from "./row.js";
import { composed } from "./row-of-parts.js";
import { broughtIn, namesSaid, type PartDuty, partOf, partRetold, type RowPart } from "./row-part.js";
import { eachOnce } from "./shared-things.js";
import { unknownsOf } from "./unknown.js";

/** How the parts of a use are found, judged and told. */
export interface Parting {
  readonly formOf: (world: World, use: string, options: DecideOptions) => QuestionForm | null;
  readonly partsOf: (world: World, use: string, options: DecideOptions) => QuestionApart | null;
  readonly decideApart: (world: World, use: string, options: DecideOptions, groups: readonly ReadonlySet<string>[]) => DecidedApart | null;
  readonly options: DecideOptions;
  /** What is recorded of each asset's license. */
  readonly licenses: ReadonlyMap<string, RecordedLicense>;
  readonly gate: Pick<GateOptions, "on">;
  readonly file: string;
  readonly synthetic: boolean;
}

/** A piece of a use: by which number it is known, and what stands in it for the names there. */
interface Formed extends Pick<QuestionForm, "names"> {
  readonly number: number;
}

/** A piece in the names of the use that has it first. */
interface Piece extends Cut, Pick<QuestionForm, "names"> {
  /** As it was judged; null: it cannot be told in others' names, or is no matter of one piece. Of what is asked of a thing itself, by what the acts came to by which it was made. */
  readonly told: Map<string, Told | null>;
}

interface Told {
  readonly part: RowPart;
  readonly made: Made;
}

/** What a group of sources brings is judged once. */
const once = "";

const noSources: ReadonlySet<string> = new Set();

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
  readonly #clashes = new Map<string, boolean>();

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
      this.#forms.set(use, form === null || known === undefined ? form : { text: known, names: form.names });
      // Of those one is put together, and told of the others.
      if (known === undefined) this.#formed.set(use, this.#formIn(use));
      if (form !== null && known === undefined) met.set(form.text, form.text);
    }
    this.#batches.plan();
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
    const itself: Formed = { number: this.#numberOf(own.text, { use, sources: noSources, names: own.names, told: new Map() }), names: own.names };
    const brought = parts.map(({ text, names, sources }): Formed => ({ number: this.#numberOf(text, { use, sources, names, told: new Map() }), names }));
    this.#batches.add(bringing, itself.number, brought.map(({ number, names: [, ...things] }) => ({ number, things })));
    return [itself, ...brought];
  }

  #numberOf(text: string, piece: Piece): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#pieces.push(piece) - 1));
    return number;
  }

  /** How many batches of pieces are to be judged. */
  get count(): number {
    return this.#batches.first.length;
  }

  /** Judges the pieces, batch by batch, before any row is asked for; tells how many batches are. */
  *judge(): Generator<number, void> {
    const world = worldOfParts(this.#world, this.#batches.all.map(({ own, parts }) => ({ use: this.#pieces[own]!.use, cuts: parts.map((part) => this.#pieces[part]!) })));
    for (const [i, batch] of this.#batches.first.entries()) {
      this.#judge(batch, world);
      yield i + 1;
    }
  }

  /** The row of a use without words; null: it has to be judged as a whole. */
  of(use: string): Row | null {
    const known = this.#formed.get(use);
    // One of a form of which another was put together, and could not be told of this, has its pieces.
    const formed = known === undefined ? this.#formIn(use) : known;
    if (formed === null) return null;
    const [own, ...brought] = formed as [Formed, ...Formed[]];
    const groups = brought.flatMap(({ number }) => this.#pieces[number]!.told.get(once) ?? []);
    if (groups.length < brought.length) return null;
    const made = Made.together(groups.map((each) => each.made));
    const itself = made === null ? null : this.#itself(own, made, use);
    if (itself === null) return null;
    const parts = eachOnce([itself, ...groups].map(({ part }, i) => ({ part: this.#retold(part, formed[i]!, use), things: formed[i]!.names.slice(1) })), (duty) => this.#isBetween(duty));
    if (parts === null) return null;
    const { graph } = this.#world;
    const { file, synthetic, gate, licenses } = this.#parting;
    const licenseOf = (id: string): RecordedLicense => licenses.get(id) ?? notRecorded;
    const { of } = graph.uses.get(use)!;
    const found = composed(of, parts, (first, second) => this.#clash(first, second));
    if (found === null) return null;
    const { decision, reasons, hiddenReasons, obligations, findings } = found;
    return {
      file, use, asset: of, synthetic, decision, hiddenReasons, obligations, openExposures: 0, findings,
      reasons: reasons.flatMap((r, i) => (r.decision === "cleared" ? [] : [{ id: `r${i + 1}`, decision: r.decision, asset: r.asset, layer: r.layer, action: r.action, instrument: r.instrument, outcome: r.outcome, cite: r.cite, says: "" }])),
      drift: declaredOf({ name: use, of }, this.#world, ({ id }) => licenseOf(id), gate.on).flatMap((declared) => driftBy(of, declared, reasons)),
      unknowns: unknownsOf({ decision, reasons }, graph, licenseOf),
    };
  }

  /** What is asked of the thing of a use itself, made as it was: judged of this use, where it was not of another. */
  #itself({ number }: Formed, { text }: Made, use: string): Told | null {
    const piece = this.#pieces[number]!;
    const told = piece.told.get(text);
    if (told !== undefined) return told;
    const groups = this.#parting.partsOf(this.#world, use, this.#options)!.parts.map(({ sources }) => sources);
    const own = this.#parting.decideApart(this.#world, use, this.#options, groups)?.own ?? null;
    return own === null ? null : this.#keep(piece, text, own, this.#world, { thing: this.#world.graph.uses.get(use)!.of, use }, false);
  }

  /** A piece in the names of a use. */
  #retold(part: RowPart, { number, names }: Formed, use: string): RowPart {
    const piece = this.#pieces[number]!;
    const own = new Map([...piece.names.map((name, i) => [name, names[i]!] as const), [piece.use, use] as const]);
    return partRetold(part, (name) => own.get(name) ?? name, (finding, asset) => findingOf(this.#recorded, finding, asset));
  }

  /** Judges a batch; what is no piece beside the others, by itself. */
  #judge(number: number, world: World): void {
    const { own, parts, singles } = this.#batches.all[number]!;
    const [itself, brought] = [this.#pieces[own]!, parts.map((part) => this.#pieces[part]!)];
    const copy = { thing: copyName(itself.names[0]!, number), use: copyName(itself.use, number) };
    const apart = this.#parting.decideApart(world, copy.use, this.#options, brought.map(({ sources }) => sources));
    // Under a declared license each term is kept or broken by itself: what is no piece beside others is none alone.
    const isFinal = singles.length === 0 || (apart !== null && world.graph.uses.get(copy.use)!.as !== null);
    const found = apart?.own ?? null;
    if (found !== null && !itself.told.has(found.made.text)) this.#keep(itself, found.made.text, found, world, copy, false);
    for (const [i, piece] of brought.entries()) {
      const group = apart?.groups[i] ?? null;
      if (piece.told.has(once)) continue;
      if (group !== null) this.#keep(piece, once, group, world, copy, true);
      else if (isFinal) piece.told.set(once, null);
      else this.#judge(singles[i]!, world);
    }
  }

  /** Keeps a piece in its own names. `copy`: what stands for the thing and the use where it was judged; `isBrought`: it may tell nothing of the thing itself but what sources bring. */
  #keep({ use, names, told }: Piece, key: string, { decision, made }: DecidedPiece, { graph }: World, copy: { readonly thing: string; readonly use: string }, isBrought: boolean): Told | null {
    const [of] = names as [string];
    const named = (name: string): string => (name === copy.thing ? of : name === copy.use ? use : name);
    const part = partOf(decision, graph);
    const retold = part === null ? null : partRetold(part, named, (finding, asset) => ({ ...finding, asset }));
    const own = retold === null || !isBrought ? retold : broughtIn(retold, of);
    const kept = own === null || namesSaid(own, [...names, copy.thing, copy.use, use], (finding) => isRecorded(this.#recorded, finding)) ? null : { part: own, made };
    told.set(key, kept);
    return kept;
  }

  #clash(first: PartDuty, second: PartDuty): boolean {
    const key = [first.instrument, first.norm, second.instrument, second.norm].join("\u0000");
    let clash = this.#clashes.get(key);
    if (clash === undefined) this.#clashes.set(key, (clash = this.#clashing(first, second)));
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
