export const versions = ["licensor", "neutral", "licensee"] as const;
export type VersionName = (typeof versions)[number];
export const versionWords: Readonly<Record<VersionName | "own", string>> = { licensor: "licensor’s", neutral: "neutral", licensee: "licensee’s", own: "own words" };
