import { canonicalJson } from "@cleartitle/norms";
import type { Connection } from "../connection/connection.js";
import { enqueue } from "../job/enqueue.js";
import { checkInstant } from "../job/job.js";
import { StoreRefusal } from "../refusal.js";
import { checkKnown } from "../workspace/known.js";
import { checkRecording, type Recording } from "../workspace/recording.js";
import { inWorkspace, type Scope, writingIn } from "../workspace/scope.js";
import type { SubscriptionRow } from "./notice-row.js";
import { checkSubscription, type NewSubscription, type Subscription, subscriptionOf } from "./subscription.js";

/** Something to be told, as its finder says it. */
interface Found {
  readonly fingerprint: string;
}

/** A notice as it was kept first. */
export type Kept<N extends Found> = N & { readonly number: number; readonly at: string };

/** Kind of the jobs that tell a subscriber. */
export const notifyKind = "notify";

/** What one such job tells at most. */
const atOnce = 200;

/** The number and the notices that a job is to tell: those after one, up to another. */
interface ToTell {
  readonly subscription: number;
  readonly after: number;
  readonly to: number;
}

/** What was found to be told in workspaces, and who wants to hear of it. */
export class NoticeBoard {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Keeps what was not known yet, and asks in the same transaction for each subscriber to be told. Gives how many were new. */
  async keep(workspace: string, found: readonly Found[], recording: Recording): Promise<number> {
    checkRecording(recording);
    checkInstant(recording.at);
    return writingIn(this.#connection, workspace, async (scope) => {
      await checkKnown(scope);
      const last = await lastNotice(scope);
      const fresh = await unknown(scope, found);
      for (const [i, notice] of fresh.entries()) await scope.tx.insertInto("notices").values({ workspace, number: last + i + 1, fingerprint: notice.fingerprint, content: canonicalJson(notice), recorded_at: recording.at }).execute();
      await tellAll(scope, last, last + fresh.length, recording);
      return fresh.length;
    });
  }

  /** Notices after a number, in order. */
  async notices<N extends Found>(workspace: string, after: number = 0, most: number = 100): Promise<readonly Kept<N>[]> {
    return inWorkspace(this.#connection, workspace, async ({ tx }) => {
      const rows = await tx.selectFrom("notices").select(["number", "content", "recorded_at"]).where("workspace", "=", workspace).where("number", ">", after).orderBy("number").limit(most).execute();
      return rows.map((row) => ({ ...(JSON.parse(row.content) as N), number: row.number, at: row.recorded_at }));
    });
  }

  /** The newest notices, in order. */
  async newest<N extends Found>(workspace: string, most: number): Promise<readonly Kept<N>[]> {
    const last = await inWorkspace(this.#connection, workspace, lastNotice);
    return this.notices<N>(workspace, Math.max(0, last - most), most);
  }

  async subscribe(workspace: string, subscription: NewSubscription, recording: Recording): Promise<number> {
    checkRecording(recording);
    checkSubscription(subscription);
    const { person, channel, address, kinds, secret } = subscription;
    return writingIn(this.#connection, workspace, async (scope) => {
      await checkKnown(scope);
      const { tx } = scope;
      const newest = await tx.selectFrom("subscriptions").select(({ fn }) => fn.max("number").as("number")).where("workspace", "=", workspace).executeTakeFirst();
      const number = (newest?.number ?? 0) + 1;
      await tx.insertInto("subscriptions")
        .values({ workspace, number, person, channel, address, secret, earlier_secret: null, earlier_until: null, kinds: kinds === null ? null : canonicalJson(kinds), recorded_at: recording.at, by: recording.by, ended_at: null })
        .execute();
      return number;
    });
  }

  /** Subscriptions of a person, or of everybody, in order. */
  async subscriptions(workspace: string, person: string | null = null): Promise<readonly Subscription[]> {
    return inWorkspace(this.#connection, workspace, async ({ tx }) => {
      const rows = tx.selectFrom("subscriptions").selectAll().where("workspace", "=", workspace);
      return (await (person === null ? rows : rows.where("person", "=", person)).orderBy("number").execute()).map(subscriptionOf);
    });
  }

  /** One subscription with the secrets that count at an instant, newest first. For what signs and what opens; nobody else is shown them. */
  async withSecrets(workspace: string, number: number, now: string): Promise<Subscription & { readonly secrets: readonly string[] }> {
    const row = await inWorkspace(this.#connection, workspace, async (scope) => rowOf(scope, number));
    const earlier = row.earlier_until !== null && row.earlier_until > now ? [row.earlier_secret] : [];
    return { ...subscriptionOf(row), secrets: [row.secret, ...earlier].filter((secret) => secret !== null) };
  }

  /** Gives a subscription another secret. Of a webhook the one before counts until an instant, so that the receiver can change his; of a calendar it ends at once. */
  async changeSecret(workspace: string, number: number, secret: string, earlierUntil: string): Promise<void> {
    checkInstant(earlierUntil);
    await this.#change(workspace, number, (row) => {
      const { person, channel, address, kinds } = subscriptionOf(row);
      checkSubscription({ person, channel, address, kinds, secret });
      return row.channel === "webhook" ? { secret, earlier_secret: row.secret, earlier_until: earlierUntil } : { secret };
    });
  }

  /** Ends a subscription: nothing is sent any more, and no address opens anything. Its secrets are gone. */
  async end(workspace: string, number: number, { at }: Recording): Promise<void> {
    await this.#change(workspace, number, () => ({ ended_at: at, secret: null, earlier_secret: null, earlier_until: null }));
  }

  async #change(workspace: string, number: number, make: (row: SubscriptionRow) => Partial<Pick<SubscriptionRow, "secret" | "earlier_secret" | "earlier_until" | "ended_at">>): Promise<void> {
    await writingIn(this.#connection, workspace, async (scope) => {
      const row = await rowOf(scope, number);
      if (row.ended_at !== null) throw new StoreRefusal("conflict", `the subscription ${number} has ended`, { offending: String(number), hint: "make another one" });
      await scope.tx.updateTable("subscriptions").set(make(row)).where("workspace", "=", workspace).where("number", "=", number).execute();
    });
  }
}

async function lastNotice({ tx, workspace }: Scope): Promise<number> {
  const newest = await tx.selectFrom("notices").select(({ fn }) => fn.max("number").as("number")).where("workspace", "=", workspace).executeTakeFirst();
  return newest?.number ?? 0;
}

async function unknown({ tx, workspace }: Scope, found: readonly Found[]): Promise<Found[]> {
  const known = new Set((await tx.selectFrom("notices").select("fingerprint").where("workspace", "=", workspace).execute()).map((each) => each.fingerprint));
  return [...new Map(found.map((each) => [each.fingerprint, each])).values()].filter((each) => !known.has(each.fingerprint));
}

/** A calendar is fetched, and nobody is told of it. */
async function tellAll(scope: Scope, after: number, to: number, recording: Recording): Promise<void> {
  const { tx, workspace } = scope;
  const rows = await tx.selectFrom("subscriptions").select("number").where("workspace", "=", workspace).where("ended_at", "is", null).where("channel", "!=", "calendar").orderBy("number").execute();
  for (const { number: subscription } of rows) {
    for (let start = after; start < to; start += atOnce) {
      const toTell: ToTell = { subscription, after: start, to: Math.min(start + atOnce, to) };
      await enqueue(scope, { kind: notifyKind, name: `${subscription}:${start + 1}-${toTell.to}`, payload: toTell, mostAttempts: 10 }, recording);
    }
  }
}

async function rowOf({ tx, workspace }: Scope, number: number): Promise<SubscriptionRow> {
  const row = await tx.selectFrom("subscriptions").selectAll().where("workspace", "=", workspace).where("number", "=", number).executeTakeFirst();
  if (row === undefined) throw new StoreRefusal("not-found", `there is no subscription ${number}`, { offending: String(number) });
  return row;
}
