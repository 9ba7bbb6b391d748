import type { Profile } from "@cleartitle/norms";
import type { Use } from "@cleartitle/title";
import type { Act } from "../act.js";
import type { World } from "../world.js";

/** What is asked, with all that an answer may turn on fixed. */
export interface Question {
  readonly world: World;
  readonly use: Use;
  readonly act: Act;
  readonly asOf: string;
  readonly knownAt: string;
  readonly profile: Profile;
  /** Most claims that earlier acts are judged against. */
  readonly claimBudget: number;
  /** One place of each class of equal rules, with the class. */
  readonly classes: readonly PlaceClass[];
}

interface PlaceClass {
  readonly atom: string;
  readonly members: readonly string[];
}
