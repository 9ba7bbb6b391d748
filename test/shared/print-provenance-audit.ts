import { auditTables, auditedSets } from "./provenance-audit.js";

/** Prints what licenses 2,311 data sets are under as an audit found it, and as three hubs say, by the engine and by the authors' own table. */
process.stdout.write(auditTables(await auditedSets()));
