import { worstStatus } from "@cleartitle/norms";
import { isWordOnAsset } from "@cleartitle/title";
import type { Decision, Exposure, Premise, Question, Reason, Remedy } from "../decision.js";
import type { View } from "../judgment/view.js";
import { clashing } from "./outcome.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The facts that judgments lack, those that touch most unresolved groups first; each asked once of its bearer. */
export function questionsOf(view: View, reasons: readonly Reason[], exposure: readonly Exposure[]): Question[] {
  const facts = view.question.world.catalogue.taxonomies.facts;
  const found = new Map<string, { fact: string; of: string; settles: Set<string> }>();
  const ask = (premise: Premise, settles: string | null): void => {
    if (premise.result !== "unknown" || !(facts.has(premise.reads) || isWordOnAsset(premise.reads) || premise.reads.startsWith("verification of") || isQuantity(premise, view))) return;
    const of = premise.of ?? "use";
    const key = `${premise.reads}\u0000${of}`;
    const entry = found.get(key) ?? { fact: premise.reads, of, settles: new Set<string>() };
    if (settles !== null) entry.settles.add(settles);
    found.set(key, entry);
  };
  for (const reason of reasons) {
    const open = reason.decision === "unresolved" ? reason.id : null;
    if (reason.decision === "cleared") continue;
    for (const premise of [...reason.premises, ...(reason.decision === "blocked" ? [] : reason.options.flatMap((o) => (o.interval.best === "blocked" ? [] : o.premises)))]) ask(premise, open);
  }
  for (const entry of exposure) if (entry.state === "unknown") for (const premise of entry.premises) ask(premise, null);
  return [...found.values()]
    .map(({ fact, of, settles }): Question => {
      const known = facts.get(fact);
      return { fact, of, control: known?.control ?? "circumstance", ask: known !== undefined ? `${known.ask} (${of})` : (asks[fact] ?? ((asset) => `What is ${fact} of ${asset}?`))(of), settles: [...settles].toSorted(byNumber) };
    })
    .toSorted((a, b) => b.settles.length - a.settles.length || compare(a.fact, b.fact) || compare(a.of, b.of));
}

const asks: Readonly<Record<string, (asset: string) => string>> = {
  license: (asset) => `Under which license is it, or is there none? (${asset})`,
  licensor: (asset) => `Who has the right to license it? (${asset})`,
};

const isQuantity = (premise: Premise, view: View): boolean => view.question.world.catalogue.taxonomies.quantities.has(premise.reads);
const byNumber = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));

/** Changes that would improve the answer, for each reason that holds it back (asked of counsel or engineers, never applied). */
export function remediesOf(view: View, reasons: readonly Reason[], byTerritory: Decision["byTerritory"], pivots: readonly (readonly string[])[], questions: readonly Question[]): Remedy[] {
  const holding = reasons.filter((r) => r.decision === "blocked" || r.decision === "unresolved");
  const remedies: Remedy[] = [...holding.flatMap((r) => remediesFor(r, view)), ...restrictions(byTerritory, holding)];
  for (const pivot of pivots) {
    remedies.push({ kind: "adopt", what: pivot.join(" and "), asset: null, improves: null, because: holding.map((r) => r.id) });
  }
  for (const question of questions.filter((q) => q.settles.length > 0)) {
    remedies.push({ kind: "evidence", what: question.ask, asset: question.of, improves: null, because: question.settles });
  }
  const merged = new Map<string, Remedy>();
  for (const remedy of remedies) {
    const key = JSON.stringify([remedy.kind, remedy.what, remedy.asset]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? remedy : { ...known, because: [...new Set([...known.because, ...remedy.because])].toSorted(byNumber) });
  }
  const order = ["evidence", "obtain", "amend", "replace", "drop", "restrict", "adopt", "wait"];
  return [...merged.values()].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || compare(a.asset ?? "", b.asset ?? "") || compare(a.what, b.what));
}

/** Leaving out the places that are worst, where others are better. */
function restrictions(byTerritory: Decision["byTerritory"], holding: readonly Reason[]): Remedy[] {
  const worst = worstStatus(byTerritory.map((t) => t.decision));
  const rest = byTerritory.filter((t) => t.decision !== worst);
  if (rest.length === 0 || worst === "cleared" || worst === "conditional") return [];
  const out = byTerritory.filter((t) => t.decision === worst);
  const because = holding.filter((r) => out.some((t) => t.reasons.includes(r.id))).map((r) => r.id);
  return [{ kind: "restrict", what: `leave out ${out.flatMap((t) => t.territories).toSorted().join(", ")}`, asset: null, improves: worstStatus(rest.map((t) => t.decision)), because }];
}

function remediesFor(reason: Reason, view: View): Remedy[] {
  if (reason.tense === "past") return [];
  const because = [reason.id];
  const remedy = (kind: Remedy["kind"], what: string): Remedy => ({ kind, what, asset: reason.asset, improves: null, because });
  if (reason.outcome.startsWith(clashing)) return [remedy("replace", `${reason.asset} by one whose duties can be kept together with the others`), remedy("amend", `the duty of ${reason.instrument ?? "the instrument"}`)];
  if (reason.options.some((o) => o.fails === "outbound license")) return [remedy("amend", "the license under which the result goes out")];
  const dropped = reason.path.length > 1 ? [remedy("replace", `${reason.asset} by an asset that clears`), remedy("drop", `${reason.asset} and what came of it`)] : [];
  const obtain = reason.basisKind === "none" ? [remedy("obtain", `a license of ${reason.asset} for ${reason.action} (${reason.layer})`)] : [];
  const amend = reason.outcome.includes("prohibited") && !view.question.world.catalogue.laws.has(reason.instrument ?? "") ? [remedy("amend", `${reason.instrument ?? "the instrument"}: consent to ${reason.action}`)] : [];
  return [...obtain, ...amend, ...dropped];
}
