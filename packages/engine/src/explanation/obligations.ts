import type { Obligation, Premise } from "../decision.js";
import { creditorOf, distinctDuties, type Duty } from "../judgment/duty.js";
import { originOf } from "../judgment/origin.js";
import type { View } from "../judgment/view.js";
import { licensorIn } from "./draft.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const owedTo = ({ norm, instrument, source }: Duty, view: View): string | null => creditorOf(norm, instrument, licensorIn(view, source));

/** Duties of relied options and of whatever binds, those of past acts that are not met, and what we undertake by relying on an option (step 5). One duty that is owed to several is one to each of them. */
export function obligationsOf(view: View): Obligation[] {
  // What is alike in several places is there once.
  const present = new Set(view.places.flatMap(({ relied, boundDuties, lawDuties }) => [...relied.flatMap((option) => option.duties), ...boundDuties, ...lawDuties]));
  const past = view.past.duties.filter((d) => d.state === "overdue");
  const duties = distinctDuties([...present, ...past], (duty) => owedTo(duty, view)).map((d) => sayDuty(d, view));
  const undertaken = view.places.flatMap((t) => t.relied.flatMap((o) => o.undertaken.map((p) => sayUndertaking(p, o.report.instrument, o.report.cite, view.question.act.actor, view))));
  const all = [...duties, ...undertaken];
  const merged = new Map<string, Obligation>();
  for (const each of all) {
    // One duty that several acts trigger is one duty.
    const key = JSON.stringify({ ...each, trigger: null });
    const known = merged.get(key);
    merged.set(key, known === undefined ? each : { ...known, trigger: [...new Set([...known.trigger.split(", "), each.trigger])].toSorted().join(", ") });
  }
  return [...merged.values()].toSorted((a, b) =>
    compare(a.instrument, b.instrument) || compare(a.norm, b.norm) || compare(a.object, b.object) || compare(a.trigger, b.trigger) || compare(a.creditor ?? "", b.creditor ?? ""));
}

function sayDuty(duty: Duty, view: View): Obligation {
  const { oblige } = duty.norm;
  const unknown = duty.premises.filter((p) => p.result === "unknown").map((p) => p.reads);
  return {
    do: oblige.do, text: oblige.text ?? oblige.token ?? null, debtor: duty.debtor, creditor: owedTo(duty, view), object: duty.object, trigger: duty.trigger, due: duty.due,
    reading: oblige.reading ?? "concurrent", state: duty.state, evidence: oblige.evidence ?? [], if: duty.state === "if" ? [...new Set(unknown)].toSorted().join(", ") || "whether it reaches" : null,
    ...originOf(duty.instrument.id, duty.norm.id), cite: duty.norm.cite,
  };
}

function sayUndertaking(premise: Premise, instrument: string | null, cite: string | null, debtor: string, view: View): Obligation {
  const ask = view.question.world.catalogue.taxonomies.facts.get(premise.reads)?.ask ?? premise.reads;
  return {
    do: "undertake", text: `${ask} (${premise.needs})`, debtor, creditor: null, object: premise.of ?? "", trigger: "use", due: "before:use", reading: "precondition", state: "open", evidence: [premise.reads],
    if: null, instrument: instrument ?? "law", norm: premise.reads, cite: cite ?? "",
  };
}
