import { z } from "@hono/zod-openapi";
import { stances } from "@cleartitle/agreements";

export const text = z.string();
export const maybe = text.nullable();
export const texts = z.array(text);
export const FieldValue = z.union([z.number(), text, z.array(text)]);
export const Stance = z.enum(stances);
export const Field = z
  .strictObject({ name: text, type: text, is: text, default: FieldValue.nullable(), example: FieldValue.nullable().openapi({ description: "Of a field that the parties must say." }), options: z.array(text) })
  .openapi("ClauseField");

/** A named form, or null: by `nullable` a client would be told that it is both. */
export const orNull = <T extends z.ZodType>(form: T) => z.union([form, z.null()]);
