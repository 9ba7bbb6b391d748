import { setImmediate } from "node:timers/promises";
import { conceding, dealOf, type KeptNegotiation, type Negotiation, packageFrom, textOf, type Valued, valuing } from "@cleartitle/negotiation";
import { nameHint } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import { count, text } from "../agreement/schema.js";
import { stepTag } from "../agreement/reading.js";
import type { Api } from "../api.js";
import { listName, pageOf, paging, readCursor, writeCursor } from "../cursor.js";
import { DealShape } from "../drafting/deal-shape.js";
import { inSteps } from "../in-steps.js";
import { etagOf } from "../moment.js";
import type { Backing } from "../backing.js";
import { stopWith } from "../stop.js";
import { wordsAsked, wordsIn } from "../words-asked.js";
import { inWorkspace } from "../workspace/name.js";
import { fileRoutes } from "./file-routes.js";
import { fileRead, negotiationAsked, negotiationsIn, sessionOf } from "./reading.js";
import { NegotiationDetail, NegotiationId, NegotiationRow, Packages, SessionDetail } from "./schema.js";
import { sessionRoutes } from "./session-routes.js";
import { basisNow, basisThen, defaultMost, tableOf } from "./table.js";
import { concessionTold, cutTold, detailOf, lastNamed, matterTold, packageTold, rowOf, sessionTold, stands } from "./told.js";

const feature = "negotiations";
const root = "/workspaces/{workspace}/negotiations";
const one = inWorkspace.extend({ id: NegotiationId });
const Place = z.coerce.number().int().min(1).max(1_000_000);
const inSession = one.extend({ session: Place });

/** Packages of one answer at most. */
const mostTold = 500;
const mostConcessions = 20;
/** Packages near one that are looked at. */
const mostNear = 5_000;

const readsOf = (backing: Backing, { files }: KeptNegotiation) => (version: number) => fileRead(backing, files[version - 1]!);

function readRoutes(api: Api): void {
  api.route(
    { method: "get", path: root, needs: "negotiations:read", feature, summary: "Negotiations", params: inWorkspace, query: z.strictObject({ ...paging, agreement: text.max(200).optional(), q: wordsAsked }), answer: pageOf(NegotiationRow).extend({ total: count }) },
    async (asked) => {
      const { limit, cursor, agreement, q } = asked.query;
      const hasWords = wordsIn(q);
      const name = listName(`${asked.workspace}/negotiations`, { agreement, q });
      const after = String(readCursor(cursor, name)?.after ?? "");
      const all = (await negotiationsIn(asked)).filter(({ id, files }) => (agreement === undefined || files.at(-1)!.agreement === agreement) && hasWords([id, files.at(-1)!.agreement, files.at(-1)!.text]));
      const left = all.filter(({ id }) => id > after);
      const items: z.input<typeof NegotiationRow>[] = [];
      for (const each of left.slice(0, limit)) {
        items.push(rowOf(each, readsOf(asked.backing, each)));
        await setImmediate();
      }
      return { body: { items, next: left.length > limit ? writeCursor({ after: items.at(-1)!.id, at: null, of: name }) : null, total: all.length } };
    },
  );
  api.route(
    { method: "get", path: `${root}/{id}`, needs: "negotiations:read", feature, summary: "One negotiation: its issues, what they are worth to whom, its versions and sessions", params: one, answer: NegotiationDetail },
    async (asked) => {
      const kept = await negotiationAsked(asked);
      const { world } = await asked.backing.states.newest(asked.workspace);
      return { body: detailOf(kept, readsOf(asked.backing, kept), { us: world?.graph.us ?? null, maySpeak: asked.backing.model?.name ?? null }), headers: { ETag: stepTag(kept.steps) } };
    },
  );
  api.route(
    { method: "get", path: `${root}/{id}/sessions/{session}`, needs: "negotiations:read", feature, summary: "A session: what was said, whose turn it is, and what each side asked for in each issue", params: inSession, answer: SessionDetail },
    async (asked) => {
      const kept = await negotiationAsked(asked);
      const session = sessionOf(kept, asked.params.session, "#path/session");
      return { body: sessionTold(session, readsOf(asked.backing, kept)(session.version).negotiation), headers: { ETag: stepTag(kept.steps) } };
    },
  );
  api.route(
    {
      method: "get", path: `${root}/{id}/sessions/{session}/record`, needs: "negotiations:read", feature, summary: "The record of a session: a line for each move, which names the one before by its digest", params: inSession, media: ["application/jsonl"],
      description: "As `cleartitle negotiate` writes it. It holds no worths: it can be shown to the other side.",
    },
    async (asked) => {
      const { id, session } = asked.params;
      return new Response(textOf(sessionOf(await negotiationAsked(asked), session, "#path/session").record), { headers: { "Content-Type": "application/jsonl; charset=utf-8", "Content-Disposition": `attachment; filename="${id}-${session}.jsonl"` } });
    },
  );
}

/** What came of a session, as a text that may be recorded. */
function dealRoute(api: Api): void {
  api.route(
    {
      method: "get", path: `${root}/{id}/sessions/{session}/deal`, needs: "negotiations:read", feature, summary: "The deal with the clauses of what is agreed in a session, or was offered last", params: inSession,
      description: "A deal file, to be recorded as the next version of the agreement. What was settled in words alone is in `words`, and not in the deal.",
      answer: z.strictObject({ outcome: SessionDetail.shape.outcome, deal: DealShape, words: z.record(text, text) }),
    },
    async (asked) => {
      const kept = await negotiationAsked(asked);
      const session = sessionOf(kept, asked.params.session, "#path/session");
      const { negotiation, base } = await tableOf(asked, basisThen(kept, session), "#path/id");
      if (base === null) throw stopWith("not-found", "the negotiation puts clauses in no deal", { pointer: "#path/id", hint: "what was settled is told by the session" });
      const settled = lastNamed(negotiation, session);
      if (settled === null) throw stopWith("conflict", "nothing was offered yet", { pointer: "#path/session" });
      const words = negotiation.issues.flatMap(({ id, topic, is, options }, index) => (topic === undefined ? [[is ?? id, options[settled[index]!]!.is ?? settled[index]!]] : []));
      return { body: { outcome: sessionTold(session, negotiation).outcome, deal: { ...dealOf(base.deal, negotiation.issues, settled) }, words: Object.fromEntries(words) as Record<string, string> } };
    },
  );
}

/** Whose side is meant: ours where none is named, and the first where we are neither. */
function sideOf({ parties }: Negotiation, name: string | undefined, us: string | null): 0 | 1 {
  const side = name === undefined ? Math.max(0, parties.findIndex(({ id }) => id === us)) : parties.findIndex(({ id }) => id === name);
  if (side < 0) throw stopWith("unknown-name", `there is no party \`${name}\``, { pointer: "#query/for", offending: name ?? null, hint: nameHint(name ?? "", parties.map(({ id }) => id)) ?? parties.map(({ id }) => `\`${id}\``).join(" and ") });
  return side as 0 | 1;
}

/** A package that a request writes as `issue=option,…`. */
function packageAsked(negotiation: Negotiation, written: string, from: readonly string[] | null): readonly string[] {
  const read = packageFrom(negotiation, written, from);
  if ("message" in read) throw stopWith("unknown-name", read.message, { pointer: "#query/from", hint: "write it like issue=option,issue=option" });
  return read.settled;
}

const noDeal = (): Error => stopWith("unproven", "no combination of options is a deal", { pointer: "#path/id", hint: "options of two issues contradict each other: change the file" });

function packageRoute(api: Api): void {
  api.route(
    {
      method: "get", path: `${root}/{id}/packages`, needs: "negotiations:read", feature, summary: "What both could agree on: efficient packages, the zone of agreement, the proposal, and what to concede next", params: one, answer: Packages,
      description: "Of a session: on the file, the deal and the records as they were when it was begun; of none: on what is recorded now. One is solved at a time; others are answered in between.",
      query: z.strictObject({
        session: Place.optional(), for: text.max(100).optional().openapi({ description: "Whose concessions are told; default: the one for whom the records are kept, else the first." }), from: text.max(8_000).optional().openapi({ description: "The package from which to concede, as `issue=option,issue=option`; what is left out is as in the default: what is agreed, else what the party offered last, else the best for it." }),
        most: z.coerce.number().int().min(1).max(1_000).default(defaultMost).openapi({ description: "Combinations of clauses that are asked of the engine at most; what is left is told in `cut`." }),
      }),
    },
    async (asked) => {
      const { session: number, for: party, from: written, most } = asked.query;
      const kept = await negotiationAsked(asked);
      const session = number === undefined ? null : sessionOf(kept, number, "#query/session");
      const basis = session === null ? await basisNow(asked, kept.files.at(-1)!, "#path/id") : basisThen(kept, session);
      const table = await tableOf(asked, basis, "#path/id");
      const { negotiation, clearings } = table;
      const { world } = await asked.backing.states.newest(asked.workspace);
      const us = world?.graph.us ?? null;
      const side = sideOf(negotiation, party, us);
      const { solution, asIs } = await table.solved(most);
      const { frontier, zone, proposal, joint } = solution;
      const best = side === 0 ? frontier.packages[0] : frontier.packages.at(-1);
      const { id } = negotiation.parties[side]!;
      const start = (session === null ? null : stands(negotiation, session, id)) ?? best?.settled ?? null;
      const meant = written === undefined ? start : packageAsked(negotiation, written, start);
      const valued = async (settled: readonly string[] | null): Promise<Valued | null> => (settled === null ? null : inSteps(valuing(negotiation, settled, clearings)));
      const from = await valued(meant);
      if (from === null) throw meant === null ? noDeal() : stopWith("unproven", `there is no such deal: ${clearings.of(meant).faults.map(({ message }) => message).join("; ")}`, { pointer: "#query/from" });
      const { concessions, left } = await inSteps(conceding(negotiation, from, side, clearings, { joint, mostNear }));
      const last = session === null ? null : await valued(lastNamed(negotiation, session));
      return {
        body: {
          ...matterTold(negotiation, us), session: number ?? null, version: session?.version ?? kept.files.length, changeSet: basis.changeSet, agreement: kept.files[(session?.version ?? kept.files.length) - 1]!.agreement, joint: [...joint], counts: { ...frontier.counts, decided: clearings.decided }, cut: cutTold(solution), hasZone: solution.hasZone,
          efficient: frontier.packages.slice(0, mostTold).map((each) => packageTold(solution, each)), total: frontier.packages.length, inZone: zone.length, proposal: proposal === null ? null : packageTold(solution, proposal), asIs: asIs.map((each) => ({ ...each })),
          for: id, from: packageTold(solution, from), concessions: concessions.slice(0, mostConcessions).map((each) => concessionTold(solution, each)), further: Math.max(0, concessions.length - mostConcessions), notLookedAt: left, last: last === null ? null : packageTold(solution, last),
        },
        headers: { ETag: etagOf(basis.changeSet) },
      };
    },
  );
}

/** Negotiations: prepared on what is recorded, and played or recorded move by move. */
export function negotiationRoutes(api: Api): void {
  readRoutes(api);
  packageRoute(api);
  dealRoute(api);
  fileRoutes(api);
  sessionRoutes(api);
}
