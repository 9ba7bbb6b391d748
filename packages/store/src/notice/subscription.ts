import { z } from "zod";
import { StoreRefusal } from "../refusal.js";
import type { SubscriptionRow } from "./notice-row.js";

export type Channel = "webhook" | "mail" | "calendar";

/** Who is told of what, and how. */
export interface Subscription {
  readonly number: number;
  readonly person: string;
  readonly channel: Channel;
  readonly address: string | null;
  /** null: whatever is the person's work. */
  readonly kinds: readonly string[] | null;
  readonly at: string;
  readonly endedAt: string | null;
}

export interface NewSubscription {
  readonly person: string;
  readonly channel: Channel;
  readonly address: string | null;
  readonly kinds: readonly string[] | null;
  /** Of a webhook: what signs. Of a calendar: the digest of what opens it. */
  readonly secret: string | null;
}

const Shape = z
  .strictObject({
    person: z.string().min(1).max(200), channel: z.enum(["webhook", "mail", "calendar"]), address: z.string().min(1).max(2_000).nullable(),
    kinds: z.array(z.string().regex(/^[a-z][a-z-]{0,40}$/)).min(1).max(50).nullable(), secret: z.string().min(16).max(200).nullable(),
  })
  .refine(({ channel, address }) => (channel === "calendar") === (address === null), { path: ["address"], message: "a webhook and mail have an address, a calendar has none" })
  .refine(({ channel, secret }) => (channel === "mail") === (secret === null), { path: ["secret"], message: "a webhook and a calendar have a secret, mail has none" });

export function checkSubscription(subscription: NewSubscription): void {
  const issue = Shape.safeParse(subscription).error?.issues[0];
  if (issue !== undefined) throw new StoreRefusal("bad-value", `the subscription is not well said: \`${issue.path.join(".")}\`: ${issue.message}`, { pointer: `/${issue.path.join("/")}` });
}

/** Without its secrets: these leave the store only for whoever signs or opens. */
export const subscriptionOf = (row: SubscriptionRow): Subscription => ({
  number: row.number, person: row.person, channel: row.channel as Channel, address: row.address, kinds: row.kinds === null ? null : (JSON.parse(row.kinds) as string[]), at: row.recorded_at, endedAt: row.ended_at,
});
