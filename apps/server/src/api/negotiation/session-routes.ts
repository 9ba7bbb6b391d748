import { begun, type KeptNegotiation, type KeptSession, moveOf, packageOf, playSpoken, type Said, type SessionRecord, Simulated, standingOf, valuing, withMove } from "@cleartitle/negotiation";
import { nameHint, problem, sha256 } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import { stopAtFaults } from "../agreement/faults.js";
import { text } from "../agreement/schema.js";
import type { Api } from "../api.js";
import { inSteps } from "../in-steps.js";
import { ApiStop, stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { type Place, sessionOf, there } from "./reading.js";
import { type Planned, recordStep } from "./record-step.js";
import { NegotiationId, Taken } from "./schema.js";
import { basisNow, basisThen, defaultMost, digestOfBasis, tableOf, type Table } from "./table.js";

const feature = "negotiations";
const needs = "negotiations:write";
const one = inWorkspace.extend({ id: NegotiationId });
const root = "/workspaces/{workspace}/negotiations/{id}/sessions";
const params = one.extend({ session: z.coerce.number().int().min(1).max(1_000_000) });
const Party = text.min(1).max(100);

/** A session on the newest file and on what is recorded now. */
async function planSession(place: Place, kept: KeptNegotiation, { simulated, seed, spoken }: { readonly simulated: readonly string[]; readonly seed: number; readonly spoken: boolean }): Promise<Planned> {
  const basis = await basisNow(place, kept.files.at(-1)!, "#path/id");
  const { negotiation } = await tableOf(place, basis, "#path/id");
  const ids = negotiation.parties.map(({ id }) => id);
  const strange = simulated.flatMap((id, index) => (ids.includes(id) ? [] : [problem("unknown-name", `there is no party \`${id}\``, { pointer: `/simulated/${index}`, offending: id, hint: nameHint(id, ids) ?? ids.map((each) => `\`${each}\``).join(" and ") })]));
  if (strange.length > 0) throw new ApiStop(strange);
  const { model } = place.backing;
  if (spoken && model === null) throw stopWith("conflict", "no language model is named on this server", { pointer: "/spoken", hint: "whoever runs the server starts it with `--model`" });
  if (spoken && simulated.length === 0) throw stopWith("contradiction", "nobody is simulated for whom a language model could speak", { pointer: "/spoken" });
  const { head } = begun({ ...(spoken ? { persona: model!.name } : {}), negotiation: kept.id, file: digestOfBasis(basis), seed, simulated: [...new Set(simulated)] });
  return { content: { step: "begin", session: kept.sessions.length + 1, version: kept.files.length, changeSet: basis.changeSet, deal: basis.deal === null ? null : sha256(basis.deal), head }, text: basis.deal };
}

/** A session on what it was begun on. One whose record was altered does not go on. */
async function sessionAt(place: Place, kept: KeptNegotiation, number: number): Promise<{ readonly session: KeptSession; readonly table: Table }> {
  const session = sessionOf(kept, number, "#path/session");
  stopAtFaults(session.problems, "#path/session");
  return { session, table: await tableOf(place, basisThen(kept, session), "#path/id") };
}

const lastMove = (session: number, { moves }: SessionRecord): Planned => ({ content: { step: "move", session, move: moves.at(-1)! }, text: null });

/** What is wrong is told where the request says it. */
const stopAtMove = (problems: Parameters<typeof stopAtFaults>[0]): void => {
  if (problems.length > 0) throw new ApiStop(problems.map((each) => ({ ...each, file: null, line: null, column: null, pointer: each.pointer ?? "#path/session" })));
};

async function planSaid(place: Place, kept: KeptNegotiation, number: number, said: Said): Promise<Planned> {
  const { session, table: { negotiation, clearings } } = await sessionAt(place, kept, number);
  if (session.record.head.simulated.includes(said.by)) throw stopWith("conflict", `\`${said.by}\` is simulated in this session`, { pointer: "/by", offending: said.by, hint: "its moves are made by `answer`; what is really said is recorded in a session in which nobody is simulated" });
  const { move, problems } = moveOf(negotiation, session.record, said, `session ${number}`);
  stopAtMove(problems);
  const settled = said.says === "offer" ? packageOf(negotiation, move!.settled)! : null;
  if (settled !== null && (await inSteps(valuing(negotiation, settled, clearings))) === null) throw stopWith("contradiction", `there is no such deal: ${clearings.of(settled).faults.map(({ message }) => message).join("; ")}`, { pointer: "/settled", hint: "settle one of these issues otherwise" });
  return lastMove(number, withMove(session.record, move!));
}

/** The move of a simulated side, by its tactic and the seed of the session. */
async function planAnswer(place: Place, kept: KeptNegotiation, number: number): Promise<Planned> {
  const { session: { record }, table } = await sessionAt(place, kept, number);
  const { standing, problems } = standingOf(table.negotiation, record, `session ${number}`);
  stopAtMove(problems);
  const { simulated, seed } = record.head;
  const turn = record.moves.length === 0 && !simulated.includes(standing!.turn!) ? (simulated[0] ?? null) : standing!.turn;
  if (turn === null || !simulated.includes(turn)) throw stopWith("conflict", simulated.length === 0 ? "nobody is simulated in this session" : turn === null ? "the session is over" : `it is the turn of \`${turn}\`, who is not simulated`, { pointer: "#path/session", hint: simulated.length === 0 || turn === null ? "begin another session" : `record what \`${turn}\` says first` });
  const { solution } = await table.solved(defaultMost);
  const simulation = new Simulated(solution, seed, await table.candidates(solution));
  const { model } = place.backing;
  // One that was begun with a model goes on by the tactic alone where none is named any more.
  if (record.head.persona === undefined || model === null || standing!.turn !== turn) return lastMove(number, simulation.move(record, { ...standing!, turn }));
  return lastMove(number, (await playSpoken(simulation, table.negotiation, record, { sides: [turn], file: `session ${number}`, model: await model.open() })).record);
}

/** Sessions: begun, and gone on with move by move. */
export function sessionRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: root, needs, feature, summary: "Begin a session", status: 201, params: one, answer: Taken,
      description: "It stays on the file, the deal and the records as they are now. Where nobody is simulated it is the record of what both sides really say.",
      body: z.strictObject({ simulated: z.array(Party).max(2).default([]).openapi({ description: "Parties whose moves are made by their tactics." }), seed: z.int().min(0).max(999_999_999).default(1).openapi({ description: "The same seed, the same session." }), spoken: z.boolean().default(false).openapi({ description: "Whether the language model that whoever runs the server named speaks for the simulated side, within what its tactic allows: interests, offers and packages go to its server, and no worths." }) }),
    },
    async (asked) => recordStep(asked, asked.params.id, async (kept) => planSession(asked, there(asked.params.id, kept), asked.body)),
  );
  const move = (path: string, summary: string, says: "accept" | "leave"): void =>
    api.route({ method: "post", path: `${root}/{session}/${path}`, needs, feature, summary, status: 201, params, body: z.strictObject({ by: Party }), answer: Taken }, async (asked) =>
      recordStep(asked, asked.params.id, async (kept) => planSaid(asked, there(asked.params.id, kept), asked.params.session, { by: asked.body.by, says })));
  api.route(
    {
      method: "post", path: `${root}/{session}/offers`, needs, feature, summary: "Record an offer of a side", status: 201, params, answer: Taken,
      body: z.strictObject({ by: Party, settled: z.record(text.max(100), text.max(100)).refine((settled) => Object.keys(settled).length <= 40, { message: "40 issues at most" }).openapi({ description: "Option by issue. What is left out stays as this side last asked for it." }) }),
    },
    async (asked) => recordStep(asked, asked.params.id, async (kept) => planSaid(asked, there(asked.params.id, kept), asked.params.session, { ...asked.body, says: "offer" })),
  );
  move("acceptance", "Record that a side accepts what was offered last", "accept");
  move("leaving", "Record that a side leaves", "leave");
  api.route(
    { method: "post", path: `${root}/{session}/answer`, needs, feature, summary: "Let the simulated side whose turn it is make its move", status: 201, params, body: z.strictObject({}), answer: Taken, description: "It never offers or takes less than the least that it takes." },
    async (asked) => recordStep(asked, asked.params.id, async (kept) => planAnswer(asked, there(asked.params.id, kept), asked.params.session)),
  );
}
