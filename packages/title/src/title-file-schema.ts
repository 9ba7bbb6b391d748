import { z } from "zod";
import { TitleFile } from "./file/title-file.js";

/** JSON Schema (draft 2020-12) of title files as written, for editors. */
export function titleFileSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(TitleFile, { target: "draft-2020-12", io: "input", unrepresentable: "any" });
  return { ...schema, title: "Cleartitle title file" };
}

