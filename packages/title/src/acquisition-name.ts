import type { Acquisition } from "./graph.js";

/** How a copy that was got is named where it is judged: by an id of its own, `ASSET#ID`, else by its place among the copies, `ASSET#acquired1`. */
export const acquisitionName = (asset: string, { id }: Pick<Acquisition, "id">, index: number): string => `${asset}#${id ?? `acquired${index + 1}`}`;

/** Whether a statement can tell a copy from the others: it is the only one, or has an id. The place of one among several is that of its content, and changes with it. */
export const isToldApart = ({ id }: Pick<Acquisition, "id">, copies: number): boolean => id !== undefined || copies === 1;

/** The asset of which a name of this form names a copy. */
export const assetOfAcquisition = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf("#")));
