import { within } from "@cleartitle/norms";

/** Whether a record, or a norm, is in force on a date. Without an interval it always is. */
export const inForce = (record: { readonly inForce?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined }, date: string): boolean => within(date, record.inForce);
