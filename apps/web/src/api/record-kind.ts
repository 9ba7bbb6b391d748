import type { CatalogueNames } from "./names.js";

/** Kinds of records, as the API names them. */
const recordKinds = ["instruments", "laws", "positions"] as const;
export type RecordKind = (typeof recordKinds)[number];

export const isRecordKind = (text: string | undefined): text is RecordKind => recordKinds.some((each) => each === text);

/** What a record of the catalogue is; null: the catalogue has none of that id. */
export const recordKindIn = ({ laws, positions, instruments }: Pick<CatalogueNames, RecordKind>, id: string): RecordKind | null =>
  laws[id] !== undefined ? "laws" : positions[id] !== undefined ? "positions" : instruments[id] !== undefined ? "instruments" : null;

/** What it is called. */
export const recordTitleIn = ({ laws, positions, instruments }: Pick<CatalogueNames, RecordKind>, id: string): string => laws[id]?.title ?? positions[id]?.question ?? instruments[id]?.title ?? id;
