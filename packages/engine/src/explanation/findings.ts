import type { Exposure, Finding } from "../decision.js";
import { answeredAlike, type View } from "../judgment/view.js";
import { recordedOn } from "./recorded-finding.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is wrong or worth a look among the assets that the answer reaches. */
export function findingsOf(view: View, exposure: readonly Exposure[]): Finding[] {
  const { question } = view;
  const reached = new Set<string>([question.use.of]);
  for (const t of view.places) for (const d of t.demands) reached.add(d.demand.asset);
  for (const e of exposure) reached.add(e.asset);
  const recorded = recordedOn(question.world.graph);
  const notOwned = notOwnedIn(view);
  const findings = [
    ...[...reached].flatMap((asset) => onAsset(asset, view, notOwned)),
    ...view.places.flatMap((t) => t.reliances.map((r): Finding => ({ kind: "upstream-undisclosed", asset: r.asset, detail: r.why, settle: "ask the publisher what went into it, and record the answer as `upstream`" }))),
    ...view.places.flatMap((t) => t.relied.flatMap((o) => o.findings.map((f): Finding => ({ kind: f.kind, asset: null, detail: f.detail, settle: settleOf(f.kind) })))),
    ...view.places.flatMap((t) => t.demands.flatMap((d) => answeredAlike(d).readings.flatMap((r) => r.options.flatMap(({ option: o }) => o.findings.map((f): Finding => ({ kind: f.kind, asset: d.demand.asset, detail: f.detail, settle: settleOf(f.kind) })))))),
    ...view.places.flatMap((t) => t.drift.map((c): Finding => ({ kind: "license-drift", asset: question.use.of, detail: `released as ${question.use.as ?? "?"}, which ${c.instrument.id} (${c.cite}) does not allow`, settle: "release under one of `outboundLicenses.candidates`, or replace the source" }))),
    ...view.past.duties.filter((d) => d.state === "overdue").map((d): Finding => ({ kind: "alleged-breach", asset: d.object, detail: `\`${d.norm.oblige.do}\` of ${d.instrument.id} (${d.norm.cite}) was due ${d.due} and no evidence is recorded`, settle: "record the evidence that it was done, or cure it" })),
    ...cutOff(view),
    ...erasures(view, reached),
    ...view.circles.filter((circle) => circle.some((asset) => reached.has(asset))).map((c): Finding => ({ kind: "cycle", asset: c[0] ?? null, detail: `derivations run in a circle: ${c.join(", ")}`, settle: "give versions to the assets, or correct the derivations" })),
    ...[...reached].flatMap((asset) => (recorded.get(asset) ?? []).map((f): Finding => ({ ...f }))),
  ];
  return distinctFindings(findings.filter((f) => f.asset === null || !view.virtual.has(f.asset)));
}

/** Each once, in order; what is said of nothing in particular only where it is said of no thing. */
export function distinctFindings(findings: readonly Finding[]): Finding[] {
  // Told apart without a text for each: an answer about many things has thousands, most of them several times.
  const known = new Map<string | null, Map<string, Finding[]>>();
  const unique = findings.filter((finding) => {
    let details = known.get(finding.asset);
    if (details === undefined) known.set(finding.asset, (details = new Map()));
    const alike = details.get(finding.detail);
    if (alike === undefined) details.set(finding.detail, [finding]);
    else if (alike.some(({ kind, settle }) => kind === finding.kind && settle === finding.settle)) return false;
    else alike.push(finding);
    return true;
  });
  return unique.filter((f) => f.asset !== null || !unique.some((g) => g.asset !== null && g.kind === f.kind && g.detail === f.detail))
    .toSorted((a, b) => compare(a.kind, b.kind) || compare(a.asset ?? "", b.asset ?? "") || compare(a.detail, b.detail));
}

function onAsset(asset: string, view: View, notOwned: ReadonlySet<string>): Finding[] {
  const readings = view.records.get(asset) ?? [];
  const found: Finding[] = [];
  if (readings.length > 1) found.push({ kind: "license-conflict", asset, detail: `recorded licenses differ: ${readings.map((r) => r.says).toSorted().join(" · ")}`, settle: "conclude which one holds, with the evidence" });
  if (readings.some((r) => r.kind === "unrecorded" && r.options.length === 0) && notOwned.has(asset)) found.push({ kind: "license-unknown", asset, detail: "no license is recorded, which is unknown and no grant", settle: "record the license with its source, or conclude `NONE`" });
  return found;
}

/** What the actor is no owner of: of what it made itself it is not worth saying. */
const notOwnedIn = (view: View): ReadonlySet<string> =>
  new Set(view.places.flatMap((t) => t.demands.flatMap((d) => (answeredAlike(d).readings.every((r) => !r.options.some(({ option: o }) => o.report.kind === "owned")) ? [d.demand.asset] : []))));

/** Acts that meet more claims than are judged of one use. */
function cutOff({ past: { cut }, question: { claimBudget } }: View): Finding[] {
  if (cut === null) return [];
  return [{ kind: "cut", asset: null, detail: `the first ${cut.judged} earlier acts were judged; ${cut.left} later ones would meet more than ${claimBudget} claims`, settle: "ask of something nearer to those acts, or with a larger budget" }];
}

function erasures({ question }: View, reached: ReadonlySet<string>): Finding[] {
  const { events } = question.world.graph;
  return events
    .filter((e) => e.kind === "erasure-requested" && reached.has(e.of) && e.on <= question.asOf && !events.some((d) => d.kind === "deleted" && d.of === e.of && (d.part === null || d.part === e.part) && d.on >= e.on))
    .map((e): Finding => ({ kind: "erasure-open", asset: e.of, detail: `an erasure requested on ${e.on}${e.part === null ? "" : ` (${e.part})`} has no recorded deletion`, settle: "record the deletion, or why it need not be made" }));
}

function settleOf(kind: string): string {
  if (kind === "unknown-license") return "identify the license from its text, or add its terms to the catalogue";
  if (kind === "title-gap") return "record the missing assignment or share";
  return "settle the claim and record how";
}
