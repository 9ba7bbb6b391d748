import type { Knowledge } from "@cleartitle/catalogue";
import { type Clock, type PostOffice, Worker, type WorkerEvent } from "@cleartitle/jobs";
import { buildApi, type BuiltApi } from "./app.js";
import type { Backing } from "./backing.js";
import { importJob } from "./import/job.js";
import { longAsks } from "./long-ask/job.js";
import { bugLine, type LogLine } from "./operation/log.js";
import { tellingJobs } from "./notice/told.js";
import { Metrics } from "./operation/metrics.js";
import { Rate, type RateLimit } from "./operation/rate.js";
import { readingJob } from "./reading/job.js";
import { opinionJob } from "./reading/opinion-job.js";
import { prepare } from "./standing/prepare.js";
import { Standings } from "./standing/standings.js";
import { States } from "./state.js";

export interface ApiOptions extends Omit<Backing, "states" | "standings" | "isEnding" | "metrics"> {
  readonly log: (line: LogLine) => void;
  /** How much one caller may ask; null: as much as they like. */
  readonly rate: RateLimit | null;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  /** The mail server of the house; null: nobody is told by mail. */
  readonly postOffice: PostOffice | null;
  /** What names license texts among what is imported. */
  readonly knowledge: () => Knowledge | null;
  /** Time as the worker has it; default: the system's. */
  readonly clock?: Clock;
}

/** An API that is served, over a store that whoever opened it closes. */
export interface ServedApi extends BuiltApi {
  readonly states: States;
  /** Has workspaces ready before anybody asks of them. Ends with the API, and never rejects. */
  readonly prepare: () => Promise<void>;
  /** From now on `ready` says that requests are to be sent elsewhere. */
  readonly end: () => void;
  readonly close: () => Promise<void>;
}

/** Opens the API, and begins to do what is in the queue. */
export function openApi({ log, rate, elapsed, postOffice, knowledge, clock, ...standing }: ApiOptions): ServedApi {
  const { guard } = standing;
  const states = new States(standing.store, standing.catalogue);
  const standings = new Standings(states, standing.decide);
  let isEnding = false;
  let preparing: Promise<void> | null = null;
  const metrics = new Metrics();
  const backing: Backing = { ...standing, states, standings, metrics, isEnding: () => isEnding };
  const built = buildApi(backing, { log, metrics, rate: rate === null ? null : new Rate(rate), elapsed, now: standing.now });
  const tell = (event: WorkerEvent): void => {
    if (event.what === "bug") log(bugLine(event.error, `job ${event.job.workspace} ${event.job.number}`, standing.now()));
  };
  const worker = new Worker({ queue: standing.queue, handlers: [importJob({ states, catalogue: standing.catalogue, guard, knowledge }), readingJob({ states }), opinionJob({ states, model: standing.model }), ...longAsks({ ...standing, states }), ...tellingJobs({ ...standing, states }, guard, postOffice)], tell, ...(clock === undefined ? {} : { clock }) });
  worker.start();
  return {
    ...built, states,
    prepare: async () => (preparing = prepare(backing)),
    end: () => {
      isEnding = true;
    },
    close: async () => {
      isEnding = true;
      await preparing;
      await worker.stop();
      await states.close();
    },
  };
}
