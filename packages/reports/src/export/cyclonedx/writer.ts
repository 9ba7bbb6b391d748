import { canonicalJson, listsBy, sha256 } from "@cleartitle/norms";
import type { Statement } from "@cleartitle/title";
import { keepsOfBill } from "../bill.js";
import { instantOf, jsonDocument, spoken, type Format, type Sheet } from "../format.js";
import { uuidOf } from "../names.js";
import { actorOf, holdingActs, type OutAct, type OutItem } from "../outline.js";
import { programVersion } from "../program.js";
import { componentOf, property } from "./component.js";
import { licensesOf } from "./license.js";

type Record_ = Record<string, unknown>;

/** Bills of materials in CycloneDX 1.7 with model cards, workflows and citations. */
export const cycloneDx: Format = {
  id: "cyclonedx",
  title: "Bills of materials in CycloneDX 1.7 (JSON, with model cards)",
  write: (sheet) => jsonDocument(bomOf(sheet)),
  keeps: keepsOfBill,
};

/** The format's words for what a workflow does; it has few. */
const tasks: Readonly<Record<string, string>> = { copy: "copy", merge: "merge", evaluate: "test" };

function workflowOf(act: OutAct, namespace: string): Record_ {
  const { uri, derivation, from, to } = act;
  const { id, by, during } = derivation;
  const who = actorOf(act, namespace);
  return spoken({
    "bom-ref": uri, uid: id, name: by, taskTypes: [Object.hasOwn(tasks, by) ? tasks[by] : "other"],
    inputs: from.map((each) => ({ resource: { ref: each.uri } })), outputs: to === null ? [] : [{ type: "artifact", resource: { ref: to.uri } }],
    timeStart: during.from === null ? null : instantOf(during.from), timeEnd: during.to === null ? null : instantOf(during.to, true),
    properties: [property("by", by), ...(who === null ? [] : [property("who", who)])],
  });
}

/** Where the words of a statement are from: the format dates each citation, so that a statement without a date has none. */
class Citations {
  readonly #systems = new Map<string, string>();
  readonly #found: Record_[] = [];

  constructor(private readonly namespace: string) {}

  add({ source, recordedAt }: Statement, pointers: readonly string[]): void {
    const day = source?.retrieved ?? (recordedAt.startsWith("0001") ? null : recordedAt);
    if (source === null || day === null) return;
    const ref = `${this.namespace}system:${sha256(source.system).slice(7, 19)}`;
    this.#systems.set(ref, source.system);
    const note = [source.locator, source.sha256].filter((each) => each !== null).join(" ");
    this.#found.push(spoken({ pointers, timestamp: instantOf(day), attributedTo: ref, note: note === "" ? null : note }));
  }

  get tools(): Record_[] {
    return [...this.#systems].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([ref, name]) => ({ type: "application", "bom-ref": ref, name }));
  }

  get all(): readonly Record_[] {
    return this.#found;
  }
}

/** How much of what a thing was made from the document lists, as the format says it; what nobody states is unknown. */
function compositionsOf(items: readonly OutItem[]): Record_[] {
  const aggregates = { complete: "complete", partial: "incomplete", undisclosed: "unknown" } as const;
  const groups = listsBy(items, ({ asset }) => [asset.upstream === null ? "unknown" : aggregates[asset.upstream]]);
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([aggregate, alike]) => ({ aggregate, dependencies: alike.map(({ uri }) => uri) }));
}

/** What a thing holds or needs at work, beside the workflows that say how. */
function dependenciesOf(items: readonly OutItem[], into: ReadonlyMap<OutItem, readonly OutAct[]>): Record_[] {
  return items.flatMap((item) => {
    const on = (into.get(item) ?? []).flatMap((act) => (holdingActs.includes(act.derivation.by) ? act.from.map((each) => each.uri) : [])).filter((each) => each !== item.uri);
    return on.length === 0 ? [] : [{ ref: item.uri, dependsOn: [...new Set(on)].toSorted() }];
  });
}

const actsInto = (acts: readonly OutAct[]): ReadonlyMap<OutItem, readonly OutAct[]> => listsBy(acts, ({ to }) => (to === null ? [] : [to]));

/** The same document has the same number: of one graph there are several, each about another thing or with other answers. */
const serialOf = ({ outline, created, decisions, carried }: Sheet): string => `urn:uuid:${uuidOf(canonicalJson([outline.namespace, outline.subject?.uri ?? null, created, decisions, carried !== null]))}`;

function bomOf(sheet: Sheet): Record_ {
  const { items, acts, subject, namespace } = sheet.outline;
  const into = actsInto(acts);
  const citations = new Citations(namespace);
  const others = items.filter((each) => each !== subject);
  const component = (item: OutItem, pointer: string): Record_ => {
    const licenses = licensesOf(item);
    for (const { statement, pointers } of licenses.places) citations.add(statement, pointers.map((each) => `${pointer}${each}`));
    return componentOf(item, licenses, into.get(item) ?? [], sheet);
  };
  const about = subject === null ? null : component(subject, "/metadata/component");
  const components = others.map((item, index) => component(item, `/components/${index}`));
  const workflows = acts.map((act) => workflowOf(act, namespace));
  return spoken({
    $schema: "http://cyclonedx.org/schema/bom-1.7.schema.json", bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: serialOf(sheet), version: 1,
    metadata: spoken({
      timestamp: sheet.created === null ? null : instantOf(sheet.created), tools: { components: [{ type: "application", name: "cleartitle", version: programVersion }, ...citations.tools] }, component: about,
      properties: sheet.carried === null ? [] : [property("title-file", sheet.carried)],
    }),
    components, dependencies: dependenciesOf(items, into), compositions: compositionsOf(items), formulation: workflows.length === 0 ? [] : [{ "bom-ref": `${namespace}formula:1`, workflows }], citations: citations.all,
  });
}
