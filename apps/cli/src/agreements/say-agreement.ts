import { type Agreement, type AgreementDuty, amendedBy, dutiesOf, lastDay, mayFollow, ownEnd, type Runbook, type Side, standingOn, termsOn } from "@cleartitle/agreements";
import { problem } from "@cleartitle/norms";
import { Stop } from "../stop.js";

const none = "-";

interface Brief {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  /** Why it is not known whether it still runs; null: it is known. */
  readonly openEnd: string | null;
  readonly turn: Side | null;
  readonly ours: Side;
  readonly parties: readonly string[];
  readonly version: number;
  readonly signedOn: string | null;
  readonly lastDay: string | null;
  readonly noticeBy: string | null;
  /** The notice by which it does not renew; null: none does. */
  readonly stopped: { readonly on: string; readonly side: string } | null;
  /** What is asked of notices that came too late. */
  readonly asked: readonly string[];
  readonly amendments: number;
  readonly topics: readonly string[];
}

/** An agreement in brief, as it is on a day. */
export function briefOf(agreement: Agreement, day: string): Brief {
  const { life, deal } = agreement;
  const { state, term, openEnd } = standingOn(agreement, day);
  return {
    id: life.id, title: deal.title, state, openEnd, turn: life.turn, ours: life.ours, parties: deal.parties.map(({ id }) => id), version: life.versions.length, signedOn: life.signed?.on ?? null, lastDay: term === null ? null : lastDay(life, term),
    noticeBy: term?.renewal?.noticeBy ?? null, stopped: term?.renewal?.stopped ?? null, asked: term?.renewal?.open.map(({ says }) => says) ?? [], amendments: life.amendments.length, topics: termsOn(agreement, day)?.compiled.clauses.map(({ topic }) => topic) ?? [],
  };
}

export const listLines = (rows: readonly Brief[]): string[] =>
  rows.length === 0 ? ["no agreements"] : rows.map(({ id, state, turn, lastDay: last, title }) => `${id.padEnd(24)} ${state.padEnd(9)} ${(turn === null ? none : `turn: ${turn}`).padEnd(15)} ${(last ?? none).padEnd(10)}  ${title}`);

export function showLines(agreement: Agreement, day: string): string[] {
  const { life, problems } = agreement;
  const { id, title, state, turn, ours, parties, signedOn, lastDay: last, noticeBy, stopped, openEnd, asked } = briefOf(agreement, day);
  return [
    `${id}: ${title}`, `as of ${day}: ${openEnd ?? state}${turn === null ? "" : `; it is the ${turn}'s move`}; we are the ${ours}`, `between ${parties.join(", ")}`,
    ...(signedOn === null ? [] : [`signed on ${signedOn}`]), ...(last === null ? [] : [`last day ${last}`]), ...(stopped === null ? [] : [`does not renew: the ${stopped.side} said no on ${stopped.on}`]),
    ...(noticeBy === null || openEnd !== null || stopped !== null ? [] : [`renews by itself unless somebody says no by ${noticeBy}`]), ...asked.map((each) => `open: ${each}`),
    "", `Versions (${life.versions.length})`, ...life.versions.map(({ number, side, frozenOn, by, digest }) => `  ${number} of the ${side}, ${frozenOn === null ? "a draft" : `frozen since ${frozenOn}`}, recorded by ${by}, ${digest.slice(0, 19)}`),
    ...life.amendments.flatMap((each, index) => [...(index === 0 ? ["", `Amendments (${life.amendments.length})`] : []), `  ${each.id} from ${each.from}, ${each.signed === null ? "waits for signatures" : `signed on ${each.signed.on}`}`]),
    "", `Steps (${life.steps.length})`, ...life.steps.map(({ number, at, by, content }) => `  ${number} ${content.step}${"on" in content ? ` on ${content.on}` : ""}, recorded on ${at.slice(0, 10)} by ${by}`),
    "", "What may come next", ...mayFollow(life).map(({ step, why }) => `  ${step}${why === null ? "" : `: no, ${why}`}`),
    ...(problems.length === 0 ? [] : ["", "The clauses of today cannot read it", ...problems.map(({ message }) => `  ${message}`)]),
  ];
}

/** Terms on a day, clause by clause. */
export function effectiveLines(agreement: Agreement, numbers: ReadonlyMap<string, string>, day: string): string[] {
  const inDocument = (topic: string): string => (numbers.has(topic) ? `; ${numbers.get(topic)!} in the document` : "");
  const amended = amendedBy(agreement.amendments, day);
  const { compiled } = termsOn(agreement, day)!;
  return [
    `${agreement.deal.title}, on ${day}`,
    ...compiled.clauses.flatMap(({ topic, number, title, version, text }) => ["", `${number}. ${title} (${amended.has(topic) ? `by ${amended.get(topic)!}` : version}${inDocument(topic)})`, ...text.map((sentence, index) => `  ${number}.${index + 1} ${sentence}`)]),
  ];
}

export const dutiesIn = (agreement: Agreement, day: string): readonly AgreementDuty[] => dutiesOf(agreement, standingOn(agreement, day), day);

function openEndOn(agreement: Agreement, day: string): readonly string[] {
  const { openEnd } = standingOn(agreement, day);
  return openEnd === null ? [] : [`open: ${openEnd}`, ""];
}

export const dutyLines = (agreement: Agreement, day: string): string[] => [...openEndOn(agreement, day),
  ...dutiesIn(agreement, day).map(({ on, who, what, cite, trigger, within, every }) =>
    `${on ?? "(no day)  "} ${who.length === 0 ? "" : `${who.join(" and ")}: `}${what} (${cite})${on !== null || trigger === null ? "" : `; ${trigger}${within === null ? "" : `, within ${within}`}`}${every === null ? "" : `, every ${every}`}`)];

export function runbookLines({ agreement, lastDay: last, from, how, steps, survives, releases, cut }: Runbook): string[] {
  return [
    `${agreement}: over from ${from} (${how}), last day ${last}`, "",
    ...steps.flatMap(({ kind, asset, roles, what, who, by, when, instrument, cite, quote, settle }, index) => [
      `${String(index + 1).padStart(2)}. ${kind.toUpperCase()} ${asset === null ? "" : `${asset}${roles.length === 0 ? "" : ` (${roles.join(", ")})`}: `}${what}`,
      `    ${kind === "keep" ? "" : `${who}, ${by === null ? (when ?? "no day is known") : `by ${by}`}; `}${instrument === null ? "" : `${instrument} `}${cite ?? "no clause says so"}${kind === "keep" && when !== null ? `; ${when}` : ""}`,
      ...(quote === null ? [] : [`    "${quote}"`]), ...settle.map((each) => `    · ${each}`),
    ]),
    "", `Goes on (${survives.length})`, ...survives.map(({ cite, quote, norms, isConditional }) => `  ${cite} ${quote ?? norms.join(", ")}${isConditional ? " (under a condition)" : ""}`),
    "", `Uses with another answer (${releases.length})`, ...releases.map(({ use, of, before, after }) => `  ${use} of ${of}: ${before} → ${after}`),
    ...(cut === null ? [] : ["", `Not asked, being beyond the ${cut.budget} things that are asked about: ${cut.left.join(", ")}`]),
  ];
}

/** The end that is meant: the one named, the one recorded, or that of the term. */
export function endMeant(agreement: Agreement, { on, how }: { readonly on?: string | undefined; readonly how: "termination" | "withdrawal" }, today: string): { readonly on: string; readonly how: Runbook["how"] } {
  if (on !== undefined) return { on, how };
  const end = ownEnd(agreement, today);
  if (end === null) throw new Stop([problem("usage", "it has no last day of its own", { hint: "say from which day it is over: --on 2027-01-15" })]);
  return end;
}
