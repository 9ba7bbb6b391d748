import { isCalendarDate, type Taxonomies } from "@cleartitle/norms";
import type { ClauseLibrary } from "../clause/library.js";
import { parametersIn } from "../clause/template.js";
import { stances, type Topic } from "../clause/topic.js";
import { type Deal, partyRoles, type Taken } from "../deal/deal.js";
import { idOfName } from "../deal/name-id.js";
import { evened } from "../document/part.js";
import { ownText } from "./clause-reading.js";
import { valuesRead } from "./field-value.js";
import type { ReadLine } from "./read-line.js";
import { type Block, blocksOf } from "./section.js";

interface House {
  readonly library: ClauseLibrary;
  readonly taxonomies: Taxonomies;
}

/** Where a phrase points to, as documents of the house show it behind the phrase. */
const shownReference = / \((?:clauses? )?(?:Schedule )?[A-Z0-9][0-9.]{0,8}(?:(?:, | and )(?:Schedule )?[A-Z0-9][0-9.]{0,8})*\)/g;

function partiesIn(rows: readonly (readonly string[])[], { library }: House): Deal["parties"] {
  const ids = new Set<string>();
  return rows.flatMap(([said = "", name = "", ...more]) => {
    const role = partyRoles.find((each) => evened(library.document.roles[each]) === said);
    if (role === undefined || name === "" || more.length > 0) return [];
    const id = idOfName(name, ids);
    ids.add(id);
    return [{ id, role, name }];
  });
}

/** Ids by what they are called; null: it is said of several, or of none. */
const idCalled = (called: string, all: Iterable<readonly [string, { readonly title: string }]>): string | null => {
  const found = [...all].filter(([, { title }]) => evened(title) === called);
  return found.length === 1 ? found[0]![0] : null;
};

const listIn = (words: string): string[] => words.split(/, | and /).map((each) => each.trim());

function assetsIn(rows: readonly (readonly string[])[], { library, taxonomies }: House): Deal["assets"] {
  return rows.flatMap(([id = "", kind = "", layers = "", scope = ""]) => {
    const named = idCalled(kind, taxonomies.assetKinds);
    const held = layers.split("; ").map((each) => idCalled(each, taxonomies.layers));
    if (named === null || held.some((each) => each === null)) return [];
    return [{ id, kind: named, layers: held as string[], ...(scope === evened(library.document.words.all) ? {} : { scope: listIn(scope) }) }] as Deal["assets"];
  });
}

/** A version of the house that says just what stands there; null: none does, or the values are not plain. */
function versionOf(lines: readonly string[], topic: Topic, deal: Deal, { taxonomies }: House): Taken | null {
  const examples = Object.fromEntries(Object.entries(topic.fields).flatMap(([name, field]) => (field.default === undefined && field.example !== undefined ? [[name, field.example]] : [])));
  for (const version of stances) {
    const values = valuesRead(lines, topic, { version, with: examples }, { deal, taxonomies });
    if (values === null) continue;
    const spoken = parametersIn(topic.versions[version].text);
    const told = Object.entries(values ?? {}).filter(([name]) => spoken.has(name));
    return { version, ...(told.length === 0 ? {} : { with: Object.fromEntries(told) }) };
  }
  return null;
}

/** The kind of agreement whose headings these are; undefined: those of the house, or of none. */
function templateOf(titles: ReadonlySet<string>, { library }: House): string | undefined {
  const fits = [...library.templates.values()].filter(({ groups }) => groups.every(({ title }) => titles.has(evened(title))));
  return fits.toSorted((a, b) => b.groups.length - a.groups.length)[0]?.id;
}

/** Clauses in the words of the house without which a text is taken for one of another hand. */
const least = 3;

/**
 * The deal that a drafted document states in its text, where what it carried inside was taken out: parties, assets, and clauses in the words of the house with their values. Any other clause
 * is words of the parties. null: the text is none that was drafted here. What is not a clause is not looked at: whoever asks compares the whole text with what this deal says.
 */
export function dealByText(lines: readonly ReadLine[], house: House): Deal | null {
  const blocks = blocksOf(lines);
  const [cover] = blocks as readonly [Block, ...Block[]];
  const title = lines.find(({ heading }) => heading === 0)?.text ?? cover.lines[0] ?? "";
  const written = cover.lines.flatMap((line) => line.split(" · ")[0]!).find(isCalendarDate);
  const parties = partiesIn(cover.rows, house);
  const assetTitle = evened(house.library.document.schedules.find(({ id }) => id === "assets")!.title);
  const assets = assetsIn(blocks.find((each) => each.title === assetTitle)?.rows ?? [], house);
  if (title === "" || written === undefined || !(["licensor", "licensee"] as const).every((role) => parties.some((each) => each.role === role)) || assets.length === 0) return null;
  const bare: Deal = { id: idOfName(title), title: evened(title), written, parties, assets, topics: {} };
  const byTitle = new Map([...house.library.topics.values()].map((topic) => [evened(topic.title), topic] as const));
  const topics: Record<string, Taken> = {};
  let known = 0;
  for (const block of blocks) {
    const topic = byTitle.get(block.title);
    if (topic === undefined || topics[topic.id] !== undefined || block.lines.length === 0) continue;
    const taken = versionOf(block.lines.map((line) => evened(line.replaceAll(shownReference, ""))), topic, bare, house);
    if (taken !== null) known++;
    topics[topic.id] = taken ?? { own: ownText([...block.lines, ...block.rows.map((cells) => cells.join(" | "))]) };
  }
  const template = templateOf(new Set(blocks.map((each) => each.title)), house);
  return known < least ? null : { ...bare, ...(template === undefined ? {} : { template }), topics };
}
