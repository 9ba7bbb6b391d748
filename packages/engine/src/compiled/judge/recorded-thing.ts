import { recordedOn } from "../../explanation/recorded-finding.js";
import { alone, namedParties, type Shapes, spokenOf } from "./shapes.js";
import type { Core } from "./spot.js";

interface Source {
  readonly node: number;
  readonly name: string;
  /** What is recorded of it and of the step from it, by the numbers of their shapes. */
  readonly shape: string;
}

/** What is recorded of a thing and of the steps into it, by the numbers of its shapes, as forms of questions tell it. */
interface RecordedThing {
  readonly own: number;
  readonly way: number;
  readonly licensor: string | null;
  /** Kinds of what is wrong with it as it was recorded, as text. */
  readonly found: string;
  /** What it came from, in an order that does not hang on names where what is recorded differs. */
  readonly sources: readonly Source[];
  /** Steps into it in their order: from which thing, under which name and by whom. */
  readonly steps: readonly { readonly source: number; readonly id: string; readonly who: string }[];
}

/** What a thing came from and by which steps, as far as it is some things: in their order. */
type Within = Pick<RecordedThing, "sources" | "steps">;

/** Where the sources of a thing and the steps from them stand in their lists. */
type At = ReadonlyMap<number, { readonly source: number; readonly steps: readonly number[] }>;

const places = new WeakMap<RecordedThing, At>();

function placesIn(thing: RecordedThing): At {
  let at = places.get(thing);
  if (at === undefined) {
    const found = new Map(thing.sources.map(({ node }, source) => [node, { source, steps: [] as number[] }] as const));
    for (const [i, { source }] of thing.steps.entries()) found.get(source)!.steps.push(i);
    places.set(thing, (at = found));
  }
  return at;
}

const inOrder = (a: number, b: number): number => a - b;

/** The part of what is recorded of a thing that is about some of its sources. A thing with many is asked about each of them. */
export function within(thing: RecordedThing, nodes: ReadonlySet<number>): Within {
  const at = placesIn(thing);
  if (nodes.size === 1) {
    // Most parts are of one source.
    const [place] = [...nodes].map((node) => at.get(node)!);
    return { sources: [thing.sources[place!.source]!], steps: place!.steps.map((i) => thing.steps[i]!) };
  }
  const found = [...nodes].map((node) => at.get(node)!);
  return { sources: found.map(({ source }) => source).toSorted(inOrder).map((i) => thing.sources[i]!), steps: found.flatMap(({ steps }) => steps).toSorted(inOrder).map((i) => thing.steps[i]!) };
}

/** Kinds of what is wrong with a thing as it was recorded. */
export const foundOn = (name: string, { world: { graph } }: Core): string[] => (recordedOn(graph).get(name) ?? []).map((each) => each.kind);

/** What is recorded of things, read once for all questions that come to them. */
class RecordedThings {
  readonly #core: Core;
  readonly #shapes: Shapes;
  readonly #named: ReadonlySet<string>;
  readonly #spoken: ReadonlySet<string>;
  readonly #known = new Map<number, RecordedThing | null>();

  constructor(core: Core, shapes: Shapes) {
    this.#core = core;
    this.#shapes = shapes;
    this.#named = namedParties(core);
    this.#spoken = spokenOf(core);
  }

  /** null: it, or one of its sources, is like no other. */
  of(node: number): RecordedThing | null {
    let record = this.#known.get(node);
    if (record === undefined) this.#known.set(node, (record = this.#read(node)));
    return record;
  }

  #read(node: number): RecordedThing | null {
    const { graph: { nodes }, world: { graph }, state: { endings } } = this.#core;
    const name = nodes[node]!;
    const [own, way, found] = [this.#shapes.ofSource(node), this.#shapes.ofWay(node), foundOn(name, this.#core)];
    const [sources, steps] = [this.#sourcesOf(node), this.#stepsInto(node)];
    // What was done with a thing and left nothing is an earlier act on it.
    if (sources === null || steps === null || own === alone || way === alone || endings.at(node).length > 0 || new Set(found).size < found.length) return null;
    return { own, way, licensor: graph.assets.get(name)?.licensor ?? null, found: JSON.stringify(found), sources, steps };
  }

  #sourcesOf(node: number): Source[] | null {
    const { nodes, edges } = this.#core.graph;
    const known = new Set<number>();
    const found: (readonly [number, number, number, node: number, name: string])[] = [];
    for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
      const source = edges.inSource[i]!;
      if (known.has(source)) continue;
      known.add(source);
      const [step, itself, way] = [this.#shapes.ofStep(node, source), this.#shapes.ofSource(source), this.#shapes.ofWay(source)];
      if (step === alone || itself === alone || way === alone) return null;
      found.push([step, itself, way, source, nodes[source]!]);
    }
    if (found.length > 1) found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[4] < b[4] ? -1 : 1));
    return found.map(([step, itself, way, source, name]) => ({ node: source, name, shape: `${step} ${itself} ${way}` }));
  }

  #stepsInto(node: number): RecordedThing["steps"] | null {
    const { edges, derivations } = this.#core.graph;
    const steps: RecordedThing["steps"][number][] = [];
    for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
      const { id, who, acts } = derivations[edges.derivation[edges.into[i]!]!]!;
      if (this.#named.has(who) || acts.length > 0 || this.#spoken.has(id)) return null;
      steps.push({ source: edges.inSource[i]!, id, who });
    }
    return steps;
  }
}

const kept = new WeakMap<Shapes, RecordedThings>();

/** Of a world as it bears on acts of a group. */
export function recordsOf(core: Core, shapes: Shapes): RecordedThings {
  let records = kept.get(shapes);
  if (records === undefined) kept.set(shapes, (records = new RecordedThings(core, shapes)));
  return records;
}
