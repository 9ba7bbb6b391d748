import { apiDocument } from "@cleartitle/server";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse } from "./house.js";

/** Requests made from the OpenAPI document: as it says, nearly so, and not at all. So many times as many in a soak, from its own seed. */
const times = Number(process.env["CLEARTITLE_RUNS"] ?? "1");
const seed = Number(process.env["CLEARTITLE_SEED"] ?? "20261128");
let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(async () => house.close());

type Schema = Readonly<Record<string, any>>;
interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly body: Readonly<Record<string, { readonly schema: Schema }>> | null;
}

const operationsOf = ({ paths }: Schema): Operation[] =>
  Object.entries(paths as Schema).flatMap(([path, methods]) =>
    Object.entries(methods as Schema).map(([method, operation]) => ({ method, path, parameters: operation["parameters"] ?? [], body: operation["requestBody"]?.["content"] ?? null })));

/** What the records of the house have, so that some of what is asked is there. */
const known = fc.constantFrom("acme", "assistant", "base", "notes", "tuned", "launch", "hosted-assistant", "1", "title", "prov", "EU", "US", "MIT", "commercial", "2026-12-01", "2026-03-01T09:30:00Z", "model", "license", `sha256:${"0".repeat(64)}`);
const hostile = fc.constantFrom("", " ", "\u0000", "../..", "%", "%00", "' or 1=1 --", "\ud800", "💥", "a".repeat(3000), "constructor", "__proto__", "-1", "1e999", "NaN", "null", "[]", "{}", "2026-02-30", "9999999999999999999", "x\r\nSet-Cookie: a=b");
const word = fc.oneof({ weight: 4, arbitrary: known }, { weight: 2, arbitrary: hostile }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) });
const anything = fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 3 }));

/** A value that a schema describes, as far as a generator reads it: patterns and formats are met by luck. */
function valueOf(schema: Schema, whole: Schema, depth = 0): fc.Arbitrary<unknown> {
  if (typeof schema["$ref"] === "string") return valueOf(whole["components"]["schemas"][schema["$ref"].split("/").at(-1)!] as Schema, whole, depth);
  if (depth > 6) return fc.constant(null);
  const options = (schema["anyOf"] ?? schema["oneOf"]) as readonly Schema[] | undefined;
  if (options !== undefined) return fc.oneof(...options.map((each) => valueOf(each, whole, depth + 1)));
  if ("const" in schema) return fc.constant(schema["const"]);
  if (Array.isArray(schema["enum"])) return fc.constantFrom(...(schema["enum"] as unknown[]));
  const type = Array.isArray(schema["type"]) ? (schema["type"] as string[])[0] : (schema["type"] as string | undefined);
  if (type === "string") return word;
  if (type === "integer" || type === "number") return fc.integer({ min: Math.max(-10, Number(schema["minimum"] ?? -10)), max: Math.min(200, Number(schema["maximum"] ?? 200)) });
  if (type === "boolean") return fc.boolean();
  if (type === "array") return fc.array(valueOf((schema["items"] ?? {}) as Schema, whole, depth + 1), { minLength: Math.min(3, Number(schema["minItems"] ?? 0)), maxLength: 3 });
  if (type !== "object") return anything;
  const properties = Object.entries((schema["properties"] ?? {}) as Schema);
  if (properties.length === 0) return fc.dictionary(fc.oneof(fc.constantFrom("add", "remove", "assets", "uses", "terminate"), word), anything, { maxKeys: 3 });
  return fc.record(Object.fromEntries(properties.map(([name, each]) => [name, valueOf(each as Schema, whole, depth + 1)])), { requiredKeys: (schema["required"] ?? []) as string[] });
}

/** The same with one thing wrong: a key gone, one too many, or a value of another kind. */
const nearly = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(value, anything, word, fc.nat(20)).map(([whole, strange, name, at]) => {
    if (whole === null || typeof whole !== "object" || Array.isArray(whole)) return strange;
    const keys = Object.keys(whole);
    const key = keys[at % Math.max(1, keys.length)] ?? name;
    const copy: Record<string, unknown> = { ...whole };
    if (at % 3 === 0) delete copy[key];
    else Object.defineProperty(copy, at % 3 === 1 ? name : key, { value: strange, enumerable: true, configurable: true });
    return copy;
  });

/** Halves of letters cannot be sent. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

interface Made {
  readonly path: string;
  readonly init: RequestInit;
}

function requestOf({ method, path, parameters, body }: Operation, whole: Schema): fc.Arbitrary<Made> {
  const parts = fc.record(Object.fromEntries(parameters.map(({ name, in: where, schema }) => [`${where}:${name}`, name === "workspace" ? fc.constantFrom("acme", "acme", "acme", "empty", "nowhere") : fc.oneof({ weight: 3, arbitrary: valueOf(schema, whole) }, { weight: 1, arbitrary: word })])));
  const asked = fc.subarray(parameters.filter((each) => each.in === "query").map((each) => each.name));
  const [type = null] = Object.keys(body ?? {});
  const json = type === "application/json" ? valueOf(body![type]!.schema, whole) : fc.constant(undefined);
  const content = type === null ? fc.constant(undefined) : type === "application/json" ? fc.oneof({ weight: 9, arbitrary: fc.oneof(json, nearly(json), anything).map((value) => JSON.stringify(value)) }, { weight: 1, arbitrary: word }) : fc.oneof(word, fc.uint8Array({ maxLength: 200 }));
  const headers = fc.record({ "If-Match": fc.constantFrom('"1"', '"99"', "*", "x"), "Idempotency-Key": fc.constantFrom("k1", "k2", "two words"), "Last-Event-ID": fc.constantFrom("1", "x") }, { requiredKeys: [] });
  return fc.tuple(parts, asked, content, headers).map(([values, query, sent, extra]) => {
    const text = (value: unknown): string => encodeURIComponent(wellFormed(typeof value === "string" ? value : String(value)));
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => text(values[`path:${name}`] ?? "x"));
    const search = query.map((name) => `${name}=${text(values[`query:${name}`])}`).join("&");
    return {
      path: `${filled}${search === "" ? "" : `?${search}`}`,
      init: { method: method.toUpperCase(), headers: { ...extra, ...(type === null ? {} : { "Content-Type": type.replace("*/*", "application/octet-stream") }) }, ...(sent === undefined ? {} : { body: typeof sent === "string" ? wellFormed(sent) : new Uint8Array(sent) }) },
    };
  });
}

test("no request that is made of the document, or against it, meets a bug", { timeout: 120_000 * times }, async () => {
  const whole = apiDocument() as Schema;
  const operations = operationsOf(whole);
  expect(operations.length).toBeGreaterThan(60);
  const statuses = new Map<number, number>();
  for (const [index, operation] of operations.entries()) {
    for (const { path, init } of fc.sample(requestOf(operation, whole), { numRuns: 6 * times, seed: seed + index })) {
      const response = await house.ask(path, init);
      const what = `${init.method} ${path}`;
      const type = response.headers.get("content-type");
      expect([what, response.status === 500, response.status >= 400 && type !== "application/problem+json"]).toEqual([what, false, false]);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      await response.body?.cancel();
    }
  }
  expect(house.bugs).toEqual([]);
  // Some of what is made is answered, and some refused in each way that matters.
  for (const status of [200, 400, 404, 422]) expect([status, (statuses.get(status) ?? 0) > 0]).toEqual([status, true]);
});
