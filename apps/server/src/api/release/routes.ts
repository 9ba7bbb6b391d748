import { z } from "@hono/zod-openapi";
import { goingOn } from "@cleartitle/engine";
import type { RecordedDecision } from "@cleartitle/store";
import type { Api } from "../api.js";
import { listName, pageOf, paging, readCursor, writeCursor } from "../cursor.js";
import { worldAsked } from "../decision/question.js";
import { etagOf, type Moment, moment, stateAsked } from "../moment.js";
import type { Asked } from "../route.js";
import { type Answer, answerOf } from "../standing/answer.js";
import { Status } from "../status.js";
import { dayField, standingAsked } from "../standing/standing-asked.js";
import { bare, type Standing } from "../standing/standings.js";
import { worldOf } from "../state.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { byPlaceNamed } from "./by-place.js";
import { recordedAnswer } from "./recorded-answer.js";
import { type Since, sinceOf } from "./since.js";

const text = z.string();
const maybe = text.nullable();
const count = z.int().nonnegative();
const texts = z.array(text);

const RecordedBrief = z.strictObject({ number: count, status: Status, changeSet: count, at: text, by: text, same: z.boolean().openapi({ description: "It was asked as the use is recorded: in its places, under the profile of the workspace, of all that is known." }) }).openapi("RecordedBrief");
const SinceBrief = z.strictObject({ changed: z.boolean(), before: Status, after: Status, better: count, worse: count, newReasons: count, goneReasons: count, newObligations: count, goneObligations: count }).openapi("SinceBrief");
const SinceEntry = z.strictObject({ asset: text, what: text, decision: Status.nullable(), says: text }).openapi("SinceEntry");
const Difference = z.strictObject({ new: z.array(SinceEntry), gone: z.array(SinceEntry) });
const SinceWhole = z.strictObject({ changed: z.boolean(), decision: z.strictObject({ before: Status, after: Status }), places: z.strictObject({ better: texts, worse: texts, new: texts, gone: texts }), reasons: Difference, obligations: Difference }).openapi("Since");
const PlaceEntry = z.strictObject({ place: text, decision: Status, counts: z.partialRecord(Status, count) }).openapi("PlaceStatus");

const brief = {
  use: text, of: text, actions: texts, purpose: texts, in: texts, on: text.openapi({ description: "The day it was decided for: its own, or the day asked for where that is later." }), decision: Status, places: z.array(PlaceEntry), open: z.strictObject({ blocked: count, unresolved: count }).openapi({ description: "Reasons that keep it from being clear." }),
  obligations: z.strictObject({ open: count, overdue: count, met: count, if: count }), exposure: count.openapi({ description: "Past acts that are open or unknown." }), recorded: RecordedBrief.nullable().openapi({ description: "The latest decision that somebody recorded." }),
} as const;
const ReleaseBrief = z.strictObject({ ...brief, since: SinceBrief.nullable().openapi({ description: "What is otherwise than the recorded decision; null: none is recorded, or it was asked otherwise." }) }).openapi("ReleaseBrief");
const Reason = z.strictObject({ id: text, decision: Status, tense: z.enum(["present", "past"]), asset: text, layer: text, action: text, act: maybe, instrument: maybe, norm: maybe, outcome: text, cite: maybe, territories: texts, says: text }).openapi("AnswerReason");
const Release = z
  .strictObject({ ...brief, changeSet: count, day: text, byTerritory: z.array(z.strictObject({ territories: texts, decision: Status, reasons: texts })), reasons: z.array(Reason).openapi({ description: "Those that are not cleared, worst first, the first 50 groups." }), hiddenReasons: count, since: SinceWhole.nullable() })
  .openapi("Release");

/** Entries of each list of a difference that are told. */
const most = 50;

/** Whether a decision was asked as the use is recorded. */
const isPlain = ({ question }: RecordedDecision): boolean => question.in === null && question.profile === null && question.knownAt === null;

interface Looked {
  readonly answer: Answer;
  readonly recorded: RecordedDecision | null;
  readonly before: Answer | null;
}

async function look({ backing, workspace }: Pick<Asked<undefined, undefined, undefined>, "backing" | "workspace">, standing: Standing, answers: readonly Answer[]): Promise<Looked[]> {
  const kept = await backing.states.workspace(workspace);
  const latest = await kept.latestDecisions(answers.map(({ use }) => use));
  const looked: Looked[] = [];
  for (const answer of answers) {
    const recorded = latest.get(answer.use) ?? null;
    looked.push({ answer, recorded, before: recorded === null ? null : await recordedAnswer(kept, recorded, standing.world) });
  }
  return looked;
}

function briefOf({ answer, recorded }: Looked, { world: { graph, catalogue } }: Standing): Omit<z.infer<typeof ReleaseBrief>, "since"> {
  const use = graph.uses.get(answer.use)!;
  const tally = (state: string): number => answer.obligations.filter((each) => each.state === state).length;
  return {
    use: answer.use, of: answer.of, actions: [...use.actions], purpose: [...use.purpose], in: [...use.in], on: answer.on, decision: answer.decision, places: byPlaceNamed(answer, [...use.in, ...use.recipients.flatMap((each) => each.in)], catalogue),
    open: answer.open, obligations: { open: tally("open"), overdue: tally("overdue"), met: tally("met"), if: tally("if") },
    exposure: answer.exposure.filter(({ state }) => state === "open" || state === "unknown").length,
    recorded: recorded === null ? null : { number: recorded.number, status: recorded.status as z.infer<typeof Status>, changeSet: recorded.changeSet, at: recorded.at, by: recorded.by, same: isPlain(recorded) },
  };
}

function sinceBrief({ changed, decision, places, reasons, obligations }: Since): z.infer<typeof SinceBrief> {
  return { changed, ...decision, better: places.better.length, worse: places.worse.length, newReasons: reasons.new.length, goneReasons: reasons.gone.length, newObligations: obligations.new.length, goneObligations: obligations.gone.length };
}

const cut = ({ new: come, gone }: Since["reasons"]): Since["reasons"] => ({ new: come.slice(0, most), gone: gone.slice(0, most) });
const sinceCut = (since: Since): Since => ({ ...since, reasons: cut(since.reasons), obligations: cut(since.obligations) });

/** What the recorded question comes to on the day of the standing, where it is another one than the use as it is recorded. */
function askedAgain({ backing }: Pick<Asked<undefined, undefined, undefined>, "backing">, { world, day }: Standing, { use, question }: RecordedDecision): Answer {
  const asked = worldAsked(goingOn(world, day) ?? world, { use, ...(question.in === null ? {} : { in: [...question.in] }) });
  return answerOf(backing.decide(asked, use, { withoutRange: true, withoutProof: true, ...(question.profile === null ? {} : { profile: question.profile }) }), asked);
}

/** One use by the records of an earlier state: decided for it alone, for the day that is asked for. */
async function standingThen(asked: Pick<Asked<undefined, undefined, undefined>, "backing" | "workspace">, use: string, { day: named, ...then }: { readonly day?: string | undefined } & Moment): Promise<Standing> {
  const { backing, workspace } = asked;
  const state = await stateAsked(asked, then);
  const world = worldOf(state, workspace);
  const day = named ?? backing.now().slice(0, 10);
  const present = goingOn(world, day) ?? world;
  const answers = present.graph.uses.has(use) ? [[use, answerOf(backing.decide(present, use, bare), present)] as const] : [];
  return { number: state.number, day, world, answers: new Map(answers) };
}

/** Recorded uses as releases: what was decided, what it comes to now, and what is otherwise. */
export function releaseRoutes(api: Api): void {
  const of = { method: "get", needs: "decisions:read", feature: "releases" } as const;
  api.route(
    {
      ...of, path: "/workspaces/{workspace}/releases", summary: "Every recorded use: what was decided, what it comes to now, and what is otherwise", params: inWorkspace,
      description: "Decided without range and proof. A use whose day has passed goes on, and is decided for the day asked for.",
      query: z.strictObject({ ...paging, ...dayField, decision: Status.optional(), q: text.max(500).optional().openapi({ description: "Part of the name of the use or of its asset, in letters of any case." }) }), answer: pageOf(ReleaseBrief).extend({ changeSet: count, day: text, total: count }),
    },
    async (asked) => {
      const { limit, cursor, day, decision, q } = asked.query;
      const name = listName(`${asked.workspace}/releases`, { decision, q, day: day ?? asked.backing.now().slice(0, 10) });
      const place = readCursor(cursor, name);
      const standing = await standingAsked(asked, day, place?.at ?? null);
      const part = q?.toLowerCase() ?? "";
      const kept = [...standing.answers.values()].filter((each) => (decision === undefined || each.decision === decision) && `${each.use}\n${each.of}`.toLowerCase().includes(part));
      const from = Number(place?.after ?? 0);
      const looked = await look(asked, standing, kept.slice(from, from + limit));
      const items = looked.map((each) => ({ ...briefOf(each, standing), since: each.before === null || each.recorded === null || !isPlain(each.recorded) ? null : sinceBrief(sinceOf(each.before, each.answer)) }));
      return { body: { items, next: from + limit < kept.length ? writeCursor({ after: from + limit, at: standing.number, of: name }) : null, changeSet: standing.number, day: standing.day, total: kept.length } as never, headers: { ETag: etagOf(standing.number) } };
    },
  );
  api.route(
    {
      ...of, path: "/workspaces/{workspace}/releases/{use}", summary: "One recorded use, with what is otherwise than its latest recorded decision", description: "A decision that was asked otherwise than the use is recorded is compared with what the same question comes to now. Of an earlier state no recorded decision is told: it may be younger.",
      params: inWorkspace.extend({ use: text.min(1).max(2000) }), query: z.strictObject({ ...dayField, ...moment }), answer: Release,
    },
    async (asked) => {
      const { use } = asked.params;
      const { day, at, asOf } = asked.query;
      const isThen = at !== undefined || asOf !== undefined;
      const standing = isThen ? await standingThen(asked, use, asked.query) : await standingAsked(asked, day, null);
      const answer = standing.answers.get(use);
      if (answer === undefined) throw stopWith("not-found", `there is no use \`${use.slice(0, 200)}\` at change set ${standing.number}`, { pointer: "#path/use", offending: use.slice(0, 200) });
      const looked: Looked = isThen ? { answer, recorded: null, before: null } : (await look(asked, standing, [answer]))[0]!;
      const { recorded, before } = looked;
      const since = before === null || recorded === null ? null : sinceCut(sinceOf(before, isPlain(recorded) ? answer : askedAgain(asked, standing, recorded)));
      const { byTerritory, reasons, hiddenReasons } = answer;
      return { body: { ...briefOf(looked, standing), changeSet: standing.number, day: standing.day, byTerritory, reasons, hiddenReasons, since } as never, headers: { ETag: etagOf(standing.number) } };
    },
  );
}
