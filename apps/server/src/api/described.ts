import { z } from "@hono/zod-openapi";

/** An answer that a package describes itself, by a JSON Schema that outside checks hold it against: told in the document as it is, and not checked twice. */
export function described<T>(name: string, { $id: id, ...schema }: Readonly<Record<string, unknown>>): z.ZodType<T> {
  return z.custom<T>().openapi(name, { ...schema, $schema: undefined, description: `Schema ${String(id)}.` } as Parameters<z.ZodType["openapi"]>[1]);
}
