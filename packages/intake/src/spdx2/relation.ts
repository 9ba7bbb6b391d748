/** What a relationship `a TYPE b` says of how one came from the other: `b` is the source unless `reversed`. */
export interface Relation {
  /** `descent`: by whatever way a thing of that kind comes from another. */
  readonly by: "descent" | "copy" | "include";
  readonly reversed?: true;
  /** Which of the two came from the other is not known, and either may have. */
  readonly both?: true;
  readonly assumed?: string;
}

export const needed = "a dependency may be taken in or merely be needed";
const optional = "what is optional may be taken in or left out";
const patched = "a patch for it may have been applied or not";
const needs = "what has to be distributed with it may be what it was made of";
const kin = "of two variants either may have come from the other";
const related = "how the two are related has no word in the format, and either may have come from the other";
export const descends = "the relationship does not say what was done";

const relations: Readonly<Record<string, Relation>> = {
  GENERATED_FROM: { by: "descent", assumed: descends }, GENERATES: { by: "descent", reversed: true, assumed: descends },
  DESCENDANT_OF: { by: "descent", assumed: descends }, ANCESTOR_OF: { by: "descent", reversed: true, assumed: descends },
  // A file "that was modified from" another; of a variant it is "not clear which came first".
  FILE_MODIFIED: { by: "descent", assumed: descends }, VARIANT_OF: { by: "descent", both: true, assumed: kin },
  COPY_OF: { by: "copy" }, EXPANDED_FROM_ARCHIVE: { by: "copy" },
  CONTAINS: { by: "include" }, CONTAINED_BY: { by: "include", reversed: true }, DATA_FILE_OF: { by: "include", reversed: true }, PACKAGE_OF: { by: "include", reversed: true }, PATCH_APPLIED: { by: "include", reversed: true }, FILE_ADDED: { by: "include", reversed: true },
  STATIC_LINK: { by: "include" }, DYNAMIC_LINK: { by: "include" },
  DEPENDS_ON: { by: "include", assumed: needed }, DEPENDENCY_OF: { by: "include", reversed: true, assumed: needed }, RUNTIME_DEPENDENCY_OF: { by: "include", reversed: true, assumed: needed },
  // The example of the standard for a build dependency is one in Maven's `compile` scope, which is of the product; for what has to be distributed with a binary, the sources of it.
  BUILD_DEPENDENCY_OF: { by: "include", reversed: true, assumed: needed }, DISTRIBUTION_ARTIFACT: { by: "include", assumed: needs }, PATCH_FOR: { by: "include", reversed: true, assumed: patched },
  PROVIDED_DEPENDENCY_OF: { by: "include", reversed: true, assumed: needed }, HAS_PREREQUISITE: { by: "include", assumed: needed }, PREREQUISITE_FOR: { by: "include", reversed: true, assumed: needed },
  OPTIONAL_DEPENDENCY_OF: { by: "include", reversed: true, assumed: optional }, OPTIONAL_COMPONENT_OF: { by: "include", reversed: true, assumed: optional },
  // What another type has a word for is none of these: training, which version 2 has no type for, is.
  OTHER: { by: "include", both: true, assumed: related },
};

/** Of what a document says, and of no thing. */
const documents = new Set(["AMENDS", "DESCRIBED_BY", "DESCRIBES"]);

/** Types by which the first thing is about the second, or stands beside it, and none is the source. */
const outside = new Set([
  // The first tells of the second, or what the second has to be, and nothing of it is in the second.
  "DEPENDENCY_MANIFEST_OF", "DOCUMENTATION_OF", "EXAMPLE_OF", "METAFILE_OF", "REQUIREMENT_DESCRIPTION_FOR", "SPECIFICATION_FOR",
  // The first worked on the second, or tests it, and stays outside.
  "BUILD_TOOL_OF", "DEV_DEPENDENCY_OF", "DEV_TOOL_OF", "TEST_CASE_OF", "TEST_DEPENDENCY_OF", "TEST_OF", "TEST_TOOL_OF",
  // It is not in there any more.
  "FILE_DELETED",
]);

/** What a type of relationship says of a source: `beside` where it says nothing of one, `null` for what is no type of the format. */
export function relationOf(type: string): Relation | "beside" | null {
  const name = type.toUpperCase();
  if (Object.hasOwn(relations, name)) return relations[name] ?? null;
  return documents.has(name) || outside.has(name) ? "beside" : null;
}

/** Whether a thing that is related by a type stands outside the one that it is related to. */
export const standsOutside = (type: string): boolean => outside.has(type.toUpperCase());
