/** From the one that is meant where nothing is said. */
export const profiles = ["cautious", "strict", "permissive"] as const;
export type Profile = (typeof profiles)[number];

/** What a contested question gets, by profile, where nobody took a position. */
export const profileWords: Readonly<Record<Profile, string>> = { cautious: "the answer that its record marks as cautious", strict: "its strictest answer", permissive: "its most permissive answer" };
