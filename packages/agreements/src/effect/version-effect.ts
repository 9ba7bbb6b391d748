import type { Decide, World } from "@cleartitle/engine";
import type { Problem, Status } from "@cleartitle/norms";
import type { ClauseLibrary } from "../clause/library.js";
import { stances, type Stance } from "../clause/topic.js";
import type { DealFile } from "../deal/read-deal.js";
import { effectOf } from "./effect.js";

/** What a topic of a deal would change in another version of the house, all else as it stands. */
export interface VersionEffect {
  readonly topic: string;
  readonly number: number;
  readonly title: string;
  /** The version that the deal takes. */
  readonly taken: Stance | "own";
  readonly version: Stance;
  /** Uses that get another answer, place by place; null: such a deal is none, and `why` says why. */
  readonly answers: readonly { readonly use: string; readonly territories: readonly string[]; readonly before: Status; readonly after: Status }[] | null;
  readonly why: string | null;
  /** Obligations of uses that come, go or are said otherwise. */
  readonly obligations: readonly { readonly use: string; readonly change: "gone" | "new" | "changed"; readonly do: string }[];
}

export interface VersionOptions {
  readonly library: ClauseLibrary;
  /** Name of the title file, for problems. */
  readonly file: string;
  readonly decide: Decide;
  /** Topics that are asked; left out: all of the deal. */
  readonly topics?: readonly string[];
}

/** Every topic of a deal in the versions that it does not take, each alone: by which clause a release stands or falls. */
export function versionEffects(asked: DealFile, world: World, { library, file, decide, topics }: VersionOptions): { readonly effects: readonly VersionEffect[]; readonly problems: readonly Problem[] } {
  const { deal } = asked;
  const problems: Problem[] = [];
  const effects = [...library.topics.values()].filter(({ id }) => deal.topics[id] !== undefined && (topics === undefined || topics.includes(id))).flatMap(({ id, number, title }) => {
    const taken = deal.topics[id]!;
    return stances.filter((version) => version !== taken.version).map((version): VersionEffect => {
      const other = { ...asked, deal: { ...deal, topics: { ...deal.topics, [id]: { version, ...(taken.with === undefined ? {} : { with: taken.with }) } } } };
      const found = effectOf(asked, other, world, { library, file, decide });
      if (found.effect === null) problems.push(...found.problems.filter((each) => !problems.some((known) => known.message === each.message)));
      const uses = found.effect?.uses ?? [];
      return {
        topic: id, number, title, taken: taken.version ?? "own", version,
        answers: found.effect === null ? null : uses.flatMap((use) => use.places.map(({ territories, before, after }) => ({ use: use.use, territories, before, after }))),
        why: found.effect === null ? found.problems.map(({ message }) => message).join("; ") : null,
        obligations: uses.flatMap((use) => use.obligations.map(({ change, do: duty }) => ({ use: use.use, change, do: duty }))),
      };
    });
  });
  return { effects, problems };
}
