/** How well a record is known. */
export const verifiedWords = { primary: "read at its source", secondary: "taken from a reliable account", partial: "read in part", memory: "from memory", unverified: "not verified" } as const;
export type Verified = keyof typeof verifiedWords;
