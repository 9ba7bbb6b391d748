import type { Condition, Instrument, QuantityKind, Taxonomies } from "@cleartitle/norms";
import { parseBounds } from "../bounds.js";
import { listOf } from "./list.js";
import { type FileReport, type Path, recordsOf } from "./report.js";
import type { TitleFile } from "./title-file.js";
import type { PartyFacts, Scale } from "./value.js";

/** The unit of quantities that are counted in money: each amount names its own. */
const money = "currency";
const currency = /^[A-Z]{3}$/;

interface Amount {
  readonly atLeast?: number | null | undefined;
  readonly unit?: string | undefined;
  readonly during?: { readonly from: string | null; readonly to: string | null } | undefined;
}

const meets = (a: Amount["during"], b: Amount["during"]): boolean => (a?.from ?? "") <= (b?.to ?? "9999-12-31") && (b?.from ?? "") <= (a?.to ?? "9999-12-31");

/** Units of amounts. Nobody converts one into another, so that 5 in millions would be read as 5, and a sum without its currency as one in whichever a text asks for. */
class Units {
  constructor(
    private readonly quantities: Taxonomies["quantities"],
    private readonly report: FileReport,
  ) {}

  #unit({ id, unit }: QuantityKind, written: string | undefined, path: Path): void {
    if (unit === money) {
      if (written === undefined) this.report.add("missing-key", path, `\`${id}\` is an amount of money and names no currency`, null, "add `unit`, such as `unit: EUR`");
      else if (!currency.test(written)) this.report.add("bad-value", [...path, "unit"], `\`${written}\` is no currency`, written, "write the amount in full, and three capital letters such as `EUR`");
    } else if (written !== undefined && written !== unit) this.report.add("bad-value", [...path, "unit"], `\`${id}\` is counted in ${unit}, not in \`${written}\``, written, "write the number in full, and leave out `unit`");
  }

  /** Amounts as recorded: of one quantity, in one unit at a time. */
  recorded(quantity: string, written: number | Amount | readonly (number | Amount)[], path: Path): void {
    const kind = this.quantities.get(quantity);
    if (kind === undefined) return;
    const amounts = listOf<number | Amount>(written).map((each): Amount => (typeof each === "number" ? {} : each));
    for (const [index, { unit, during }] of amounts.entries()) {
      const at = Array.isArray(written) ? [...path, index] : path;
      this.#unit(kind, unit, at);
      if (unit !== undefined && amounts.slice(0, index).some((other) => other.unit !== undefined && other.unit !== unit && meets(other.during, during))) this.report.add("contradiction", [...at, "unit"], `\`${quantity}\` is recorded in two units for the same days`, unit, "write both in one");
    }
  }

  tested(condition: Condition | undefined, path: Path): void {
    if (condition === undefined || typeof condition !== "object") return;
    for (const key of ["all", "any", "none"] as const) if (key in condition) for (const [index, each] of (condition as Readonly<Record<string, readonly Condition[]>>)[key]!.entries()) this.tested(each, [...path, key, index]);
    if ("position" in condition) for (const [option, each] of Object.entries(condition.options)) this.tested(each, [...path, "options", option]);
    const kind = "quantity" in condition ? this.quantities.get(condition.quantity) : undefined;
    if (kind !== undefined && "quantity" in condition) this.#unit(kind, condition.unit, path);
  }

  norms(norms: Instrument["norms"], path: Path): void {
    for (const [index, norm] of norms.entries()) this.tested(norm.if, [...path, "norms", index, "if"]);
  }
}

const amountsIn = (facts: PartyFacts | Scale | undefined): [string, never][] => Object.entries(facts ?? {}) as [string, never][];

/** Amounts in units in which the quantity is not counted, and sums of money without their currency. */
export function checkUnits(file: TitleFile, { quantities }: Pick<Taxonomies, "quantities">, report: FileReport): void {
  const units = new Units(quantities, report);
  for (const [party, path] of recordsOf(file.parties, "parties")) for (const [name, amounts] of amountsIn(party.facts)) units.recorded(name, amounts, [...path, "facts", name]);
  for (const [name, use] of Object.entries(file.uses ?? {})) for (const [quantity, amounts] of amountsIn(use.scale)) units.recorded(quantity, amounts, ["uses", name, "scale", quantity]);
  for (const [{ what, value }, path] of recordsOf(file.statements, "statements")) {
    const bounds = what.startsWith("quantity:") ? parseBounds(String(value)) : null;
    if (bounds !== null) units.recorded(what.slice("quantity:".length), bounds, [...path, "value"]);
  }
  for (const [instrument, path] of recordsOf(file.instruments, "instruments")) units.norms(instrument.norms, path);
}

/** The same of norms that stand by themselves. */
export const checkUnitsOf = (norms: Instrument["norms"], path: Path, { quantities }: Pick<Taxonomies, "quantities">, report: FileReport): void => new Units(quantities, report).norms(norms, path);
