import { exactly, type Condition, type Instrument, type Interval, type NormOf, type Truth } from "@cleartitle/norms";
import type { TitleRecord } from "@cleartitle/title";
import type { Premise } from "../../decision.js";
import type { Ownership } from "../../judgment/ownership.js";
import type { Licenses } from "./licenses.js";
import type { Lives } from "./lives.js";
import type { Making, Makers } from "./makers.js";
import { momentOf, type Moment } from "./moment.js";
import type { RightAsked, Titles } from "./titles.js";

export interface OwnershipAsked extends Omit<RightAsked, "asset" | "date"> {
  readonly node: number;
  readonly asset: string;
  readonly party: string;
  readonly group: ReadonlySet<string>;
  readonly at: Moment;
  readonly asOf: string;
  /** What the place leaves of it, where more than use is asked: to license, assign or enforce. */
  readonly within: (own: Ownership) => Ownership;
  /** Whether breaches that are only alleged count. */
  readonly fears: () => boolean;
  /** Judges, as a prohibition, a clause on who owns what is made, where and when it was made. */
  readonly assigns: (condition: Condition | undefined, text: Instrument, making: Making) => Truth;
}

interface Records {
  readonly titles: Titles;
  readonly makers: Makers;
  readonly licenses: Licenses;
  readonly lives: Lives;
}

const open: Interval = { best: "cleared", worst: "blocked" };

/** null: nothing recorded makes the party an owner. */
export function ownershipIn(records: Records, asked: OwnershipAsked): Ownership | null {
  const chain = records.titles.chainOf({ asset: asked.asset, layer: asked.layer, atom: asked.atom, date: asked.at.date });
  const recorded = chain.length > 0 ? byTitle(chain, asked) : byMaking(records, asked);
  const own = recorded === null ? null : asked.within(recorded);
  if (own === null || !records.titles.isContested(asked.asset, asked.layer, asked.group)) return own;
  return { ...own, interval: { ...own.interval, worst: "blocked" }, premises: [...own.premises, contested(asked.asset)], findings: [...own.findings, contestedFinding] };
}

export const contested = (asset: string): Premise => ({ reads: "rival claims", of: asset, is: "an unsettled claim", needs: "none", result: "unknown" });
export const contestedFinding: Ownership["findings"][number] = { kind: "rival-claim", detail: "somebody else claims this right" };

function byMaking(records: Records, asked: OwnershipAsked): Ownership | null {
  const { node, asset, party, group, at } = asked;
  if (asked.layer !== "copyright" || !records.makers.isMadeBy(node, group, at)) return null;
  const premise: Premise = { reads: "maker of the recorded derivation", of: asset, is: party, needs: "the actor's own contribution", result: "true" };
  const assigned = assignedAway(records, asked);
  const [interval, premises] = assigned === null ? [exactly("cleared"), [premise]] : [open, [premise, assigned]];
  return { says: "own contribution to a recorded derivation", interval, premises, findings: [] };
}

/** A text under which the thing was made that may give it to the licensor. */
export function assignedAway({ makers, licenses, lives }: Records, { node, asset, asOf, at, assigns, fears }: OwnershipAsked): Premise | null {
  for (const making of makers.into(node)) {
    const what = makers.isGeneration(making.kind) ? "output" : "derivative";
    for (const text of licenses.textsOf(making.source, momentOf(making.derivation.during.from, asOf))) {
      const clause = text.norms.find((norm): norm is NormOf<"assign"> & typeof norm => norm.kind === "assign" && norm.assign.what === what && norm.assign.to === "licensor" && assigns(norm.if, text, making) !== "false");
      const left = (is: string): Premise => ({ reads: `ownership of ${what}s under ${text.id}`, of: asset, is, needs: "ours", result: "unknown" });
      if (clause !== undefined) return left(`assigned to the licensor (${clause.cite})`);
      const kept = text.norms.find((norm) => norm.kind === "assign" && norm.assign.what === what && norm.assign.to === "licensee" && norm.assign.ifCompliant === true
        && lives.isInBreach(text.id, making.derivation.who, norm.assign.vests === undefined ? { from: at.date, to: at.date } : making.derivation.during, fears));
      if (kept !== undefined) return left(`not assigned after a breach (${kept.cite})`);
    }
  }
  return null;
}

/** Shares are added up in floating point: what differs by less than this is equal. */
const slight = 1e-9;

export const isAll = (share: number): boolean => share >= 1 - slight;

/** What a chain comes to for a group. */
interface Held {
  readonly share: number;
  /** The most that it had at any time. */
  readonly most: number;
  readonly faults: readonly string[];
}

/** Follows the chain: who assigns must hold what it assigns. */
export function heldBy(chain: readonly TitleRecord[], group: ReadonlySet<string>): Held {
  const held = new Map<string, number>();
  const faults: string[] = [];
  const add = (party: string, share: number): void => void held.set(party, (held.get(party) ?? 0) + share);
  const sum = (counts: (party: string) => boolean): number => {
    let all = 0;
    for (const [party, share] of held) if (counts(party)) all += share;
    return all;
  };
  let most = 0;
  for (const { from, to, how, share } of chain) {
    const has = from === null ? share : (held.get(from) ?? 0);
    if (from === null && (how === "assignment" || how === "order")) faults.push(`${how} to ${to} names no assignor`);
    if (has + slight < share) faults.push(`${from} assigned ${share} and is recorded as holding ${has}`);
    else if (from !== null) held.set(from, has - share);
    add(to, share);
    most = Math.max(most, sum((party) => group.has(party)));
  }
  const total = sum(() => true);
  if (faults.length === 0 && total > 1 + slight) faults.push(`recorded shares add up to ${total}`);
  return { share: sum((party) => group.has(party)), most, faults };
}

function byTitle(chain: readonly TitleRecord[], { asset, group }: OwnershipAsked): Ownership {
  const { share, faults } = heldBy(chain, group);
  const result: Truth = share <= slight ? "false" : isAll(share) && faults.length === 0 ? "true" : "unknown";
  const last = chain.at(-1)!;
  return {
    interval: result === "true" ? exactly("cleared") : result === "false" ? exactly("blocked") : open,
    says: `${last.how}${last.from === null ? "" : ` from ${last.from}`}${last.evidence === null ? "" : ` (${last.evidence})`}`,
    premises: [{ reads: "chain of title", of: asset, is: `share ${share}`, needs: "the whole right, without a gap", result }],
    findings: faults.map((detail) => ({ kind: "title-gap", detail })),
  };
}
