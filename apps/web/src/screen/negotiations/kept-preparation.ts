import { useKeptWords } from "../../part/kept-words.js";
import type { Prepared } from "./prepared.js";

/** An issue that is being written and is not added yet. */
export interface WrittenIssue {
  readonly is: string;
  readonly options: string;
}

/** What is written while a negotiation is prepared. */
interface Preparation {
  /** The version of the file that it is written on; null: of a new negotiation. */
  readonly on: number | null;
  readonly prepared: Prepared;
  readonly issue: WrittenIssue;
}

export interface KeptPreparation extends Preparation {
  readonly write: (changed: Partial<Pick<Preparation, "prepared" | "issue">>) => void;
  readonly drop: () => void;
  /** Whether it was written before the screen was left. */
  readonly areBack: boolean;
}

/** null: another program wrote it, in another form. */
function readPreparation(text: string): Preparation | null {
  try {
    const { on, prepared, issue } = JSON.parse(text) as Partial<Preparation>;
    return Array.isArray(prepared?.issues) && Array.isArray(prepared.players) && typeof issue?.is === "string" && on !== undefined ? { on, prepared, issue } : null;
  } catch {
    return null;
  }
}

/** What is written is kept in this tab, as words of other forms are. `of`: the negotiation of which it is the next version, and the version that is the newest. */
export function useKeptPreparation(agreement: string, of: { readonly id: string; readonly version: number } | null, begun: Prepared): KeptPreparation {
  const start: Preparation = { on: of?.version ?? null, prepared: begun, issue: { is: "", options: "" } };
  const { text, write, drop, areBack } = useKeptWords(of === null ? `negotiation on ${agreement}` : `negotiation ${of.id}`, JSON.stringify(start));
  const kept = readPreparation(text);
  const now = kept ?? start;
  return { ...now, areBack: areBack && kept !== null, drop, write: (changed) => write(JSON.stringify({ ...now, ...changed })) };
}
