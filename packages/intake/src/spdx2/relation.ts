/** What a relationship `a TYPE b` says of how one came from the other: `b` is the source unless `reversed`. */
export interface Relation {
  /** `descent`: by whatever way a thing of that kind comes from another. */
  readonly by: "descent" | "copy" | "include";
  readonly reversed?: true;
  readonly assumed?: string;
}

const needed = "a dependency may be taken in or merely be needed";
const optional = "what is optional may be taken in or left out";
export const descends = "the relationship does not say what was done";

const relations: Readonly<Record<string, Relation>> = {
  GENERATED_FROM: { by: "descent", assumed: descends }, GENERATES: { by: "descent", reversed: true, assumed: descends },
  DESCENDANT_OF: { by: "descent", assumed: descends }, ANCESTOR_OF: { by: "descent", reversed: true, assumed: descends },
  COPY_OF: { by: "copy" }, EXPANDED_FROM_ARCHIVE: { by: "copy" },
  CONTAINS: { by: "include" }, CONTAINED_BY: { by: "include", reversed: true }, DATA_FILE_OF: { by: "include", reversed: true }, PACKAGE_OF: { by: "include", reversed: true }, PATCH_APPLIED: { by: "include", reversed: true }, FILE_ADDED: { by: "include", reversed: true },
  STATIC_LINK: { by: "include" }, DYNAMIC_LINK: { by: "include" },
  DEPENDS_ON: { by: "include", assumed: needed }, DEPENDENCY_OF: { by: "include", reversed: true, assumed: needed }, RUNTIME_DEPENDENCY_OF: { by: "include", reversed: true, assumed: needed },
  PROVIDED_DEPENDENCY_OF: { by: "include", reversed: true, assumed: needed }, HAS_PREREQUISITE: { by: "include", assumed: needed }, PREREQUISITE_FOR: { by: "include", reversed: true, assumed: needed },
  OPTIONAL_DEPENDENCY_OF: { by: "include", reversed: true, assumed: optional }, OPTIONAL_COMPONENT_OF: { by: "include", reversed: true, assumed: optional },
};

/** Types by which one thing is about another, or stands beside it, and none is the source. */
const beside = new Set([
  "AMENDS", "BUILD_DEPENDENCY_OF", "BUILD_TOOL_OF", "DEPENDENCY_MANIFEST_OF", "DESCRIBED_BY", "DESCRIBES", "DEV_DEPENDENCY_OF", "DEV_TOOL_OF", "DISTRIBUTION_ARTIFACT", "DOCUMENTATION_OF", "EXAMPLE_OF",
  "FILE_DELETED", "FILE_MODIFIED", "METAFILE_OF", "OTHER", "PATCH_FOR", "REQUIREMENT_DESCRIPTION_FOR", "SPECIFICATION_FOR", "TEST_CASE_OF", "TEST_DEPENDENCY_OF", "TEST_OF", "TEST_TOOL_OF", "VARIANT_OF",
]);

/** What a type of relationship says of a source: `beside` where it says nothing of one, `null` for what is no type of the format. */
export function relationOf(type: string): Relation | "beside" | null {
  const name = type.toUpperCase();
  if (Object.hasOwn(relations, name)) return relations[name] ?? null;
  return beside.has(name) ? "beside" : null;
}
