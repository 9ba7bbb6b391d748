import { nameHint } from "@cleartitle/norms";
import type { Term } from "../rdf.js";
import type { ActionUse, Referent, Rule, RuleKind, Unsupported } from "./policy.js";
import { onlyDescribes, readConstraints, shortName } from "./read-constraint.js";
import type { Reading } from "./reading.js";
import { actions, aiVocabulary, cc, isKnownAction, odrl, partyFunctions, profile, rdf, relative, unknownKey } from "./vocabulary.js";

/** What a policy says once for all its rules. */
export interface Shared {
  readonly action: readonly Term[];
  readonly target: readonly Term[];
  readonly assignee: readonly Term[];
  readonly assigner: readonly Term[];
  /** Policies whose constraints hold for each rule, with the path to each. */
  readonly constraintsOf: readonly { readonly node: string; readonly path: string }[];
}

const nothingShared: Shared = { action: [], target: [], assignee: [], assigner: [], constraintsOf: [] };

const own = ["uid", "action", "target", "assignee", "assigner", "constraint", "relation", "output", "function", ...partyFunctions];
/** Which rules may stand below each kind of rule. */
const below: Readonly<Record<RuleKind, readonly string[]>> = {
  permission: ["duty"], prohibition: ["remedy"], obligation: ["consequence"], duty: ["consequence"], consequence: ["consequence"], remedy: ["consequence"],
};
const maxDepth = 20;

const orNull = <T>(all: readonly T[]): readonly (T | null)[] => (all.length === 0 ? [null] : all);

/** A part that the shape of ODRL allows here, with problems for what it does not. */
class RuleReader {
  readonly unsupported: Unsupported[] = [];
  constructor(
    readonly reading: Reading,
    readonly kind: RuleKind,
    readonly node: string,
    readonly path: string,
    readonly shared: Shared,
  ) {}

  #terms(name: "action" | "target" | "assignee" | "assigner"): readonly Term[] {
    const { graph } = this.reading;
    const here = graph.objects(this.node, odrl + name).flatMap((each) => graph.members(each));
    const above = this.shared[name];
    if (here.length === 0) return above;
    const differ = above.filter((each) => !here.some((one) => one.value === each.value));
    if (differ.length > 0) this.unsupported.push(this.reading.fault("unsupported", `${this.path}/${name}`, `the rule and its policy name different values of \`${name}\``, differ[0]!.value));
    return here;
  }

  #action(term: Term, path: string): ActionUse | null {
    const { graph } = this.reading;
    const values = term.kind === "node" ? graph.nodes(term.value, `${rdf}value`) : [];
    if (values.length > 1) this.unsupported.push(this.reading.fault("bad-value", path, "an action has one `rdf:value`"));
    const iri = values[0] ?? term.value;
    if (iri.startsWith("_:") || term.kind === "literal") {
      this.unsupported.push(this.reading.fault("missing-key", path, "the action says not which it is", null, "name it, or give it a `rdf:value`"));
      return null;
    }
    if (iri.startsWith(relative) || ([odrl, cc, aiVocabulary].some((each) => iri.startsWith(each)) && !isKnownAction(iri))) {
      this.unsupported.push(this.reading.fault(iri.startsWith(relative) ? "unsupported" : "unknown-name", path, `there is no action \`${shortName(iri)}\``, iri, nameHint(shortName(iri), [...actions.keys()].map(shortName))));
    }
    this.#strange(term.value, path, ["refinement", "uid", "includedIn", "implies"]);
    return { iri, id: term.value, refinements: term.kind === "node" ? readConstraints(this.reading, term.value, "refinement", path) : [] };
  }

  #referent(term: Term, path: string): Referent {
    const { graph } = this.reading;
    const collection = graph.isType(term.value, `${odrl}AssetCollection`) || graph.isType(term.value, `${odrl}PartyCollection`);
    const refinements = readConstraints(this.reading, term.value, "refinement", path);
    const source = graph.nodes(term.value, `${odrl}source`)[0] ?? null;
    if (term.value.startsWith("_:") && source === null) this.unsupported.push(this.reading.fault("missing-key", path, "the party or asset has no identifier"));
    return { id: term.value, collection, source, refinements };
  }

  /** Predicates of ODRL or of no known vocabulary that this reader does not understand make the rule unsupported. */
  #strange(node: string, path: string, names: readonly string[]): void {
    for (const predicate of this.reading.graph.predicates(node)) {
      if (onlyDescribes(predicate) || (predicate.startsWith(odrl) && names.includes(predicate.slice(odrl.length)))) continue;
      const why = `\`${shortName(predicate)}\` is not understood here`;
      this.unsupported.push(predicate.startsWith(unknownKey) && this.reading.options.keysTold === true ? { path: `${path}/${shortName(predicate)}`, why } : this.reading.fault("unsupported", `${path}/${shortName(predicate)}`, why, predicate));
    }
  }

  #inner(name: string, kind: RuleKind, depth: number): readonly Rule[] {
    const { graph } = this.reading;
    return graph.objects(this.node, odrl + name).flatMap((each) => graph.members(each)).flatMap((each, index) => {
      const at = `${this.path}/${name}/${index}`;
      if (each.kind === "node" && graph.has(each.value) && depth < maxDepth) return readRule(this.reading, kind, each.value, at, nothingShared, depth + 1);
      this.unsupported.push(this.reading.fault(depth < maxDepth ? "dangling-reference" : "too-deep", at, depth < maxDepth ? `\`${each.value.slice(0, 100)}\` is not in the document` : "rules are nested too deeply", each.value));
      return [];
    });
  }

  read(depth: number): readonly Rule[] {
    const { graph, options } = this.reading;
    this.#strange(this.node, this.path, [...own, ...below[this.kind]]);
    const used = this.#terms("action").map((each, index) => this.#action(each, `${this.path}/action/${index}`));
    const [targets, assignees, assigners] = (["target", "assignee", "assigner"] as const).map((name) => this.#terms(name).map((each, index) => this.#referent(each, `${this.path}/${name}/${index}`))) as [Referent[], Referent[], Referent[]];
    const strict = options.missing !== "any";
    if (used.length === 0 && strict) this.unsupported.push(this.reading.fault("missing-key", `${this.path}/action`, `the ${this.kind} names no action`));
    if (targets.length === 0 && strict && (this.kind === "permission" || this.kind === "prohibition")) this.unsupported.push(this.reading.fault("missing-key", `${this.path}/target`, `the ${this.kind} names no target`));
    const shared = {
      kind: this.kind, id: this.node, path: this.path,
      constraints: [...this.shared.constraintsOf.flatMap(({ node, path }) => readConstraints(this.reading, node, "constraint", path)), ...readConstraints(this.reading, this.node, "constraint", this.path)],
      duties: this.#inner("duty", "duty", depth), consequences: this.#inner("consequence", "consequence", depth), remedies: this.#inner("remedy", "remedy", depth),
      functions: Object.fromEntries([...partyFunctions, "relation", "output"].map((name) => [name, graph.nodes(this.node, odrl + name)] as const).filter(([, nodes]) => nodes.length > 0)),
      extra: extraOf(this.reading, this.node),
    };
    return orNull(used).flatMap((action) => orNull(targets).flatMap((target) => orNull(assignees).flatMap((assignee) => orNull(assigners).map((assigner): Rule => ({ ...shared, action, target, assignee, assigner, unsupported: this.unsupported })))));
  }
}

/** What our profile says of a node: local name → texts. */
export function extraOf(reading: Reading, node: string): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const predicate of reading.graph.predicates(node)) if (predicate.startsWith(profile)) found[predicate.slice(profile.length)] = reading.graph.texts(node, predicate);
  return found;
}

/** One rule of the document as rules with one action, target, assignee and assigner each. */
export function readRule(reading: Reading, kind: RuleKind, node: string, path: string, shared: Shared, depth = 0): readonly Rule[] {
  return new RuleReader(reading, kind, node, path, shared).read(depth);
}
