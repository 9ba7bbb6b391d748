import { type Condition, type Norm, type NormKind, type NormOf, type Role, roles as allRoles } from "@cleartitle/norms";
import { sayCondition } from "./condition.js";
import { sayDue, sayDuty } from "./duty.js";
import { sayList } from "./list.js";
import { plainWords, sayFact, sayInstrument, sayRestrictions, type Wording } from "./names.js";
import { sayLayer } from "./reason.js";

const roleWords: Readonly<Record<Role, string>> = {
  materials: "the thing itself", modification: "a modified version of it", derivative: "what is built on it", extracted: "what was trained on its outputs", output: "its outputs", "output-set": "collections of its outputs",
  product: "products that contain it", free: "what it no longer reaches",
};

/** The parts that a thing plays for a text, in the order of the language: `the thing itself, its outputs`. */
export const sayRoles = (roles: readonly Role[]): string => sayList(allRoles.filter((role) => roles.includes(role)).map((role) => roleWords[role]));

/** Acts whose name already says on what they are done. */
const whole: Readonly<Record<string, string>> = { "use-mark": "use its marks", "use-likeness": "use the likeness", "remove-information": "remove its rights information", practice: "practice the invention", disclose: "reveal it" };

/** Acts in a row: `run, host and train on it`, `run it or use its marks`. */
export function sayActions(actions: readonly string[], conjunction = "and"): string {
  const plain = actions.filter((action) => whole[action] === undefined).map(plainWords);
  const own = actions.flatMap((action) => whole[action] ?? []);
  if (plain.length === 0) return sayList(own, conjunction);
  return own.length === 0 ? `${sayList(plain, conjunction)} it` : sayList([...plain.slice(0, -1), `${plain.at(-1)!} it`, ...own], conjunction);
}

/** A norm in words: what it says, and under it when, on what, and where it is written. */
export interface NormWords {
  readonly id: string;
  readonly says: string;
  readonly details: readonly string[];
  readonly quote: string | null;
  readonly cite: string;
}

function sayOutbound(duty: NormOf<"oblige">["oblige"], wording: Wording): string[] {
  const { outbound } = duty;
  if (outbound === undefined) return [];
  const part = outbound.extent === undefined ? [] : [outbound.extent === "work" ? "of the whole work" : "of this part alone"];
  return [
    ...(outbound.target === undefined ? [] : [`the license ${part[0] ?? "of the release"} is ${sayList(outbound.target.map((id) => sayInstrument(id, wording)), "or")}`]),
    ...(outbound.mustImpose === undefined ? [] : [`the license of the release imposes: ${sayRestrictions(outbound.mustImpose.join(", "), wording)}`]),
    ...(outbound.mustPermit === undefined ? [] : [`the license of the release permits: ${sayActions(outbound.mustPermit)}`]),
    ...(outbound.noFurtherRestrictions === true ? ["the license of the release restricts no further"] : []),
  ];
}

function sayOblige(norm: NormOf<"oblige">, wording: Wording): { says: string; details: string[] } {
  const duty = norm.oblige;
  const token = duty.token === undefined ? "" : ` “${duty.token}”`;
  const when = sayActions(norm.when ?? [], "or");
  const consent = duty.control === "consent" ? ["needs another's consent: until it is had, nothing is granted"] : [];
  const owed = duty.creditor === undefined ? [] : [`owed to ${plainWords(duty.creditor)}`];
  const clashes = (duty.clashesWith ?? []).map((clash) => `${plainWords(clash.do)}${clash.token === undefined ? "" : ` “${clash.token}”`}`);
  return {
    says: `${sayDuty({ do: duty.do, text: duty.text ?? null }, wording)}${token}`,
    details: [
      `from who wants to ${when}${duty.due === undefined ? "" : `; due ${sayDue(duty.due)}`}`, ...consent, ...owed, ...sayOutbound(duty, wording),
      ...(duty.evidence === undefined ? [] : [`shown by: ${sayList(duty.evidence.map((each) => sayFact(each, wording) ?? plainWords(each)))}`]),
      ...(clashes.length === 0 ? [] : [`cannot be kept together with: ${sayList(clashes, "or")}`]),
    ],
  };
}

const layered = (layers: NormOf<"permit">["permit"]["layers"]): string => ` (${sayList((layers ?? ["copyright"]).map(sayLayer))})`;

function sayPermit({ permit }: NormOf<"permit">): { says: string; details: string[] } {
  return {
    says: `${permit.offer === true ? "offers, and does not yet give, the right to" : permit.promise === true ? "promises not to assert rights against who wants to" : "may"} ${sayActions(permit.actions)}${layered(permit.layers)}`,
    details: [
      ...(permit.scope === undefined ? [] : [`of it: ${sayList(permit.scope)}`]), ...(permit.vests === undefined ? [] : [`judged once, at ${permit.vests}, and kept`]), ...(permit.irrevocable === true ? ["cannot be taken back"] : []),
      ...(permit.duties === undefined ? [] : [`brings only these duties: ${sayList(permit.duties)}`]),
    ],
  };
}

function sayTerminate({ terminate }: NormOf<"terminate">): { says: string; details: string[] } {
  const on = { breach: "a breach", litigation: "a suit by the licensee", cap: "the crossing of a threshold", withdrawal: "withdrawal", convenience: "the wish of a party" }[terminate.on];
  return {
    says: `${on} ends the rights ${terminate.how === "automatic" ? "by itself" : "by notice"}`,
    details: [
      ...(terminate.cure === undefined ? [] : [`may be mended ${sayDue(terminate.cure)}`]), ...(terminate.reaches === undefined ? [] : [`must stop and be deleted: ${sayRoles(terminate.reaches)}`]),
      ...(terminate.reinstates === true ? ["what is mended comes back"] : []),
    ],
  };
}

const local = (ids: readonly string[]): string => sayList(ids.map((id) => `\`${id}\``));

type Short = Exclude<NormKind, "permit" | "oblige" | "terminate">;

/** Norms that say what they say in one sentence. */
const short: { readonly [K in Short]: (norm: NormOf<K>, wording: Wording) => string } = {
  prohibit: ({ prohibit }) => `must not ${sayActions(prohibit.actions)}${prohibit.layers === undefined ? "" : layered(prohibit.layers)}`,
  except: ({ except }) => `takes back ${except.actions === undefined ? "what" : `to ${sayActions(except.actions)}, which`} ${local(except.from)} ${except.from.length === 1 ? "gives" : "give"}; this is no ban`,
  assign: ({ assign }) => `${{ output: "outputs belong", derivative: "what is built on it belongs", improvement: "improvements belong" }[assign.what]} to the ${assign.to}${assign.ifCompliant === true ? `, ${assign.vests === undefined ? "as long as" : "if then"} no breach of the text is concluded` : ""}`,
  release: ({ release }) => `gives up claims for having done: ${sayActions(release.actions)}${release.from === undefined ? "" : ` from ${release.from}`}${release.to === undefined ? "" : ` up to ${release.to}`}`,
  contribute: ({ contribute }) => `who puts things in lets the licensor ${sayActions(contribute.actions)}${layered(contribute.layers)}`,
  reciprocate: ({ reciprocate, when }) => `whoever wants to ${sayActions(when ?? [], "or")} gives up, toward the licensor, own bans (${sayList(reciprocate.texts)}) on who wants to ${sayActions(reciprocate.actions, "or")}`,
  waive: ({ waive }) => `gives up ${local(waive.norms)}`,
  convert: ({ convert }, wording) => `${convert.on === undefined ? "" : `on ${convert.on} `}${convert.after === undefined ? "" : `${sayDue(convert.after).replace("within ", "").replace(" of the act", "")} after publication `}it is under ${sayInstrument(convert.to, wording)} as well`,
  survive: ({ survive }) => `${local(survive.norms)} outlast${survive.norms.length === 1 ? "s" : ""} the end by ${sayList(survive.after, "or")}`,
  incorporate: ({ incorporate }, wording) => `takes in ${sayInstrument(incorporate.document, wording)}, ${{ static: "as it was", pinned: "in one version", dynamic: "as it is changed from time to time" }[incorporate.mode]}${incorporate.snapshot === undefined ? "" : ` (read as of ${incorporate.snapshot})`}`,
  modify: ({ modify }, wording) => `changes ${sayInstrument(modify.base, wording)}${modify.drop === undefined ? "" : `, without ${local(modify.drop)}`}`,
  define: ({ define }) => `“${define.term}” means ${define.means}`,
  raise: ({ raise }) => `${sayLayer(raise.layer)} ${raise.as === "reserved" ? "must be cleared" : "may stand against it"}${raise.actions === undefined ? "" : `, to ${sayActions(raise.actions)}`}`,
  unprotect: ({ unprotect }) => `no right (${sayLayer(unprotect.layer)}) stands against it${unprotect.actions === undefined ? "" : `, to ${sayActions(unprotect.actions)}`}`,
  override: ({ override }) => `contrary terms (${sayList(override.instruments)}) do not bind whoever wants to ${sayActions(override.actions)}`,
  presume: ({ presume }, wording) => `unless it is recorded, presumed: ${sayCondition({ fact: presume.fact, is: presume.is }, wording)}`,
  taint: ({ taint }) => `an open act upstream (${sayLayer(taint.layer)}) reaches what came of it by ${sayList(taint.through.map(plainWords), "or")}`,
};

const bodyOf = (norm: Norm, wording: Wording): { says: string; details: string[] } => {
  if (norm.kind === "permit") return sayPermit(norm);
  if (norm.kind === "oblige") return sayOblige(norm, wording);
  if (norm.kind === "terminate") return sayTerminate(norm);
  const say = short[norm.kind] as (norm: Norm, wording: Wording) => string;
  return { says: say(norm, wording), details: [] };
};

/** The condition of a norm, part by part. */
function conditionLines(condition: Condition | undefined, wording: Wording): string[] {
  if (condition === undefined) return [];
  const parts = typeof condition === "object" && "all" in condition ? condition.all : [condition];
  return parts.map((part, at) => `${at === 0 ? "if" : "and if"} ${sayCondition(part, wording)}`);
}

/** Any norm in plain words, made from the norm alone. */
export function sayNorm(norm: Norm, wording: Wording = {}): NormWords {
  const { says, details } = bodyOf(norm, wording);
  const on = norm.on === undefined ? [] : [`on ${sayRoles(norm.on)}`];
  const dated = norm.inForce === undefined ? [] : [`in force${norm.inForce.from === undefined ? "" : ` from ${norm.inForce.from}`}${norm.inForce.to === undefined ? "" : ` to ${norm.inForce.to}`}`];
  const weak = norm.verified === undefined ? [] : [`verified: ${norm.verified}`];
  const note = norm.note === undefined ? [] : [norm.note];
  return { id: norm.id, says, details: [...on, ...conditionLines(norm.if, wording), ...details, ...dated, ...weak, ...note], quote: norm.quote ?? null, cite: norm.cite };
}
