import type { Notice } from "../review/notice.js";

/** What one subscriber is told at once. */
export interface Delivery {
  readonly workspace: string;
  /** The same in each attempt, and of no other delivery of the workspace. */
  readonly request: string;
  readonly notices: readonly Notice[];
  /** When it is sent, in seconds since 1970. */
  readonly seconds: number;
  readonly signal: AbortSignal;
}
