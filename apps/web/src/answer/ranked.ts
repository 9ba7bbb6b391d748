import { statusOrder, type Status } from "@cleartitle/norms";

/** The worst first; what is equal stays as it stood. */
export const ranked = <T extends { readonly decision: Status }>(rows: readonly T[]): readonly T[] => rows.toSorted((a, b) => statusOrder(b.decision, a.decision));
