import type { Guard } from "@cleartitle/access";
import type { ClauseLibrary } from "@cleartitle/agreements";
import type { Catalogue } from "@cleartitle/catalogue";
import type { DecideOptions, Decision, World } from "@cleartitle/engine";
import type { JobQueue, NoticeBoard, Store } from "@cleartitle/store";
import type { AccessRooms } from "./access/rooms.js";
import type { Identify } from "./caller.js";
import type { Metrics } from "./operation/metrics.js";
import type { ServedModel } from "./served-model.js";
import type { Standings } from "./standing/standings.js";
import type { States } from "./state.js";

/** What stands behind the routes. Everything of the world that they may touch is here, so that tests give them another one. */
export interface Backing {
  readonly store: Store;
  readonly states: States;
  readonly standings: Standings;
  readonly queue: JobQueue;
  readonly board: NoticeBoard;
  readonly catalogue: Catalogue;
  /** The clauses of agreements, read when the first agreement is asked for; null: there are none. */
  readonly clauses: () => ClauseLibrary | null;
  readonly decide: (world: World, use: string, options: DecideOptions) => Decision;
  readonly identify: Identify;
  /** The rooms of people; null: there is one local user. */
  readonly access: AccessRooms | null;
  /** The language model that may be asked about contracts; null: none is. */
  readonly model: ServedModel | null;
  /** Judges the addresses that people name. */
  readonly guard: Guard;
  /** This instant in UTC, for what is recorded. */
  readonly now: () => string;
  /** Whether the process is about to end. */
  readonly isEnding: () => boolean;
  /** What the process has done so far, for a program that watches it. */
  readonly metrics: Metrics;
}
