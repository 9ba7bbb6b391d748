import { publisherOf } from "@cleartitle/title";
import { Document } from "yaml";
import { sayDecision, spoken, type Format, type Sheet } from "../format.js";
import { isDescribed, isPlain, Kept } from "../kept.js";
import { isKnown } from "../outline.js";
import type { Keeps, Trait } from "../trait.js";
import { hubWord } from "./hub-license.js";
import { hubName, planOf, valueOfGate, type CardPlan } from "./plan.js";

/** A card of more than this is none that the hub or our reader takes. */
const maxCarried = 4_000_000;

/** The front matter of a card of a model or a data set, as the hub and those who look at it read it. */
export const card: Format = {
  id: "card",
  title: "Front matter of cards of models and data sets (YAML)",
  takes: ({ rung }) => rung !== "detected",
  refuses: (sheet) => {
    if (planOf(sheet) === null) return { message: "a card is of one model or data set", hint: "name it with --of" };
    return (sheet.carried?.length ?? 0) > maxCarried ? { message: "the title file is too long for a card", hint: "carry it in a document of another format" } : null;
  },
  write: (sheet) => {
    const plan = planOf(sheet);
    const content = plan === null ? {} : frontMatterOf(plan, sheet);
    return { text: `---\n${new Document(content, { version: "1.2", schema: "core", aliasDuplicateObjects: false }).toString({ lineWidth: 0 })}---\n`, content };
  },
  keeps: keepsOfCard,
};

function licenseKeys({ license }: CardPlan): Record<string, unknown> {
  if (license === null) return {};
  const [name] = license.names;
  if (license.names.length > 1) return { license: license.names.map(hubWord) };
  const word = hubWord(name ?? "");
  return word === null ? { license: "other", license_name: name } : { license: word };
}

const names = (list: CardPlan["data"]): string[] => [...new Set(list.map(({ item }) => hubName(item) ?? ""))];

function frontMatterOf(plan: CardPlan, { carried, decisions }: Sheet): Record<string, unknown> {
  const { subject, bases, data, copied, keys, relation } = plan;
  const isModel = subject.asset.kind === "model";
  const gates = [...keys].filter(([key]) => key.startsWith("extra_gated_")).map(([key, { raw }]) => [key, valueOfGate(raw ?? "")] as const);
  return spoken({
    [isModel ? "model_name" : "pretty_name"]: subject.name, ...licenseKeys(plan), ...Object.fromEntries([...keys].filter(([key]) => key.startsWith("license_")).map(([key, { raw }]) => [key, raw])),
    base_model: names(bases), base_model_relation: bases.length === 0 ? null : relation, [isModel ? "datasets" : "source_datasets"]: names(data), duplicated_from: copied === null ? null : hubName(copied.item),
    ...Object.fromEntries(gates), cleartitle_decision: decisions.filter((each) => each.use.of === subject.asset.id).map(sayDecision), cleartitle: carried,
  });
}

/** What comes back of a card that is read as somebody else's. */
function keepsOfCard(sheet: Sheet): Keeps {
  const plan = planOf(sheet);
  if (plan === null) return {};
  const { subject, license, bases, data, copied, keys } = plan;
  const isSubject = ({ asset, statement }: Trait): boolean => (asset?.id ?? statement?.about.id) === subject.asset.id;
  const named = new Set([...bases, ...data, ...(copied === null ? [] : [copied])].map(({ item }) => item.asset.id));
  const isLicense = ({ statement }: Trait): boolean => license !== null && statement?.what === "license" && statement.about.id === subject.asset.id && statement.value === license.statement.value && statement.scope === null && statement.part === null;
  const isKey = ({ statement }: Trait): boolean => [...keys.values()].some((each) => each.id === statement?.id);
  const isName = ({ statement }: Trait): boolean => statement?.what === "license-name" && isSubject({ kind: "said", key: "", statement }) && license !== null && license.names.length === 1 && hubWord(license.names[0] ?? "") === null && statement.value === license.names[0] && statement.part === null;
  const read = data.filter(({ act }) => act.derivation.by === "train" || act.derivation.by === "curate");
  const links = [...bases, ...read, ...(copied === null ? [] : [copied])];
  // Sources under one key are read as of one act.
  const groups = [bases, data, copied === null ? [] : [copied]].filter((group) => new Set(group.map(({ act }) => act)).size === 1);
  const isWhole = ({ derivation }: Trait): boolean =>
    groups.some((group) => group[0]?.act.derivation.id === derivation?.id && new Set(group.map(({ item }) => item)).size === group[0]?.act.from.length && group.every((each) => links.includes(each)));
  return {
    asset: (trait) => isSubject(trait) || named.has(trait.asset?.id ?? ""),
    "asset-kind": (trait) => isSubject(trait) || named.has(trait.asset?.id ?? ""),
    "asset-licensor": (trait) => isSubject(trait) && isDescribed(trait) && isKnown(subject) && trait.asset?.licensor === publisherOf(subject.asset.id),
    link: ({ derivation, source }) => links.some(({ act, item }) => act.derivation.id === derivation?.id && item.asset.id === source),
    together: isWhole,
    who: (trait) => isWhole(trait) && new Kept(sheet).isMaker(trait),
    said: (trait) => isLicense(trait) || isKey(trait) || isName(trait),
    "said-raw": (trait) => isKey(trait) || (isLicense(trait) && isPlain(trait.statement?.raw) && trait.statement?.raw === writtenAs(plan)) || (isName(trait) && trait.statement?.raw === license?.names[0]),
    "said-rung": (trait) => (isLicense(trait) || isKey(trait) || isName(trait)) && trait.statement?.rung === "declared",
  };
}

/** The wording that the card's license is read with. */
function writtenAs(plan: CardPlan): string {
  const { license } = licenseKeys(plan);
  return Array.isArray(license) ? JSON.stringify(license) : String(license);
}
