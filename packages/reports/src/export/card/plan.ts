import type { Statement } from "@cleartitle/title";
import type { Sheet } from "../format.js";
import { isPlain } from "../kept.js";
import type { OutAct, OutItem } from "../outline.js";
import { hubWord } from "./hub-license.js";

/** The hub's word for how a model came from its base, by kind of derivation. */
const relations: Readonly<Record<string, string>> = { finetune: "finetune", adapt: "adapter", merge: "merge", convert: "quantized" };

/** What a card can say of its subject: chosen once, so that what is written and what is told as lost are the same. */
export interface CardPlan {
  readonly subject: OutItem;
  /** The one statement that the card's license is; `null`: nothing is recorded, or the records disagree. */
  readonly license: { readonly statement: Statement; readonly names: readonly string[] } | null;
  readonly relation: string | null;
  readonly bases: readonly { readonly act: OutAct; readonly item: OutItem }[];
  readonly data: readonly { readonly act: OutAct; readonly item: OutItem }[];
  /** The one thing that it is a copy of. */
  readonly copied: { readonly act: OutAct; readonly item: OutItem } | null;
  /** Remarks that have a key of their own in a card, by that key. */
  readonly keys: ReadonlyMap<string, Statement>;
}

/** A name that the hub knows; a card has no way of naming anything else. */
export const hubName = ({ uri }: OutItem): string | null => /^https:\/\/huggingface\.co\/(?:datasets\/)?(.+)$/.exec(uri)?.[1] ?? null;

const sourcesOf = (acts: readonly OutAct[], subject: OutItem, kind: string): { act: OutAct; item: OutItem }[] =>
  acts.flatMap((act) => act.from.filter((item) => item !== subject && item.asset.kind === kind && hubName(item) !== null).map((item) => ({ act, item })));

/** Several licenses that differ are no license of the card; what a person concluded comes first. */
function licenseIn({ licenses }: OutItem): CardPlan["license"] {
  const concluded = licenses.filter((each) => each.statement.rung === "concluded");
  const values = new Map((concluded.length > 0 ? concluded : licenses).map((each) => [each.names.join("\n"), each]));
  const [only] = values.values();
  if (values.size !== 1 || only === undefined) return null;
  return only.names.length === 1 || only.names.every((name) => hubWord(name) !== null) ? only : null;
}

function keysOf({ remarks }: OutItem, license: CardPlan["license"]): ReadonlyMap<string, Statement> {
  const keys = new Map<string, Statement>();
  for (const statement of remarks) {
    const { raw, scope, rung, by } = statement;
    if (scope !== null || rung !== "declared" || by !== null || !isPlain(raw)) continue;
    const key = keyOf(statement, license);
    if (key !== null && !keys.has(key) && readsBack(raw ?? "", key)) keys.set(key, statement);
  }
  return keys;
}

/** The key of a card for a remark. A name without a license would read as the license, and beside `other` it is the license. */
function keyOf({ what, raw, value }: Statement, license: CardPlan["license"]): string | null {
  if (what === "license-link") return value === raw && license !== null ? "license_link" : null;
  if (what === "license-name") return value === raw && license !== null && license.names.every((name) => hubWord(name) !== null) ? "license_name" : null;
  if (value !== true) return null;
  return what === "gate" ? "extra_gated_prompt" : /^gate-[a-z]+(?:-[a-z]+)*$/.test(what) ? `extra_gated_${what.slice(5).replaceAll("-", "_")}` : null;
}

/** Fields of a gate are kept as JSON, which stands as keys in the card. */
function readsBack(raw: string, key: string): boolean {
  if (key.startsWith("license_") || !/^[[{]/.test(raw)) return true;
  const value = valueOfGate(raw);
  return typeof value !== "string" && JSON.stringify(value) === raw;
}

export function valueOfGate(raw: string): unknown {
  if (!/^[[{]/.test(raw)) return raw;
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    // The language's only way of saying that a text is no JSON.
    return raw;
  }
}

export function planOf({ outline }: Sheet): CardPlan | null {
  const { subject } = outline;
  if (subject === null || (subject.asset.kind !== "model" && subject.asset.kind !== "dataset")) return null;
  const acts = outline.acts.filter((act) => act.to === subject);
  const isModel = subject.asset.kind === "model";
  const license = licenseIn(subject);
  const based = sourcesOf(acts, subject, "model").filter(({ act }) => Object.hasOwn(relations, act.derivation.by));
  const by = based[0]?.act.derivation.by ?? null;
  const data = sourcesOf(acts, subject, "dataset").filter(({ act }) => (isModel ? ["train", "finetune", "adapt"] : ["curate"]).includes(act.derivation.by));
  const copies = sourcesOf(acts, subject, subject.asset.kind).filter(({ act }) => act.derivation.by === "copy");
  return {
    subject, license, relation: isModel && by !== null ? (relations[by] ?? null) : null, bases: isModel ? based.filter(({ act }) => act.derivation.by === by) : [], data, copied: copies.length === 1 ? (copies[0] ?? null) : null,
    keys: keysOf(subject, license),
  };
}
