import { expect, it } from "vitest";
import { of, read } from "./elements.fixture.js";

const related = (from: string | null, relationshipType: string, ...to: (string | null)[]) =>
  ({ type: "LifecycleScopedRelationship", spdxId: `urn:r-${from}-${relationshipType}-${to[0]}`, from: from === null ? null : `urn:${from}`, relationshipType, to: to.map((each) => (each === null ? null : `urn:${each}`)) });
const builds = ["x", "y", "z"].map((name) => of("build_Build", name));
const packs = ["a", "b", "c"].map((name) => of("software_Package", name));
const licensed = { type: "Relationship", spdxId: "urn:l", from: "urn:f", relationshipType: "hasConcludedLicense", to: ["https://spdx.org/licenses/GPL-3.0-only"] };
const [takes, gives] = [related("x", "hasInput", "a"), related("x", "hasOutput", "b")];

it.each<[string, object[], string[], number]>([
  ["what it gives out", [takes, gives], ["?convert a > b"], 0],
  ["what it gives out, and not into itself", [related("x", "hasInput", "a", "b"), gives], ["?convert a > b"], 0],
  ["nothing, where it gives out nothing", [takes], [], 0],
  ["nothing, where another build gives something out", [takes, related("y", "hasOutput", "b")], [], 0],
  ["what a build gives out that it set off", [takes, related("x", "ancestorOf", "y"), related("y", "ancestorOf", "z"), related("z", "hasOutput", "b")], ["?convert a > b"], 0],
  ["what a build gives out that came of it", [takes, related("y", "descendantOf", "x"), related("y", "hasOutput", "b")], ["?convert a > b"], 0],
  ["what it gives out itself, and not what the one does that set it off", [takes, gives, related("y", "ancestorOf", "x"), related("y", "hasOutput", "c")], ["?convert a > b"], 0],
  ["what comes of a build beside it, where it gives out nothing", [takes, related("y", "ancestorOf", "x"), related("y", "ancestorOf", "z"), related("z", "hasOutput", "b")], ["?convert a > b"], 0],
  ["nothing, where an agent alone stands between two builds", [takes, of("Organization", "p"), related("x", "invokedBy", "p"), related("y", "invokedBy", "p"), related("y", "hasOutput", "b")], [], 0],
  ["a model, of data and of a model", [related("x", "hasInput", "d", "n"), related("x", "hasOutput", "m"), of("dataset_DatasetPackage", "d"), ...["m", "n"].map((name) => of("ai_AIPackage", name))], ["?finetune n > m", "?train d > m"], 0],
  ["what it gives out, by a file with a license of its own", [related("x", "hasInput", "f"), gives, of("software_File", "f"), licensed], ["?include f > b"], 0],
  ["what it gives out, by a file without one", [related("x", "hasInput", "f"), gives, of("software_File", "f")], [], 0],
  ["a package in its place", [related("a", "hasInput", "c"), related("a", "hasOutput", "b")], ["?convert a > b", "?convert c > a"], 0],
  ["what it gives out, by what the document does not have", [related("x", "hasInput", "far"), gives], ["?convert far > b"], 0],
  ["what it gives out, by what cannot be read", [related("x", "hasInput", null), gives], ["?convert b#code/unreadable > b"], 1],
  ["a package in its place, by what cannot be read", [related("a", "hasInput", null)], ["?convert a#code/unreadable > a"], 1],
  ["what came of no build that could be read", [related(null, "hasOutput", "b")], ["?convert b#code/unreadable > b"], 1],
  ["a package that it is said to generate, where nobody knows what it took in", [related("x", "generates", "c")], ["?convert x > c"], 0],
  ["nothing that could be read", [takes, related("x", "hasOutput", null)], [], 1],
])("what a build takes in went into %s", async (_, elements, links, told) => expect(await read(...builds, ...packs, ...elements)).toEqual([links, told]));

const names = (name: string) => Array.from({ length: 600 }, (_, index) => `${name}${index}`);

it("holds open what builds give out that take in too much to look at", async () => {
  const [links, told] = await read(builds[0]!, related("x", "hasInput", ...names("i")), related("x", "hasOutput", ...names("o")));
  expect([(links as string[]).length, (links as string[])[0], told]).toEqual([600, "?convert o0#code/unreadable > o0", 1]);
});

const all = (from: string[], relationshipType: string, to: string[]) => ({ type: "LifecycleScopedRelationship", spdxId: `urn:r-${relationshipType}`, from: from.map((each) => `urn:${each}`), relationshipType, to: to.map((each) => `urn:${each}`) });

it.each([
  ["set each other off", all(names("b"), "ancestorOf", names("b"))],
  ["take in the same long list", all([...names("b"), ...names("c"), ...names("d")], "hasInput", names("i"))],
])("and what those give out that all %s", async (_, relationship) => {
  const made = names("b").map((name) => of("build_Build", name));
  expect(await read(...made, of("software_Package", "o"), related("b1", "hasOutput", "o"), relationship)).toEqual([["?convert o#code/unreadable > o"], 1]);
});
