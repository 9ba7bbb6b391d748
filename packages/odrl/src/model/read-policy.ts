import { compareProblems, nameHint, problem } from "@cleartitle/norms";
import { readJsonLd } from "../json-ld.js";
import { joinGraphs, readTurtle, type RdfGraph, type Term } from "../rdf.js";
import { declaredIn, type ActionDeclared } from "./declared.js";
import type { Policy, PolicyReading, Rule, Unsupported } from "./policy.js";
import { onlyDescribes, shortName } from "./read-constraint.js";
import { extraOf, readRule, type Shared } from "./read-rule.js";
import { Reading, type ReadOptions } from "./reading.js";
import { conflicts, odrl, policyTypes, rdf, relative, unknownKey, type ConflictStrategy, type PolicyType } from "./vocabulary.js";

const ruleKinds = ["permission", "prohibition", "obligation"] as const;
const own = ["uid", "profile", "conflict", "inheritFrom", ...ruleKinds, "action", "target", "assignee", "assigner", "constraint"];

const maxForebears = 100;

/** A policy is known by its type or by having rules. */
const isPolicy = (graph: RdfGraph, node: string): boolean => policyTypes.some((type) => graph.isType(node, odrl + type)) || ruleKinds.some((kind) => graph.objects(node, odrl + kind).length > 0);
const policyNodes = (graph: RdfGraph): readonly string[] => [...graph.subjects()].filter((node) => isPolicy(graph, node));

/** A policy of a lineage, and the path to it from the one that inherits. */
interface Forebear {
  readonly node: string;
  readonly path: string;
}

const once = (terms: readonly Term[]): readonly Term[] => [...new Map(terms.map((each) => [each.value, each])).values()];

/** What a policy and those it inherits from say once for all rules, theirs among them. */
function sharedOf(graph: RdfGraph, lineage: readonly Forebear[]): Shared {
  const nodes = lineage.map((each) => each.node);
  const objects = (name: string) => nodes.flatMap((node) => graph.objects(node, odrl + name)).flatMap((each) => graph.members(each));
  const pointing = (name: string) => [...graph.subjects()].filter((each) => graph.nodes(each, odrl + name).some((node) => nodes.includes(node))).map((value) => ({ kind: "node" as const, value }));
  return {
    action: once(objects("action")), target: once([...objects("target"), ...pointing("hasPolicy")]), assignee: once([...objects("assignee"), ...pointing("assigneeOf")]),
    assigner: once([...objects("assigner"), ...pointing("assignerOf")]), constraintsOf: lineage.filter(({ node }) => graph.objects(node, `${odrl}constraint`).length > 0),
  };
}

class PolicyReader {
  readonly unsupported: Unsupported[] = [];
  constructor(
    readonly reading: Reading,
    readonly node: string,
    readonly declared: readonly ActionDeclared[],
  ) {}

  #type(): PolicyType {
    const { graph } = this.reading;
    const strange = graph.nodes(this.node, `${rdf}type`).find((each) => each.startsWith(relative) || (each.startsWith(odrl) && !policyTypes.some((type) => each === odrl + type)));
    if (strange !== undefined) this.unsupported.push(this.reading.fault("unknown-name", "/type", `there is no type of policy \`${shortName(strange)}\``, strange, nameHint(shortName(strange), policyTypes)));
    const types = policyTypes.filter((type) => graph.isType(this.node, odrl + type));
    const narrow = types.filter((type) => type !== "Policy" && type !== "Set");
    if (narrow.length > 1) this.unsupported.push(this.reading.fault("contradiction", "/type", `the policy is ${narrow.map((each) => `\`${each}\``).join(" and ")} at once`));
    return narrow[0] ?? types.at(-1) ?? "Policy";
  }

  /** After inheritance too, a policy that names two strategies is void. */
  #conflict(lineage: readonly Forebear[]): ConflictStrategy | null {
    const found = [...new Set(lineage.flatMap(({ node }) => this.reading.graph.texts(node, `${odrl}conflict`)))];
    if (found.length === 0) return null;
    const name = found[0]!.startsWith(odrl) ? found[0]!.slice(odrl.length) : found[0]!;
    if (found.length === 1 && conflicts.includes(name as ConflictStrategy)) return name as ConflictStrategy;
    this.unsupported.push(this.reading.fault("unknown-name", "/conflict", `there is no conflict strategy \`${shortName(found.at(-1)!)}\``, found.at(-1), nameHint(shortName(name), conflicts)));
    return null;
  }

  /** Parties that a type of policy must name (https://www.w3.org/TR/odrl-model/ section 2.1). */
  #parties(type: PolicyType, rules: readonly Rule[]): void {
    if (this.reading.options.missing === "any") return;
    const needed: readonly ("assigner" | "assignee")[] = type === "Agreement" ? ["assigner", "assignee"] : type === "Offer" ? ["assigner"] : [];
    for (const role of needed) {
      if (rules.some((rule) => rule[role] !== null) || this.unsupported.some((each) => each.path.startsWith("/inheritFrom"))) continue;
      this.unsupported.push(this.reading.fault("missing-key", `/${role}`, `${type === "Offer" ? "an offer" : "an agreement"} names its ${role}`));
    }
  }

  /** The policy with those it inherits from, each once, in the order in which they are named. One that is not given leaves open what it says. */
  #lineage(node: string, path: string, met: Map<string, "open" | "done">): readonly Forebear[] {
    const { graph } = this.reading;
    met.set(node, "open");
    const parents = graph.nodes(node, `${odrl}inheritFrom`);
    const above = parents.flatMap((parent, index): readonly Forebear[] => {
      const at = `${path}/inheritFrom${parents.length > 1 ? `/${index}` : ""}`;
      if (met.get(parent) === "done") return [];
      if (met.get(parent) === "open") this.unsupported.push(this.reading.fault("cyclic-hierarchy", at, "the policy inherits from itself", parent));
      else if (met.size > maxForebears) this.unsupported.push(this.reading.fault("too-deep", at, "too many policies are inherited from", parent));
      else if (isPolicy(graph, parent)) return this.#lineage(parent, at, met);
      else this.unsupported.push(this.reading.fault("unsupported", at, "the policy that is inherited from is not given", parent, "give it with this one, or write its rules into this one"));
      return [];
    });
    met.set(node, "done");
    return [{ node, path }, ...above];
  }

  #strangeIn(node: string, path: string): void {
    for (const predicate of this.reading.graph.predicates(node)) {
      if (predicate.startsWith(odrl) ? !own.includes(predicate.slice(odrl.length)) : predicate.startsWith(unknownKey)) {
        this.unsupported.push(this.reading.fault("unsupported", `${path}/${shortName(predicate)}`, `\`${shortName(predicate)}\` is not understood on a policy`, predicate));
      } else if (!predicate.startsWith(odrl) && !onlyDescribes(predicate) && /^(_:|relative:)/.test(predicate)) this.unsupported.push({ path: path === "" ? "/" : path, why: "a property has no name" });
    }
  }

  #rules(lineage: readonly Forebear[]): readonly Rule[] {
    const { graph } = this.reading;
    const shared = sharedOf(graph, lineage);
    return lineage.flatMap(({ node, path: from }) => ruleKinds.flatMap((kind) => graph.objects(node, odrl + kind).flatMap((each) => graph.members(each)).flatMap((each, index) => {
      const path = `${from}/${kind}/${index}`;
      if (each.kind === "node" && (graph.has(each.value) || each.value.startsWith("_:"))) return readRule(this.reading, kind, each.value, path, shared);
      this.unsupported.push(this.reading.fault("dangling-reference", path, `the rule \`${each.value.slice(0, 100)}\` is not in the document`, each.value));
      return [];
    })));
  }

  read(): Policy {
    const { graph } = this.reading;
    const lineage = this.#lineage(this.node, "", new Map());
    for (const { node, path } of lineage) this.#strangeIn(node, path);
    const rules = this.#rules(lineage);
    if (rules.length === 0 && this.unsupported.length === 0) this.unsupported.push(this.reading.fault("missing-key", "/", "the policy has no rule"));
    const type = this.#type();
    this.#parties(type, rules);
    return {
      id: this.node, type, profiles: [...new Set(lineage.flatMap(({ node }) => graph.texts(node, `${odrl}profile`)))], conflict: this.#conflict(lineage), inheritFrom: graph.nodes(this.node, `${odrl}inheritFrom`),
      rules, declared: this.declared, unsupported: this.unsupported, extra: extraOf(this.reading, this.node),
    };
  }
}

/** The policies of a graph, requests among them. */
export function policiesOf(graph: RdfGraph, options: ReadOptions): PolicyReading {
  const reading = new Reading(joinGraphs(graph, options.parents ?? []), options);
  const declared = declaredIn(reading.graph);
  const policies = policyNodes(graph).map((node) => new PolicyReader(reading, node, declared).read());
  if (policies.length === 0) reading.problems.push(problem("not-found", "the document holds no policy", { file: options.file, hint: "a policy has a type like `odrl:Set` or a rule like `odrl:permission`" }));
  return { policies, problems: reading.problems.toSorted(compareProblems) };
}

/** Turtle begins with no brace, and with no bracket before a quote or a brace. */
export const isJson = (text: string): boolean => /^\uFEFF?\s*(\{|\[\s*[{"])/.test(text);

/** Reads a document as RDF: JSON-LD where it begins like JSON, else Turtle. */
export async function readRdf(text: string, file: string) {
  return isJson(text) ? readJsonLd(text, file) : readTurtle(text, file);
}

/**
 * Reads the policies of a Turtle or JSON-LD document. Every construct that is not understood is a problem with its path, and the
 * policy keeps it as unsupported, so that nothing it could touch is ever permitted.
 */
export async function readPolicies(text: string, options: ReadOptions): Promise<PolicyReading> {
  const { graph, problems } = await readRdf(text, options.file);
  if (graph === null) return { policies: [], problems };
  const read = policiesOf(graph, { ...options, text, keysTold: problems.length > 0 });
  return { policies: read.policies, problems: [...problems, ...read.problems].toSorted(compareProblems) };
}
