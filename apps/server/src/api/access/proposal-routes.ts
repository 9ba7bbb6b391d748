import { impactOf } from "@cleartitle/engine";
import { approving, digestOfProposal, type Matter, matters, mattersBetween, type Proposal, proposing, type ProposalState, type Standing, stateOf, type Verdict, wrongInRevision, wrongInRuling } from "@cleartitle/access";
import { problem } from "@cleartitle/norms";
import { type ProposalRecord, requestOfProposal } from "@cleartitle/store";
import { applyChanges, type ChangeSet, unmetChanges } from "@cleartitle/title";
import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import type { Backing } from "../backing.js";
import type { Caller } from "../caller.js";
import { recordChanges } from "../change/record-changes.js";
import { RecordedChange } from "../change/recorded-change.js";
import { Impact } from "../change/routes.js";
import type { Asked } from "../route.js";
import { worldOf } from "../state.js";
import { ApiStop, stopWith } from "../stop.js";
import { inWorkspace, WorkspaceName } from "../workspace/name.js";
import { changesOf, proposed, type Proposed } from "./proposed.js";
import { roomsOf } from "./sign-in.js";

const feature = "proposals";
const Ruling = z.strictObject({ verdict: z.string(), digest: z.string(), revision: z.int(), why: z.string().nullable(), by: z.string(), at: z.string() });
const EarlierText = z.strictObject({ revision: z.int(), why: z.string(), changes: z.array(RecordedChange), by: z.string(), at: z.string() });
const states = ["open", "approved", "rejected", "withdrawn"] as const satisfies readonly ProposalState[];
const Told = z
  .strictObject({
    number: z.int(), matter: z.enum(matters), revision: z.int(), why: z.string(), state: z.enum(states), changes: z.array(RecordedChange), authors: z.array(z.string()), at: z.string(),
    digest: z.string().openapi({ description: "Of all that is proposed: what an approval names." }), rulings: z.array(Ruling),
    earlier: z.array(EarlierText).openapi({ description: "Texts that another one took the place of, the first one first." }),
    changeSet: z.int().nullable().openapi({ description: "By which it came into the records; null: it is not there." }),
  })
  .openapi("Proposal");
const numbered = z.strictObject({ workspace: WorkspaceName, number: z.coerce.number().int().min(1).max(2_147_483_647) });
const Why = z.string().trim().min(1).max(20_000);

const textOf = ({ proposal: { workspace, number, matter, why, changes, revision } }: ProposalRecord): Proposal => ({ workspace, number, matter: matter as Matter, why, changes, revision });
const standingOf = (record: ProposalRecord): Standing => ({ proposal: textOf(record), authors: record.authors, rulings: record.rulings.map(({ verdict, digest, by }) => ({ verdict: verdict as Verdict, digest, by })), isApplied: record.changeSet !== null });

function told(record: ProposalRecord): z.infer<typeof Told> {
  const { proposal, earlier, authors, rulings, changeSet } = record;
  const newest = textOf(record);
  return { number: proposal.number, matter: newest.matter, revision: proposal.revision, why: proposal.why, state: stateOf(standingOf(record)), changes: [...proposal.changes], authors: [...authors], at: proposal.at, digest: digestOfProposal(newest), rulings: rulings.map((ruling) => ({ ...ruling })), earlier: earlier.map((text) => ({ ...text, changes: [...text.changes] })), changeSet };
}

/** A problem with a proposal is one with the request. */
const stopAt = (wrong: ReturnType<typeof wrongInRevision>): void => {
  if (wrong !== null) throw new ApiStop([wrong]);
};

/** What is proposed has to change the records, and nothing that is another matter. */
function checkedChanges(matter: Matter, asked: Proposed, proposer: Parameters<typeof changesOf>[1]): ChangeSet {
  const { world } = proposer;
  const changes = changesOf(asked, proposer);
  if (unmetChanges(world.graph, changes).length > 0) throw stopWith("bad-value", "it changes nothing: the records say so already, or have nothing of the kind to take out", { pointer: "" });
  const touched = mattersBetween(world.graph, applyChanges(world.graph, changes));
  const others = touched.filter((each) => each !== matter);
  if (others.length > 0) throw new ApiStop(others.map((each) => problem("not-allowed", `it changes a ${each} besides`, { hint: "propose that by itself" })));
  return changes;
}

/** The same of the newest records. */
async function changesNow({ workspace, caller, backing }: Pick<Asked<undefined, undefined, undefined>, "workspace" | "caller" | "backing">, matter: Matter, asked: Proposed): Promise<ChangeSet> {
  return checkedChanges(matter, asked, { by: caller.actor, at: backing.now(), world: worldOf(await backing.states.newest(workspace), workspace) });
}

export function proposalRoutes(api: Api): void {
  const answer = Told;
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/proposals", needs: "proposals:read", feature, summary: "What was proposed, in order, and where it stands", params: inWorkspace,
      query: z.strictObject({ after: z.coerce.number().int().min(0).max(2_147_483_647).default(0), limit: z.coerce.number().int().min(1).max(1_000).default(100), state: z.enum(states).optional() }), answer: z.strictObject({ items: z.array(Told) }),
    },
    async ({ workspace, query: { after, limit, state }, backing }) => ({ body: { items: await listed(backing, workspace, { after, limit, state }) } }),
  );
  api.route(
    { method: "get", path: "/workspaces/{workspace}/proposals/{number}", needs: "proposals:read", feature, summary: "A proposal", params: numbered, answer },
    async ({ workspace, params: { number }, backing }) => ({ body: told(await roomsOf(backing).proposals.proposal(workspace, number)) }),
  );
  api.route(
    { method: "get", path: "/workspaces/{workspace}/proposals/{number}/impact", needs: "proposals:read", feature, summary: "What a proposal would do to every answer", description: "Nothing is recorded: the newest records with what is proposed, decided again.", params: numbered, query: z.strictObject({ most: z.coerce.number().int().min(1).max(500).default(100).openapi({ description: "Uses that are decided at most; the others are named in `cut`." }) }), answer: Impact },
    async ({ workspace, params: { number }, query: { most }, backing }) => {
      const { proposal: { changes } } = await roomsOf(backing).proposals.proposal(workspace, number);
      const before = worldOf(await backing.states.newest(workspace), workspace);
      const after = backing.states.changed(before, changes);
      return { body: impactOf(before, after, changes, { decide: backing.decide, options: { withoutRange: true }, budget: most }) };
    },
  );
  for (const matter of matters) routesOf(api, matter);
}

/** Proposals that stand so, in order. Where they stand follows from what was said of them, so all are read until there are enough. */
async function listed(backing: Backing, workspace: string, { after, limit, state }: { readonly after: number; readonly limit: number; readonly state: ProposalState | undefined }): Promise<z.infer<typeof Told>[]> {
  const { proposals } = roomsOf(backing);
  const kept: z.infer<typeof Told>[] = [];
  for (let from = after; kept.length < limit; ) {
    const some = (await proposals.list(workspace, from, limit)).map(told);
    kept.push(...some.filter((each) => state === undefined || each.state === state));
    if (some.length < limit) break;
    from = some.at(-1)!.number;
  }
  return kept.slice(0, limit);
}

/** Who writes a text, when, and under which name. */
const handOf = ({ caller, backing, requestName }: Pick<Asked<never, never, never>, "caller" | "backing" | "requestName">) => ({ by: caller.actor, at: backing.now(), ...(requestName === undefined ? {} : { request: requestName }) });

/** The same routes for each matter, since each has permissions of its own. */
function routesOf(api: Api, matter: Matter): void {
  const below = `/workspaces/{workspace}/proposals/${matter}s` as const;
  const body = z.strictObject({ why: Why, proposed: proposed[matter] });
  api.route(
    { method: "post", path: `/workspaces/{workspace}/${matter}s`, needs: proposing[matter], feature, summary: `Record a ${matter} at once, where there is one user`, description: "Where people sign in it is refused: one person proposes it, and another approves.", params: inWorkspace, body, answer: z.strictObject({ changeSet: z.int() }), status: 201 },
    async (asked) => {
      const { body: { why, proposed: wanted }, caller, backing } = asked;
      if (caller.by !== "local") throw stopWith("forbidden", `somebody else has to approve a ${matter}`, { hint: `propose it: \`POST …/proposals/${matter}s\`` });
      const { changeSet } = await recordChanges(asked as never, { why, make: (world) => ({ changes: checkedChanges(matter, wanted, { by: caller.actor, at: backing.now(), world }), told: null }) });
      return { body: { changeSet } };
    },
  );
  api.route(
    { method: "post", path: below, needs: proposing[matter], feature, summary: `Propose a ${matter}`, params: inWorkspace, body, answer: Told, status: 201 },
    async (asked) => {
      const { workspace, body: { why, proposed: wanted }, backing } = asked;
      const changes = await changesNow(asked, matter, wanted);
      return { body: told(await roomsOf(backing).proposals.propose(workspace, { matter, why, changes }, handOf(asked))) };
    },
  );
  api.route(
    { method: "post", path: `${below}/{number}/revisions`, needs: proposing[matter], feature, summary: `Propose a ${matter} in another text`, description: "What was said of the text before is void.", params: numbered, body, answer: Told, status: 201 },
    async (asked) => {
      const { workspace, params: { number }, body: { why, proposed: wanted }, backing } = asked;
      const { proposals } = roomsOf(backing);
      const changes = await changesNow(asked, matter, wanted);
      const record = await proposals.revise(workspace, number, { why, changes }, handOf(asked), (before) => {
        stopAtOtherMatter(before, matter);
        stopAt(wrongInRevision(standingOf(before)));
      });
      return { body: told(record) };
    },
  );
  const word = z.strictObject({ digest: z.string().max(200), why: z.string().trim().max(20_000).nullable().default(null) });
  api.route(
    { method: "post", path: `${below}/{number}/withdrawal`, needs: proposing[matter], feature, summary: `Withdraw a ${matter} that one proposed`, params: numbered, body: word, answer: Told },
    async ({ workspace, params: { number }, body: { digest, why }, caller, backing }) => ({ body: told(await rule(backing, caller, { workspace, number, matter, verdict: "withdraw", digest, why })) }),
  );
  api.route(
    {
      method: "post", path: `${below}/{number}/rulings`, needs: approving[matter], feature, summary: `Approve or reject a ${matter} that somebody else proposed`, description: "What is approved comes into the records at once.", params: numbered,
      body: word.extend({ verdict: z.enum(["approve", "reject"]) }), answer: Told,
    },
    async ({ workspace, params: { number }, body: { digest, why, verdict }, caller, backing }) => {
      const { proposals } = roomsOf(backing);
      const before = await proposals.proposal(workspace, number);
      // A process may have ended between the word and the records: whoever says it again carries it out.
      const isLeft = verdict === "approve" && before.changeSet === null && stateOf(standingOf(before)) === "approved" && digest === digestOfProposal(textOf(before));
      const record = isLeft ? before : await rule(backing, caller, { workspace, number, matter, verdict, digest, why });
      if (verdict === "approve") await carryOut(backing, workspace, record, caller);
      const after = await proposals.proposal(workspace, number);
      // The word stands; what was approved can still be put in another text.
      if (verdict === "approve" && after.changeSet === null) throw stopWith("conflict", `proposal ${number} is approved and changes nothing: the records were changed since it was made`, { hint: "propose it in another text" });
      return { body: told(after) };
    },
  );
}

function stopAtOtherMatter({ proposal }: ProposalRecord, matter: Matter): void {
  if (proposal.matter !== matter) throw stopWith("not-found", `there is no proposal ${proposal.number} of a ${matter}`, { pointer: "#path/number" });
}

async function rule(backing: Backing, { actor }: Caller, { workspace, number, matter, verdict, digest, why }: { readonly workspace: string; readonly number: number; readonly matter: Matter; readonly verdict: Verdict; readonly digest: string; readonly why: string | null }): Promise<ProposalRecord> {
  return roomsOf(backing).proposals.rule(workspace, number, { verdict, digest, why }, { by: actor, at: backing.now() }, (record) => {
    stopAtOtherMatter(record, matter);
    stopAt(wrongInRuling(standingOf(record), { verdict, digest, by: actor }));
  });
}

/** Brings what was approved into the records, once, under the name of its text. */
async function carryOut(backing: Backing, workspace: string, { proposal: { number, revision, changes, why }, authors }: ProposalRecord, { actor }: Caller): Promise<void> {
  const kept = await backing.states.workspace(workspace);
  await kept.change(changes, { by: actor, at: backing.now(), why: `proposal ${number} of ${authors.join(", ")}, approved by ${actor}: ${why}`.slice(0, 20_000), request: requestOfProposal(number, revision) });
}
