/** What a relationship `from TYPE to` says of how one came from the other: `to` is the source unless `reversed`. */
export interface Relation {
  readonly by: "descent" | "include" | "copy" | "train" | "evaluate" | "generate";
  readonly reversed?: true;
  readonly assumed?: string;
}

const needed = "a dependency may be taken in or merely be needed";
const patched = "a patch for it may have been applied or not";
const optional = "what is optional may be taken in or left out";
export const descends = "the relationship does not say what was done";

const relations: Readonly<Record<string, Relation>> = {
  trainedOn: { by: "train" }, testedOn: { by: "evaluate" }, descendantOf: { by: "descent", assumed: descends }, ancestorOf: { by: "descent", reversed: true, assumed: descends },
  generates: { by: "generate", reversed: true, assumed: descends }, contains: { by: "include" }, hasDataFile: { by: "include" }, hasDistributionArtifact: { by: "copy", reversed: true },
  copiedTo: { by: "copy", reversed: true }, expandsTo: { by: "copy", reversed: true }, hasStaticLink: { by: "include" }, hasDynamicLink: { by: "include" }, packagedBy: { by: "include", reversed: true },
  dependsOn: { by: "include", assumed: needed }, hasPrerequisite: { by: "include", assumed: needed }, hasProvidedDependency: { by: "include", assumed: needed },
  hasAddedFile: { by: "include" }, patchedBy: { by: "include", assumed: patched }, hasOptionalDependency: { by: "include", assumed: optional }, hasOptionalComponent: { by: "include", assumed: optional },
};

/** Types by which one element is about another, or stands beside it, and none is the source. */
const beside = new Set([
  "affects", "amendedBy", "availableFrom", "configures", "coordinatedBy", "delegatedTo", "describes", "doesNotAffect", "exploitCreatedBy", "fixedBy", "fixedIn", "foundBy", "hasAssessmentFor",
  "hasAssociatedVulnerability", "hasConcludedLicense", "hasDeclaredLicense", "hasDeletedFile", "hasDependencyManifest", "hasDocumentation", "hasEvidence", "hasExample", "hasHost", "hasInput", "hasMetadata",
  "hasOutput", "hasRequirement", "hasSpecification", "hasTest", "hasTestCase", "hasVariant", "invokedBy", "modifiedBy", "other", "publishedBy", "reportedBy",
  "republishedBy", "serializedInArtifact", "underInvestigationFor", "usesTool",
]);

/** What a type of relationship says of a source: `beside` where it says nothing of one, `null` for what is no type of the format. */
export function relationOf(type: string): Relation | "beside" | null {
  if (Object.hasOwn(relations, type)) return relations[type] ?? null;
  return beside.has(type) ? "beside" : null;
}
