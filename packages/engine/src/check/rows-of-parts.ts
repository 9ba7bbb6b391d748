import type { QuestionPart } from "../compiled/judge/question-form.js";
import { whyBoth } from "../compiled/judge/clashes.js";
import type { DecideOptions } from "../decision.js";
import { findingOf, isRecorded, recordedOn } from "../explanation/recorded-finding.js";
import type { Decide } from "../inquiry/inquiry.js";
import type { World } from "../world.js";
import { declaredOf, driftBy } from "./drift.js";
import type { GateOptions } from "./gate.js";
import { notRecorded, type RecordedLicense } from "./license-class.js";
import { copyName, type Cut, worldOfParts } from "./part-world.js";
import type { Row } from "./row.js";
import { composed } from "./row-of-parts.js";
import { namesSaid, type PartDuty, partOf, partRetold, type RowPart } from "./row-part.js";
import { unknownsOf } from "./unknown.js";

/** How the parts of a use are found, judged and told. */
export interface Parting {
  readonly partsOf: (world: World, use: string, options: DecideOptions) => readonly QuestionPart[] | null;
  readonly decide: Decide;
  readonly options: DecideOptions;
  /** What is recorded of each asset's license. */
  readonly licenses: ReadonlyMap<string, RecordedLicense>;
  readonly gate: Pick<GateOptions, "on">;
  readonly file: string;
  readonly synthetic: boolean;
}

/** A part of a use: by which number it is known, and what stands in it for the names there. */
interface Formed extends Pick<QuestionPart, "names"> {
  readonly number: number;
}

/** Rows of questions about things with many sources, put together of what each source brings: that is found once for all questions of the world in which it brings the same. */
export class RowsOfParts {
  readonly #world: World;
  readonly #parting: Parting;
  readonly #options: DecideOptions;
  readonly #recorded: ReturnType<typeof recordedOn>;
  readonly #formed = new Map<string, readonly Formed[]>();
  readonly #cuts: (Cut & Pick<QuestionPart, "names">)[] = [];
  /** null: it cannot be told in others' names, or is no matter of one part. */
  readonly #known: (RowPart | null)[] = [];

  constructor(world: World, parting: Parting) {
    this.#world = world;
    this.#parting = parting;
    this.#options = { ...parting.options, withoutRange: true, withoutProof: true };
    this.#recorded = recordedOn(world.graph);
    const numbers = new Map<string, number>();
    for (const use of world.graph.uses.keys()) {
      const parts = parting.partsOf(world, use, this.#options);
      if (parts === null) continue;
      this.#formed.set(use, parts.map(({ text, names, sources }): Formed => {
        let number = numbers.get(text);
        if (number === undefined) {
          numbers.set(text, (number = this.#cuts.length));
          this.#cuts.push({ use, sources, names });
        }
        return { number, names };
      }));
    }
  }

  /** How many parts are to be judged. */
  get count(): number {
    return this.#cuts.length;
  }

  /** Judges the parts one by one, before any row is asked for; tells how many are. */
  *judge(): Generator<number, void> {
    const world = worldOfParts(this.#world, this.#cuts);
    for (const [number, cut] of this.#cuts.entries()) {
      this.#known.push(this.#judged(cut, number, world));
      yield number + 1;
    }
  }

  /** The row of a use without words; null: it has to be judged as a whole. */
  of(use: string): Row | null {
    const formed = this.#formed.get(use);
    if (formed === undefined) return null;
    const parts: RowPart[] = [];
    for (const each of formed) {
      const part = this.#told(each, use);
      if (part === null) return null;
      parts.push(part);
    }
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

  /** A part in the names of a use. */
  #told({ number, names }: Formed, use: string): RowPart | null {
    const part = this.#known[number] ?? null;
    if (part === null) return null;
    const cut = this.#cuts[number]!;
    const own = new Map([...cut.names.map((name, i) => [name, names[i]!] as const), [copyName(cut.use, number), use] as const]);
    return partRetold(part, (name) => own.get(name) ?? name, (finding, asset) => findingOf(this.#recorded, finding, asset));
  }

  /** A part in the names of the use that has it first. */
  #judged({ use, names }: Cut & Pick<QuestionPart, "names">, number: number, world: World): RowPart | null {
    const part = partOf(this.#parting.decide(world, copyName(use, number), { ...this.#options, fullProof: true }), world.graph);
    if (part === null) return null;
    const [of] = names as [string];
    const copy = copyName(of, number);
    const own = partRetold(part, (name) => (name === copy ? of : name), (finding, asset) => ({ ...finding, asset }));
    return namesSaid(own, [...names, copy, use], (finding) => isRecorded(this.#recorded, finding)) ? null : own;
  }

  #clash(first: PartDuty, second: PartDuty): boolean {
    const { catalogue, graph } = this.#world;
    const of = ({ instrument, norm }: PartDuty) => (graph.instruments.get(instrument) ?? catalogue.instruments.get(instrument) ?? catalogue.laws.get(instrument))?.norms.find((each) => each.kind === "oblige" && each.id === norm);
    const [one, other] = [of(first), of(second)];
    return one?.kind !== "oblige" || other?.kind !== "oblige" || whyBoth(one.oblige, other.oblige, catalogue.taxonomies.duties) !== null;
  }
}
