/** Edits between two short words: insert, delete, replace, swap of neighbors. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** The candidate most like a mistyped name, or null when none is close. Ties go to the least in order. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  if (name.length > 60) return null;
  const lower = name.toLowerCase();
  const limit = Math.max(1, Math.floor(name.length / 3));
  let found: string | null = null;
  let best = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const d = distance(lower, candidate.toLowerCase());
    if (d < best || (d === best && found !== null && candidate < found)) {
      best = d;
      found = candidate;
    }
  }
  return found;
}

/** A hint `did you mean …?`, or the names there are while they are few, or null. */
export function nameHint(name: string, candidates: Iterable<string>): string | null {
  const all = [...candidates];
  const found = nearest(name, all);
  if (found !== null) return `did you mean \`${found}\`?`;
  if (all.length === 0 || all.length > 20) return null;
  return `one of ${all.map((c) => `\`${c}\``).join(", ")}`;
}
