import { checkDeal, clauseDifferences, documentNumbers, dutiesOf, liveChanges, ownEnd, runbookOf, standingOn, supposed, termsOn, type Agreement } from "@cleartitle/agreements";
import { impactOf } from "@cleartitle/engine";
import { calendarOf } from "@cleartitle/jobs";
import { CalendarDate } from "@cleartitle/norms";
import { byText } from "@cleartitle/title";
import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import type { Backing } from "../backing.js";
import { Impact } from "../change/routes.js";
import { listName, pageOf, paging, readCursor, writeCursor } from "../cursor.js";
import { askingFields, decideOptions } from "../decision/question.js";
import { etagOf } from "../moment.js";
import { worldOf } from "../state.js";
import { stopWith } from "../stop.js";
import { wordsAsked, wordsIn } from "../words-asked.js";
import { inWorkspace } from "../workspace/name.js";
import { stopAtFaults } from "./faults.js";
import { agreementAsked, agreementsIn, clausesOf, type FoundAgreement, stepTag } from "./reading.js";
import { AgreementDetail, AgreementId, AgreementRow, ClauseChange, count, dayField, DealFinding, Duty, maybe, RunbookAnswer, Side, State, Terms, text, VersionRow } from "./schema.js";
import { stepRoutes } from "./step-routes.js";
import { amendedTopics, detailOf, rowOf, termsTold } from "./told.js";
import { versionNumber, versionOf } from "./version.js";

const feature = "agreements";
const root = "/workspaces/{workspace}/agreements";
const one = inWorkspace.extend({ id: AgreementId });
const word = text.min(1).max(200).optional();

const filters = {
  state: State.optional(), turn: Side.optional().openapi({ description: "Whose move it is." }), party: word, topic: word.openapi({ description: "Its terms on the day have a clause on it." }), asset: word,
  q: wordsAsked,
  endsBy: z.optional(CalendarDate).openapi({ description: "Its last day is this one or before; of what renews by itself it is the last day of the term that runs." }),
} as const;
type Row = z.input<typeof AgreementRow>;

const keeping = ({ state, turn, party, topic, asset, endsBy, q }: z.output<z.ZodObject<typeof filters>>) => {
  const hasWords = wordsIn(q);
  return (row: Row): boolean =>
  (state === undefined || row.state === state) && (turn === undefined || row.turn === turn) && (party === undefined || row.parties.some(({ id }) => id === party)) && (topic === undefined || row.topics.includes(topic)) &&
  (asset === undefined || row.assets.includes(asset)) && (endsBy === undefined || (row.lastDay !== null && row.lastDay <= endsBy)) && hasWords([row.id, row.title, ...row.assets, ...row.parties.flatMap(({ id, name }) => [id, name])]);
};

const todayOf = ({ now }: Backing): string => now().slice(0, 10);

function listRoutes(api: Api): void {
  api.route(
    { method: "get", path: root, needs: "agreements:read", feature, summary: "Agreements, as they are on a day", params: inWorkspace, query: z.strictObject({ ...paging, ...dayField, ...filters }), answer: pageOf(AgreementRow).extend({ day: text, total: count, states: z.partialRecord(State, count) }) },
    async (asked) => {
      const { limit, cursor, day = todayOf(asked.backing), ...wanted } = asked.query;
      const name = listName(`${asked.workspace}/agreements`, { ...wanted, day });
      const after = readCursor(cursor, name)?.after ?? "";
      const kept = (await agreementsIn(asked)).map((each) => rowOf(each, day)).filter(keeping(wanted));
      const states: Partial<Record<z.infer<typeof State>, number>> = {};
      for (const { state } of kept) states[state] = (states[state] ?? 0) + 1;
      const left = kept.filter(({ id }) => id > String(after));
      const items = left.slice(0, limit);
      return { body: { items, next: left.length > limit ? writeCursor({ after: items.at(-1)!.id, at: null, of: name }) : null, day, total: kept.length, states } };
    },
  );
  api.route(
    { method: "get", path: `${root}/{id}`, needs: "agreements:read", feature, summary: "One agreement, with its steps and what may come next", params: one, query: z.strictObject(dayField), answer: AgreementDetail },
    async (asked) => {
      const found = await agreementAsked(asked);
      return { body: detailOf(found, asked.query.day ?? todayOf(asked.backing)), headers: { ETag: stepTag(found.steps.length) } };
    },
  );
  api.route(
    { method: "get", path: "/workspaces/{workspace}/agreement-obligations", needs: "agreements:read", feature, summary: "Duties, days and windows of all agreements that are signed, by day", params: inWorkspace, query: z.strictObject({ ...dayField, dueBy: z.optional(CalendarDate), limit: paging.limit }), answer: z.strictObject({ items: z.array(Duty), total: count, day: text, unreadable: z.array(text).openapi({ description: "Signed agreements that the clauses of today cannot read: of their duties nothing is told." }) }) },
    async (asked) => {
      const { day = todayOf(asked.backing), dueBy, limit } = asked.query;
      const signed = (await agreementsIn(asked)).filter(({ life }) => life.signed !== null);
      const all = signed.flatMap((each) => dutiesTold(each, day)).filter(({ on }) => dueBy === undefined || (on !== null && on <= dueBy));
      const items = all.toSorted((a, b) => byText(a.on ?? "9", b.on ?? "9") || byText(a.id, b.id));
      return { body: { items: items.slice(0, limit), total: items.length, day, unreadable: signed.filter(({ problems }) => problems.length > 0).map(({ life }) => life.id) } };
    },
  );
}

const dutiesTold = (agreement: Agreement, day: string): z.input<typeof Duty>[] => dutiesOf(agreement, standingOn(agreement, day), day).map(({ who, ...each }) => ({ ...each, agreement: agreement.life.id, who: [...who] }));

function termRoutes(api: Api): void {
  api.route(
    {
      method: "get", path: `${root}/{id}/versions/{number}`, needs: "agreements:read", feature, summary: "A version: its text, its clauses with what carries them, and what does not fit together", params: one.extend({ number: versionNumber }), query: z.strictObject(dayField),
      answer: VersionRow.extend({ text, terms: Terms.nullable().openapi({ description: "null: the clauses of today cannot read it." }), findings: z.array(DealFinding), silentOn: z.array(text), problems: z.array(text) }),
    },
    async (asked) => {
      const { version, file, compiled, problems } = versionOf(await agreementAsked(asked), asked.params.number, "#path/number", asked.backing);
      const checked = compiled === null || file === null ? null : checkDeal({ deal: file.deal, library: clausesOf(asked.backing).library, compiled: compiled.compiled, on: asked.query.day ?? todayOf(asked.backing) });
      const { number: own, side, digest, by, at, frozenOn } = version;
      return {
        body: {
          number: own, side, digest, by, at, frozenOn, text: version.text, terms: compiled === null ? null : termsTold(compiled, documentNumbers({ ...compiled, ...clausesOf(asked.backing) })), findings: (checked?.findings ?? []).map((each) => ({ ...each, topics: [...each.topics] })), silentOn: [...(checked?.silentOn ?? [])], problems: problems.map(({ message }) => message),
        },
      };
    },
  );
  api.route(
    {
      method: "get", path: `${root}/{id}/comparison`, needs: "agreements:read", feature, summary: "Two versions, clause by clause", params: one, query: z.strictObject({ from: versionNumber, to: versionNumber }), answer: z.strictObject({ from: count, to: count, clauses: z.array(ClauseChange) }),
    },
    async (asked) => {
      const found = await agreementAsked(asked);
      const { from, to } = asked.query;
      const [was, is] = (["from", "to"] as const).map((name) => versionOf(found, asked.query[name], `#query/${name}`, asked.backing));
      stopAtFaults([...was!.problems, ...is!.problems], "#path/id");
      return { body: { from, to, clauses: clauseDifferences(was!.compiled!, is!.compiled!).map(told) } };
    },
  );
  api.route(
    { method: "get", path: `${root}/{id}/effective`, needs: "agreements:read", feature, summary: "Its terms on a day, after all amendments that bind by then", params: one, query: z.strictObject(dayField), answer: z.strictObject({ day: text, state: State, terms: Terms, changed: z.array(ClauseChange).openapi({ description: "What is otherwise than it was signed." }) }) },
    async (asked) => {
      const { agreement, steps } = readable(await agreementAsked(asked));
      const { day = todayOf(asked.backing) } = asked.query;
      const terms = termsOn(agreement, day)!;
      const changed = clauseDifferences(agreement.segments[0]!, terms).filter(({ change }) => change !== "same");
      return { body: { day, state: standingOn(agreement, day).state, terms: termsTold(terms, documentNumbers({ ...agreement.segments[0]!, ...clausesOf(asked.backing) }), amendedTopics(agreement, day)), changed: changed.map(told) }, headers: { ETag: stepTag(steps.length) } };
    },
  );
  api.route(
    { method: "get", path: `${root}/{id}/amendments/{amendment}`, needs: "agreements:read", feature, summary: "The text of an amendment", params: one.extend({ amendment: AgreementId }), answer: z.strictObject({ id: text, text, from: text, digest: text, signedOn: maybe }) },
    async (asked) => {
      const { agreement: { life } } = await agreementAsked(asked);
      const found = life.amendments.find(({ id }) => id === asked.params.amendment);
      if (found === undefined) throw stopWith("not-found", `the agreement has no amendment \`${asked.params.amendment}\``, { pointer: "#path/amendment", offending: asked.params.amendment });
      return { body: { id: found.id, text: found.text, from: found.from, digest: found.digest, signedOn: found.signed?.on ?? null } };
    },
  );
}

const told = ({ topic, title, change, before, after }: ReturnType<typeof clauseDifferences>[number]): z.input<typeof ClauseChange> => ({
  topic, title, change, before: before === null ? null : { version: before.version, text: [...before.text] }, after: after === null ? null : { version: after.version, text: [...after.text] },
});

/** Of what the clauses of today cannot read nothing is told, rather than that there is nothing. */
function readable(found: FoundAgreement): FoundAgreement {
  stopAtFaults(found.agreement.problems, "#path/id");
  return found;
}

function obligationRoutes(api: Api): void {
  api.route(
    { method: "get", path: `${root}/{id}/obligations`, needs: "agreements:read", feature, summary: "Its duties, days and windows, by day", params: one, query: z.strictObject(dayField), answer: z.strictObject({ day: text, items: z.array(Duty) }) },
    async (asked) => {
      const { agreement } = readable(await agreementAsked(asked));
      const { day = todayOf(asked.backing) } = asked.query;
      return { body: { day, items: dutiesTold(agreement, day) } };
    },
  );
  api.route(
    { method: "get", path: `${root}/{id}/calendar`, needs: "agreements:read", feature, summary: "The same as a calendar", description: "What has no day is in no calendar.", params: one, query: z.strictObject(dayField), media: ["text/calendar"] },
    async (asked) => {
      const { agreement } = readable(await agreementAsked(asked));
      const { workspace, backing, c, query: { day = todayOf(backing) } } = asked;
      const base = `${backing.access?.origin ?? new URL(c.req.url).origin}/w/${workspace}`;
      const notices = dutiesTold(agreement, day).map(({ id, on, what, who, cite, kind, trigger }) => ({
        fingerprint: id, kind: kind === "duty" ? ("obligation-due" as const) : ("term-ends" as const), stage: "ahead" as const, on, roles: [], person: null, what: `${agreement.deal.title}: ${what}`,
        todo: [who.length === 0 ? null : `On ${who.join(" and ")}`, `clause ${cite}`, trigger].filter((part) => part !== null).join("; "), link: `agreements/${encodeURIComponent(agreement.life.id)}`, at: agreement.life.steps.at(-1)!.at,
      }));
      return new Response(calendarOf(workspace, base, notices), { headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `attachment; filename="${agreement.life.id}.ics"` } });
    },
  );
}

const most = z.coerce.number().int().min(1).max(500).default(100);

function questionRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: `${root}/{id}/effect`, needs: "decisions:ask", feature, summary: "What a text would do to every answer if both sides signed it", writes: false, params: one, answer: Impact,
      description: "Of the newest version and the amendments that wait, or of another version or amendment that is sent along. Nothing is recorded.",
      body: z.strictObject({ version: text.max(1_000_000).optional(), amendment: text.max(500_000).optional(), on: z.optional(CalendarDate).openapi({ description: "The day of the signatures; default: today." }), ...askingFields, most: z.int().min(1).max(500).default(100).openapi({ description: "Uses that are decided at most." }) })
        .refine(({ version, amendment }) => version === undefined || amendment === undefined, { message: "a version or an amendment, and not both", path: ["amendment"] }),
    },
    async (asked) => {
      const { body, backing, workspace } = asked;
      const { agreement: there, steps, state } = await agreementAsked(asked);
      const before = worldOf(state, workspace);
      const { agreement, problems } = supposed(there.life.id, steps, body, { us: before.graph.us, house: clausesOf(backing), on: body.on ?? todayOf(backing) });
      stopAtFaults(problems, body.version !== undefined ? "/version" : body.amendment !== undefined ? "/amendment" : "#path/id");
      const live = liveChanges(before.graph, agreement!);
      stopAtFaults(live.problems, "#path/id");
      const after = backing.states.changed(before, live.changes);
      return { body: impactOf(before, after, live.changes, { decide: backing.decide, options: { ...decideOptions(body), withoutRange: true }, budget: body.most }), headers: { ETag: etagOf(state.number) } };
    },
  );
  api.route(
    {
      method: "get", path: `${root}/{id}/runbook`, needs: "decisions:ask", feature, summary: "What its end asks for: what to stop, delete, certify, what may be kept, and what is not known", params: one, answer: RunbookAnswer,
      description: "Computed from the title records. By default for the end that is recorded, else for the end of its term. Of what is not signed as if it were.",
      query: z.strictObject({ on: z.optional(CalendarDate).openapi({ description: "The first day without rights." }), how: z.enum(["termination", "withdrawal"]).default("termination").openapi({ description: "How it ends on that day." }), profile: askingFields.profile, most: most.openapi({ description: "Things that are asked about at most; the others are named in `cut`." }) }),
    },
    async (asked) => {
      const { backing, workspace, query: { on, how, profile, most: budget } } = asked;
      const found = await agreementAsked(asked);
      const world = worldOf(found.state, workspace);
      const isSupposed = found.agreement.life.signed === null;
      const read = isSupposed ? supposed(found.agreement.life.id, found.steps, {}, { us: world.graph.us, house: clausesOf(backing), on: todayOf(backing) }) : { agreement: found.agreement, problems: found.agreement.problems };
      stopAtFaults(read.problems, "#path/id");
      const agreement = read.agreement!;
      const live = isSupposed ? liveChanges(world.graph, agreement) : { changes: [], problems: [] };
      stopAtFaults(live.problems, "#path/id");
      const asking = backing.states.changed(world, live.changes);
      const book = runbookOf(asking, agreement, on === undefined ? endMeant(agreement, todayOf(backing)) : { on, how }, { decide: backing.decide, options: decideOptions({ profile }), budget });
      return { body: { ...book, supposed: isSupposed, changeSet: found.state.number } as never, headers: { ETag: etagOf(found.state.number) } };
    },
  );
}

function endMeant(agreement: Agreement, today: string) {
  const end = ownEnd(agreement, today);
  if (end === null) throw stopWith("missing-key", "it has no last day of its own", { pointer: "#query/on", hint: "say from which day it is over" });
  return end;
}

/** Agreements from the first draft to what is left to do after the end. */
export function agreementRoutes(api: Api): void {
  listRoutes(api);
  stepRoutes(api);
  termRoutes(api);
  obligationRoutes(api);
  questionRoutes(api);
}
