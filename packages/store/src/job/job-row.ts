/** Instants are texts of one form, so that their order is the order of time (docs/jobs.md). */
export interface JobRow {
  readonly workspace: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly kind: string;
  /** Whoever asks again for the same kind under this name gets the job that is there. */
  readonly name: string | null;
  readonly payload: string;
  readonly recorded_at: string;
  readonly by: string;
  readonly most_attempts: number;
  readonly state: string;
  /** From when on a worker may take it: of one at work, when its worker is given up. */
  readonly due_at: string;
  readonly attempt: number;
  /** Of the worker that has it. */
  readonly lease: string | null;
  readonly cancel_at: string | null;
  readonly result: string | null;
  /** What went wrong last. */
  readonly problem: string | null;
  readonly finished_at: string | null;
}

interface JobStepRow {
  readonly workspace: string;
  readonly job: number;
  /** From 1, without gaps. */
  readonly number: number;
  readonly at: string;
  readonly what: string;
  readonly content: string | null;
}

interface JobPartRow {
  readonly workspace: string;
  readonly job: number;
  /** From 1, without gaps. */
  readonly number: number;
  readonly content: string;
  /** Of the first: by what it was made, as its handler says it; null: it does not, or it is another. */
  readonly basis: string | null;
}

interface ScheduleRow {
  readonly workspace: string;
  readonly kind: string;
  readonly at_time: string;
  readonly next_at: string;
  readonly recorded_at: string;
  readonly by: string;
}

export interface JobTables {
  readonly jobs: JobRow;
  readonly job_steps: JobStepRow;
  readonly job_parts: JobPartRow;
  readonly schedules: ScheduleRow;
}
