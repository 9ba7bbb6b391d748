/** One picture that the command for screenshots takes. */
export interface Shot {
  readonly name: string;
  /** Below the workspace of the main example, with its query. */
  readonly at: string;
  /** What is there once everything is shown: a CSS selector. */
  readonly ready: string;
}
