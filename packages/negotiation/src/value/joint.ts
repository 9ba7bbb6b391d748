import { canonicalJson } from "@cleartitle/norms";
import type { ClauseLibrary } from "@cleartitle/agreements";
import type { Issue, Negotiation, Option } from "../file/negotiation.js";

/** Words that clauses say of themselves and that change what outlasts a deal. */
const unsettling = ({ rules }: ClauseLibrary): ReadonlySet<string> => new Set(rules.filter((rule) => rule.unsettles === "survival").flatMap(({ when = [] }) => when.flat().flatMap((test) => ("says" in test ? [test.says] : []))));

/**
 * What of a clause the engine could see; null: anything. Surely nothing are duties, days that set no bound, and notes that touch no act. Words of the
 * parties could be anything.
 */
function seenOf(option: Option, topic: string, library: ClauseLibrary): string | null {
  if (option.own !== undefined) return null;
  if (option.version === undefined) return canonicalJson([]);
  const { norms = [], limits = [], rest, bindsBy = [], dates = [], notes = [], says = [] } = library.topics.get(topic)!.versions[option.version];
  const isInert = norms.length + limits.length + bindsBy.length === 0 && rest === undefined && dates.every(({ sets }) => sets === undefined) && notes.every(({ touches }) => touches === undefined);
  return isInert ? canonicalJson(says.filter((word) => unsettling(library).has(word)).toSorted()) : null;
}

/** Whether the engine could answer otherwise by how an issue is settled: such issues are asked together, since clauses act on each other. */
function isJoint({ topic, options }: Issue, library: ClauseLibrary): boolean {
  if (topic === undefined) return false;
  const seen = Object.values(options).map((option) => seenOf(option, topic, library));
  return seen.includes(null) || new Set(seen).size > 1;
}

/** Places of the issues that are asked together: whether there is such a deal at all hangs on them too. */
export const jointIssues = ({ issues, deal }: Negotiation, library: ClauseLibrary): readonly number[] => (deal === undefined ? [] : issues.flatMap((issue, index) => (isJoint(issue, library) ? [index] : [])));
