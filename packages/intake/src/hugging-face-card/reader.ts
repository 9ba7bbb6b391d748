import { sha256 } from "@cleartitle/norms";
import { takeCarried } from "../carried.js";
import { readWhole, tellSeveral } from "../document.js";
import type { Evidence } from "../evidence.js";
import { readForeignYaml, textsOf, valuesOf } from "../foreign-yaml.js";
import { makerOf, modalitiesOf, publisherOf } from "../hub-id.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { unreadSource } from "../unread-source.js";
import { isAnswer, looksLikeAnswer, readAnswer } from "./answer.js";
import { withTagged } from "./answer-card.js";
import { frontMatterOf, looksLikeCard } from "./front-matter.js";
import { recordGate } from "./gate.js";
import { identityOf } from "./identity.js";
import { isLicenseFile, readLicenseFile } from "./license-file.js";
import { placeOf, recordLicense } from "./license.js";
import type { Card } from "./license.js";
import { isNeighbor, readNeighbor } from "./neighbor.js";
import { recordDatasetSources, recordModelSources } from "./parents.js";

const maxBytes = 4_194_304;

/** Model and data set cards: Markdown with YAML front matter, and the configurations beside them that name parents; and what the hub answers on them. */
export const huggingFaceCard: Reader = {
  id: "hugging-face-card",
  title: "Model and data set cards (Markdown with YAML front matter; answers of the hub's API)",
  detect(entry) {
    if (isBeside(entry.path)) return "maybe";
    if (isAnswer(entry.path)) return looksLikeAnswer(entry.head) ? "yes" : "no";
    if (!/\.(md|markdown)$/i.test(entry.path)) return "no";
    return looksLikeCard(entry.head) ? "yes" : /^\s*---\s*[\r\n]/.test(entry.head) && /(^|\/)readme\.md$/i.test(entry.path) ? "maybe" : "no";
  },
  async read(files, into) {
    const cards = new Map<string, Card>();
    for (const file of files.filter((each) => !isBeside(each.path))) {
      if (isAnswer(file.path)) {
        await readAnswer(file, into);
        continue;
      }
      const card = await readCard(file, into);
      if (card !== null) cards.set(/readme\.md$/i.test(file.path) ? folderOf(file.path) : file.path, card);
    }
    for (const file of files.filter((each) => isBeside(each.path))) {
      const card = cards.get(folderOf(file.path));
      if (card !== undefined && isLicenseFile(file.path)) await readLicenseFile(file, card, into);
      else if (card === undefined) into.skipped.push({ file: file.path, why: "no card beside it says which asset it is of" });
      else await readNeighbor(file, card, into);
    }
  },
};

/** What is read only beside a card: configurations that name parents, and license files. */
const isBeside = (path: string): boolean => isNeighbor(path) || isLicenseFile(path);

/** A file's folder; files that a crawl has flattened (`a__b__README.md`) share the part before the name. */
const folderOf = (path: string): string => path.replace(/(^|\/|__)(?:(?!__)[^/])*$/, "$1");

async function readCard(file: SourceFile, into: Evidence): Promise<Card | null> {
  const pass = (why: string): null => {
    into.skipped.push({ file: file.path, why });
    return null;
  };
  const text = await readWhole(file, maxBytes, into);
  if (text === null) return null;
  const front = frontMatterOf(text);
  if (front === null) return pass("no front matter");
  const { roots, problems } = readForeignYaml(front.yaml, file.path, front.firstLine);
  if (problems.length > 0) {
    into.problems.push(...problems);
    return pass("its front matter is no YAML that can be read");
  }
  const said = roots.filter((root) => root !== null);
  if (said.length === 0) return pass("its front matter is empty");
  const strange = said.filter((root) => root.entries === null);
  for (const { line, column } of strange) into.problem("wrong-type", "the front matter is no mapping", { file: file.path, line, column }, "write `key: value` lines");
  const [first] = said.filter((root) => root.entries !== null);
  if (first === undefined) return pass("its front matter is no mapping");
  tellSeveral(said.map((root) => ({ root })), file.path, into);
  if (takeCarried(text, first, file.path, into)) return null;
  // A key of several documents stands there several times, and each time counts.
  const card = record(file, text, { ...first, entries: said.flatMap((root) => root.entries ?? []) }, into);
  if (strange.length > 0) into.derivation({ to: card.id, by: "include", who: makerOf(card.id), from: [unreadSource(card.id, "model", into)] });
  return card;
}

function record(file: SourceFile, text: string, root: Card["root"], into: Evidence): Card {
  const identity = identityOf(file.path, root);
  const card: Card = { id: identity.id, root, file: file.path, sha256: sha256(text).slice(7) };
  const tasks = ["pipeline_tag", "task_categories"].flatMap((key) => valuesOf(root, key)).flatMap((value) => textsOf(value) ?? []);
  const modality = [...new Set(tasks.flatMap((task) => modalitiesOf(task.text.trim())))].toSorted();
  into.asset({ id: card.id, kind: identity.kind, version: identity.version, licensor: publisherOf(card.id), source: card.id, modality });
  if (identity.assumedKind) into.finding("kind-assumed", card.id, "the card has no key that tells a model from a data set; taken as a model", "state the kind");
  reportTwice(card, into);
  recordLicense(card, into);
  recordGate(card, into);
  const links = identity.kind === "model" ? recordModelSources({ ...card, root: withTagged(root) }, into) : recordDatasetSources(card, into);
  if (identity.kind === "dataset") recordCreators(card, into);
  into.read.push({ file: file.path, records: 1, links });
  return card;
}

function recordCreators(card: Card, into: Evidence): void {
  for (const [key, what] of [["annotations_creators", "annotations-creators"], ["language_creators", "language-creators"]] as const) {
    for (const value of valuesOf(card.root, key)) {
      const names = (textsOf(value) ?? []).map((each) => each.text.trim());
      if (names.length > 0) into.statement({ asset: card.id, what, raw: value.items === null ? value.text : JSON.stringify(names), value: names.join(", "), at: placeOf(card, value) });
    }
  }
}

function reportTwice(card: Card, into: Evidence): void {
  const seen = new Set<string>();
  for (const [key, value] of card.root.entries ?? []) {
    if (seen.has(key)) into.problem("duplicate-key", `\`${key.slice(0, 80)}\` stands twice; both were recorded`, { file: card.file, line: value.line, column: value.column }, "keep one of the two");
    seen.add(key);
  }
}
