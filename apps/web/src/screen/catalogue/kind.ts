/** Kinds of records, as the API names them. */
const recordKinds = ["instruments", "laws", "positions"] as const;
export type RecordKind = (typeof recordKinds)[number];

export const isRecordKind = (text: string | undefined): text is RecordKind => recordKinds.some((each) => each === text);

export const verifiedWords = { primary: "read at its source", secondary: "taken from a reliable account", partial: "read in part", memory: "from memory", unverified: "not verified" } as const;
export type Verified = keyof typeof verifiedWords;
