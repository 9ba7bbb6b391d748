import type { Instrument } from "@cleartitle/norms";
import type { RolePlayed } from "../role-profile.js";
import { Roles } from "../judge/roles.js";
import { spokenOf } from "../judge/shapes.js";
import type { Core } from "../judge/spot.js";
import type { PartsAt } from "./parts-at.js";
import type { RolesAtObject } from "./roles-at-object.js";
import type { TextThere } from "./texts-there.js";

interface Duty {
  readonly reach: Instrument["reach"];
  /** Parts on which it falls. */
  readonly on: readonly string[];
  /** Whether it is told on which thing it falls. */
  readonly apart: boolean;
}

/** Whether duties that fall on something between a thing and what is acted on fall on anything there. */
export class BearingThings {
  readonly #core: Core;
  readonly #roles: RolesAtObject;
  readonly #spoken: ReadonlySet<string>;

  constructor(core: Core, roles: RolesAtObject) {
    this.#core = core;
    this.#roles = roles;
    this.#spoken = spokenOf(core);
  }

  /** For each such duty of some texts and each place whether it falls on anything on a way; where it matters on what, on which. */
  on(node: number, way: () => readonly number[], texts: readonly TextThere[], atoms: readonly string[]): string {
    return texts.flatMap(({ text: { reach }, inner, apart }) => (inner.length === 0 ? [] : atoms.map((atom) => inner.map((on) => this.#bearing(node, way, { reach, on, apart }, atom)).join("")))).join();
  }

  #bearing(node: number, way: () => readonly number[], { reach, on, apart }: Duty, atom: string): string {
    const isOne = ({ role }: RolePlayed): boolean => role !== "silent" && on.includes(role);
    const parts = this.#roles.partsIn(reach, atom);
    // What is acted on comes first.
    if (parts.of(node)?.some(isOne) === true) return "+";
    if (!parts.anywhere(node).some(isOne)) return "-";
    const nodes = way();
    const isTold = apart || nodes.some((each) => this.#spoken.has(this.#core.graph.nodes[each]!));
    if (!isTold && this.#isPlain(nodes, parts, on)) return "+";
    const found = this.#roles.from(node, reach, atom);
    const bearing = nodes.find((each) => Roles.of(found, each).some(isOne));
    return bearing === undefined ? "-" : isTold ? String(bearing) : "+";
  }

  /** Whether matter that goes a way surely plays one of some parts on it: where days tell by which of several derivations it went, that is not asked. */
  #isPlain(nodes: readonly number[], parts: PartsAt, on: readonly string[]): boolean {
    const { edges } = this.#core.graph;
    const wanted = parts.bitsOf(on);
    if (wanted === null) return false;
    let played = 1;
    for (let at = nodes.length - 1; at > 0 && (played & wanted) === 0; at--) {
      const [source, result] = [nodes[at]!, nodes[at - 1]!];
      let [next, steps] = [0, 0];
      for (let i = edges.inStart[result]!; i < edges.inStart[result + 1]!; i++) {
        if (edges.inSource[i] !== source) continue;
        next |= parts.after(played, edges.kind[edges.into[i]!]!);
        steps += 1;
      }
      if (steps > 1 && edges.dated) return false;
      played = next;
    }
    return (played & wanted) !== 0;
  }
}
