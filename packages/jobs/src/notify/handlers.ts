import { type Guard, isRole } from "@cleartitle/access";
import type { Catalogue } from "@cleartitle/catalogue";
import { CalendarDate } from "@cleartitle/norms";
import { type JobQueue, type NoticeBoard, notifyKind, type Store } from "@cleartitle/store";
import type { TitleGraph } from "@cleartitle/title";
import { z } from "zod";
import type { Notice } from "../review/notice.js";
import { type Decide, reviewInTurns, type ReviewQuestion } from "../review/review.js";
import { handler, type Handler, type Running } from "../worker/handler.js";
import type { Delivery } from "./delivery.js";
import { type PostOffice, sendMail } from "./post.js";
import { sendWebhook } from "./webhook.js";

/** Kind of the job that looks through a workspace each day. */
export const reviewKind = "review";

/** Lets a workspace be looked through each day. Said again it changes nothing. */
export const lookDaily = (queue: Pick<JobQueue, "daily">, workspace: string, recording: Parameters<JobQueue["daily"]>[3]): Promise<unknown> => queue.daily(workspace, reviewKind, "05:30", recording);

interface Reviewing {
  readonly store: Store;
  readonly board: NoticeBoard;
  readonly catalogue: Catalogue;
  readonly decide: Decide;
  /** A graph of the records as it is asked elsewhere: what is told here is told of the same answers. */
  readonly asked?: (graph: TitleGraph) => TitleGraph;
  readonly settings?: Omit<ReviewQuestion, "asOf">;
}

/** Looks what time has brought to a workspace, and keeps what is new of it. Done twice, it finds nothing new. */
export const reviewHandler = ({ store, board, catalogue, decide, asked = (graph) => graph, settings = {} }: Reviewing): Handler =>
  handler({
    kind: reviewKind, payload: z.strictObject({ for: CalendarDate }), atOnce: 1,
    async run({ workspace, payload, by, now, signal }) {
      const { graph } = await (await store.workspace(workspace)).graph();
      const found = graph === null ? [] : await reviewInTurns({ graph: asked(graph), catalogue }, decide, { ...settings, asOf: payload.for }, signal);
      return { found: found.length, fresh: await board.keep(workspace, found, { by, at: now() }) };
    },
  });

interface Notifying {
  readonly board: NoticeBoard;
  readonly guard: Guard;
  /** null: this server sends no mail. */
  readonly postOffice: PostOffice | null;
  /** What somebody is in a workspace by now; none: he is told nothing any more. */
  readonly rolesOf: (workspace: string, person: string) => Promise<readonly string[]>;
}

const ToTell = z.strictObject({ subscription: z.int().positive(), after: z.int().min(0), to: z.int().positive() });

/** Whether somebody wants to be told, or has to see to it. */
export function concerns({ kind, roles, person }: Notice, subscriber: { readonly person: string; readonly kinds: readonly string[] | null; readonly roles: readonly string[] }): boolean {
  if (subscriber.roles.length === 0) return false;
  if (subscriber.kinds !== null) return subscriber.kinds.includes(kind);
  return person === subscriber.person || subscriber.roles.some((role) => isRole(role) && roles.includes(role));
}

/** Tells one subscriber what concerns him of some notices. */
export const notifyHandler = ({ board, guard, postOffice, rolesOf }: Notifying): Handler =>
  handler({
    kind: notifyKind, payload: ToTell, atOnce: 2,
    async run({ workspace, payload: { subscription: number, after, to }, now, request, signal }: Running<z.infer<typeof ToTell>>) {
      const { secrets, address, endedAt, channel, ...subscriber } = await board.withSecrets(workspace, number, now());
      const roles = await rolesOf(workspace, subscriber.person);
      const notices = (await board.notices<Notice>(workspace, after, to - after)).filter((notice) => concerns(notice, { ...subscriber, roles }));
      if (endedAt !== null || address === null || notices.length === 0) return { told: 0 };
      const delivery: Delivery = { workspace, request: request("send"), notices, seconds: Math.floor(Date.parse(now()) / 1_000), signal };
      if (channel === "webhook") await sendWebhook(guard, { url: address, secrets }, delivery);
      else await sendMail(postOffice, address, delivery);
      return { told: notices.length };
    },
  });
