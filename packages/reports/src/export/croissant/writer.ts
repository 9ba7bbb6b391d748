import { remarkOf, type Statement } from "@cleartitle/title";
import { instantOf, jsonDocument, sayDecision, spoken, type Format, type Sheet } from "../format.js";
import { comesBack, isDescribed, isKnownKind, isPlain, Kept, Restated } from "../kept.js";
import { partyNameOf, sourceNameOf } from "../names.js";
import { actorOf, isKnown } from "../outline.js";
import type { Keeps, Trait } from "../trait.js";
import { context } from "./context.js";
import { fileOf, planOf, policyOf, type DescriptionPlan } from "./plan.js";

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

function descriptionOf(plan: DescriptionPlan, { carried, decisions, outline }: Sheet): Record<string, unknown> {
  const { subject, license, fields, remarks, acts } = plan;
  const { asset, uri, name } = subject;
  const of = (kind: string): Statement[] => fields.filter((each) => each.kind === kind).map((each) => each.statement);
  const organization = organizationOf(asset.licensor);
  return spoken({
    "@context": context, "@type": "sc:Dataset", conformsTo: ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"], name, description: `The data set ${name}, with what is recorded of its title.`,
    url: uri.startsWith("https://") ? uri : null, identifier: isKnown(subject) && !uri.startsWith("https://") ? uri : null, version: asset.version, datePublished: asset.published,
    license: license === null ? null : one(license.names), publisher: organization === null ? null : { "@type": "sc:Organization", name: organization },
    usageInfo: one(of("usage").map(policyOf)), distribution: of("file").map((each) => spoken({ "@type": "cr:FileObject", "@id": fileOf(each)?.name, ...fileOf(each) })),
    ...Object.fromEntries(of("rai").map((each) => [raiName(each), each.raw])),
    "prov:wasDerivedFrom": acts.flatMap(({ act, sources }, index) => sources.map((each) => spoken({ "@id": each.uri, "cleartitle:kind": each.asset.kind, "cleartitle:by": act.derivation.by, "cleartitle:act": String(index + 1), "cleartitle:who": actorOf(act, outline.namespace) }))), "prov:wasGeneratedBy": madeBy(plan),
    "cleartitle:digest": asset.digest, "cleartitle:modality": asset.modality, "cleartitle:upstream": asset.upstream, "cleartitle:source": sourceNameOf(asset, outline.namespace),
    "cleartitle:licensor": asset.licensor === null || organization !== null ? null : partyNameOf(asset.licensor, outline.namespace),
    "cleartitle:remark": remarks.map(remarkOf), "cleartitle:decision": decisions.filter((each) => each.use.of === asset.id).map(sayDecision), "cleartitle:titleFile": carried,
  });
}

/** What comes back of a description that is read as somebody else's. */
function keepsOfCroissant(sheet: Sheet): Keeps {
  const plan = planOf(sheet);
  if (plan === null) return {};
  const { subject, license, fields, remarks, acts } = plan;
  const kept = new Kept(sheet);
  const isSubject = ({ asset }: Trait): boolean => asset?.id === subject.asset.id;
  const named = new Set(acts.flatMap(({ sources }) => sources.map((each) => each.asset.id)));
  // A source of a kind that has no word of ours is taken for data.
  const isReadAs = ({ asset }: Trait): boolean => asset !== undefined && named.has(asset.id) && isKnownKind(asset.kind);
  const native = new Set([...(license === null ? [] : [license.statement.id]), ...fields.map((each) => each.statement.id)]);
  const others = new Set(remarks.filter(comesBack).map((each) => each.id));
  const restated = new Restated(remarks).keeps;
  const isOut = ({ statement }: Trait): boolean => statement !== undefined && (native.has(statement.id) || others.has(statement.id));
  const isWhole = ({ derivation }: Trait): boolean => acts.some(({ act, sources }) => act.derivation.id === derivation?.id && sources.length === act.from.length);
  return {
    asset: (trait) => isSubject(trait) || named.has(trait.asset?.id ?? ""),
    "asset-kind": (trait) => isSubject(trait) || isReadAs(trait),
    "asset-version": (trait) => isSubject(trait) && isDescribed(trait) && isPlain(trait.asset?.version),
    "asset-digest": (trait) => isSubject(trait) && isPlain(trait.asset?.digest),
    "asset-licensor": (trait) => isSubject(trait) && kept.isLicensor(trait),
    "asset-source": (trait) => isSubject(trait) && sourceNameOf(subject.asset, sheet.outline.namespace) !== null,
    "asset-modality": (trait) => isSubject(trait) && trait.asset?.modality.every(isPlain) === true,
    "asset-upstream": (trait) => isSubject(trait) && trait.asset?.upstream !== "complete",
    link: ({ derivation, source }) => acts.some(({ act, sources }) => act.derivation.id === derivation?.id && sources.some((each) => each.asset.id === source)),
    together: isWhole,
    when: (trait) => isWhole(trait) && acts.length === 1,
    who: (trait) => isWhole(trait) && kept.acts.who?.(trait) === true,
    said: (trait) => isOut(trait) || restated.said(trait), "said-raw": (trait) => isOut(trait) || restated["said-raw"](trait), "said-scope": isOut,
    "said-rung": (trait) => restated["said-rung"](trait) || (isOut(trait) && trait.statement?.rung !== "concluded"),
    "said-by": (trait) => others.has(trait.statement?.id ?? ""),
  };
}
