import { type Instrument, type Law, type Norm, type NormKind, type Path, restsOnPosition, spdxId } from "@cleartitle/norms";
import { checkCondition, checkFactValue } from "./condition-check.js";
import type { NameCheck } from "./name-check.js";

/** Ids of an instrument's norms, by kind. */
const idsOf = (norms: readonly Norm[], ...kinds: NormKind[]): Set<string> => new Set(norms.filter((norm) => kinds.length === 0 || kinds.includes(norm.kind)).map((norm) => norm.id));

interface Checked {
  readonly norms: readonly Norm[];
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/** A license that another record points at: of the catalogue, of the SPDX list, or `LicenseRef-…` known by name only. */
function checkLicense(check: NameCheck, id: string, path: Path): void {
  if (!check.known.instruments.has(id) && spdxId(id.replace(/\+$/, "")) === null) check.name("license", id, check.known.instruments, path, "dangling-reference");
}

function checkActs(check: NameCheck, norm: Norm, path: Path): void {
  check.actions(norm.when, [...path, "when"]);
  const body = (norm as unknown as Record<string, { actions?: readonly string[] }>)[norm.kind];
  check.actions(body?.actions, [...path, norm.kind, "actions"]);
}

function checkDuty(check: NameCheck, norm: Extract<Norm, { kind: "oblige" }>, path: Path): void {
  const { taxonomies } = check.known;
  const at = [...path, "oblige"];
  check.name("kind of duty", norm.oblige.do, taxonomies.duties, [...at, "do"]);
  for (const [index, clash] of (norm.oblige.clashesWith ?? []).entries()) check.name("kind of duty", clash.do, taxonomies.duties, [...at, "clashesWith", index, "do"]);
  const { outbound } = norm.oblige;
  for (const [index, id] of (outbound?.target ?? []).entries()) checkLicense(check, id, [...at, "outbound", "target", index]);
  check.names("restriction set", outbound?.mustImpose, taxonomies.restrictions, [...at, "outbound", "mustImpose"]);
  check.actions(outbound?.mustPermit, [...at, "outbound", "mustPermit"]);
}

/** A promise not to assert is worth what a position says that it is worth, and gives no power over what belongs to another. */
function checkPromise(check: NameCheck, norm: Extract<Norm, { kind: "permit" }>, path: Path): void {
  if (!restsOnPosition(norm.if)) check.report("not-allowed", path, `the promise \`${norm.id}\` stands behind no position`, "whether a promise not to assert serves as a grant is a contested question: map its options in `if`", norm.id);
  for (const [index, action] of norm.permit.actions.entries())
    if (check.known.taxonomies.actions.get(action)?.power === true) check.report("not-allowed", [...path, "permit", "actions", index], `a promise not to assert gives no power to \`${action}\``, "name acts of use", action);
}

/** References from one norm to others, or to other records. */
function checkReferences(check: NameCheck, norm: Norm, { norms, parameters }: Checked, path: Path): void {
  const local = (what: string, ids: readonly string[] | undefined, among: Set<string>, at: Path) => check.names(what, ids, among, at, "dangling-reference");
  if (norm.kind === "permit") local("duty in this record", norm.permit.duties, idsOf(norms, "oblige"), [...path, "permit", "duties"]);
  if (norm.kind === "except") local("permit in this record", norm.except.from, idsOf(norms, "permit"), [...path, "except", "from"]);
  if (norm.kind === "survive") local("norm in this record", norm.survive.norms, idsOf(norms), [...path, "survive", "norms"]);
  if (norm.kind === "waive") local("norm in this record", norm.waive.norms, idsOf(norms), [...path, "waive", "norms"]);
  // A license may leave the target to the licensor, as a parameter.
  if (norm.kind === "convert" && !Object.hasOwn(parameters ?? {}, norm.convert.to)) checkLicense(check, norm.convert.to, [...path, "convert", "to"]);
  if (norm.kind === "modify") checkLicense(check, norm.modify.base, [...path, "modify", "base"]);
  if (norm.kind === "incorporate" && norm.incorporate.document.startsWith("LicenseRef-")) check.name("record", norm.incorporate.document, check.known.instruments, [...path, "incorporate", "document"], "dangling-reference");
  if (norm.kind === "taint") check.names("kind of derivation", norm.taint.through, check.known.taxonomies.derivationKinds, [...path, "taint", "through"]);
  if (norm.kind === "presume") {
    check.name("fact", norm.presume.fact, check.known.taxonomies.facts, [...path, "presume", "fact"]);
    checkFactValue(check, check.known.taxonomies.facts.get(norm.presume.fact), norm.presume.is, [...path, "presume", "is"]);
  }
}

function checkNorms(check: NameCheck, record: Checked): void {
  for (const [index, norm] of record.norms.entries()) {
    const path = ["norms", index];
    checkActs(check, norm, path);
    checkCondition(check, norm.if, [...path, "if"]);
    checkReferences(check, norm, record, path);
    if (norm.kind === "oblige") checkDuty(check, norm, path);
    if (norm.kind === "permit" && norm.permit.promise === true) checkPromise(check, norm, path);
  }
}

/** What carries a point is there: a norm of the record, or one of its properties. */
function checkPoints(check: NameCheck, instrument: Instrument): void {
  const carriers = new Set([...idsOf(instrument.norms), ...Object.keys(instrument).filter((key) => key !== "points" && key !== "norms")]);
  for (const [index, { by }] of (instrument.points ?? []).entries()) check.names("norm or property of this record", by, carriers, ["points", index, "by"], "dangling-reference");
}

/** Every name in a license, terms or a policy. */
export function checkInstrument(check: NameCheck, instrument: Instrument): void {
  const { taxonomies } = check.known;
  checkNorms(check, instrument);
  check.names("restriction set", instrument.imposes, taxonomies.restrictions, ["imposes"]);
  for (const [index, id] of (instrument.compatible ?? []).entries()) checkLicense(check, id, ["compatible", index]);
  if (instrument.supersedes !== undefined) checkLicense(check, instrument.supersedes, ["supersedes"]);
  if (instrument.spdx !== undefined && spdxId(instrument.spdx) === null) check.report("unknown-name", ["spdx"], `\`${instrument.spdx}\` is not on the SPDX list`, "leave `spdx` out where there is no id", instrument.spdx);
  if (instrument.kind === "license" && !/^[A-Za-z0-9.-]+\+?$/.test(instrument.id)) check.report("bad-expression", ["id"], `\`${instrument.id}\` cannot stand in a license expression`, "letters, digits, `.` and `-` only", instrument.id);
  for (const [role, row] of Object.entries(instrument.reach)) {
    for (const [kind, cell] of Object.entries(row ?? {})) {
      check.name("kind of derivation", kind, taxonomies.derivationKinds, ["reach", role, kind]);
      if (typeof cell === "object") check.position(cell.position, cell.options, ["reach", role, kind]);
    }
  }
  checkPoints(check, instrument);
  for (const term of Object.keys(instrument.noted ?? {})) check.name("term", term, check.known.terms, ["noted", term]);
  for (const [index, each] of (instrument.unsupported ?? []).entries()) check.actions(each.actions, ["unsupported", index, "actions"]);
  for (const [index, norm] of instrument.norms.entries())
    if (norm.kind === "raise" || norm.kind === "unprotect" || norm.kind === "override" || norm.kind === "presume")
      check.report("not-allowed", ["norms", index], `only a rule of law can \`${norm.kind}\``, "law makes demands; instruments answer them");
}

const permissive = new Set<NormKind>(["permit", "unprotect", "override"]);

/** Every name in a rule of law, and that what is not settled law grants nothing of itself. */
export function checkLaw(check: NameCheck, law: Law): void {
  checkNorms(check, law);
  check.place(law.jurisdiction, ["jurisdiction"]);
  if (law.position !== undefined) check.name("position", law.position, check.known.positions, ["position"]);
  if (law.confirmFirst === true && law.verified === "primary") check.report("contradiction", ["confirmFirst"], "a rule that was read at its source needs no confirmation first", "drop `confirmFirst`, or lower `verified`");
  const why = weakness(law);
  if (why === null) return;
  for (const [index, norm] of law.norms.entries())
    if (permissive.has(norm.kind) && !restsOnPosition(norm.if))
      check.report("not-allowed", ["norms", index], `the norm \`${norm.id}\` may not \`${norm.kind}\`: the rule is ${why}`, "put it behind a position, or list it under `watch`", norm.id);
}

/** Why a rule is no law that one can rely on, or null. "Not in force" is as of its own review: nothing here knows today. */
function weakness(law: Law): string | null {
  if (law.confidence === "pending" || law.confidence === "unsettled") return law.confidence;
  if (law.authorityKind === "guidance" || law.authorityKind === "proposal") return `a ${law.authorityKind === "guidance" ? "piece of guidance" : "proposal"}`;
  return law.inForce?.from !== undefined && law.inForce.from > law.reviewed ? "not in force" : null;
}
