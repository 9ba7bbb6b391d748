import type { Derivation, FactRecord, QuantityRecord } from "@cleartitle/title";

/** One act that is judged: planned in a use, or recorded in a derivation or acquisition. */
export interface Act {
  readonly id: string;
  readonly tense: "present" | "past";
  /** The thing acted on. */
  readonly object: string;
  readonly actions: readonly string[];
  readonly actor: string;
  readonly date: string | null;
  readonly purposes: readonly string[];
  readonly fields: readonly string[];
  readonly recipients: readonly string[];
  readonly hosted: readonly string[];
  readonly facts: readonly FactRecord[];
  readonly scale: readonly QuantityRecord[];
  readonly derivation: Derivation | null;
  readonly named: string | null;
  /** Of a recipient's act: who hands the thing on. */
  readonly handedBy?: string;
}
