/** An id for somebody or something that a document calls by a name alone: letters and digits, and none of those taken. */
export function idOfName(name: string, taken: ReadonlySet<string> = new Set()): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "").slice(0, 60) || "party";
  let id = plain;
  for (let more = 2; taken.has(id); more++) id = `${plain}-${more}`;
  return id;
}
