import { remarkOf, type Statement } from "@cleartitle/title";
import { instantOf, jsonDocument, sayDecision, spoken, type Format, type Sheet } from "../format.js";
import { comesBack, isDescribed, isKnownKind, isPlain, Kept, Restated } from "../kept.js";
import { partyNameOf, sourceNameOf } from "../names.js";
import { actorOf, isKnown } from "../outline.js";
import type { Keeps, Trait } from "../trait.js";
import { context } from "./context.js";
import { fileOf, planOf, plansIn, policyOf, type DescriptionPlan } from "./plan.js";

/** Descriptions of a data set in Croissant 1.1 with the fields for responsible AI. */
export const croissant: Format = {
  id: "croissant",
  title: "Descriptions of data sets in Croissant 1.1 with fields for responsible AI (JSON-LD)",
  takes: ({ rung }) => rung !== "detected",
  refuses: (sheet) => (planOf(sheet) === null ? { message: "a description in Croissant is of one data set", hint: "name it with --of" } : null),
  write: (sheet) => {
    const plan = planOf(sheet);
    return jsonDocument(plan === null ? {} : descriptionOf(plan, sheet));
  },
  keeps: keepsOfCroissant,
};

const one = <T>(values: readonly T[]): T | readonly T[] | null => (values.length === 0 ? null : values.length === 1 ? (values[0] ?? null) : values);

/** `rai-data-collection` as the format spells it. */
const raiName = ({ what }: Statement): string => `rai:${what.slice("rai-".length).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

const organizationOf = (licensor: string | null): string | null => /^organization:(\S(?:.*\S)?)$/.exec(licensor ?? "")?.[1] ?? null;

/** When it was made, where it was made by one act: the format knows no more than one. */
function madeBy({ acts }: DescriptionPlan): Record<string, unknown> | null {
  const [only, ...others] = acts;
  const during = only?.act.derivation.during;
  if (during === undefined || others.length > 0 || (during.from === null && during.to === null)) return null;
  return spoken({ "@type": "prov:Activity", "prov:startedAtTime": during.from === null ? null : instantOf(during.from), "prov:endedAtTime": during.to === null ? null : instantOf(during.to, true) });
}

function descriptionOf(plan: DescriptionPlan, sheet: Sheet): Record<string, unknown> {
  const { asset, uri, name } = plan.item;
  return spoken({
    "@context": context, "@type": "sc:Dataset", conformsTo: ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"], name, description: `The data set ${name}, with what is recorded of its title.`,
    url: uri.startsWith("https://") ? uri : null, identifier: isKnown(plan.item) && !uri.startsWith("https://") ? uri : null, datePublished: asset.published,
    ...contentOf(plan, sheet), "cleartitle:decision": sheet.decisions.filter((each) => each.use.of === asset.id).map(sayDecision), "cleartitle:titleFile": sheet.carried,
  });
}

/** What is said of a thing, of the whole as of a source within it. */
function contentOf(plan: DescriptionPlan, sheet: Sheet): Record<string, unknown> {
  const { item: { asset }, license, fields, remarks, acts } = plan;
  const { namespace } = sheet.outline;
  const of = (kind: string): Statement[] => fields.filter((each) => each.kind === kind).map((each) => each.statement);
  const organization = organizationOf(asset.licensor);
  return spoken({
    version: asset.version, license: license === null ? null : one(license.names), publisher: organization === null ? null : { "@type": "sc:Organization", name: organization },
    usageInfo: one(of("usage").map(policyOf)), distribution: of("file").map((each) => spoken({ "@type": "cr:FileObject", "@id": fileOf(each)?.name, ...fileOf(each) })),
    ...Object.fromEntries(of("rai").map((each) => [raiName(each), each.raw])),
    "prov:wasDerivedFrom": acts.flatMap((act) => act.sources.map((each) => sourceOf(each, act, sheet))), "prov:wasGeneratedBy": madeBy(plan),
    "cleartitle:digest": asset.digest, "cleartitle:modality": asset.modality, "cleartitle:upstream": asset.upstream, "cleartitle:source": sourceNameOf(asset, namespace),
    "cleartitle:licensor": asset.licensor === null || organization !== null ? null : partyNameOf(asset.licensor, namespace),
    "cleartitle:remark": remarks.map(remarkOf),
  });
}

/** A source by its address, with what was done; and, where it is named first, with what is said of it and where it came from itself. */
function sourceOf({ item, plan }: DescriptionPlan["acts"][number]["sources"][number], { act, number }: DescriptionPlan["acts"][number], sheet: Sheet): Record<string, unknown> {
  return spoken({
    "@id": item.uri, "cleartitle:kind": item.asset.kind, "cleartitle:by": act.derivation.by, "cleartitle:act": String(number), "cleartitle:who": actorOf(act, sheet.outline.namespace),
    "cleartitle:described": plan === null || item.asset.placeholder ? null : true, ...(plan === null ? {} : contentOf(plan, sheet)),
  });
}

/** What comes back of a description that is read as somebody else's. */
function keepsOfCroissant(sheet: Sheet): Keeps {
  const plan = planOf(sheet);
  if (plan === null) return {};
  const plans = new Map(plansIn(plan).map((each) => [each.item.asset.id, each]));
  const acts = new Map([...plans.values()].flatMap((each) => each.acts.map((made) => [made.act.derivation.id, { ...made, alone: each.acts.length === 1 }] as const)));
  const kept = new Kept(sheet);
  const isSubject = ({ asset }: Trait): boolean => asset?.id === plan.item.asset.id;
  const named = new Set([...acts.values()].flatMap(({ sources }) => sources.map((each) => each.item.asset.id)));
  const isNamed = (trait: Trait): boolean => isSubject(trait) || named.has(trait.asset?.id ?? "");
  // What is only named is not described, and of what lies too deep nothing is said.
  const isTold = (trait: Trait): boolean => plans.has(trait.asset?.id ?? "") && isDescribed(trait);
  const native = new Set([...plans.values()].flatMap(({ license, fields }) => [...(license === null ? [] : [license.statement.id]), ...fields.map((each) => each.statement.id)]));
  const remarks = [...plans.values()].flatMap((each) => each.remarks);
  const others = new Set(remarks.filter(comesBack).map((each) => each.id));
  const restated = new Restated(remarks).keeps;
  const isOut = ({ statement }: Trait): boolean => statement !== undefined && (native.has(statement.id) || others.has(statement.id));
  const actOf = ({ derivation }: Trait) => acts.get(derivation?.id ?? "");
  const isWhole = (trait: Trait): boolean => actOf(trait) !== undefined && actOf(trait)?.sources.length === actOf(trait)?.act.from.length;
  return {
    asset: isNamed,
    // A source of a kind that has no word of ours is taken for data.
    "asset-kind": (trait) => isSubject(trait) || (isNamed(trait) && isKnownKind(trait.asset?.kind)),
    "asset-version": (trait) => isTold(trait) && isPlain(trait.asset?.version),
    "asset-digest": (trait) => isTold(trait) && isPlain(trait.asset?.digest),
    "asset-licensor": (trait) => isTold(trait) && kept.isLicensor(trait),
    "asset-source": (trait) => isTold(trait) && trait.asset !== undefined && sourceNameOf(trait.asset, sheet.outline.namespace) !== null,
    "asset-modality": (trait) => isTold(trait) && trait.asset?.modality.every(isPlain) === true,
    "asset-upstream": (trait) => isTold(trait) && trait.asset?.upstream !== "complete",
    link: (trait) => actOf(trait)?.sources.some(({ item }) => item.asset.id === trait.source) === true,
    together: isWhole,
    when: (trait) => isWhole(trait) && actOf(trait)?.alone === true,
    who: (trait) => isWhole(trait) && kept.acts.who?.(trait) === true,
    said: (trait) => isOut(trait) || restated.said(trait), "said-raw": (trait) => isOut(trait) || restated["said-raw"](trait), "said-scope": isOut,
    "said-rung": (trait) => restated["said-rung"](trait) || (isOut(trait) && trait.statement?.rung !== "concluded"),
    "said-by": (trait) => others.has(trait.statement?.id ?? ""),
  };
}
