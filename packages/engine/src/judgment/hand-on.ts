/**
 * How many times a right that was handed on is followed back to who gave it, and among how many texts of others that bind one party; beyond, whether the licensor has it is not
 * known. Ways from hand to hand grow with both, and a short file may hold very many.
 */
export const mostHands = 2;
export const mostTexts = 6;

/** Why a licensor may not have, or has not, what another gave it. */
export const beyond = {
  long: "a longer way from hand to hand than is followed", promised: "not recorded that its licensor keeps what it promised", unsurely: "not surely under the terms of its licensor",
} as const;
