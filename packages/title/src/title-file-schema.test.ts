import { expect, test } from "vitest";
import { changeFileSchema, titleFileSchema } from "./title-file-schema.js";

// `vitest run packages/title/src/title-file-schema --update` renews the files.
test("the schemas kept beside the package are those of the readers", async () => {
  await expect(`${JSON.stringify(changeFileSchema(), null, 2)}\n`).toMatchFileSnapshot("../schema/change-set.schema.json");
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
