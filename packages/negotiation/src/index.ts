export { concessionsOf } from "./concession.js";
export { packageText } from "./file/negotiation.js";
export { readNegotiation } from "./file/read-negotiation.js";
export { begun, readRecord, type SessionRecord, settledAs, textOf, withMove } from "./session/record.js";
export { issueLog, packageFrom, Simulated, standingOf } from "./session/session.js";
export { solve, type Solution } from "./solve.js";
export { Clearings } from "./value/clearing.js";
export { type Valued, valuedOf } from "./value/valued.js";
export { saySession, saySolution } from "./words/say-negotiation.js";
