import { expect, test } from "vitest";
import { readingSchema } from "./reading-file.js";

test("the JSON Schema of a reading is the one that is kept", async () => {
  await expect(`${JSON.stringify(readingSchema(), null, 2)}\n`).toMatchFileSnapshot("../../../schema/reading.schema.json");
});
