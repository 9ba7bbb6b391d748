/** Names in the folder that a ledger is exported to. */
export const entriesFile = "entries.jsonl";
export const headsFile = "heads.jsonl";
export const evidenceFolder = "evidence";

/** A file of evidence is named by its digest. A colon may not stand in file names everywhere. */
export const evidenceName = (digest: string): string => digest.replace(":", "-");

/** The same, for whoever writes a bundle elsewhere than into a folder. */
export const bundleNames = { entries: entriesFile, heads: headsFile, evidence: (digest: string): string => `${evidenceFolder}/${evidenceName(digest)}` } as const;
