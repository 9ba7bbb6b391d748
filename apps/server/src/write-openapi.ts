import { writeFile } from "node:fs/promises";
import { apiDocument } from "./api/app.js";

/** Writes the OpenAPI document that is checked in. */
await writeFile(new URL("../openapi.json", import.meta.url), `${JSON.stringify(apiDocument(), null, 1)}\n`);
