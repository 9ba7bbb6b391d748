import type { BillLink } from "../bill.js";

/** What a relationship `a TYPE b` says of how one came from the other: `b` is the source unless `reversed`. */
interface Relation {
  /** `descent`: by whatever way a thing of that kind comes from another. */
  readonly by: "descent" | "copy" | "include";
  readonly reversed?: true;
  readonly assumed?: string;
}

const needed = "a dependency may be taken in or merely be needed";
const descends = "the relationship does not say what was done";

const relations: Readonly<Record<string, Relation>> = {
  GENERATED_FROM: { by: "descent", assumed: descends }, GENERATES: { by: "descent", reversed: true, assumed: descends },
  DESCENDANT_OF: { by: "descent", assumed: descends }, ANCESTOR_OF: { by: "descent", reversed: true, assumed: descends },
  COPY_OF: { by: "copy" }, EXPANDED_FROM_ARCHIVE: { by: "copy" },
  CONTAINS: { by: "include" }, CONTAINED_BY: { by: "include", reversed: true }, DATA_FILE_OF: { by: "include", reversed: true },
  STATIC_LINK: { by: "include" }, DYNAMIC_LINK: { by: "include" },
  DEPENDS_ON: { by: "include", assumed: needed }, DEPENDENCY_OF: { by: "include", reversed: true, assumed: needed }, RUNTIME_DEPENDENCY_OF: { by: "include", reversed: true, assumed: needed },
};

/** The link that a relationship states; `null` where it says nothing of a source, as that one thing documents another. */
export function linkOf(type: string, a: string, b: string): { readonly from: string; readonly to: string; readonly by: string; readonly assumed: Pick<BillLink, "assumed"> } | null {
  const relation = Object.hasOwn(relations, type.toUpperCase()) ? relations[type.toUpperCase()] : undefined;
  if (relation === undefined) return null;
  const [from, to] = relation.reversed === true ? [a, b] : [b, a];
  return { from, to, by: relation.by, assumed: relation.assumed === undefined ? {} : { assumed: relation.assumed } };
}
