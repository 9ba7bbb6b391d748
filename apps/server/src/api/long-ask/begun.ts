import type { Catalogue } from "@cleartitle/catalogue";
import { engineVersion } from "@cleartitle/engine";
import type { Running } from "@cleartitle/jobs";
import { z } from "zod";
import type { Backing } from "../backing.js";

const text = z.string();

/** By what the answers of a run are made, as the first of them has it. */
const Begun = z.strictObject({
  by: z.strictObject({ engine: text, catalogue: text, taxonomies: text, groups: text }),
  /** How often it was begun anew, and why the last time. */
  round: z.int().min(0), anew: text.nullable(),
});
export type Begun = z.infer<typeof Begun>;

/** null: its answers do not say, since an earlier program made them, or there are none. */
export function readBegun(basis: string | null): Begun | null {
  return basis === null ? null : (Begun.safeParse(JSON.parse(basis)).data ?? null);
}

interface Beginning {
  readonly catalogue: Catalogue;
  readonly begun: Begun;
}

/** Why a run cannot go on by what it began with; the catalogue where it can. */
async function goneOn(states: Backing["states"], begun: Begun | null): Promise<Catalogue | string> {
  if (begun === null) return "its answers so far do not say by which catalogue they were made";
  const { engine, ...digests } = begun.by;
  if (engine !== engineVersion) return `its answers so far were made by the engine ${engine}`;
  const kept = await states.catalogueOf(digests);
  if (kept === null) return `its answers so far were made by the catalogue ${digests.catalogue}, which is not kept`;
  return "why" in kept ? `its answers so far were made by the catalogue ${digests.catalogue}, which ${kept.why}` : kept.catalogue;
}

/** By which catalogue a run answers: that of its first answer, so that no two of its answers are of different ones. Where that is not to be had it begins anew by the one here, and says so. */
export async function beginning({ states, store, catalogue }: Pick<Backing, "states" | "store" | "catalogue">, job: Running<unknown>): Promise<Beginning> {
  const by = { engine: engineVersion, ...catalogue.digests };
  const { count, basis } = await job.kept();
  const before = readBegun(basis);
  const found = count === 0 ? catalogue : await goneOn(states, before);
  if (typeof found !== "string") {
    await store.keepCatalogue(found, job.now());
    return { catalogue: found, begun: count === 0 ? { by, round: 0, anew: null } : before! };
  }
  await job.beginAnew();
  await store.keepCatalogue(catalogue, job.now());
  return { catalogue, begun: { by, round: (before?.round ?? 0) + 1, anew: found } };
}
