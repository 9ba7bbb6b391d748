import type { Layer } from "@cleartitle/norms";
import type { DemandOnWay } from "./demand-on-way.js";
import { Roles } from "./roles.js";
import { alone, type Shapes } from "./shapes.js";
import { spotAt, type Core, type Place } from "./spot.js";
import { standingAt } from "./standing.js";
import type { Standpoint } from "./standpoint.js";
import type { Answer, Point } from "./turning.js";
import type { WayBook } from "./way-book.js";

/** Which name of another thing, way or act stands for which of this. */
export type Names = Pick<ReadonlyMap<string, string>, "get">;

/** What was judged; `names`: of a twin, to be told with these names, null: of the thing itself. */
export interface Twin<T> {
  readonly value: T;
  readonly names: Names | null;
}

/** Whether a judgment finds nothing of what something is demanded of: most do, and the same is found of twins. `what`: which judgment of a demand it is. What comes back serves one piece of a judgment. */
export type Quietly = (place: Place, what: (demand: DemandOnWay) => string, isQuiet: (demand: DemandOnWay) => boolean) => (demand: DemandOnWay) => boolean;

/** What a judgment turned on: a point that is one for all, or what earlier acts on its source came to in a layer. */
type Turn = Point | Layer;

interface Branch {
  readonly on: Turn;
  readonly answers: Map<Answer, Branch | Leaf>;
}

interface Leaf {
  readonly value: unknown;
  readonly notes: readonly object[];
  readonly named: Named;
}

/** The way and the act of which something was judged; written out where a twin is told in their names. */
interface Named {
  readonly ways: WayBook;
  readonly way: number;
  /** Names of the act. */
  readonly names: readonly string[];
}

const namesIn = ({ ways, way, names }: Named): readonly string[] => [...ways.pathOf(way), ...names];

/** Names exchanged: written out when the first is asked for. */
class Exchanged implements Names {
  #own: ReadonlyMap<string, string> | null = null;

  constructor(readonly theirs: Named, readonly ours: Named) {}

  get(name: string): string | undefined {
    if (this.#own === null) {
      const ours = namesIn(this.ours);
      this.#own = new Map(namesIn(this.theirs).map((each, i) => [each, ours[i]!]));
    }
    return this.#own.get(name);
  }
}

/** A judgment as it is kept, and whether it turned on what earlier acts on its source alone came to. */
interface Found<T> {
  readonly value: T;
  readonly named: Named;
  readonly ofSource: boolean;
}

/** What of a way the judgment of its source reads; null: it is like no other. */
interface Likeness {
  readonly known: Map<string, Branch | Leaf>;
  readonly named: Named;
  /** Whether things on the way may play other parts by other ways. */
  readonly crossed: boolean;
}

/** Ways of one act as they are read. */
interface WaysRead {
  /** Names of the act; null: one of them stands for something else besides. */
  readonly names: readonly string[] | null;
  /** Numbers of what is recorded of the things and steps of a way, its end among the things on it. */
  readonly forms: number[];
  /** Whether nothing but a way leads from its end to what is acted on. */
  readonly along: boolean[];
  readonly likeness: (Likeness | null | undefined)[];
}

const same = (quiet: boolean): boolean => quiet;

/** How many judgments are kept. */
const most = 50_000;

/**
 * Judgments of acts that differ in what they are done to alone: of two ways along which the same is recorded, and on which things play the same parts, one
 * is judged and told of both.
 */
export class Twins {
  readonly #core: Core;
  readonly #standpoint: Standpoint;
  readonly #shapes: Shapes;
  readonly #known = new Map<number, Map<string, Branch | Leaf>>();
  #count = 0;
  readonly #read = new WeakMap<WayBook, WaysRead>();

  constructor(core: Core, standpoint: Standpoint, shapes: Shapes) {
    this.#core = core;
    this.#standpoint = standpoint;
    this.#shapes = shapes;
  }

  /** `asked`: what else the judgment is of, besides the way and the place. `bare`: all of it that twins are told, without what holds on to its act. */
  of<T>(asked: string, place: Place, { ways, way }: Pick<DemandOnWay, "ways" | "way">, roles: Roles, judge: () => T, bare: (value: T) => T): Twin<T> {
    const likeness = this.#likenessOf(ways, way, place, roles);
    if (likeness === null) return { value: judge(), names: null };
    const { value, named } = this.#found(asked, place, likeness, roles, judge, bare);
    return { value, names: named === likeness.named ? null : new Exchanged(named, likeness.named) };
  }

  /** What all demands have in common of which, on an act that is planned, the same is found but for names and for what earlier acts on their sources came to; null: it is like no other. */
  commonTo({ ways, way }: Pick<DemandOnWay, "ways" | "way">, place: Place, roles: Roles): object | null {
    const likeness = place.act.tense === "past" ? null : this.#likenessOf(ways, way, place, roles);
    return likeness === null || likeness.crossed ? null : likeness.known;
  }

  /** Whether demands are quiet, each like another's asked for once while one piece of a judgment is made. */
  quietly(place: Place, what: (demand: DemandOnWay) => string, isQuiet: (demand: DemandOnWay) => boolean, roles: Roles): (demand: DemandOnWay) => boolean {
    const known = new Map<Likeness["known"], Map<string, boolean>>();
    return (demand) => {
      const likeness = this.#likenessOf(demand.ways, demand.way, place, roles);
      if (likeness === null) return isQuiet(demand);
      const asked = what(demand);
      let like = known.get(likeness.known);
      const quiet = likeness.crossed ? undefined : like?.get(asked);
      if (quiet !== undefined) return quiet;
      const { value, ofSource } = this.#found(asked, place, likeness, roles, () => isQuiet(demand), same);
      if (!likeness.crossed && !ofSource && place.act.tense === "present") {
        if (like === undefined) known.set(likeness.known, (like = new Map()));
        like.set(asked, value);
      }
      return value;
    };
  }

  #found<T>(asked: string, place: Place, likeness: Likeness, roles: Roles, judge: () => T, bare: (value: T) => T): Found<T> {
    const { turning } = this.#standpoint;
    const { ways, way } = likeness.named;
    const source = place.core.graph.nodes[ways.endOf(way)]!;
    const key = `${asked} ${place.atom}${likeness.crossed ? this.#partsOn(likeness, place, roles) : ""}${place.act.tense === "past" ? this.#bondsAt(likeness, place) : ""}`;
    let node = likeness.known.get(key);
    let ofSource = false;
    while (node !== undefined && "on" in node) {
      ofSource ||= typeof node.on === "string";
      node = node.answers.get(turning.ask(this.#pointOf(node.on, source)));
    }
    if (node === undefined) {
      const { value, points, notes } = turning.overhear(judge);
      this.#keep(likeness.known, key, source, [...points], { value: bare(value), notes: [...notes], named: likeness.named });
      return { value, named: likeness.named, ofSource: true };
    }
    for (const note of node.notes) turning.note(note);
    return { value: node.value as T, named: node.named, ofSource };
  }

  #keep(known: Likeness["known"], key: string, source: string, points: readonly Point[], leaf: Leaf): void {
    const turns = points.map((point) => this.#turnOf(point, source));
    if (turns.includes(null)) return;
    if (++this.#count > most) {
      for (const each of this.#known.values()) each.clear();
      this.#count = 0;
    }
    known.set(key, grown(known.get(key), turns as Turn[], points, leaf));
  }

  #pointOf(turn: Turn, source: string): Point {
    return typeof turn === "string" ? this.#standpoint.statePoint(source, turn) : turn;
  }

  /** null: it turned on something of this act or thing alone. */
  #turnOf(point: Point, source: string): Turn | null {
    if ("position" in point || point === this.#standpoint.presumption) return point;
    const state = this.#standpoint.stateOfPoint(point);
    return state === null || state.asset !== source ? null : state.layer;
  }

  #likenessOf(ways: WayBook, way: number, place: Place, roles: Roles): Likeness | null {
    let read = this.#read.get(ways);
    if (read === undefined) this.#read.set(ways, (read = { names: this.#namesOf(place), forms: [], along: [], likeness: [] }));
    let likeness = read.likeness[way];
    if (likeness === undefined) read.likeness[way] = likeness = this.#likenessIn(read, ways, way, place, roles);
    return likeness;
  }

  #likenessIn(read: WaysRead, ways: WayBook, way: number, { act, at, core: { graph, state: { makers } } }: Place, roles: Roles): Likeness | null {
    const { names } = read;
    if (names === null) return null;
    const end = ways.endOf(way);
    if (act.tense === "past" && makers.isMadeBy(end, new Set([act.actor]), at)) return null;
    const before = ways.beforeOf(way);
    const shapes = this.#shapes;
    this.#readUpTo(read, ways, way, roles);
    const text = before < 0 ? shapes.ofList(-2, shapes.ofSource(end)) : shapes.ofList(read.forms[before]!, shapes.ofStep(ways.endOf(before), end), shapes.ofSource(end));
    if (text === alone) return null;
    // A name that also stands for something on the way could not be told from it.
    const isOn = (name: string | undefined): boolean => {
      const node = name === undefined ? undefined : graph.numberOf.get(name);
      return node !== undefined && ways.has(way, node);
    };
    if ([...names, act.actor, act.handedBy].some(isOn)) return null;
    let known = this.#known.get(text);
    if (known === undefined) this.#known.set(text, (known = new Map()));
    return { known, named: { ways, way, names }, crossed: !read.along[way]! };
  }

  /** Reads a way, and before it all that it goes on from. */
  #readUpTo({ forms, along }: WaysRead, ways: WayBook, way: number, roles: Roles): void {
    const unread: number[] = [];
    for (let at = way; at >= 0 && forms[at] === undefined; at = ways.beforeOf(at)) unread.push(at);
    for (const at of unread.toReversed()) {
      const [end, before] = [ways.endOf(at), ways.beforeOf(at)];
      const shapes = this.#shapes;
      forms[at] = before < 0 ? shapes.ofList(-2, shapes.ofWay(end)) : shapes.ofList(forms[before]!, shapes.ofStep(ways.endOf(before), end), shapes.ofWay(end));
      along[at] = before < 0 || (along[before]! && roles.isAlong(end, ways.endOf(before)));
    }
  }

  /** Names of an act: its own, and of one that was done who did it and what came of it; null where one of them is another's too, or a place's. */
  #namesOf({ act: { id, tense, actor, derivation, handedBy }, core: { of: { places } } }: Place): readonly string[] | null {
    const names = tense === "present" ? [id] : [id, actor, ...(derivation?.to == null ? [] : [derivation.to])];
    const isOne = new Set([...names, actor, handedBy]).size === names.length + (tense === "past" ? 1 : 2);
    return isOne && !names.some((name) => places.knows(name)) ? names : null;
  }

  /** How who acted was bound by the texts of the source that serve only whom they bind. */
  #bondsAt({ named: { ways, way } }: Likeness, { act, at }: Place): string {
    const { licenses, bonds } = this.#core.state;
    return licenses.textsOf(ways.endOf(way), at).map((text) => (text.kind === "license" ? "" : ` ${bonds.of(act.actor, text, at)}`)).join("");
  }

  /** Parts that the things on a way play for the texts of its source, where they may be played by other ways too. */
  #partsOn({ named: { ways, way } }: Likeness, place: Place, roles: Roles): string {
    const [nodes, path] = [ways.nodesOf(way), ways.pathOf(way)];
    const spot = spotAt(place, path.at(-1)!, path);
    return this.#core.state.licenses.textsOf(spot.node, place.at).map((text) => {
      const parts = roles.from(spot.node, standingAt(spot, text).reach, place.atom);
      return ` ${text.id} ${nodes.map((each) => Roles.of(parts, each).map(({ role, inner }) => `${role}/${inner}`).join()).join(" ")}`;
    }).join();
  }
}

function grown(root: Branch | Leaf | undefined, turns: readonly Turn[], points: readonly Point[], leaf: Leaf): Branch | Leaf {
  let top = root;
  let put = (node: Branch | Leaf): void => {
    top = node;
  };
  let node = root;
  for (const [i, on] of turns.entries()) {
    const branch: Branch = node !== undefined && "on" in node ? node : { on, answers: new Map() };
    put(branch);
    const answer = points[i]!.answer();
    put = (next) => void branch.answers.set(answer, next);
    node = branch.answers.get(answer);
  }
  put(leaf);
  return top!;
}
