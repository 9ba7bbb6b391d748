/** JSON in its one form: keys in order, no spaces. Written anew here, so that a verification does not rest on what wrote the ledger. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const fields = value as Readonly<Record<string, unknown>>;
  return `{${Object.keys(fields).toSorted().map((key) => `${JSON.stringify(key)}:${canonical(fields[key])}`).join(",")}}`;
}
