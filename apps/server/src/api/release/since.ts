import { statusOrder, type Status } from "@cleartitle/norms";
import type { Answer, AnswerReason } from "../standing/answer.js";

/** A reason or duty that an answer has and another one has not. */
interface SinceEntry {
  readonly asset: string;
  readonly what: string;
  readonly decision: Status | null;
  readonly says: string;
}

interface Difference {
  readonly new: readonly SinceEntry[];
  readonly gone: readonly SinceEntry[];
}

/** What an answer says otherwise than an earlier one to the same question. */
export interface Since {
  readonly changed: boolean;
  readonly decision: { readonly before: Status; readonly after: Status };
  /** Places whose answer is another one, or that only one of the two was asked for. */
  readonly places: { readonly better: readonly string[]; readonly worse: readonly string[]; readonly new: readonly string[]; readonly gone: readonly string[] };
  readonly reasons: Difference;
  readonly obligations: Difference;
}

type Keyed = ReadonlyMap<string, SinceEntry>;

const reasonKey = ({ decision, act, asset, layer, action, instrument, norm, outcome }: AnswerReason): string => JSON.stringify([decision, act, asset, layer, action, instrument, norm, outcome]);

const reasonsOf = (answer: Answer): Keyed => new Map(answer.reasons.map((each) => [reasonKey(each), { asset: each.asset, what: `${each.action} (${each.layer})`, decision: each.decision, says: each.says }]));

const obligationsOf = (answer: Answer): Keyed =>
  new Map(answer.obligations.map((each) => [JSON.stringify([each.do, each.object, each.creditor, each.trigger, each.state, each.instrument, each.norm]), { asset: each.object, what: each.do, decision: null, says: `${each.do}${each.text === null ? "" : `: ${each.text}`}${each.creditor === null ? "" : ` to ${each.creditor}`} (${each.state}, ${each.instrument} ${each.cite})` }]));

function between(before: Keyed, after: Keyed): Difference {
  const only = (these: Keyed, others: Keyed): SinceEntry[] => [...these].flatMap(([key, entry]) => (others.has(key) ? [] : [entry]));
  return { new: only(after, before), gone: only(before, after) };
}

const placesOf = ({ byTerritory }: Answer): ReadonlyMap<string, Status> => new Map(byTerritory.flatMap(({ territories, decision }) => territories.map((place) => [place, decision] as const)));

export function sinceOf(before: Answer, after: Answer): Since {
  const [was, is] = [placesOf(before), placesOf(after)];
  const both = [...is].filter(([place]) => was.has(place));
  const places = {
    better: both.filter(([place, status]) => statusOrder(status, was.get(place)!) < 0).map(([place]) => place), worse: both.filter(([place, status]) => statusOrder(status, was.get(place)!) > 0).map(([place]) => place),
    new: [...is.keys()].filter((place) => !was.has(place)), gone: [...was.keys()].filter((place) => !is.has(place)),
  };
  const [reasons, obligations] = [between(reasonsOf(before), reasonsOf(after)), between(obligationsOf(before), obligationsOf(after))];
  const lists = [...Object.values(places), ...Object.values(reasons), ...Object.values(obligations)] as readonly (readonly unknown[])[];
  return { changed: before.decision !== after.decision || lists.some((list) => list.length > 0), decision: { before: before.decision, after: after.decision }, places, reasons, obligations };
}
