import { listsBy } from "@cleartitle/norms";
import { type Asset, type Corrections, correctionsBy, type Derivation, isRemarkable, licenseExpressions, makerOf, readRemark, remarkOf, type Statement, type TitleGraph, unsaid } from "@cleartitle/title";
import { addressOf, encoded, namespaceOf, nameOf, partyNameOf, uriOf } from "./names.js";

/** A license as it goes out: a statement with its names, several where the source gave a list without an operator. */
interface OutLicense {
  readonly statement: Statement;
  readonly names: readonly string[];
}

export interface OutItem {
  readonly asset: Asset;
  readonly uri: string;
  readonly name: string;
  /** Licenses of the whole that the format's own place takes, in words that a reader takes as they are. */
  readonly licenses: readonly OutLicense[];
  /** What the format's own fields cannot say of it. */
  readonly remarks: readonly Statement[];
}

export interface OutAct {
  readonly uri: string;
  readonly derivation: Derivation;
  readonly from: readonly OutItem[];
  readonly to: OutItem | null;
}

/** Acts by which a model learns from data. */
export const learningActs: readonly string[] = ["train", "finetune", "adapt", "distil"];
/** Acts after which a thing holds, or needs at work, what it was made from. */
export const holdingActs: readonly string[] = ["include", "index", "retrieve"];

/** What of a graph goes out, in terms that all formats share. */
export interface Outline {
  readonly namespace: string;
  readonly items: readonly OutItem[];
  readonly acts: readonly OutAct[];
  /** The thing that the document is about, where one was named. */
  readonly subject: OutItem | null;
}

/** Statements that somebody corrected are history; those of a part, or of a time that ended, would read as words on the whole as it is. */
function goesOut(statement: Statement, corrected: Corrections): boolean {
  return statement.about.kind === "asset" && statement.part === null && statement.valid.to === null && !corrected.has(statement) && isRemarkable(statement.what) && readRemark(remarkOf(statement)) !== null;
}

/** The names of a license, where the format's own place for licenses can give them without saying more or less than the statement does. */
function namesIn(statement: Statement, takes: (statement: Statement) => boolean): readonly string[] | null {
  if (statement.what !== "license" || statement.scope !== null || !takes(statement) || typeof statement.value !== "string") return null;
  const names = licenseExpressions(statement.value);
  const plain = names.every((name) => name === name.replace(/\s+/g, " ") && name.length <= 200 && name.toUpperCase() !== "NOASSERTION");
  return unsaid(names) === null && plain && names.join("\n") === statement.value && new Set(names).size === names.length ? names : null;
}

/** `takes`: the licenses for which a format has a place of its own; the others go out as remarks. */
export function outlineOf(graph: TitleGraph, subject: string | null, takes: (statement: Statement) => boolean = () => true): Outline {
  const namespace = namespaceOf(graph);
  const corrected = correctionsBy(graph.statements);
  const said = listsBy(graph.statements.filter((each) => goesOut(each, corrected)), ({ about }) => [about.id]);
  const taken = new Set<string>();
  const items = new Map([...graph.assets.values()].map((asset) => {
    const uri = free(uriOf(asset, namespace), asset.id, namespace, taken);
    const statements = said.get(asset.id) ?? [];
    const licenses = statements.flatMap((statement) => {
      const names = namesIn(statement, takes);
      return names === null ? [] : [{ statement, names }];
    });
    const remarks = statements.filter((each) => namesIn(each, takes) === null);
    return [asset.id, { asset, uri, name: nameOf(asset.id), licenses, remarks }] as const;
  }));
  const itemsOf = (ids: readonly string[]): OutItem[] => ids.flatMap((id) => items.get(id) ?? []);
  const acts = [...graph.derivations.values()].map((derivation): OutAct => ({
    uri: `${namespace}act:${encoded(derivation.id)}`, derivation, from: itemsOf(derivation.from), to: derivation.to === null ? null : (items.get(derivation.to) ?? null),
  }));
  return { namespace, items: [...items.values()], acts, subject: subject === null ? null : (items.get(subject) ?? null) };
}

/** Two ids may spell one address; the second stays a name. */
function free(uri: string, id: string, namespace: string, taken: Set<string>): string {
  const own = taken.has(uri) ? `${namespace}${encoded(id)}` : uri;
  taken.add(own);
  return own;
}

/** Whether others know the thing by an identifier too. */
export const isKnown = (item: OutItem): boolean => item.uri === addressOf(item.asset);

/** The id by which readers know a thing. */
const readAs = (item: OutItem): string => (isKnown(item) ? item.asset.id : item.uri);

/** Whether who acted is the one whom readers take for it: whoever published what came of the act. */
export function isMaker({ derivation, from, to }: OutAct): boolean {
  const item = to ?? from.toSorted((a, b) => (readAs(a) < readAs(b) ? -1 : 1))[0];
  return item !== undefined && derivation.who === (isKnown(item) ? makerOf(item.asset.id) : `publisher-of:${item.asset.id}`);
}

/** Who acted, in a word that readers take; `null` where they take the one who did for it by themselves, or the name is longer than a name. */
export const actorOf = (act: OutAct, namespace: string): string | null => (isMaker(act) ? null : partyNameOf(act.derivation.who, namespace));

/** Date of the latest record in a graph: the only day that a document can be given without a clock. `null` where nothing has a date. */
export function latestRecord(graph: TitleGraph): string | null {
  const days = [
    ...graph.statements.flatMap((each) => [each.recordedAt, each.source?.retrieved ?? null]),
    ...[...graph.derivations.values()].flatMap((each) => [each.during.from, each.during.to]),
    ...graph.events.flatMap((each) => [each.recordedAt, each.on]), ...graph.title.map((each) => each.on), ...graph.observations.map((each) => each.at), ...graph.acceptances.map((each) => each.on),
  ];
  return days.filter((each) => each !== null && /^[12]\d{3}-\d{2}-\d{2}/.test(each)).reduce<string | null>((latest, each) => (latest === null || (each ?? "") > latest ? each : latest), null);
}
