import { type Answers, type ClauseLibrary, compileDeal, questionsOf, readDeal, writeDraft } from "@cleartitle/agreements";
import { catalogue, library } from "../cases/clause-house.js";

export const { taxonomies } = catalogue;
type Drafting = Parameters<typeof writeDraft>[0];

/** What the parties must say themselves, as the field's example says it. */
const sayings = (id: string): Record<string, unknown> => Object.fromEntries(Object.entries(library.topics.get(id)!.fields).flatMap(([name, field]) => (field.example === undefined ? [] : [[name, field.example]])));

export const dealOf = (topics: object, more: object = {}): object => ({
  id: "scans", title: "Scans for a reader of scans", written: "2026-11-01", parties: [{ id: "maker", role: "licensor", name: "The Archive" }, { id: "acme", role: "licensee", name: "Acme" }],
  assets: [{ id: "scans", kind: "dataset", layers: ["copyright", "related"], scope: ["database", "content"] }], topics, ...more,
});

/** All topics of the library, each in one version. */
export const allIn = (version: string): object => Object.fromEntries([...library.topics.keys()].map((id) => [id, { version, with: sayings(id) }]));

export function draftingOf(deal: object): Drafting {
  const { file, problems } = readDeal(JSON.stringify(deal), { file: "deal.yaml", library, taxonomies });
  if (file === null) throw new Error(problems.map((each) => each.message).join("; "));
  const { compiled, problems: faults } = compileDeal(file, { library, taxonomies });
  if (compiled === null) throw new Error(faults.map((each) => each.message).join("; "));
  return { deal: file.deal, compiled, library, taxonomies };
}

type Template = ClauseLibrary["templates"] extends ReadonlyMap<string, infer T> ? T : never;

/** Every question that has no proposal, answered by the example of its field. */
export function answered(template: Template, position?: Answers["position"]): Answers {
  const asked = questionsOf(template, library, position).filter((question) => question.proposed === null);
  const answers = Object.fromEntries(asked.map((question) => {
    const [topic, field] = question.field!.split(".") as [string, string];
    return [question.id, library.topics.get(topic)!.fields[field]!.example!];
  }));
  return { id: template.id, written: "2026-11-28", licensor: { id: "maker", name: "The Archive" }, licensee: { id: "acme", name: "Acme" }, assets: ["corpus"], answers, ...(position === undefined ? {} : { position }) };
}
