import { Instrument, problem, type Problem } from "@cleartitle/norms";
import { odrl, profile } from "../model/vocabulary.js";
import type { RdfGraph } from "../rdf.js";
import { readCondition, UnreadableConstraint } from "./condition.js";
import { actionOf, termOf, type Vocabulary } from "./names.js";

type Raw = Record<string, unknown>;
interface Numbered {
  readonly order: number;
  readonly norm: Raw;
}

class InstrumentReader {
  readonly problems: Problem[] = [];
  constructor(
    readonly graph: RdfGraph,
    readonly vocabulary: Vocabulary,
    readonly file: string,
  ) {}

  #fault(message: string, offending: string): void {
    this.problems.push(problem("unsupported", message, { file: this.file, offending: offending.slice(0, 200) }));
  }

  #json(node: string, name: string): Raw | null {
    const text = this.graph.texts(node, profile + name)[0];
    if (text === undefined) return null;
    try {
      return JSON.parse(text) as Raw;
    } catch {
      this.#fault(`\`cleartitle:${name}\` is no JSON`, node);
      return null;
    }
  }

  #actions(nodes: readonly string[]): string[] {
    return nodes.flatMap((iri) => {
      const name = actionOf(iri, this.vocabulary);
      if (name === null) this.#fault(`no action of the catalogue is \`${iri.slice(0, 100)}\``, iri);
      return name ?? [];
    });
  }

  /** Constraints that are the condition of a norm, its layers, its scope; those that follow from elsewhere are left out. */
  #limits(node: string): { readonly if?: unknown; readonly layers?: string[]; readonly scope?: string[] } {
    const found: { if?: unknown; layers?: string[]; scope?: string[] } = {};
    for (const each of this.graph.nodes(node, `${odrl}constraint`)) {
      if (this.graph.texts(each, `${profile}derived`).length > 0) continue;
      const left = this.graph.nodes(each, `${odrl}leftOperand`)[0];
      const right = this.graph.objects(each, `${odrl}rightOperand`).flatMap((one) => this.graph.members(one)).map((one) => one.value);
      if (left === `${profile}layer`) found.layers = right.flatMap((one) => termOf("layer", one) ?? []);
      else if (left === `${profile}scope`) found.scope = right.flatMap((one) => termOf("scope", one) ?? []);
      else {
        try {
          found.if = readCondition(this.graph, each);
        } catch (error) {
          if (!(error instanceof UnreadableConstraint)) throw error;
          this.#fault("a constraint is none of the catalogue's norm language", each);
        }
      }
    }
    return found;
  }

  #norm(kind: "permit" | "prohibit" | "oblige", nodes: readonly string[]): Numbered | null {
    const [node] = nodes as [string];
    const terms = this.#json(node, "terms");
    if (terms === null) return null;
    const { if: condition, layers, scope } = this.#limits(node);
    const own = { ...(terms[kind] as Raw), ...(layers === undefined ? {} : { layers }), ...(scope === undefined ? {} : { scope }) } as Raw;
    const norm: Raw = { ...terms, [kind]: own, ...(condition === undefined ? {} : { if: condition }) };
    if (kind === "oblige") {
      own["do"] = termOf("duty", this.graph.nodes(node, `${odrl}action`)[0] ?? "");
      const reading = this.graph.texts(node, `${profile}reading`)[0];
      if (reading !== undefined) own["reading"] = reading;
      norm["when"] = this.#actions(this.graph.nodes(node, `${profile}trigger`));
    } else {
      const actions = this.#actions(nodes.flatMap((each) => this.graph.nodes(each, `${odrl}action`)));
      const order = own["actions"];
      // A permit written as several rules keeps the order of its actions beside them.
      own["actions"] = Array.isArray(order) && order.length === actions.length && actions.every((each) => order.includes(each)) ? order : actions;
    }
    return { order: Number(this.graph.texts(node, `${profile}order`)[0] ?? 0), norm };
  }

  #norms(policy: string): readonly Numbered[] {
    const kinds = [["permission", "permit"], ["prohibition", "prohibit"], ["obligation", "oblige"]] as const;
    const rules = kinds.flatMap(([property, kind]) => {
      const byNorm = new Map<string, string[]>();
      for (const node of this.graph.nodes(policy, odrl + property)) {
        if (this.graph.texts(node, `${profile}derived`).length > 0) continue;
        const id = this.graph.texts(node, `${profile}norm`)[0];
        if (id === undefined) this.#fault("a rule belongs to no norm", node);
        else byNorm.set(id, [...(byNorm.get(id) ?? []), node]);
      }
      return [...byNorm.values()].map((nodes) => this.#norm(kind, nodes.toSorted()));
    });
    const others = this.graph.texts(policy, `${profile}otherNorm`).map((text) => JSON.parse(text) as Numbered);
    return [...rules.filter((each) => each !== null), ...others];
  }

  read(): Instrument | null {
    const policy = [...this.graph.subjects()].find((node) => this.graph.texts(node, `${profile}instrument`).length > 0);
    if (policy === undefined) {
      this.problems.push(problem("not-found", "the document holds no instrument of the catalogue", { file: this.file, hint: "`odrl export` writes one" }));
      return null;
    }
    const head = this.#json(policy, "instrument");
    if (head === null) return null;
    const norms = this.#norms(policy).toSorted((a, b) => a.order - b.order).map((each) => each.norm);
    const parsed = Instrument.safeParse({ ...head, norms });
    if (parsed.success) return this.problems.length === 0 ? parsed.data : null;
    for (const issue of parsed.error.issues.slice(0, 20)) this.problems.push(problem("bad-value", issue.message, { file: this.file, pointer: `/${issue.path.map(String).join("/")}` }));
    return null;
  }
}

/** Reads an instrument back from a policy of our own writing. What the ODRL part says wins; a rule or constraint of others is a problem. */
export function readInstrument(graph: RdfGraph, vocabulary: Vocabulary, file: string): { readonly instrument: Instrument | null; readonly problems: readonly Problem[] } {
  const reader = new InstrumentReader(graph, vocabulary, file);
  const instrument = reader.read();
  return { instrument, problems: reader.problems };
}
