/** How many times a right that was handed on is followed back to who gave it, and among how many texts of one thing; beyond, whether the licensor has it is not known. */
export const mostHands = 3;
export const mostTexts = 12;

/** Why a licensor may not have, or has not, what another gave it. */
export const fromAnother = {
  own: "no text of another", long: "a longer way from hand to hand than is followed", promised: "not recorded that its licensor keeps what it promised", unsurely: "not surely under the terms of its licensor",
} as const;
