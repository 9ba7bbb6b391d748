import { addDuration, isCalendarDate, isDuration, nameHint, type Taxonomies } from "@cleartitle/norms";
import { z } from "zod";

/** What the parties agree on in one place of a clause: one word of a closed list of types. */
const types = ["duration", "money", "number", "date", "text", "words", "choice", "acts", "places", "purposes", "fields", "recipients", "assets"] as const;

export const FieldValue = z.union([z.number(), z.string().min(1).max(2000), z.array(z.string().min(1).max(300)).min(1).max(500)]);
export type FieldValue = z.infer<typeof FieldValue>;

const Limit = z.union([z.number(), z.string().min(1)]);

/** A structured field of a topic. Either it has a default, or the parties must say it and it has an example. */
export const Field = z
  .strictObject({
    type: z.enum(types),
    is: z.string().min(3),
    default: FieldValue.optional(),
    example: FieldValue.optional(),
    /** The range in which versions of the house are meant to stand, both ends inclusive. */
    from: Limit.optional(),
    to: Limit.optional(),
    options: z.array(z.string().min(1)).min(2).optional(),
  })
  .refine((field) => (field.default === undefined) !== (field.example === undefined), { message: "a field has either a `default`, or an `example` where the parties must say it" })
  .refine((field) => (field.type === "choice") === (field.options !== undefined), { message: "a `choice` has `options`, and nothing else has" });
export type Field = z.infer<typeof Field>;

interface Names {
  has(name: string): boolean;
  keys(): Iterable<string>;
}

/** Names that a field of a type may hold; null: not of a taxonomy. */
function namesOf(type: Field["type"], taxonomies: Taxonomies, assets: Names): readonly Names[] | null {
  switch (type) {
    case "acts": return [taxonomies.actions];
    case "purposes": return [taxonomies.purposes];
    case "fields": return [taxonomies.fields];
    case "recipients": return [taxonomies.recipients];
    case "places": return [taxonomies.groups, taxonomies.places];
    case "assets": return [assets];
    case "duration": case "money": case "number": case "date": case "text": case "words": case "choice": break;
  }
  return null;
}

export interface FieldFault {
  readonly code: "wrong-type" | "bad-value" | "unknown-name" | "impossible-date" | "bad-duration";
  readonly message: string;
  readonly hint: string | null;
}

const money = /^([A-Z]{3}) (\d{1,13}(?:\.\d{1,2})?)$/;

/** How much a value is, for ranges and comparisons; null: it is no amount. Money of two currencies is not compared. */
export function amountOf(value: FieldValue): { readonly unit: string; readonly amount: number } | null {
  if (typeof value === "number") return { unit: "number", amount: value };
  if (typeof value !== "string") return null;
  const sum = money.exec(value);
  if (sum !== null) return { unit: sum[1]!, amount: Number(sum[2]) };
  const later = isDuration(value) ? addDuration("2000-01-01", value) : null;
  return later === null ? null : { unit: "days", amount: Date.parse(later) / 86_400_000 };
}

const formFault: Partial<Record<Field["type"], (value: FieldValue) => FieldFault | null>> = {
  number: (value) => (typeof value === "number" && Number.isFinite(value) ? null : { code: "wrong-type", message: "a number is expected", hint: null }),
  duration: (value) => (typeof value === "string" && isDuration(value) && addDuration("2000-01-01", value) !== null ? null : { code: "bad-duration", message: `\`${String(value)}\` is no duration`, hint: "write it like P30D, P12M or P2Y" }),
  money: (value) => (typeof value === "string" && money.test(value) ? null : { code: "bad-value", message: `\`${String(value)}\` is no sum of money`, hint: "write it like `EUR 50000`" }),
  date: (value) => (typeof value === "string" && isCalendarDate(value) ? null : { code: "impossible-date", message: `\`${String(value)}\` is no date`, hint: "write it like \"2026-12-01\"" }),
  text: (value) => (typeof value === "string" ? null : { code: "wrong-type", message: "a text is expected", hint: null }),
};

function rangeFault({ from, to }: Field, value: FieldValue): FieldFault | null {
  const found = amountOf(value);
  const out = (limit: FieldValue | undefined, wrong: (amount: number, limit: number) => boolean): boolean => {
    const edge = limit === undefined ? null : amountOf(limit);
    return edge !== null && found !== null && edge.unit === found.unit && wrong(found.amount, edge.amount);
  };
  if (!out(from, (a, l) => a < l) && !out(to, (a, l) => a > l)) return null;
  return { code: "bad-value", message: `\`${String(value)}\` lies outside of what a version of the house is meant for:${from === undefined ? "" : ` from \`${String(from)}\``}${to === undefined ? "" : ` to \`${String(to)}\``}`, hint: "take the clause in your own text to agree on more" };
}

/** What is wrong with a value of a field; null: nothing. */
export function fieldFault(field: Field, value: FieldValue, taxonomies: Taxonomies, assets: Names): FieldFault | null {
  const form = formFault[field.type]?.(value) ?? null;
  if (form !== null) return form;
  if (field.type === "choice") return typeof value === "string" && field.options!.includes(value) ? null : { code: "unknown-name", message: `\`${String(value)}\` is no choice here`, hint: `one of ${field.options!.map((each) => `\`${each}\``).join(", ")}` };
  const lists = namesOf(field.type, taxonomies, assets);
  if (lists === null && field.type !== "words") return rangeFault(field, value);
  if (!Array.isArray(value)) return { code: "wrong-type", message: "a list is expected", hint: "write it as a list: [a, b]" };
  const stranger = lists === null ? undefined : value.find((name) => !lists.some((names) => names.has(name)));
  return stranger === undefined ? null : { code: "unknown-name", message: `there is no \`${stranger}\` among ${field.type}`, hint: nameHint(stranger, lists!.flatMap((names) => [...names.keys()])) };
}
