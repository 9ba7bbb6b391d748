import { compareProblems, nameHint, problem } from "@cleartitle/norms";
import { readJsonLd } from "../json-ld.js";
import { readTurtle, type RdfGraph } from "../rdf.js";
import type { Policy, PolicyReading, Rule, Unsupported } from "./policy.js";
import { onlyDescribes, shortName } from "./read-constraint.js";
import { extraOf, readRule, type Shared } from "./read-rule.js";
import { Reading, type ReadOptions } from "./reading.js";
import { conflicts, odrl, policyTypes, rdf, relative, unknownKey, type ConflictStrategy, type PolicyType } from "./vocabulary.js";

const ruleKinds = ["permission", "prohibition", "obligation"] as const;
const own = ["uid", "profile", "conflict", "inheritFrom", ...ruleKinds, "action", "target", "assignee", "assigner", "constraint"];

/** Nodes that are policies, by their type or by having rules. */
function policyNodes(graph: RdfGraph): readonly string[] {
  return [...graph.subjects()].filter((node) => policyTypes.some((type) => graph.isType(node, odrl + type)) || ruleKinds.some((kind) => graph.objects(node, odrl + kind).length > 0));
}

function sharedOf(graph: RdfGraph, node: string): Shared {
  const objects = (name: string) => graph.objects(node, odrl + name).flatMap((each) => graph.members(each));
  const pointing = (name: string) => [...graph.subjects()].filter((each) => graph.nodes(each, odrl + name).includes(node)).map((value) => ({ kind: "node" as const, value }));
  return {
    action: objects("action"), target: [...objects("target"), ...pointing("hasPolicy")], assignee: [...objects("assignee"), ...pointing("assigneeOf")],
    assigner: [...objects("assigner"), ...pointing("assignerOf")], constraintOf: graph.objects(node, `${odrl}constraint`).length > 0 ? node : null,
  };
}

class PolicyReader {
  readonly unsupported: Unsupported[] = [];
  constructor(
    readonly reading: Reading,
    readonly node: string,
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

  #conflict(): ConflictStrategy | null {
    const found = this.reading.graph.texts(this.node, `${odrl}conflict`);
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
      if (rules.some((rule) => rule[role] !== null) || this.reading.graph.objects(this.node, `${odrl}inheritFrom`).length > 0) continue;
      this.unsupported.push(this.reading.fault("missing-key", `/${role}`, `${type === "Offer" ? "an offer" : "an agreement"} names its ${role}`));
    }
  }

  read(): Policy {
    const { graph } = this.reading;
    const shared = sharedOf(graph, this.node);
    for (const predicate of graph.predicates(this.node)) {
      if (predicate.startsWith(odrl) ? !own.includes(predicate.slice(odrl.length)) : predicate.startsWith(unknownKey)) {
        this.unsupported.push(this.reading.fault("unsupported", `/${shortName(predicate)}`, `\`${shortName(predicate)}\` is not understood on a policy`, predicate));
      } else if (!predicate.startsWith(odrl) && !onlyDescribes(predicate) && /^(_:|relative:)/.test(predicate)) this.unsupported.push({ path: "/", why: "a property has no name" });
    }
    const inheritFrom = graph.nodes(this.node, `${odrl}inheritFrom`);
    for (const parent of inheritFrom) this.unsupported.push(this.reading.fault("unsupported", "/inheritFrom", "the rules of the policy that is inherited from are not read", parent, "write its rules into this one"));
    const rules = ruleKinds.flatMap((kind) => graph.objects(this.node, odrl + kind).flatMap((each) => graph.members(each)).flatMap((each, index) => {
      const path = `/${kind}/${index}`;
      if (each.kind === "node" && (graph.has(each.value) || each.value.startsWith("_:"))) return readRule(this.reading, kind, each.value, path, shared);
      this.unsupported.push(this.reading.fault("dangling-reference", path, `the rule \`${each.value.slice(0, 100)}\` is not in the document`, each.value));
      return [];
    }));
    if (rules.length === 0 && this.unsupported.length === 0) this.unsupported.push(this.reading.fault("missing-key", "/", "the policy has no rule"));
    const type = this.#type();
    this.#parties(type, rules);
    return { id: this.node, type, profiles: graph.texts(this.node, `${odrl}profile`), conflict: this.#conflict(), inheritFrom, rules, unsupported: this.unsupported, extra: extraOf(this.reading, this.node) };
  }
}

/** The policies of a graph, requests among them. */
export function policiesOf(graph: RdfGraph, options: ReadOptions): PolicyReading {
  const reading = new Reading(graph, options);
  const policies = policyNodes(graph).map((node) => new PolicyReader(reading, node).read());
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
  const read = policiesOf(graph, { ...options, text });
  return { policies: read.policies, problems: [...problems, ...read.problems].toSorted(compareProblems) };
}
