import type { OptionReport } from "../decision.js";
import { sayCount, sayList } from "./list.js";
import { sayCite, sayFact, sayInstrument, sayPosition, type Wording } from "./names.js";
import { sayPremises } from "./premise.js";

/** What is said of one option that was considered for a right. */
export interface OptionWords {
  readonly text: string;
  readonly fails: boolean;
  /** Whether it serves is not known. */
  readonly open: boolean;
  readonly quote: string | null;
  readonly cite: string | null;
  readonly instrument: string | null;
  /** It never had a chance, or is not what the answer stands on: counted in a short text, told in `explain`. */
  readonly folded: boolean;
}

const optionKinds: Readonly<Record<OptionReport["kind"], string>> = {
  owned: "ownership", unprotected: "no protection", granted: "grant", excepted: "exception",
};

const failures: Readonly<Record<string, string>> = {
  purpose: "not for this purpose", field: "not in this field", territory: "not in this place", action: "it does not speak of this act", "kind of object": "not for this kind of asset",
  "kind of source": "not for this kind of asset", "outbound license": "its terms do not go with the license of the release",
};

/** Why an option fails, as a clause: `not for this purpose`, `ended on 2026-06-30`. */
export function sayFailure(fails: string, wording: Wording): string {
  const known = failures[fails];
  if (known !== undefined) return known;
  const weak = /^verified only as `(.+)`$/.exec(fails);
  if (weak !== null) return weak[1] === "memory" ? "its text was recorded from memory and has to be read" : `its text is ${weak[1]!} and has to be read`;
  if (fails.startsWith("position ")) return wording.names?.positions?.has(fails.slice("position ".length)) === true ? `it hangs on a position: ${sayPosition(fails.slice("position ".length), wording)}` : fails;
  return sayFact(fails, wording) === null ? fails : "what it asks is not so";
}

const isKind = (option: OptionReport): boolean => option.fails === "kind of source" || option.fails === "kind of object";
const serves = (option: OptionReport): boolean => option.interval.best !== "blocked";

/** In a short text a position is told only where no fact decides: what can be found out comes before what is contested. */
function tellingOf(option: OptionReport, wording: Wording): OptionReport["premises"] {
  const open = option.premises.filter((premise) => premise.result !== "true");
  const facts = open.filter((premise) => !premise.reads.startsWith("position "));
  return facts.length === 0 || wording.full === true ? open : facts;
}

function sayOption(option: OptionReport, folded: boolean, wording: Wording): OptionWords {
  const { best, worst } = option.interval;
  const law = option.kind === "excepted" || option.kind === "unprotected";
  const place = law && option.instrument !== null ? wording.names?.laws?.get(option.instrument)?.jurisdiction : undefined;
  const by = option.instrument === null ? "" : law ? `${place === undefined ? "" : ` in ${place}`} (${sayCite(option.instrument, option.cite, wording) ?? option.instrument})` : ` under ${sayInstrument(option.instrument, wording)}`;
  const id = wording.full === true && law && option.instrument !== null ? ` [${option.instrument}]` : "";
  const telling = worst === "blocked" ? sayPremises(tellingOf(option, wording), wording) : [];
  // A recorded test says more than the word for it; the word is left for what has none.
  const short = telling.length > 0 || option.fails === null ? telling : [sayFailure(option.fails, wording)];
  const because = short.length === 0 ? "" : ` — ${short.join("; ")}`;
  const judged = best === "blocked" ? "does not serve" : worst === "blocked" ? "may serve" : worst === "conditional" ? "serves, on conditions" : "serves";
  return {
    text: `${optionKinds[option.kind]}${by}${id} ${judged}${because}`, fails: best === "blocked", open: best !== "blocked" && worst === "blocked", quote: option.quote,
    cite: law && option.instrument !== null ? null : option.cite, instrument: option.instrument, folded,
  };
}

/** One option found in several places is one, with the tests of all of them. */
function mergeOptions(options: readonly OptionReport[]): OptionReport[] {
  const merged = new Map<string, OptionReport>();
  for (const option of options) {
    const { premises, ...rest } = option;
    const key = JSON.stringify(rest);
    merged.set(key, { ...option, premises: [...(merged.get(key)?.premises ?? []), ...premises] });
  }
  return [...merged.values()];
}

const kindOrder: Readonly<Record<OptionReport["kind"], number>> = { granted: 0, owned: 1, excepted: 2, unprotected: 3 };

/**
 * Options in words, grants first, then exceptions. Where one is relied on (`relied`), the others are folded; else what never had a chance is:
 * rules on what is unprotected that fail, and whatever is for another kind of asset.
 */
export function sayOptions(options: readonly OptionReport[], relied: ((option: OptionReport) => boolean) | null, wording: Wording): OptionWords[] {
  const merged = mergeOptions(options);
  const some = relied !== null && merged.some(relied);
  return merged
    .map((option) => ({ option, folded: some ? !relied(option) : !serves(option) && (option.kind === "unprotected" || isKind(option)) }))
    .toSorted((a, b) => Number(a.folded) - Number(b.folded) || kindOrder[a.option.kind] - kindOrder[b.option.kind] || Number(serves(b.option)) - Number(serves(a.option)))
    .map(({ option, folded }) => sayOption(option, folded, wording));
}

/** How many options a short text leaves out; null where it leaves out none. */
export function sayFolded(options: readonly OptionReport[], words: readonly OptionWords[]): string | null {
  const folded = words.filter((option) => option.folded);
  if (folded.length === 0) return null;
  if (words.some((option) => !option.folded && !option.fails && !option.open)) return `${sayCount(folded.length, "other option was", "other options were")} considered`;
  const unprotected = folded.filter((option) => option.text.startsWith(optionKinds.unprotected)).length;
  const parts = [
    ...(unprotected === 0 ? [] : [`${sayCount(unprotected, "rule")} on what is unprotected`]),
    ...(folded.length === unprotected ? [] : [`${sayCount(folded.length - unprotected, "exception")} for other kinds of asset`]),
  ];
  return options.length === 0 ? null : `${sayList(parts)} ${folded.length === 1 ? "was considered; it does not apply" : "were considered; none applies"}`;
}
