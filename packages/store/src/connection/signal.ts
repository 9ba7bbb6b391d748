/** Told that a workspace has a newer change set. `null`: the connection was lost for a while, so any workspace may have. */
export type Signaled = (workspace: string | null) => void;

export const channel = "cleartitle";

/** Those who want to know of changes, of this process and of others. */
export class Signals {
  readonly #listeners = new Set<Signaled>();

  /** Gives what ends it. */
  listen(signaled: Signaled): () => void {
    this.#listeners.add(signaled);
    return () => void this.#listeners.delete(signaled);
  }

  tell(workspace: string | null): void {
    for (const listener of this.#listeners) listener(workspace);
  }
}
