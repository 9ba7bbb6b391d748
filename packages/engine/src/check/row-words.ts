import type { Decision } from "../decision.js";
import type { World } from "../world.js";
import { wordingOf } from "../words/entry.js";
import { dutyKey, sayReasonShortly } from "../words/reason.js";
import { namesOf } from "../words/say-decision.js";
import { marked } from "./marked-words.js";
import type { PartWords } from "./row-part.js";

/** How rows of a world say the reasons of an answer: in marked words. */
export function rowWords(world: World): (decision: Decision) => PartWords {
  const names = namesOf(world);
  return (decision) => {
    const wording = { ...wordingOf(decision, { names }), called: marked };
    return { reason: (reason) => sayReasonShortly(reason, wording), duties: (instrument, norm) => wording.duties?.get(dutyKey(instrument, norm)) ?? "" };
  };
}
