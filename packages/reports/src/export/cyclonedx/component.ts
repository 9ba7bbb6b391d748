import { remarkOf } from "@cleartitle/title";
import { otherDigestOf } from "../bill.js";
import { sayDecision, spoken, type Sheet } from "../format.js";
import { nameOf, partyNameOf, sayParty, sourceAddressOf, sourceNameOf } from "../names.js";
import { holdingActs, learningActs, type OutAct, type OutItem } from "../outline.js";
import type { Licenses } from "./license.js";

type Record_ = Record<string, unknown>;

/** The format's words for kinds of things; what it has no word for is a file with our word beside it. */
const types: Readonly<Record<string, string>> = { model: "machine-learning-model", dataset: "data", code: "library", product: "application", workflow: "application" };
const typeOf = (kind: string): string => (Object.hasOwn(types, kind) ? (types[kind] ?? "file") : "file");

export const property = (word: string, value: string): { readonly name: string; readonly value: string } => ({ name: `cleartitle:${word}`, value });

/** The package URL of a thing that has one. The hub's models have, its data sets have not. */
function packageUrlOf({ asset, uri }: OutItem): string | null {
  if (uri.startsWith("pkg:")) return uri;
  const [, name] = /^https:\/\/github\.com\/(.+)$/.exec(uri) ?? /^https:\/\/huggingface\.co\/(?!datasets\/)(.+)$/.exec(uri) ?? [];
  return name === undefined ? null : `pkg:${asset.kind === "model" ? "huggingface" : "github"}/${name}`;
}

function referencesOf(item: OutItem): Record_[] {
  const { asset, uri, remarks } = item;
  const source = sourceAddressOf(asset);
  // A reader would take an address with the component's own name for what it is, and not for where it comes from.
  const from = source === null || nameOf(asset.source ?? "") === item.name ? [] : [{ type: "distribution", url: source }];
  const links = remarks.filter(({ what, value }) => what === "license-link" && typeof value === "string" && /^https?:\/\/\S+$/.test(value)).map(({ value }) => ({ type: "license", url: value }));
  return [...(uri.startsWith("https://") ? [{ type: "website", url: uri }] : []), ...from, ...links];
}

/** Things in an act that made a model, and are data: the model was trained on them. */
const dataOf = (acts: readonly OutAct[]): readonly OutItem[] => [...new Set(acts.flatMap((act) => (learningActs.includes(act.derivation.by) ? act.from.filter((each) => each.asset.kind === "dataset") : [])))];

/** Things of which something is a version, a copy or a descendant, and not a part. */
function ancestorsOf(item: OutItem, acts: readonly OutAct[]): Record_[] {
  const from = new Map(acts.flatMap((act) => ([...holdingActs, "prompt", "evaluate"].includes(act.derivation.by) ? [] : act.from.filter((each) => each.asset.kind === item.asset.kind).map((each) => [each.uri, { each, by: act.derivation.by }] as const))));
  return [...from.values()].map(({ each, by }) => spoken({ type: typeOf(each.asset.kind), name: each.name, version: each.asset.version, purl: packageUrlOf(each), properties: [property("ref", each.uri), property("by", by)] }));
}

/** A thing as a component, with what it was made from as far as the format has a place for it. */
export function componentOf(item: OutItem, { licenses, evidence }: Licenses, acts: readonly OutAct[], sheet: Sheet): Record_ {
  const { asset, uri, name, remarks } = item;
  const digest = /^sha256:([0-9a-f]{64})$/.exec(asset.digest ?? "")?.[1];
  const data = asset.kind === "model" ? dataOf(acts) : [];
  const ancestors = ancestorsOf(item, acts);
  const { namespace } = sheet.outline;
  const [otherDigest, source, licensor] = [otherDigestOf(item), sourceNameOf(asset, namespace), asset.licensor === null ? null : partyNameOf(asset.licensor, namespace)];
  const decisions = sheet.decisions.filter((each) => each.use.of === asset.id).map((each) => property("decision", sayDecision(each)));
  return spoken({
    type: typeOf(asset.kind), "bom-ref": uri, supplier: asset.licensor === null ? null : { name: sayParty(asset.licensor) }, name, version: asset.version,
    hashes: digest === undefined ? [] : [{ alg: "SHA-256", content: digest }],
    licenses, purl: packageUrlOf(item), swhid: uri.startsWith("swh:") ? [uri] : [],
    pedigree: ancestors.length === 0 ? null : { ancestors },
    externalReferences: referencesOf(item),
    evidence: evidence.length === 0 ? null : { licenses: evidence },
    modelCard: data.length === 0 ? null : { modelParameters: { datasets: data.map((each) => ({ ref: each.uri })) } },
    properties: [
      property("kind", asset.kind), ...(asset.placeholder ? [property("undescribed", "true")] : []), ...(asset.upstream === null ? [] : [property("upstream", asset.upstream)]),
      ...(otherDigest === null ? [] : [property("digest", otherDigest)]), ...(source === null ? [] : [property("source", source)]), ...(licensor === null ? [] : [property("licensor", licensor)]),
      ...asset.modality.map((each) => property("modality", each)), ...remarks.map((each) => property("remark", remarkOf(each))), ...decisions,
    ],
  });
}
