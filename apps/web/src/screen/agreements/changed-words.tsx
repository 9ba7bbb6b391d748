/** Words of a sentence, with what stands between them. */
const wordsOf = (text: string): readonly string[] => text.split(/(?<=\s)/);

/** How many words two sentences begin and end with alike. */
function alike(a: readonly string[], b: readonly string[]): readonly [number, number] {
  const least = Math.min(a.length, b.length);
  let first = 0;
  while (first < least && a[first]!.trim() === b[first]!.trim()) first += 1;
  let last = 0;
  while (last < least - first && a[a.length - 1 - last] === b[b.length - 1 - last]) last += 1;
  return [first, last];
}

function Marked({ text, other, as }: { readonly text: string; readonly other: string | null; readonly as: "del" | "ins" }) {
  const Mark = as;
  if (other === null) return <Mark>{text}</Mark>;
  const words = wordsOf(text);
  const [first, last] = alike(words, wordsOf(other));
  const changed = words.slice(first, words.length - last).join("");
  return <>{words.slice(0, first).join("")}{changed !== "" && <Mark>{changed}</Mark>}{words.slice(words.length - last).join("")}</>;
}

/** A sentence as it was and as it is, with the words in which they differ. */
export function ChangedWords({ before, after }: { readonly before: string | null; readonly after: string | null }) {
  return (
    <div className="sentences">
      {before !== null && <p><span className="soft small">was</span> <bdi><Marked text={before} other={after} as="del" /></bdi></p>}
      {after !== null && <p><span className="soft small">is</span> <bdi><Marked text={after} other={before} as="ins" /></bdi></p>}
    </div>
  );
}
