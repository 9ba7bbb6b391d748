import { z } from "zod";
import { ChangeFile } from "./file/change-file.js";
import { TitleFile } from "./file/title-file.js";
import { FileUse } from "./file/use.js";

/** JSON Schema (draft 2020-12) of title files as written, for editors. */
export function titleFileSchema(): Record<string, unknown> {
  return { ...schemaOf(TitleFile), title: "Cleartitle title file" };
}

/** JSON Schema of change sets as written. */
export function changeFileSchema(): Record<string, unknown> {
  return { ...schemaOf(ChangeFile), title: "Cleartitle change set" };
}

/** JSON Schema of a use as written, to stand in another one. */
export function useSchema(): Record<string, unknown> {
  const schema = schemaOf(FileUse);
  delete schema["$schema"];
  return schema;
}

const schemaOf = (schema: z.ZodType): Record<string, unknown> => z.toJSONSchema(schema, { target: "draft-2020-12", io: "input", unrepresentable: "any" });
