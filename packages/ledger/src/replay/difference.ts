/** JSON pointer to the first place where two values of JSON differ, in the order of the first; null: they are equal. */
export function firstDifference(one: unknown, other: unknown, pointer = ""): string | null {
  if (Object.is(one, other)) return null;
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object" || Array.isArray(one) !== Array.isArray(other)) return pointer;
  const [a, b] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const below = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const found = Object.hasOwn(a, key) && Object.hasOwn(b, key) ? firstDifference(a[key], b[key], below) : below;
    if (found !== null) return found;
  }
  return null;
}
