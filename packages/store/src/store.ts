import type { Catalogue } from "@cleartitle/catalogue";
import { catalogueText, keepCatalogue } from "./catalogue/kept-catalogue.js";
import type { Connection } from "./connection/connection.js";
import { refusing } from "./connection/fault.js";
import type { Signaled } from "./connection/signal.js";
import { beginLedger, type Signing, appendEntries } from "./ledger/append.js";
import { defaultLimits, type EvidenceLimits } from "./evidence/evidence.js";
import { isLedgerName } from "@cleartitle/ledger";
import { sql } from "kysely";
import { StoreRefusal } from "./refusal.js";
import { Requests } from "./request/requests.js";
import { checkRecording, type Recording } from "./workspace/recording.js";
import { inWorkspace, writingIn } from "./workspace/scope.js";
import { Workspace } from "./workspace/workspace.js";

const workspaceName = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** What is kept, by workspace. */
export class Store {
  /** Names of writes and what they were answered with. */
  readonly requests: Requests;
  readonly #connection: Connection;
  readonly #limits: EvidenceLimits;
  readonly #signing: Signing;
  readonly #kept = new WeakSet<Catalogue>();
  readonly #workspaces = new Map<string, Workspace>();

  /** `signing`: secret keys, each of the ledger whose name it has. Without one what is recorded is entered unsigned. */
  constructor(connection: Connection, limits: EvidenceLimits = defaultLimits, signing: Signing = []) {
    this.requests = new Requests(connection);
    this.#connection = connection;
    this.#limits = limits;
    this.#signing = signing;
  }

  /** A new workspace, and its ledger of that name. */
  async create(id: string, recording: Recording, ledger: string = id): Promise<Workspace> {
    checkRecording(recording);
    if (!workspaceName.test(id)) throw new StoreRefusal("bad-value", `\`${id}\` is no name of a workspace`, { offending: id, hint: "small letters, digits and dashes, 63 at most" });
    if (!isLedgerName(ledger)) throw new StoreRefusal("bad-value", `\`${ledger}\` is no name of a ledger`, { offending: ledger, hint: "a name has no spaces and no plus signs, like acme.example/title" });
    await writingIn(this.#connection, id, async (scope) => {
      const { tx } = scope;
      const { numInsertedOrUpdatedRows } = await tx.insertInto("workspaces").values({ id, created_at: recording.at }).onConflict((on) => on.doNothing()).executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) throw new StoreRefusal("conflict", `there is a workspace \`${id}\` already`, { offending: id, hint: "open it, or choose another name" });
      await beginLedger(scope, ledger);
      await appendEntries(scope, { drafts: [], at: recording.at, by: recording.by, signing: this.#signing });
    });
    return this.#opened(id);
  }

  /** A workspace that is there. One instance for each id, so that its graph is in memory once. */
  async workspace(id: string): Promise<Workspace> {
    const there = await inWorkspace(this.#connection, id, ({ tx }) => tx.selectFrom("workspaces").select("id").where("id", "=", id).executeTakeFirst());
    if (there === undefined) throw new StoreRefusal("not-found", `there is no workspace \`${id}\``, { offending: id, hint: "`cleartitle db create` makes one" });
    return this.#opened(id);
  }

  /** Names of workspaces after one, in order. INVARIANT: told only to whoever may see them all. */
  async names(after: string, most: number): Promise<readonly string[]> {
    const { rows } = await refusing(() => sql<{ readonly id: string }>`select id from cleartitle.workspace_names(${after}, ${most})`.execute(this.#connection.db));
    return rows.map(({ id }) => id);
  }

  /** Keeps a catalogue by which something is decided that lasts, once for all workspaces. */
  async keepCatalogue(catalogue: Catalogue, at: string): Promise<void> {
    if (this.#kept.has(catalogue)) return;
    await refusing(() => keepCatalogue(this.#connection.db, catalogue, at));
    this.#kept.add(catalogue);
  }

  /** The text of a catalogue of these digests; null: it is not kept. A catalogue is no secret of a workspace: it comes with the program. */
  async catalogueText(digests: Catalogue["digests"]): Promise<string | null> {
    return refusing(async () => (await catalogueText(this.#connection.db, digests))?.text ?? null);
  }

  /** Ends without a word where the database answers; refused where it does not. */
  async ready(): Promise<void> {
    await refusing(() => this.#connection.db.selectFrom("schema_versions").select("version").limit(1).execute());
  }

  /** Told when a workspace may have a newer change set, also of another process. Gives what ends it. */
  listen(signaled: Signaled): () => void {
    return this.#connection.signals.listen(signaled);
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  #opened(id: string): Workspace {
    let workspace = this.#workspaces.get(id);
    if (workspace === undefined) this.#workspaces.set(id, (workspace = new Workspace(this.#connection, id, this.#limits, this.#signing)));
    return workspace;
  }
}
