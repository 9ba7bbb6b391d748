import { expect, test } from "vitest";
import { titleFileSchema } from "./title-file-schema.js";

// `vitest run packages/title/src/title-file-schema --update` renews the file.
test("the schema kept beside the package is that of the reader", async () => {
  await expect(`${JSON.stringify(titleFileSchema(), null, 2)}\n`).toMatchFileSnapshot("../schema/title-file.schema.json");
});

test("the schema says what may stand where, with words", () => {
  const schema = titleFileSchema() as { $schema: string; required: string[]; additionalProperties: boolean; properties: Record<string, { description?: string }> };
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(schema.required).toEqual(["us"]);
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(schema.properties)).toContain("derivations");
  expect(schema.properties["us"]?.description).toMatch(/on whose behalf/);
});
