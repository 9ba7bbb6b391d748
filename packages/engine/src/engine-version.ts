/**
 * Version of the engine, part of the basis of every decision: a number that rises whenever a decision of the same question, records and catalogue comes out otherwise by a byte, its digest of the proof included.
 * `test/engine` holds kept decisions to it, and `npm run keep:decisions` renews them after it was raised. Until number 2 it was the version of the program, which stood still while the engine changed.
 */
export const engineVersion = "8";
