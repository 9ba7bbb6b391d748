import type { Decide, Decision, World } from "@cleartitle/engine";
import { isKind } from "@cleartitle/norms";
import type { Use } from "@cleartitle/title";
import type { Compiled } from "../compile/compile.js";
import { type Deal, partyOf } from "../deal/deal.js";
import type { DealFinding } from "./finding.js";

/** Of the fifteen rules the one that the chain of title answers. */
const ruleOfChain = 8;

/** The power without which nothing is passed on. */
const passing = "sublicense";

/** Acts that a deal permits on what is licensed, whatever the circumstances. */
const actsOf = ({ instrument }: Compiled): readonly string[] =>
  [...new Set(instrument.norms.filter(isKind("permit")).filter((norm) => norm.permit.offer !== true && (norm.on ?? ["materials"]).includes("materials") && !JSON.stringify(norm.if ?? null).includes("derivation")).flatMap((norm) => norm.permit.actions))].toSorted();

const listAt = ({ topics }: Deal, topic: string, field: string): readonly string[] => {
  const value = topics[topic]?.with?.[field];
  return Array.isArray(value) ? value : [];
};

/** Exceptions of the law are nobody's to pass on. */
const byException = ({ reasons }: Decision): boolean => reasons.some(({ tense, basisKind }) => tense === "present" && basisKind === "excepted");

const named = (acts: readonly string[]): string => acts.map((act) => `\`${act}\``).join(", ");

export interface Chained {
  /** The records, without the deal: what it gives its licensee gives its licensor nothing. */
  readonly world: World;
  readonly decide: Decide;
  /** The day on which it is asked; the first day of the deal, where that is later. */
  readonly on: string;
}

/** Whether who licenses holds what the deal gives: asked of the records for every licensed asset, act by act, as uses of the licensor. */
export function chainFindings(deal: Deal, compiled: Compiled, { world, decide, on }: Chained): { readonly rule: number; readonly findings: readonly DealFinding[] } {
  const licensor = partyOf(deal, "licensor").id;
  const places = listAt(deal, "territory", "places");
  const start = compiled.instrument.term?.from ?? on;
  const base: Omit<Use, "name" | "of" | "actions"> = {
    actor: licensor, recipients: [], as: null, named: null, purpose: ["commercial"], field: [...listAt(deal, "field-of-use", "fields")], in: places.length === 0 ? ["WORLD"] : [...places], hosted: [], on: start > on ? start : on, scale: [], facts: [],
  };
  const told = (severity: DealFinding["severity"], message: string): DealFinding => ({ code: "inconsistent", rule: ruleOfChain, severity, topics: ["permitted-acts"], cite: null, message, remedy: "narrow what is granted, or get the missing right from who holds it" });
  const findings = deal.assets.flatMap(({ id }): DealFinding[] => {
    if (!world.graph.assets.has(id)) return [told("look", `\`${id}\` is not in the records: whether \`${licensor}\` may license it is not known`)];
    if (!world.graph.parties.has(licensor)) return [told("look", `\`${licensor}\` is not in the records: whether it may license \`${id}\` is not known`)];
    const uses = new Map([passing, ...actsOf(compiled)].map((act): [string, Use] => [`rule-8 ${act}`, { ...base, name: `rule-8 ${act}`, of: id, actions: [act] }]));
    const asked: World = { ...world, graph: { ...world.graph, uses } };
    const answers = [...uses].map(([name, { actions }]) => ({ act: actions[0]!, decision: decide(asked, name, { withoutRange: true, withoutProof: true }) }));
    const refused = (status: "blocked" | "unresolved"): readonly string[] => answers.filter(({ decision }) => decision.decision === status || (status === "unresolved" && decision.decision !== "blocked" && byException(decision))).map(({ act }) => act);
    const [no, open] = [refused("blocked"), refused("unresolved")];
    return [
      ...(no.length === 0 ? [] : [told("contradiction", `\`${licensor}\` licenses \`${id}\`, and by the records it has not itself: ${named(no)}`)]),
      ...(open.length === 0 ? [] : [told("look", `\`${licensor}\` licenses \`${id}\`, and by the records it is not known whether it has itself: ${named(open)}`)]),
    ];
  });
  return { rule: ruleOfChain, findings };
}
