import { canGrant, type Instrument, type Law, type Norm, type NormKind, type Position, type ReachCell, type Role, roles as allRoles, type Source, type Verified } from "@cleartitle/norms";
import { type Block, type Item, item, section } from "./block.js";
import { sayList, sayPlaces } from "./list.js";
import { plainWords, sayDutyKind, sayInstrument, sayPosition, sayRestrictions, sayStand, type Wording } from "./names.js";
import { sayActions, sayNorm, sayRoles } from "./norm.js";

const verifiedWords: Readonly<Record<Verified, string>> = {
  primary: "read at its source", secondary: "taken from a reliable account of it", partial: "read only in part", memory: "written down from memory", unverified: "not verified",
};

const boundWords: Readonly<Record<Instrument["bindsBy"][number], string>> = {
  acceptance: "who accepted it", reliance: "who relies on it", affiliate: "affiliates of who accepted it", employer: "the employer of who accepted it", "flow-down": "whom a recipient has to bind", signature: "who signed it",
};

/** What every record says of itself: who checked it, when, by what, and whether that is overdue on a day. */
function standing(record: { readonly verified: Verified; readonly reviewed: string; readonly reviewBy?: string | undefined; readonly source: readonly Source[] }, on: string): Block[] {
  const overdue = record.reviewBy !== undefined && record.reviewBy < on;
  const grants = canGrant(record.verified) ? "" : "; it grants nothing surely, and what it forbids counts";
  return section("How well it is known", [
    item(`${record.verified}: ${verifiedWords[record.verified]}${grants}`),
    item(`reviewed on ${record.reviewed}${record.reviewBy === undefined ? "" : `, to be reviewed by ${record.reviewBy}`}${overdue ? " — OVERDUE" : ""}`),
    ...record.source.map((source) => item(`${source.what}${source.section === undefined ? "" : `, ${source.section}`}`, { details: [`${source.where}${source.retrieved === undefined ? "" : ` (retrieved ${source.retrieved})`}`] })),
  ]);
}

const normItem = (norm: Norm, wording: Wording): Item => {
  const said = sayNorm(norm, wording);
  return item(said.says, { details: [...said.details, said.cite], quote: said.quote, ids: [said.id] });
};

const headings: readonly (readonly [string, readonly NormKind[]])[] = [
  ["What it gives", ["permit", "release", "waive", "unprotect", "override"]], ["What those who use it give", ["contribute", "reciprocate"]], ["What it takes back", ["except"]], ["What it forbids", ["prohibit"]], ["What it asks", ["oblige"]], ["Who owns what", ["assign"]],
  ["What it puts in question", ["raise", "presume", "taint"]], ["Texts it takes in or changes", ["incorporate", "modify", "define"]], ["How it ends or turns", ["terminate", "survive", "convert"]],
];

const normBlocks = (norms: readonly Norm[], wording: Wording): Block[] => headings.flatMap(([heading, kinds]) => section(heading, norms.filter((norm) => kinds.includes(norm.kind)).map((norm) => normItem(norm, wording)), "ids"));

/** Roles that a norm is about: where it names none, the thing itself. */
export const rolesOfNorm = (norm: Pick<Norm, "on">): readonly Role[] => norm.on ?? ["materials"];

const verbs: Partial<Record<NormKind, string>> = { permit: "may", prohibit: "must not", oblige: "owes:", except: "is taken back:" };

/** One line for each part that a thing may play: what may be done with it, what must not, what is owed. */
function roleItems(instrument: Instrument, wording: Wording): Item[] {
  const alike = new Map<string, Role[]>();
  for (const role of allRoles) {
    const lines = roleLines(instrument, role, wording);
    const key = lines.join("\n");
    if (lines.length > 0) alike.set(key, [...(alike.get(key) ?? []), role]);
  }
  return [...alike].map(([lines, roles]) => item(sayRoles(roles), { details: lines.split("\n"), ids: roles }));
}

function inShort(norm: Norm, wording: Wording): string {
  if (norm.kind === "permit") return `${norm.permit.offer === true ? "(on offer) " : norm.permit.promise === true ? "(on a promise) " : ""}${sayActions(norm.permit.actions)}`;
  if (norm.kind === "prohibit") return sayActions(norm.prohibit.actions);
  if (norm.kind === "oblige") return `${sayDutyKind(norm.oblige.do, wording)} (to ${sayActions(norm.when ?? [], "or")})`;
  return norm.kind === "except" && norm.except.actions !== undefined ? sayActions(norm.except.actions) : "what was given";
}

function roleLines(instrument: Instrument, role: Role, wording: Wording): string[] {
  return (["permit", "except", "prohibit", "oblige"] as const).flatMap((kind) =>
    instrument.norms.filter((norm) => norm.kind === kind && rolesOfNorm(norm).includes(role)).map((norm) => `${verbs[kind]!} ${inShort(norm, wording)}${norm.if === undefined ? "" : ", on conditions"} — ${norm.id}`),
  );
}

export function sayCell(cell: ReachCell, wording: Wording): string {
  if (cell === "silent") return "something the text is silent of";
  if (typeof cell === "string") return sayRoles([cell]);
  const options = Object.entries(cell.options).map(([id, role]) => `“${sayStand(cell.position, id, wording)}”: ${role === "silent" ? "silent" : sayRoles([role])}`);
  return `contested (${sayPosition(cell.position, wording)}) — ${options.join("; ")}`;
}

function reachItems(instrument: Instrument, wording: Wording): Item[] {
  const kinds = wording.names?.taxonomies?.derivationKinds;
  return allRoles.flatMap((role) => {
    const row = Object.entries(instrument.reach[role] ?? {});
    if (row.length === 0) return [];
    const silent = [...(kinds?.values() ?? [])].filter((kind) => kind.composedOf === undefined && !row.some(([id]) => id === kind.id)).map((kind) => kind.id);
    const rest = silent.length === 0 ? [] : [`silent: ${silent.join(", ")}`];
    return [item(`from ${sayRoles([role])}`, { details: [...row.map(([kind, cell]) => `by ${kind} comes ${sayCell(cell, wording)}`), ...rest], ids: [role] })];
  });
}

function silences({ speaksOf, rest }: Instrument): Item[] {
  const unsaid = [...(speaksOf.training ? [] : ["training of models"]), ...(speaksOf.outputs ? [] : ["outputs of models"]), ...(speaksOf.weights ? [] : ["weights"])];
  return [
    item(rest === "reserved" ? "what it does not give, it keeps back by its own words" : "what it does not give, it does not speak of; that is no ban and no grant"),
    ...(unsaid.length === 0 ? [] : [item(`it does not speak of: ${sayList(unsaid)}`)]),
  ];
}

const osiWords: Readonly<Record<NonNullable<Instrument["approval"]>["osi"], string>> = {
  approved: "approved as open source", "not-approved": "not approved as open source", withdrawn: "submitted as open source and withdrawn", submitted: "submitted for approval as open source", "not-listed": "not listed as open source",
};

/** What the text says of its own law, and others of the text: no decision turns on it. */
function besideNorms({ governingLaw, approval }: Instrument): Item[] {
  const laws = governingLaw === undefined ? "the law that it names was not read" : governingLaw === "silent" ? "it names no law of its own" : null;
  const named = Array.isArray(governingLaw) ? governingLaw : [];
  return [
    ...(laws === null ? [] : [item(laws)]),
    ...named.map((each) => item(`law: ${each.law}${each.for === undefined ? "" : ` (${each.for})`}${each.forum === undefined ? "" : `, ${each.forum}`}${each.verified === undefined ? "" : `; ${verifiedWords[each.verified]}`}`, { details: each.cite === undefined ? [] : [each.cite] })),
    ...(approval === undefined ? [] : [item(`${osiWords[approval.osi]} (OSI)${approval.osaid === undefined ? "" : `; terms ${approval.osaid} with the definition of open source AI`}`)]),
  ];
}

/** An instrument in plain words, made from its norms. `on`: the day by which a review is overdue. */
export function instrumentBlocks(instrument: Instrument, on: string, wording: Wording = {}): Block[] {
  const { id, title, kind, version, licensor, licensee, supersedes, termsVersion, term, imposes, unsupported, note, names } = instrument;
  const facts = [
    `${kind}${version === undefined ? "" : `, version ${version}`}${licensor === undefined ? "" : `, given by ${licensor}`}${licensee === undefined ? "" : ` to ${licensee}`}`,
    ...(supersedes === undefined ? [] : [`comes after ${sayInstrument(supersedes, wording)}`]), ...(term === undefined ? [] : [`runs ${term.from === undefined ? "" : `from ${term.from}`}${term.to === undefined ? "" : ` to ${term.to}`}`]),
    ...(names === undefined || names.length === 0 ? [] : [`also called: ${names.join(", ")}`]),
  ];
  const bound = [
    item(`bound: ${sayList(instrument.bindsBy.map((each) => boundWords[each]), "or")}`),
    ...(termsVersion === undefined ? [] : [item(`by the version ${plainWords(termsVersion)}`)]),
    ...(imposes === undefined ? [] : [item(`who receives a release under it is put under: ${sayRestrictions(imposes.join(", "), wording)}`)]),
  ];
  return [
    { kind: "text", text: `${title} (${id})` }, ...facts.map((text): Block => ({ kind: "text", text })), ...standing(instrument, on), ...section("Who is bound", bound), ...section("What each part may do", roleItems(instrument, wording)),
    ...normBlocks(instrument.norms, wording), ...section("What becomes of it", reachItems(instrument, wording)), ...section("What it is silent of", silences(instrument)),
    ...section("What is recorded and cannot be decided", (unsupported ?? []).map((each) => item(each.what, { details: [`could touch: ${each.actions === undefined ? "everything" : each.actions.join(", ")}`, each.cite] }))),
    ...section("Beside its norms, and no part of a decision", besideNorms(instrument)), ...section("Points to know", pointItems(instrument)), ...(note === undefined ? [] : section("Note", [item(note)])),
  ];
}

const pointItems = ({ points }: Instrument): Item[] => (points ?? []).map(({ about, by, why }) => item(about, by === undefined ? { details: [`not carried: ${why!}`] } : { ids: by }));

/** A rule of law in plain words. */
export function lawBlocks(law: Law, on: string, wording: Wording = {}): Block[] {
  const about = [
    `${law.authorityKind} of ${sayPlaces([law.jurisdiction])}: ${law.authority.join("; ")}`,
    `${law.confidence}${law.confirmFirst === true ? "; to be confirmed before anybody relies on it" : ""}${law.inForce === undefined ? "" : `; in force${law.inForce.from === undefined ? "" : ` from ${law.inForce.from}`}${law.inForce.to === undefined ? "" : ` to ${law.inForce.to}`}`}`,
    ...(law.position === undefined ? [] : [`turns on: ${sayPosition(law.position, wording)}`]),
  ];
  return [
    { kind: "text", text: `${law.title} (${law.id})` }, ...about.map((text): Block => ({ kind: "text", text })), ...standing(law, on),
    ...(law.norms.length === 0 ? [{ kind: "text", text: "It decides nothing by itself: it is watched, or read through a position." } as const] : normBlocks(law.norms, wording)),
    ...section("What is awaited", (law.watch ?? []).map((each) => item(`${each.on === undefined ? "" : `${each.on}: `}${each.what}`))), ...(law.note === undefined ? [] : section("Note", [item(law.note)])),
  ];
}

/** A contested question with its answers, most cautious first, and the records that turn on it. */
export function positionBlocks(position: Position, usedBy: readonly string[], on: string): Block[] {
  return [
    { kind: "text", text: `${position.question} (${position.id})` }, ...standing(position, on),
    ...section("Answers, the most cautious first", position.options.map((option) => item(option.says, { ids: [option.id], details: option.id === position.cautious ? ["taken where no other is (profile `cautious`)"] : [] })), "ids"),
    ...section("What turns on it", usedBy.map((id) => item(id))), ...(position.review === undefined ? [] : section("When to look again", [item(position.review)])),
  ];
}
