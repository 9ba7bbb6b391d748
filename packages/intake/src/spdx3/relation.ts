/** What a relationship `from TYPE to` says of how one came from the other: `to` is the source unless `reversed`. */
export interface Relation {
  readonly by: "descent" | "include" | "copy" | "train" | "evaluate" | "generate";
  readonly reversed?: true;
  /** Which of the two came from the other is not known, and either may have. */
  readonly both?: true;
  readonly assumed?: string;
}

const needed = "a dependency may be taken in or merely be needed";
const patched = "a patch for it may have been applied or not";
const optional = "what is optional may be taken in or left out";
const kin = "of two variants either may have come from the other";
const modified = "what modifies another may have gone into it, or be what came of it";
const related = "how the two are related has no word in the format, and either may have come from the other";
export const descends = "the relationship does not say what was done";

const relations: Readonly<Record<string, Relation>> = {
  trainedOn: { by: "train" }, testedOn: { by: "evaluate" }, descendantOf: { by: "descent", assumed: descends }, ancestorOf: { by: "descent", reversed: true, assumed: descends },
  generates: { by: "generate", reversed: true, assumed: descends }, contains: { by: "include" }, hasDataFile: { by: "include" }, hasDistributionArtifact: { by: "copy", reversed: true },
  copiedTo: { by: "copy", reversed: true }, expandsTo: { by: "copy", reversed: true }, hasStaticLink: { by: "include" }, hasDynamicLink: { by: "include" }, packagedBy: { by: "include", reversed: true },
  dependsOn: { by: "include", assumed: needed }, hasPrerequisite: { by: "include", assumed: needed }, hasProvidedDependency: { by: "include", assumed: needed },
  hasAddedFile: { by: "include" }, patchedBy: { by: "include", assumed: patched }, hasOptionalDependency: { by: "include", assumed: optional }, hasOptionalComponent: { by: "include", assumed: optional },
  // "A requirement on" another is one more word for needing it. `modifiedBy` was "a modification of" in drafts, and what another was "modified from" in version 2.
  hasRequirement: { by: "include", assumed: needed }, hasVariant: { by: "descent", both: true, assumed: kin }, modifiedBy: { by: "descent", both: true, assumed: modified },
  // What another type has a word for is none of these; the format says that it has no direction.
  other: { by: "include", both: true, assumed: related },
};

/** Types by which the second element is about the first, or stands beside it, and none is the source. */
const outside = new Set([
  // The second tells of the first, and nothing of it is in the first.
  "hasDependencyManifest", "hasDocumentation", "hasEvidence", "hasExample", "hasMetadata", "hasSpecification",
  // It worked on the first, or tests it, and stays outside.
  "hasHost", "hasTest", "hasTestCase", "usesTool",
  // It is not in there any more.
  "hasDeletedFile",
]);

/** Types that say nothing of a source. */
const beside = new Set([
  // Of what documents say, and where a thing is to be had.
  "amendedBy", "availableFrom", "describes", "hasConcludedLicense", "hasDeclaredLicense", "serializedInArtifact",
  // What configures a build stays outside. What goes into one and comes out of it is read of the build.
  "configures", "hasInput", "hasOutput",
  // Of agents and of weaknesses.
  "affects", "coordinatedBy", "delegatedTo", "doesNotAffect", "exploitCreatedBy", "fixedBy", "fixedIn", "foundBy", "hasAssessmentFor", "hasAssociatedVulnerability", "invokedBy", "publishedBy", "reportedBy",
  "republishedBy", "underInvestigationFor",
]);

/** What a type of relationship says of a source: `beside` where it says nothing of one, `null` for what is no type of the format. */
export function relationOf(type: string): Relation | "beside" | null {
  if (Object.hasOwn(relations, type)) return relations[type] ?? null;
  return beside.has(type) || outside.has(type) ? "beside" : null;
}

/** The end of a relationship that stands outside the other, by its type. */
export const outsideEnd = (type: string): "from" | "to" | null => (type === "configures" ? "from" : outside.has(type) ? "to" : null);
