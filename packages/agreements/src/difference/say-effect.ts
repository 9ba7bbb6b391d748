import { type Block, type Item, item, sayList, section } from "@cleartitle/engine";
import type { SentenceChange } from "../effect/because.js";
import type { TermChange, TermChanges } from "../effect/deal-terms.js";
import type { Effect, UseChange } from "../effect/effect.js";

/** Places of a group that are named; the rest is counted. */
const most = 12;

const places = (territories: readonly string[]): string => (territories.length <= most ? territories.join(" ") : `${territories.slice(0, most).join(" ")} and ${territories.length - most} more`);

const sentenceLines = (sentences: readonly SentenceChange[]): string[] =>
  sentences.flatMap(({ cite, before, after }) => [...(before === null ? [] : [`${cite} before: ${before}`]), ...(after === null ? [] : [`${cite} now: ${after}`])]);

function placeLines({ territories, before, after, stood, stands, because: { alone, together, sentences } }: UseChange["places"][number]): string[] {
  const cause = alone.length > 0 ? [`by ${sayList(alone, "or")} alone`] : together.length > 0 ? [`only together: ${sayList(together)}`] : [];
  const reason = (stands.length > 0 ? stands : stood)[0];
  const why = reason === undefined ? [] : [`${stands.length > 0 ? "now" : "before"}: ${reason.outcome} (${[reason.layer, reason.action, reason.asset].join(", ")}${reason.cite === null ? "" : `; ${[reason.instrument, reason.cite].filter((each) => each !== null).join(" ")}`})`];
  return [`${places(territories)}: ${before} → ${after}${cause.length === 0 ? "" : `, ${cause.join("")}`}`, ...why, ...sentenceLines(sentences)];
}

const nothing = "(nothing)";

function useItem({ use, before, after, change, places: changes, obligations, exposure }: UseChange): Item {
  const duties = obligations.map((each) => {
    const differs = each.differs.filter(({ what }) => each.change === "changed" || what === "text" || what === "due").map((one) => (each.change === "changed" ? `${one.what} ${one.before ?? nothing} → ${one.after ?? nothing}` : `${one.after ?? one.before}`));
    return `obligation ${each.change}: ${each.do} for ${each.object} (${each.cite}): ${differs.join("; ")}`;
  });
  const acts = exposure.map((each) => `past act ${each.act}, ${each.action} ${each.asset} (${each.layer}): ${each.before ?? nothing} → ${each.after ?? nothing}; ${each.why}`);
  const words = { better: "better", worse: "worse", mixed: "better in some places, worse in others", reasons: "the same answer", same: "the same answer", new: "new", gone: "gone" } as const;
  return item(`${use}: ${before} → ${after}, ${words[change]}`, { status: after, details: [...changes.flatMap(placeLines), ...duties, ...acts] });
}

const order = { worse: 0, mixed: 1, gone: 2, new: 3, better: 4, reasons: 5, same: 6 } as const;

/** Uses that change, those that become worse first. */
export const useItems = ({ uses }: Effect): Item[] => uses.toSorted((a, b) => order[a.change] - order[b.change] || (a.use < b.use ? -1 : 1)).map(useItem);

/** Each clause with what it would do if nothing else were changed. */
export const clauseItems = ({ clauses }: Effect): Item[] =>
  clauses.map(({ id, number, title, change, before, after, sentences, alone, why }) => {
    const versions = { added: `added, ${after.version}`, removed: `given up, was ${before.version}`, version: `${before.version} → ${after.version}`, values: "other values", words: "other words of the parties" } as const;
    const does = alone === null ? [`cannot be asked alone: ${why}`] : alone.length === 0 ? ["changes no answer alone"] : alone.map((each) => `${each.use}, ${places(each.territories)}: ${each.before} → ${each.after}${each.holds ? "" : "; the other changes take it back"}`);
    return item(`${number === null ? "" : `${number}. `}${title} (${number === null ? id : versions[change]})`, { details: [...does, ...sentenceLines(sentences)] });
  });

const termItem = ({ change, cite, what, before, after }: TermChange, isNorm: boolean): Item => item(`${cite} ${change}: ${what}`, { details: isNorm ? [] : [...(before === null ? [] : [`before: ${before}`]), ...(after === null ? [] : [`now: ${after}`])] });

const said = (title: string, changes: readonly TermChange[], isNorm = false): Block[] => section(title, changes.map((each) => termItem(each, isNorm)));

/** What the deal itself sets otherwise. */
export function termBlocks({ duties, dates, bans, grants, unread }: TermChanges): Block[] {
  return [...said("Duties of the deal", duties), ...said("Days", dates), ...said("Bans", bans, true), ...said("Rights", grants, true), ...said("In no norm", unread)];
}
