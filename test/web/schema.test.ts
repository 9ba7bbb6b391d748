import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
// @ts-expect-error a plain script without types
import { apiSchema as untyped } from "../../scripts/write-api-schema.mjs";

test("the types by which the application asks are what the document of the API says", async () => {
  const apiSchema = untyped as () => Promise<string>;
  expect(readFileSync("apps/web/src/api/schema.gen.ts", "utf8"), "run `npm run openapi`").toBe(await apiSchema());
});
