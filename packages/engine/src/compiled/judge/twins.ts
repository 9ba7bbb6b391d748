import type { Layer } from "@cleartitle/norms";
import type { Act } from "../../act.js";
import type { Demand } from "../../judgment/demand.js";
import { Roles } from "./roles.js";
import { alone, type Shapes } from "./shapes.js";
import { spotAt, type Core, type Place } from "./spot.js";
import { standingAt } from "./standing.js";
import type { Standpoint } from "./standpoint.js";
import type { Answer, Point } from "./turning.js";

/** Which name of another thing, way or act stands for which of this. */
export type Names = ReadonlyMap<string, string>;

/** What was judged; `names`: of a twin, to be told with these names, null: of the thing itself. */
export interface Twin<T> {
  readonly value: T;
  readonly names: Names | null;
}

/** Whether a judgment finds nothing of what something is demanded of: most do, and the same is found of twins. `what`: which judgment it is. */
export type Quietly = (place: Place, demand: Pick<Demand, "path">, what: string, isQuiet: () => boolean) => boolean;

/** What a judgment turned on: a point that is one for all, or what earlier acts on its source came to in a layer. */
type Turn = Point | Layer;

interface Branch {
  readonly on: Turn;
  readonly answers: Map<Answer, Branch | Leaf>;
}

interface Leaf {
  readonly value: unknown;
  readonly notes: readonly object[];
  /** The way and the act of which it was judged, by their names. */
  readonly names: readonly string[];
}

/** What of a way the judgment of its source reads, as text; null: it is like no other. */
interface Likeness {
  readonly known: Map<string, Branch | Leaf>;
  readonly nodes: readonly number[];
  readonly names: readonly string[];
  /** Whether things on the way may play other parts by other ways. */
  readonly crossed: boolean;
}

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
  readonly #known = new Map<string, Map<string, Branch | Leaf>>();
  #count = 0;
  readonly #likeness = new WeakMap<readonly string[], Likeness | null>();

  constructor(core: Core, standpoint: Standpoint, shapes: Shapes) {
    this.#core = core;
    this.#standpoint = standpoint;
    this.#shapes = shapes;
  }

  /** `asked`: what else the judgment is of, besides the way and the place. `bare`: all of it that twins are told, without what holds on to its act. */
  of<T>(asked: string, place: Place, path: readonly string[], roles: Roles, judge: () => T, bare: (value: T) => T): Twin<T> {
    const likeness = this.#likenessOf(path, place, roles);
    if (likeness === null) return { value: judge(), names: null };
    const { turning } = this.#standpoint;
    const source = path.at(-1)!;
    const key = `${asked} ${place.atom}${likeness.crossed ? this.#partsOn(likeness, path, place, roles) : ""}${place.act.tense === "past" ? this.#bondsAt(likeness, place) : ""}`;
    let node = likeness.known.get(key);
    while (node !== undefined && "on" in node) node = node.answers.get(turning.ask(this.#pointOf(node.on, source)));
    if (node === undefined) {
      const { value, points, notes } = turning.watch(judge);
      for (const point of points) turning.ask(point);
      for (const note of notes) turning.note(note);
      this.#keep(likeness.known, key, source, [...points], { value: bare(value), notes: [...notes], names: likeness.names });
      return { value, names: null };
    }
    for (const note of node.notes) turning.note(note);
    return { value: node.value as T, names: node.names.every((name, i) => name === likeness.names[i]) ? null : new Map(node.names.map((name, i) => [name, likeness.names[i]!])) };
  }

  #keep(known: Likeness["known"], key: string, source: string, points: readonly Point[], leaf: Leaf): void {
    const turns = points.map((point) => this.#turnOf(point, source));
    if (turns.includes(null)) return;
    if (++this.#count > most) {
      for (const each of this.#known.values()) each.clear();
      this.#count = 0;
    }
    known.set(key, grown(known.get(key), turns as Turn[], points, 0, leaf));
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

  #likenessOf(path: readonly string[], place: Place, roles: Roles): Likeness | null {
    let likeness = this.#likeness.get(path);
    if (likeness === undefined) this.#likeness.set(path, (likeness = this.#read(path, place, roles)));
    return likeness;
  }

  #read(path: readonly string[], { act, core: { of: { places } } }: Place, roles: Roles): Likeness | null {
    const names = [...path, ...namesOf(act)];
    // A name that also stands for something else in what is told, another party or a place, could not be told from it.
    if (new Set([...names, act.actor, act.handedBy]).size < names.length + (act.tense === "past" ? 1 : 2) || names.some((name) => places.knows(name))) return null;
    const nodes = path.map((id) => this.#core.graph.numberOf.get(id) ?? -1);
    const last = nodes.length - 1;
    if (act.tense === "past" && this.#core.state.makers.isMadeBy(nodes[last]!, new Set([act.actor]))) return null;
    const shapes = [this.#shapes.ofSource(nodes[last]!)];
    for (let at = last - 1; at >= 0; at--) shapes.push(this.#shapes.ofStep(nodes[at]!, nodes[at + 1]!), this.#shapes.ofWay(nodes[at]!));
    if (shapes.includes(alone)) return null;
    const text = shapes.join(" ");
    let known = this.#known.get(text);
    if (known === undefined) this.#known.set(text, (known = new Map()));
    return { known, nodes, names, crossed: !roles.areAlong(nodes) };
  }

  /** How who acted was bound by the texts of the source that serve only whom they bind. */
  #bondsAt({ nodes }: Likeness, { act, at }: Place): string {
    const { licenses, bonds } = this.#core.state;
    return licenses.textsOf(nodes.at(-1)!, at).map((text) => (text.kind === "license" ? "" : ` ${bonds.of(act.actor, text, at)}`)).join("");
  }

  /** Parts that the things on a way play for the texts of its source, where they may be played by other ways too. */
  #partsOn({ nodes }: Likeness, path: readonly string[], place: Place, roles: Roles): string {
    const spot = spotAt(place, path.at(-1)!, path);
    return this.#core.state.licenses.textsOf(spot.node, place.at).map((text) => {
      const parts = roles.from(spot.node, standingAt(spot, text).reach, place.atom);
      return ` ${text.id} ${nodes.map((each) => Roles.of(parts, each).map(({ role, inner }) => `${role}/${inner}`).join()).join(" ")}`;
    }).join();
  }
}

/** Names of an act: its own, and of one that was done who did it and what came of it. */
const namesOf = ({ id, tense, actor, derivation }: Act): readonly string[] => (tense === "present" ? [id] : [id, actor, ...(derivation?.to == null ? [] : [derivation.to])]);

function grown(node: Branch | Leaf | undefined, turns: readonly Turn[], points: readonly Point[], depth: number, leaf: Leaf): Branch | Leaf {
  const on = turns[depth];
  if (on === undefined) return leaf;
  const branch: Branch = node !== undefined && "on" in node ? node : { on, answers: new Map() };
  const answer = points[depth]!.answer();
  branch.answers.set(answer, grown(branch.answers.get(answer), turns, points, depth + 1, leaf));
  return branch;
}
