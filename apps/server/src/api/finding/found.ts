import { fileFindings, isExpired, isInForce, waivesNotRead, waivesReason } from "@cleartitle/engine";
import { contradictionsIn } from "@cleartitle/intake";
import { digestOf, type Layer, statusOrder, type Status } from "@cleartitle/norms";
import { byText, isNotRead, type Waiver } from "@cleartitle/title";
import type { Answer, AnswerReason } from "../standing/answer.js";
import type { Standing } from "../standing/standings.js";

/** What is wrong or worth a look: with the records, or with a right that a use needs. */
export interface Found {
  /** The same for the same finding, whatever is recorded beside it. */
  readonly fingerprint: string;
  /** `records`: evidence contradicts itself or is thin; `rights`: a use is not cleared for it. */
  readonly about: "records" | "rights";
  /** What a waiver of it names. */
  readonly kind: string;
  /** The worst answer that it has a part in, of what was not read the worst of all; null: no use reaches it. */
  readonly severity: Status | null;
  readonly asset: string | null;
  readonly layer: Layer | null;
  readonly action: string | null;
  readonly instrument: string | null;
  readonly cite: string | null;
  readonly detail: string;
  readonly settle: string;
  /** Uses whose answers it is known to bear on. */
  readonly uses: readonly string[];
  /** By which it is accepted for every one of these uses; null: for some it is not. */
  readonly waiver: Pick<Waiver, "id" | "reason" | "by" | "until"> | null;
  /** A waiver that ended, where none holds. */
  readonly expired: string | null;
}

const found = new WeakMap<Standing, readonly Found[]>();

/** Everything that is found in a standing, worst first. Found once: neither records, catalogue nor day of it change. */
export function foundIn(standing: Standing): readonly Found[] {
  let list = found.get(standing);
  if (list === undefined) found.set(standing, (list = [...rightsIn(standing), ...recordsIn(standing)].toSorted(byWeight)));
  return list;
}

const byWeight = (a: Found, b: Found): number =>
  statusOrder(b.severity ?? "cleared", a.severity ?? "cleared") || byText(a.about, b.about) || byText(a.kind, b.kind) || byText(a.asset ?? "", b.asset ?? "") || byText(a.detail, b.detail) || byText(a.fingerprint, b.fingerprint);

/** Uses by what they have a reason about. */
function usesByAsset({ answers }: Standing): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const { use, of, assets } of answers.values()) {
    for (const asset of new Set([of, ...assets.keys()])) {
      const known = uses.get(asset);
      if (known === undefined) uses.set(asset, [use]);
      else known.push(use);
    }
  }
  return uses;
}

function recordsIn(standing: Standing): Found[] {
  const { world: { graph, catalogue }, answers, day } = standing;
  const rows = [...answers.values()].map(({ of, decision, assets }) => ({ asset: of, decision, reasons: [...assets].map(([asset, { decision: status }]) => ({ asset, decision: status })) }));
  const uses = usesByAsset(standing);
  const lists = [graph.findings, contradictionsIn(graph, catalogue, day), ...[...answers.values()].flatMap(({ findings, drift }) => [findings, drift])];
  return fileFindings("", rows, lists, null).map(({ fingerprint, kind, asset, detail, settle, bearsOn }): Found => {
    const bearing = (asset === null ? undefined : uses.get(asset)) ?? [];
    const covers = (waiver: Waiver, use: string | null): boolean => isNotRead({ kind }) ? waivesNotRead(waiver) : (waiver.kind === "any" || waiver.kind === kind) && (waiver.asset === null || waiver.asset === asset) && (waiver.use === null || waiver.use === use);
    return { fingerprint, about: "records", kind, severity: bearsOn, asset, layer: null, action: null, instrument: null, cite: null, detail, settle, uses: bearing, ...waivedBy(graph.waivers, day, bearing, covers) };
  });
}

/** A right that keeps answers from being clear, told once for all the uses that need it. */
interface Needed {
  readonly reason: AnswerReason;
  readonly settle: string;
  readonly severity: Status;
  readonly uses: string[];
}

function rightsIn({ world: { graph }, answers, day }: Standing): Found[] {
  const needed = new Map<string, Needed>();
  for (const answer of answers.values()) for (const reason of answer.reasons) addNeeded(needed, answer, reason);
  return [...needed].map(([fingerprint, { reason, settle, severity, uses }]): Found => {
    const { asset, layer, action, instrument, cite, outcome, says } = reason;
    const covers = (waiver: Waiver, use: string | null): boolean => use !== null && waivesReason(waiver, use, reason);
    return { fingerprint, about: "rights", kind: outcome, severity, asset, layer, action, instrument, cite, detail: says, settle, uses, ...waivedBy(graph.waivers, day, uses, covers) };
  });
}

/** Conditions are for the obligations to tell. */
function addNeeded(needed: Map<string, Needed>, answer: Answer, reason: AnswerReason): void {
  if (reason.decision !== "blocked" && reason.decision !== "unresolved") return;
  const { decision, asset, layer, action, instrument, norm, outcome } = reason;
  const fingerprint = digestOf(["rights", decision, asset, layer, action, instrument, norm, outcome]);
  const known = needed.get(fingerprint);
  if (known === undefined) {
    const settle = answer.remedies.filter(({ because }) => because.includes(reason.id)).slice(0, 3).map(({ kind, what }) => `${kind}: ${what}`).join("; ");
    needed.set(fingerprint, { reason, settle, severity: decision, uses: [answer.use] });
  } else if (!known.uses.includes(answer.use)) known.uses.push(answer.use);
}

/** The waiver that accepts a finding for all uses, where one does for each; else one that did and ended. */
function waivedBy(waivers: readonly Waiver[], day: string, uses: readonly string[], covers: (waiver: Waiver, use: string | null) => boolean): Pick<Found, "waiver" | "expired"> {
  const asked = uses.length === 0 ? [null] : uses;
  const holding = asked.map((use) => waivers.find((waiver) => isInForce(waiver, day) && covers(waiver, use)));
  const first = holding[0];
  if (first !== undefined && holding.every((each) => each !== undefined)) return { waiver: { id: first.id, reason: first.reason, by: first.by, until: first.until }, expired: null };
  return { waiver: null, expired: waivers.find((waiver) => isExpired(waiver, day) && asked.some((use) => covers(waiver, use)))?.id ?? null };
}
