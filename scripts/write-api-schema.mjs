// Writes the types of the API that the application of the browser asks by, from the OpenAPI document that is checked in.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The types as text. */
export async function apiSchema() {
  const document = JSON.parse(readFileSync(join(root, 'apps/server/openapi.json'), 'utf8'));
  return `// Made from apps/server/openapi.json by \`npm run openapi\`.\n${astToString(await openapiTS(document, { defaultNonNullable: false }))}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(root, 'apps/web/src/api/schema.gen.ts'), await apiSchema());
