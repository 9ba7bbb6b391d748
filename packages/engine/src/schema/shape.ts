/** Pieces of JSON Schema that answers are described with. */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: "string" };
export const maybe: Schema = { type: ["string", "null"] };
export const words: Schema = { type: "array", items: text };
export const status: Schema = { enum: ["cleared", "conditional", "unresolved", "blocked"] };

/** Every key is always there; one with nothing to say is null or empty. */
export const record = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: "object", properties, required: Object.keys(properties).filter((key) => !optional.includes(key)), additionalProperties: false,
});
export const list = (properties: Readonly<Record<string, Schema>>): Schema => ({ type: "array", items: record(properties) });
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });

/** What an answer was computed from, and as of when. */
export const basis: Schema = record({ catalogue: text, taxonomies: text, groups: text, graph: text, positions: text, engine: text, asOf: text, knownAt: text });
export const watch: Schema = list({ on: maybe, what: text, law: maybe });
export const byTerritory: Schema = list({ territories: words, decision: status });
