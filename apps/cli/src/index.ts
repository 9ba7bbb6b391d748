export type { Io, Rooms } from "./io.js";
export { run } from "./run.js";
export { caseFilesUnder, decideCase, faultsOf, readCases, type Case } from "./catalogue/case-file.js";
