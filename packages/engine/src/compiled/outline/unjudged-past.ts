import type { Layer } from "@cleartitle/norms";
import type { Derivation } from "@cleartitle/title";
import type { ExposureState } from "../../decision.js";
import { open } from "../date-ranks.js";
import { startOf } from "../edges.js";
import { acquisitionsOf, actsIn, type PastAct } from "../judge/past-acts.js";
import type { EarlierActs, Past } from "../judge/past.js";
import { nodeOf, type Core } from "../judge/spot.js";
import { upstreamOf } from "../reach.js";

/** What came of acts of which nothing was judged: nobody knows, whatever the layer. It answers who asks for a name, and lists none. */
class StatesUnknown extends Map<string, ExposureState> {
  readonly #isResult: (asset: string) => boolean;

  constructor(isResult: (asset: string) => boolean) {
    super();
    this.#isResult = isResult;
  }

  override get(key: `${string}\u0000${Layer}`): ExposureState | undefined {
    return this.#isResult(key.slice(0, key.indexOf("\u0000"))) ? "unknown" : undefined;
  }
}

/** The past of a thing of which nothing is judged. */
export class UnjudgedPast implements EarlierActs {
  readonly claims = 0;
  readonly #core: Core;
  readonly #past: Past;
  /** Things that came of some act. */
  readonly #results: Uint8Array;
  known: Past | null = null;
  readonly point = { answer: () => this.known?.name };

  constructor(core: Core, { object, day }: { readonly object: string; readonly day: string }) {
    this.#core = core;
    this.#results = new Uint8Array(core.graph.nodes.length);
    const left = this.#count(object, day);
    const states = new StatesUnknown((asset) => this.isResult(nodeOf(core, asset)));
    this.#past = { findings: [], duties: [], states, name: "unjudged", cut: left === 0 ? null : { judged: 0, left } };
  }

  readonly judge = (): Past => this.#past;

  isResult(node: number): boolean {
    return this.#results[node] === 1;
  }

  /** How many acts there were by a day, of which none is held. */
  #count(object: string, day: string): number {
    const { graph, state } = this.#core;
    const { edges } = graph;
    const start = nodeOf(this.#core, object);
    if (start < 0) return 0;
    const { nodes, days } = upstreamOf(edges, graph.nodes.length, start, graph.dates.of(day, open));
    const seen = new Uint8Array(graph.derivations.length);
    let found = 0;
    const count = (acts: readonly PastAct[]): void => {
      for (const { act, results } of acts) {
        if (act.actions.length === 0 || (act.date ?? "") > day) continue;
        found += 1;
        for (const result of results) this.#results[nodeOf(this.#core, result)] = 1;
      }
    };
    // What left no result may have left a middle, and is met both ways.
    const endings = new Set<string>();
    const isNew = ({ id, to }: Derivation): boolean => to !== null || (!endings.has(id) && endings.add(id).size > 0);
    for (const [at, node] of nodes.entries()) {
      for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
        const edge = edges.into[i]!;
        const number = edges.derivation[edge]!;
        if (seen[number] === 1 || startOf(edges, edge) > days[at]!) continue;
        seen[number] = 1;
        const derivation = graph.derivations[number]!;
        if (isNew(derivation)) count(actsIn(derivation, day, this.#core));
      }
      for (const ending of state.endings.at(node)) if ((ending.during.from ?? day) <= day && isNew(ending)) count(actsIn(ending, day, this.#core));
      count(acquisitionsOf(node, this.#core));
    }
    return found;
  }
}
