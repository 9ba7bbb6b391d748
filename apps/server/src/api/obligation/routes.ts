import { randomUUID } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { CalendarDate, problem } from "@cleartitle/norms";
import { StoreRefusal } from "@cleartitle/store";
import type { LifeEvent } from "@cleartitle/title";
import type { Api } from "../api.js";
import { recordChanges } from "../change/record-changes.js";
import { listName, pageOf, paging, readCursor, writeCursor } from "../cursor.js";
import { etagOf } from "../moment.js";
import { dayField, standingAsked } from "../standing/standing-asked.js";
import { ApiStop, stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { dutiesIn, type Duty, dutyNamed } from "./duty.js";

const text = z.string();
const maybe = text.nullable();
const count = z.int().nonnegative();
const State = z.enum(["open", "overdue", "met", "if"]);
const Done = z.strictObject({ event: text, on: text, party: maybe, evidence: maybe, recordedAt: text });
const Id = text.regex(/^sha256:[0-9a-f]{64}$/, { message: "an obligation is named `sha256:` and 64 digits" });

const Obligation = z
  .strictObject({
    id: text, release: text, of: text, do: text, says: text, text: maybe, debtor: text, creditor: maybe, object: text, trigger: text, due: text, dueOn: maybe.openapi({ description: "The day by which it is due; null: with an act, or always." }), when: text,
    state: State, if: maybe.openapi({ description: "The unknown on which it hangs." }), instrument: text, norm: text, cite: text, needs: z.array(text).openapi({ description: "Evidence that the text asks for." }), done: z.array(Done).openapi({ description: "Records that it was done; where `state` is not `met` they are of another act, or came too early." }),
  })
  .openapi("Obligation");

function told({ id, release, of, duty, says, when, dueOn, done }: Duty): z.infer<typeof Obligation> {
  const { do: what, text: words, debtor, creditor, object, trigger, due, state, if: hangs, instrument, norm, cite, evidence } = duty;
  return { id, release, of, do: what, says, text: words, debtor, creditor, object, trigger, due, dueOn, when, state, if: hangs, instrument, norm, cite, needs: [...evidence], done: done.map(({ id: event, on, party, evidence: shown, recordedAt }) => ({ event, on, party, evidence: shown, recordedAt })) };
}

const word = text.min(1).max(2000).optional();
const filters = { state: State.optional(), release: word, instrument: word, debtor: word, object: word, dueBy: z.optional(CalendarDate).openapi({ description: "Due by this day: with a day of their own alone." }) } as const;
type Filters = z.output<z.ZodObject<typeof filters>>;

const keeping = ({ state, release, instrument, debtor, object, dueBy }: Filters) => ({ release: of, duty, dueOn }: Duty): boolean =>
  (state === undefined || duty.state === state) && (release === undefined || of === release) && (instrument === undefined || duty.instrument === instrument) && (debtor === undefined || duty.debtor === debtor) && (object === undefined || duty.object === object) &&
  (dueBy === undefined || (dueOn !== null && dueOn <= dueBy));

export function obligationRoutes(api: Api): void {
  const feature = "obligations";
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/obligations", needs: "decisions:read", feature, summary: "What the releases oblige to, what is overdue first", params: inWorkspace,
      query: z.strictObject({ ...paging, ...dayField, ...filters }), answer: pageOf(Obligation).extend({ changeSet: count, day: text, total: count, states: z.partialRecord(State, count) }),
    },
    async (asked) => {
      const { limit, cursor, day, ...wanted } = asked.query;
      const name = listName(`${asked.workspace}/obligations`, { ...wanted, day: day ?? asked.backing.now().slice(0, 10) });
      const place = readCursor(cursor, name);
      const standing = await standingAsked(asked, day, place?.at ?? null);
      const kept = dutiesIn(standing).filter(keeping(wanted));
      const states: Partial<Record<z.infer<typeof State>, number>> = {};
      for (const { duty: { state } } of kept) states[state] = (states[state] ?? 0) + 1;
      const from = Number(place?.after ?? 0);
      return { body: { items: kept.slice(from, from + limit).map(told), next: from + limit < kept.length ? writeCursor({ after: from + limit, at: standing.number, of: name }) : null, changeSet: standing.number, day: standing.day, total: kept.length, states } as never, headers: { ETag: etagOf(standing.number) } };
    },
  );
  fulfillment(api);
}

function fulfillment(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/obligations/{id}/fulfillments", needs: "records:write", feature: "obligations", summary: "Record that an obligation was kept, with what shows it", status: 201, params: inWorkspace.extend({ id: Id }), query: z.strictObject(dayField),
      description: "An event of the records, and so of the ledger. It speaks of this duty of this text on this object alone, and of whom it is owed to. What is due with an act is shown on its day or later; `state` tells whether it counts.",
      body: z.strictObject({ on: CalendarDate, evidence: text.trim().min(1).max(2_000).openapi({ description: "What shows it, in words, or the digest of a kept file: `sha256:…`." }), why: text.max(20_000).optional() }), answer: z.strictObject({ changeSet: count, event: text, state: State.nullable().openapi({ description: "Of the obligation from now on; null: no release has it any more." }) }),
    },
    async (asked) => {
      const { params: { id }, query: { day }, body: { on, evidence, why }, workspace, backing, requestName } = asked;
      const all = dutiesIn(await standingAsked(asked, day, null));
      const found = all.find((each) => each.id === id);
      if (found === undefined) throw stopWith("not-found", "there is no such obligation any more", { pointer: "#path/id", hint: "the records are others: read the list again" });
      if (on > backing.now().slice(0, 10)) throw new ApiStop([problem("bad-value", "what is done later cannot be recorded as done", { pointer: "/on", offending: on })]);
      await stopAtMissing(asked, evidence);
      const { debtor, object, creditor } = found.duty;
      // An event that does not say to whom is for all of them.
      if (creditor === null && all.some(({ duty }) => duty.creditor !== null && duty.object === object && dutyNamed(duty) === dutyNamed(found.duty))) {
        throw stopWith("conflict", "nobody recorded to whom this is owed, and the same is owed to others, for whom it would count as kept", { pointer: "#path/id", hint: "record who licenses what brings the duty" });
      }
      const recordedAt = backing.now();
      // Asked again under its name it is the one that was recorded.
      const event = `fulfilled:${requestName ?? randomUUID()}`;
      const { changeSet } = await recordChanges(asked as never, {
        why,
        make: ({ graph }) => {
          // Of anything wider it would be evidence for other duties too.
          if (!graph.assets.has(object)) throw stopWith("dangling-reference", `nobody describes \`${object}\`, on which the duty is`, { pointer: "#path/id", offending: object });
          const said: LifeEvent = { id: event, kind: "fulfilled", of: object, party: graph.parties.has(debtor) ? debtor : null, part: null, on, recordedAt, evidence, duty: dutyNamed(found.duty), quantity: null, ...(creditor === null ? {} : { to: creditor }) };
          return { changes: [{ change: "add-event", event: said }], told: null };
        },
      });
      const now = dutiesIn(await standingAsked({ backing, workspace }, day, null)).find((each) => each.id === id);
      return { body: { changeSet, event, state: now?.duty.state ?? null }, headers: { ETag: etagOf(changeSet) } };
    },
  );
}

/** A digest names a file that is kept. */
export async function stopAtMissing({ backing, workspace }: Parameters<typeof standingAsked>[0], evidence: string): Promise<void> {
  if (!/^sha256:[0-9a-f]{64}$/.test(evidence)) return;
  try {
    await (await backing.states.workspace(workspace)).file(evidence);
  } catch (error) {
    if (!(error instanceof StoreRefusal) || error.problem.code !== "not-found") throw error;
    throw stopWith("dangling-reference", "no file of this digest is kept", { pointer: "/evidence", offending: evidence, hint: "add the file to the evidence first" });
  }
}
