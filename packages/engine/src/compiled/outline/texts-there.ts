import type { Instrument } from "@cleartitle/norms";
import type { RolePlayed } from "../role-profile.js";
import { spotAt, type Place } from "../judge/spot.js";
import { standingAt } from "../judge/standing.js";
import { readsMaking } from "./making-read.js";

/** A text of a thing, as it stands for who acts. */
export interface TextThere {
  readonly text: Instrument;
  /** What it says to lists of parts, by number. */
  readonly signs: Map<readonly RolePlayed[] | undefined, number>;
  /** Parts on which its duties fall on the way, for each of these duties. */
  readonly inner: readonly (readonly string[])[];
  /** Whether it is told on which thing between its duties fall. */
  readonly apart: boolean;
  /** Whether it asks how matter was first used. */
  readonly making: boolean;
  /** Whether what is under it is told from every other, since its duties fall on it. */
  readonly alone: boolean;
}

/** Texts of things by the number of what is recorded of these: of all that are of one number they are the same. */
export class TextsThere {
  readonly #place: Place;
  readonly #apart: ReadonlySet<string>;
  readonly #known = new Map<number, readonly TextThere[]>();

  constructor(place: Place, apart: ReadonlySet<string>) {
    this.#place = place;
    this.#apart = apart;
  }

  of(thing: number, node: number): readonly TextThere[] {
    let texts = this.#known.get(thing);
    if (texts === undefined) this.#known.set(thing, (texts = this.#find(node)));
    return texts;
  }

  #find(node: number): TextThere[] {
    const { core, at, act } = this.#place;
    const asset = core.graph.nodes[node]!;
    const spot = spotAt(this.#place, asset, [act.object, asset]);
    return [...new Set(core.state.licenses.textsOf(node, at).flatMap((text) => [text, standingAt(spot, text)]))].map((text) => {
      const apart = this.#apart.has(text.id);
      const duties = text.norms.flatMap((norm) => (norm.kind === "oblige" ? [{ object: norm.oblige.object, on: norm.on ?? [] }] : []));
      return {
        text, signs: new Map(), inner: duties.flatMap(({ object, on }) => (object === "inner" ? [on] : [])), apart, making: readsMaking(text), alone: apart && duties.some(({ object }) => object === "source"),
      };
    });
  }
}
