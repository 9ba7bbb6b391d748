import { cyclesOf, type TitleGraph } from "@cleartitle/title";
import type { LicenseReading } from "../judgment/license-reading.js";
import type { Option } from "../judgment/option.js";
import type { Question } from "../judgment/question.js";
import type { AnsweredDemand, PlaceView, View } from "../judgment/view.js";
import type { DemandJudgment } from "./demand-judgment.js";
import { demandInterval, takenOf, type Compatible } from "./judge.js";
import { lawsIn } from "./law.js";
import { readingsOf } from "./license-reading.js";
import { wholeOf } from "./matter.js";
import { boundHow } from "./party.js";
import type { Env } from "./scene.js";
import type { Judgment } from "./standpoint.js";
import type { TerritoryJudgment } from "./territory.js";

/** A judgment in values, for whoever tells it. */
export function viewOf(judgment: Judgment, question: Question): View {
  const { env, past, territories, interval, status, presumed, consulted } = judgment;
  const places = territories.map((t) => placeView(t, question, env));
  const reached = new Set([question.use.of, ...places.flatMap((p) => p.demands.map((d) => d.demand.asset)), ...past.findings.map((f) => f.asset)]);
  const records = new Map([...reached].map((asset): [string, readonly LicenseReading[]] => [asset, readingsOf(env, asset, wholeOf(env, asset), question.act.date)]));
  return { question, places, past: { findings: past.findings, duties: past.duties, cut: past.cut }, interval, status, presumed, consulted, virtual: env.lines.virtual, circles: circlesIn(question.world.graph), records };
}

const cycles = new WeakMap<TitleGraph, readonly (readonly string[])[]>();

function circlesIn(graph: TitleGraph): readonly (readonly string[])[] {
  let known = cycles.get(graph);
  if (known === undefined) cycles.set(graph, (known = cyclesOf(graph)));
  return known;
}

function placeView({ territory, judgment, chosen, relied, duties, clashes, aftermath, interval }: TerritoryJudgment, { act }: Question, env: Env): PlaceView {
  const { bans, uncovered, reliances, lawDuties, boundDuties, layersAsked } = judgment;
  return {
    territory, demands: judgment.demands.map((d) => answered(d, chosen.compatible, act, env)), bans, uncovered, reliances, lawDuties, boundDuties, layersAsked,
    relied, duties, clashes, aftermath, outbound: chosen.outbound, drift: chosen.drift, laws: lawsIn(env, territory, act.date), interval,
  };
}

function answered(judgment: DemandJudgment, compatible: Compatible, act: Question["act"], env: Env): AnsweredDemand {
  const { demand, part, raised, party = act.actor } = judgment;
  const readings = judgment.readings.map((r) => ({
    kind: r.reading.kind, says: r.reading.says, options: r.options.map((option) => ({ option, interval: compatible(option) })), taken: takenOf(r, compatible),
  }));
  const serves = readings.map((r) => r.taken).find((o): o is Option => o !== null);
  const told = serves ?? judgment.readings[0]?.options.find((o) => o.report.kind === "granted") ?? null;
  const instrument = told?.instruments[0];
  return { demand, part, raised, party, interval: demandInterval(judgment, compatible), readings, told, bound: instrument === undefined ? null : boundHow(env, party, instrument, act.date) };
}
