import { canonicalJson, digestOf } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import { StoreRefusal } from "../refusal.js";
import { keyOf, recordsOf, sections, type Section } from "./section.js";

/** What a change set makes of one record: another content, or none. */
export interface RecordVersion {
  readonly section: Section | "graph";
  readonly key: string;
  readonly content: string | null;
}

/** Of whom the graph speaks and on which profile: one record beside the sections. */
const headOf = ({ us, profile }: TitleGraph): string => canonicalJson({ us, profile });

/** What has to be kept so that the graph before becomes the one after. `before` null: there was none. */
export function versionsBetween(before: TitleGraph | null, after: TitleGraph): readonly RecordVersion[] {
  const head: RecordVersion[] = before !== null && headOf(before) === headOf(after) ? [] : [{ section: "graph", key: "head", content: headOf(after) }];
  return [...head, ...sections.flatMap((section) => (before?.[section] === after[section] ? [] : sectionVersions(section, before, after)))];
}

function sectionVersions(section: Section, before: TitleGraph | null, after: TitleGraph): RecordVersion[] {
  const [old, now] = differing(before === null ? [] : [...recordsOf(before, section)], [...recordsOf(after, section)]);
  const gone = new Map(old.map((record) => [keyOf(section, record), record]));
  const versions = new Map<string, RecordVersion>();
  for (const record of now) {
    const key = keyOf(section, record);
    const content = canonicalJson(record);
    const earlier = gone.get(key);
    const known = versions.get(key);
    if (known !== undefined && known.content !== content) throw new StoreRefusal("duplicate-id", `two records of \`${section}\` have the id \`${key}\``, { offending: key, hint: "give one of them another id" });
    if (earlier !== record && (earlier === undefined || canonicalJson(earlier) !== content)) versions.set(key, { section, key, content });
    gone.delete(key);
  }
  return [...versions.values(), ...[...gone.keys()].map((key) => ({ section, key, content: null }))];
}

/** Both lists without what they begin and end with in common: most changes are of one record among many. */
function differing(before: readonly object[], after: readonly object[]): readonly [readonly object[], readonly object[]] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

/** Digest of what a change set kept, in whatever order it came: by it a reader that applies the changes itself sees whether it came to the same. */
export const digestOfVersions = (versions: readonly RecordVersion[]): string =>
  digestOf(versions.map(({ section, key, content }) => canonicalJson([section, key, content])).toSorted());
