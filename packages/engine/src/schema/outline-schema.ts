import { decisionSchema } from "./decision-schema.js";
import { list, record, text, type Schema } from "./shape.js";

const count: Schema = { type: "integer", minimum: 1 };

/** JSON Schema (draft 2020-12) of an answer that is told of one thing of each kind. */
export const outlineSchema: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:cleartitle:schema:outline:1",
  title: "Outline",
  ...record({ $schema: { const: "urn:cleartitle:schema:outline:1" }, version: { const: 1 }, things: count, kinds: list({ asset: text, things: count }), decision: decisionSchema }),
};
