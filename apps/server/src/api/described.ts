import { z } from "@hono/zod-openapi";

type JsonSchema = Readonly<Record<string, unknown>>;

/** A schema of a package as it is told in the document: as its value is written, or with `io` as it is read. */
export function shapeOf(schema: z.ZodType, io: "input" | "output" = "input"): JsonSchema {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { target: "draft-2020-12", io, unrepresentable: "any" });
  return shape;
}

/** A value that a package checks itself, told in the document by a schema. */
export const told = <T>(name: string, schema: JsonSchema): z.ZodType<T> => z.custom<T>().openapi(name, schema);

/** A mapping of a body that a package checks itself where it is read, told by the schema by which it does. */
export const mapping = (name: string, schema: JsonSchema): z.ZodType<object> =>
  z.custom<object>((value) => value !== null && typeof value === "object" && !Array.isArray(value), { error: "a mapping is needed here" }).openapi(name, schema);

/** An answer that a package describes itself, by a JSON Schema that outside checks hold it against: told in the document as it is, and not checked twice. */
export function described<T>(name: string, { $id: id, ...schema }: Readonly<Record<string, unknown>>): z.ZodType<T> {
  return told<T>(name, { ...schema, $schema: undefined, description: `Schema ${String(id)}.` });
}
