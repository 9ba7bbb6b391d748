import { canonicalJson } from "@cleartitle/norms";
import type { ChangeSet } from "@cleartitle/title";
import type { Connection } from "../connection/connection.js";
import type { Tx } from "../database.js";
import { StoreRefusal } from "../refusal.js";
import { appendEntries } from "../ledger/append.js";
import type { EntryDraft } from "../ledger/draft.js";
import { writingIn } from "../workspace/scope.js";
import type { Hand } from "./people.js";
import { seeing } from "./seeing.js";

/** The newest text of a proposal. */
export interface KeptProposal {
  readonly workspace: string;
  readonly number: number;
  readonly matter: string;
  readonly why: string;
  readonly changes: ChangeSet;
  readonly revision: number;
  readonly at: string;
}

/** A text that another one took the place of. */
interface EarlierText extends Pick<KeptProposal, "why" | "changes" | "revision" | "at"> {
  readonly by: string;
}

export interface KeptRuling {
  readonly verdict: string;
  readonly digest: string;
  readonly revision: number;
  readonly why: string | null;
  readonly by: string;
  readonly at: string;
}

export interface ProposalRecord {
  readonly proposal: KeptProposal;
  /** Texts before the newest, the first one first. */
  readonly earlier: readonly EarlierText[];
  /** Everybody who wrote a revision, the first one first. */
  readonly authors: readonly string[];
  readonly rulings: readonly KeptRuling[];
  /** The change set by which it came into the records; null: it is not there. */
  readonly changeSet: number | null;
}

/** Whoever writes, and the name of the request by which they do. */
type NamedHand = Hand & { readonly request?: string };

/** The name under which what was approved is recorded, once. */
export const requestOfProposal = (number: number, revision: number): string => `proposal:${number}:${revision}`;

/** What somebody proposes and others rule on. Every text and every word on it stays. */
export class Proposals {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Under the name of a request once: repeated, the proposal is as it was written then. */
  async propose(workspace: string, { matter, why, changes }: Pick<KeptProposal, "matter" | "why" | "changes">, hand: NamedHand): Promise<ProposalRecord> {
    return writingIn(this.#connection, workspace, async ({ tx }) => {
      const written = await writtenUnder(tx, workspace, hand);
      if (written !== null) return read(tx, workspace, written);
      const newest = await tx.selectFrom("proposals").select(({ fn }) => fn.max("number").as("number")).where("workspace", "=", workspace).executeTakeFirst();
      const number = (newest?.number ?? 0) + 1;
      await insert(tx, { workspace, number, matter, why, changes, revision: 1, at: hand.at }, hand);
      return read(tx, workspace, number);
    });
  }

  /** The next text of a proposal. `check` sees how it stands and throws where that may not be; nobody else writes to it meanwhile. */
  async revise(workspace: string, number: number, { why, changes }: Pick<KeptProposal, "why" | "changes">, hand: NamedHand, check: (record: ProposalRecord) => void): Promise<ProposalRecord> {
    return writingIn(this.#connection, workspace, async ({ tx }) => {
      const record = await read(tx, workspace, number);
      if ((await writtenUnder(tx, workspace, hand)) !== null) return record;
      check(record);
      await insert(tx, { ...record.proposal, why, changes, revision: record.proposal.revision + 1, at: hand.at }, hand);
      return read(tx, workspace, number);
    });
  }

  /** Adds a word on the newest text. `check` as for a revision. */
  async rule(workspace: string, number: number, { verdict, digest, why }: Pick<KeptRuling, "verdict" | "digest" | "why">, { by, at }: Hand, check: (record: ProposalRecord) => void): Promise<ProposalRecord> {
    return writingIn(this.#connection, workspace, async (scope) => {
      const { tx } = scope;
      const record = await read(tx, workspace, number);
      check(record);
      await tx.insertInto("rulings").values({ workspace, number, revision: record.proposal.revision, sequence: record.rulings.length + 1, verdict, digest, why, recorded_at: at, by }).execute();
      // What it settles follows as a change set of its own.
      if (verdict === "approve") await appendEntries(scope, { drafts: [approvalOf(record, digest, by)], at, by, signing: [] });
      return read(tx, workspace, number);
    });
  }

  async proposal(workspace: string, number: number): Promise<ProposalRecord> {
    return seeing(this.#connection, { workspace }, async (tx) => read(tx, workspace, number));
  }

  /** Proposals after a number, in order. */
  async list(workspace: string, after = 0, most = 100): Promise<readonly ProposalRecord[]> {
    return seeing(this.#connection, { workspace }, async (tx) => {
      const rows = await tx.selectFrom("proposals").select("number").distinct().where("workspace", "=", workspace).where("number", ">", after).orderBy("number").limit(most).execute();
      const records: ProposalRecord[] = [];
      for (const { number } of rows) records.push(await read(tx, workspace, number));
      return records;
    });
  }
}

/** An approval in the ledger: of just this text of a proposal, and who wrote it. */
const approvalOf = ({ proposal: { number, revision, matter }, authors }: ProposalRecord, digest: string, by: string): EntryDraft => ({ kind: "approval", fields: { by, of: digest, proposal: number, revision, matter, authors: [...authors] } });

async function insert(tx: Tx, { workspace, number, matter, why, changes, revision, at }: KeptProposal, { by, request }: NamedHand): Promise<void> {
  await tx.insertInto("proposals").values({ workspace, number, revision, matter, why, changes: canonicalJson(changes), recorded_at: at, by, request: request ?? null }).execute();
}

/** The number of the proposal that a request wrote; null: it has none, or wrote nothing yet. */
async function writtenUnder(tx: Tx, workspace: string, { request }: NamedHand): Promise<number | null> {
  if (request === undefined) return null;
  const row = await tx.selectFrom("proposals").select("number").where("workspace", "=", workspace).where("request", "=", request).executeTakeFirst();
  return row?.number ?? null;
}

async function read(tx: Tx, workspace: string, number: number): Promise<ProposalRecord> {
  const texts = await tx.selectFrom("proposals").selectAll().where("workspace", "=", workspace).where("number", "=", number).orderBy("revision").execute();
  const newest = texts.at(-1);
  if (newest === undefined) throw new StoreRefusal("not-found", `there is no proposal ${number}`, { offending: String(number) });
  const rulings = await tx.selectFrom("rulings").selectAll().where("workspace", "=", workspace).where("number", "=", number).orderBy("sequence").execute();
  const requests = texts.map(({ revision }) => requestOfProposal(number, revision));
  const applied = await tx.selectFrom("change_sets").select("number").where("workspace", "=", workspace).where("request", "in", requests).executeTakeFirst();
  return {
    proposal: { workspace, number, matter: newest.matter, why: newest.why, changes: JSON.parse(newest.changes) as ChangeSet, revision: newest.revision, at: newest.recorded_at },
    earlier: texts.slice(0, -1).map(({ why, changes, revision, recorded_at: at, by }) => ({ why, changes: JSON.parse(changes) as ChangeSet, revision, at, by })),
    authors: [...new Set(texts.map(({ by }) => by))],
    rulings: rulings.map(({ verdict, digest, revision, why, by, recorded_at: at }) => ({ verdict, digest, revision, why, by, at })),
    changeSet: applied?.number ?? null,
  };
}
