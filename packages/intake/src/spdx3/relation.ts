/** What a relationship `from TYPE to` says of how one came from the other: `to` is the source unless `reversed`. */
interface Relation {
  readonly by: "descent" | "include" | "copy" | "train" | "evaluate" | "generate";
  readonly reversed?: true;
  readonly assumed?: string;
}

const needed = "a dependency may be taken in or merely be needed";
const descends = "the relationship does not say what was done";

const relations: Readonly<Record<string, Relation>> = {
  trainedOn: { by: "train" }, testedOn: { by: "evaluate" }, descendantOf: { by: "descent", assumed: descends }, ancestorOf: { by: "descent", reversed: true, assumed: descends },
  generates: { by: "generate", reversed: true, assumed: descends }, contains: { by: "include" }, hasDataFile: { by: "include" }, hasDistributionArtifact: { by: "copy", reversed: true },
  copiedTo: { by: "copy", reversed: true }, expandsTo: { by: "copy", reversed: true }, hasStaticLink: { by: "include" }, hasDynamicLink: { by: "include" }, packagedBy: { by: "include", reversed: true },
  dependsOn: { by: "include", assumed: needed }, hasPrerequisite: { by: "include", assumed: needed }, hasProvidedDependency: { by: "include", assumed: needed },
};

export function relationOf(type: string): Relation | null {
  return Object.hasOwn(relations, type) ? (relations[type] ?? null) : null;
}
