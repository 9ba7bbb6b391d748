/** Between the name of a document that another takes in and the id of its norm there. */
export const originMark = ":";

/** The document that a norm comes from, and its id there: its own instrument, or one that this incorporates. */
export function originOf(instrument: string, norm: string): { readonly instrument: string; readonly norm: string } {
  const at = norm.indexOf(originMark);
  return at < 0 ? { instrument, norm } : { instrument: norm.slice(0, at), norm: norm.slice(at + originMark.length) };
}
