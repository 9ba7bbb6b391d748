import { type Agreement, type DealFile, readVersion, segmentsOf } from "@cleartitle/agreements";
import type { Problem } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import type { Backing } from "../backing.js";
import { stopWith } from "../stop.js";
import { faultsAt } from "./faults.js";
import { clausesOf, type FoundAgreement } from "./reading.js";

export const versionNumber = z.coerce.number().int().min(1).max(1_000_000);

interface FoundVersion {
  readonly version: Agreement["life"]["versions"][number];
  /** null: the clauses of today cannot read it, and `problems` say why. */
  readonly file: DealFile | null;
  readonly compiled: Agreement["segments"][number] | null;
  readonly problems: readonly Problem[];
}

/** A version as it was written, read by the clauses of today. `at`: where the request names it. */
export function versionOf({ agreement }: FoundAgreement, wanted: number, at: string, backing: Backing): FoundVersion {
  const version = agreement.life.versions.find((each) => each.number === wanted);
  if (version === undefined) throw stopWith("not-found", `the agreement has no version ${wanted}`, { pointer: at, offending: String(wanted), hint: `it has ${agreement.life.versions.length}` });
  const house = clausesOf(backing);
  const { file, problems } = readVersion(version.text, agreement.life.id, house);
  const read = file === null ? { segments: [], problems } : segmentsOf(file.deal, [], house, null);
  return { version, file, compiled: read.segments[0] ?? null, problems: faultsAt(read.problems, at) };
}
