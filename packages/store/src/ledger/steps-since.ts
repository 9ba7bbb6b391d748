import type { EventKind } from "@cleartitle/ledger";
import type { Scope } from "../workspace/scope.js";

/** Steps of things of one kind, since the ledger had a size. */
export interface StepsSince<Step> {
  /** What the ledger has now. */
  readonly size: number;
  /** All steps of all things; else those of the things that were changed alone, each with all its steps. */
  readonly isAll: boolean;
  readonly steps: readonly Step[];
}

/** How steps of a kind are entered and read. */
export interface SteppedKind<Step, Name extends string | number> {
  readonly kind: Extract<EventKind, "agreement" | "negotiation" | "reading">;
  /** The field of an entry that names the thing. */
  readonly field: string;
  /** Steps of some things, or of all, in order. */
  readonly read: (scope: Scope, names: readonly Name[] | null) => Promise<readonly Step[]>;
}

/** Changed things beyond which all are read. */
const most = 500;

/** Whatever is recorded is entered in the same transaction, and so is what is taken out: an entry says which thing has another step, or that one says less than before. */
export async function stepsSince<Step, Name extends string | number>(scope: Scope, size: number, { kind, field, read }: SteppedKind<Step, Name>): Promise<StepsSince<Step>> {
  const { tx, workspace } = scope;
  // Read first: steps that come in between are told now, and once more by whoever asks from here.
  const row = await tx.selectFrom("ledger_states").select("size").where("workspace", "=", workspace).orderBy("size", "desc").limit(1).executeTakeFirst();
  const now = row?.size ?? 0;
  if (size > 0 && size === now) return { size: now, isAll: false, steps: [] };
  if (size > 0 && size < now) {
    const entries = await tx.selectFrom("ledger_entries").select(["kind", "told"]).where("workspace", "=", workspace).where("entry", ">=", size).where("kind", "in", [kind, "redaction"]).execute();
    const names = new Set(entries.flatMap((entry) => (entry.kind === kind ? [(JSON.parse(entry.told) as Readonly<Record<string, Name | undefined>>)[field]] : [])));
    if (entries.every((entry) => entry.kind === kind) && !names.has(undefined) && names.size <= most) return { size: now, isAll: false, steps: names.size === 0 ? [] : await read(scope, [...names] as Name[]) };
  }
  return { size: now, isAll: true, steps: await read(scope, null) };
}
