import { z } from "zod";
import { nameHint } from "./nearest.js";
import { isProblemCode, type Problem, type ProblemCode, problem } from "./problem.js";
import type { Path, YamlDocument } from "./yaml-document.js";

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** Problems of one document that are reported. */
const shown = 1000;

const kindOf = (value: unknown): string =>
  value === null ? "nothing" : value === undefined ? "nothing" : Array.isArray(value) ? "a list" : typeof value === "object" ? "a mapping" : typeof value === "string" ? "a string" : typeof value === "boolean" ? "true or false" : "a number";
const expectedWords: Readonly<Record<string, string>> = { string: "a string", number: "a number", int: "a whole number", boolean: "true or false", array: "a list", object: "a mapping", record: "a mapping", null: "nothing" };
const quoted = (value: unknown): string => `\`${(typeof value === "string" ? value : JSON.stringify(value) ?? "").slice(0, 80)}\``;
const pointerOf = (path: Path): string => path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** Schemas inside wrappers and unions that say something about a value themselves. */
function bare(schema: Schema): Schema[] {
  const def = (schema as z.ZodType).def as z.core.$ZodTypeDef & { innerType?: Schema; in?: Schema; getter?: () => Schema; options?: readonly Schema[] };
  if (def.innerType !== undefined) return bare(def.innerType);
  if (def.type === "pipe" && def.in !== undefined) return bare(def.in);
  if (def.type === "lazy" && def.getter !== undefined) return bare(def.getter());
  if (def.type === "union" && def.options !== undefined) return def.options.flatMap((option) => bare(option));
  return [schema];
}

function inside(schema: Schema, step: string | number): Schema[] {
  const def = (schema as z.ZodType).def as z.core.$ZodTypeDef & { shape?: Record<string, Schema>; element?: Schema; valueType?: Schema };
  const child = def.shape === undefined ? (def.element ?? def.valueType) : Object.hasOwn(def.shape, step) ? def.shape[step] : undefined;
  return child === undefined ? [] : bare(child);
}

/** Keys that mappings at a path may have, by the schema; for hints. */
function keysAt(schema: Schema, path: Path): string[] {
  let schemas = bare(schema);
  for (const step of path) schemas = [...new Set(schemas.flatMap((each) => inside(each, step)))];
  return [...new Set(schemas.flatMap((each) => Object.keys(((each as z.ZodType).def as { shape?: object }).shape ?? {})))];
}

/** How far a branch of a union is from the value: its own missing and unknown keys weigh more than what is wrong deeper inside. */
const misfit = (branch: readonly Issue[]): number =>
  branch.reduce((sum, issue) => sum + (issue.path.length === 0 ? 1000 * (issue.code === "unrecognized_keys" ? issue.keys.length : 1) : issue.path.length === 1 && issue.code === "invalid_type" ? 100 : 1), 0);

/** Issues worth saying: a union is answered by its nearest branch; where none is near, by what may stand there. */
class Report {
  readonly problems: Problem[] = [];
  constructor(
    private readonly schema: Schema,
    private readonly document: YamlDocument,
  ) {}

  #add(code: ProblemCode, path: Path, message: string, hint: string | null, key?: string) {
    const value = valueAt(this.document.value, path);
    const offending = key ?? (typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value).slice(0, 200) : null);
    const place = key === undefined ? this.document.locate(path) : this.document.locateKey(path, key);
    this.problems.push(problem(code, message, { file: this.document.file, ...place, pointer: pointerOf(key === undefined ? path : [...path, key]), offending, hint }));
  }

  issue(issue: Issue, base: Path): void {
    if (this.problems.length >= shown) return;
    const path = [...base, ...(issue.path as (string | number)[])];
    const value = valueAt(this.document.value, path);
    const name = path.at(-1);
    if (issue.code === "invalid_union") return this.#union(issue, path, value);
    if (issue.code === "unrecognized_keys") return this.#unknownKeys(issue.keys, path);
    if (issue.code === "invalid_key" || issue.code === "invalid_element") {
      if (issue.code === "invalid_key" && name !== undefined) return this.#unknownKeys([String(name)], path.slice(0, -1));
      for (const inner of issue.issues) this.issue(inner, path);
      return;
    }
    if (value === undefined && name !== undefined && issue.code !== "custom") return this.#add("missing-key", path, `the key \`${name}\` is missing`, null);
    const { code, message, hint } = saying(issue, value);
    this.#add(code, path, message, hint);
  }

  #unknownKeys(keys: readonly string[], path: Path): void {
    const known = keysAt(this.schema, path);
    // One issue may name a hundred thousand keys.
    for (const key of keys.slice(0, shown)) this.#add("unknown-key", path, `the key ${quoted(key)} is not known here`, nameHint(key, known), key);
  }

  #union(issue: Extract<Issue, { code: "invalid_union" }>, path: Path, value: unknown): void {
    if (value === undefined && path.length > 0) return this.#add("missing-key", path, `the key \`${path.at(-1)}\` is missing`, null);
    const errors = issue.errors as readonly (readonly Issue[])[];
    const ranked = errors.map((branch, index) => ({ branch, index, score: misfit(branch) })).toSorted((a, b) => a.score - b.score || a.index - b.index);
    const best = ranked[0];
    if (best !== undefined && (best.score < 1000 || errors.length === 1)) {
      for (const inner of best.branch) this.issue(inner, path);
      return;
    }
    if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      const known = keysAt(this.schema, path);
      const strange = Object.keys(value).filter((key) => !known.includes(key));
      if (strange.length > 0) return this.#unknownKeys(strange, path);
      const first = ranked.find(({ branch }) => branch.some((each) => each.code === "unrecognized_keys"));
      const clash = first?.branch.find((each) => each.code === "unrecognized_keys");
      if (clash?.code === "unrecognized_keys") {
        for (const key of clash.keys) this.#add("unknown-key", path, `the key ${quoted(key)} does not go with the others here`, null, key);
        return;
      }
      return this.#add("bad-value", path, "none of the forms that may stand here fits this mapping", known.length === 0 ? null : `keys: ${known.map((key) => `\`${key}\``).join(", ")}`);
    }
    this.#scalarUnion(errors, path, value);
  }

  #scalarUnion(errors: readonly (readonly Issue[])[], path: Path, value: unknown): void {
    const flat = errors.flat();
    const custom = flat.find((each) => each.path.length === 0 && each.code !== "invalid_type" && each.code !== "invalid_value" && each.code !== "invalid_union");
    if (custom !== undefined) return this.issue(custom, path);
    const names = flat.flatMap((each) => (each.code === "invalid_value" ? each.values.map(String) : []));
    const kinds = [...new Set(flat.flatMap((each) => (each.code === "invalid_type" ? [expectedWords[each.expected] ?? each.expected] : [])))];
    const expected = [...kinds, ...(names.length > 0 && names.length <= 12 ? [`one of ${names.map((n) => `\`${n}\``).join(", ")}`] : [])];
    if (typeof value === "string" && names.length > 0) return this.#add("unknown-name", path, `${quoted(value)} is no name known here`, nameHint(value, names));
    this.#add("wrong-type", path, `${kindOf(value)} stands where ${expected.join(" or ")} is expected`, null);
  }
}

/** The words for one issue. The schema's own messages win over what the library would say. */
function saying(issue: Issue, value: unknown): { code: ProblemCode; message: string; hint: string | null } {
  const generic = /^(Invalid|Too (big|small)|Unrecognized)/.test(issue.message);
  const own = generic ? null : issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  if (issue.code === "custom") {
    const params = issue.params ?? {};
    return { code: isProblemCode(params["code"]) ? params["code"] : "bad-value", message: own ?? "this value is not allowed", hint: typeof params["hint"] === "string" ? params["hint"] : null };
  }
  if (issue.code === "invalid_type") {
    const hint = issue.expected === "string" && typeof value !== "object" ? "put it in quotes" : issue.expected === "array" ? "write it as a list: [a, b]" : null;
    return { code: "wrong-type", message: `${kindOf(value)} stands where ${expectedWords[issue.expected] ?? issue.expected} is expected`, hint };
  }
  if (issue.code === "invalid_value") return { code: "unknown-name", message: `${quoted(value)} is no name known here`, hint: nameHint(String(value), issue.values.map(String)) };
  if (issue.code === "too_small") return { code: "bad-value", message: own ?? (issue.origin === "number" ? `${quoted(value)} is less than ${issue.minimum}` : `at least ${issue.minimum} needed here`), hint: null };
  if (issue.code === "too_big") return { code: "bad-value", message: own ?? (issue.origin === "number" ? `${quoted(value)} is more than ${issue.maximum}` : `at most ${issue.maximum} allowed here`), hint: null };
  return { code: "bad-value", message: own === null ? `${quoted(value)} is not written as it should be` : `${quoted(value)}: ${own}`, hint: null };
}

/**
 * Checks a document against a schema. Every issue becomes a problem with line and column, all at once; with any, the
 * value is null. Unknown keys and names come with the nearest known one.
 */
export function check<S extends z.ZodType>(schema: S, document: YamlDocument): { readonly value: z.output<S> | null; readonly problems: readonly Problem[] } {
  const result = schema.safeParse(document.value);
  if (result.success) return { value: result.data, problems: [] };
  const report = new Report(schema, document);
  for (const issue of result.error.issues.slice(0, shown)) report.issue(issue, []);
  return { value: null, problems: report.problems.slice(0, shown) };
}
