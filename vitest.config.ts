import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Material beside the repository that tests may read where it is present. */
const hasShared = existsSync(fileURLToPath(new URL('../shared', import.meta.url)));
/** A word processor that documents are opened in where it is installed. */
const hasOffice = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'soffice')));
// Only what is ours: Node adds `import` or `require` itself, and with `import` for both, packages that `require` each other get the wrong half.
const conditions = ['source', 'node'];
const never = ['**/node_modules/**', '**/dist/**', 'test/shared/**'];
// What puts something else in the place of a module needs a process that has not loaded it yet.
const apart = { extends: true as const, test: { name: 'apart', isolate: true, include: ['packages/connect/src/journal.test.ts', 'test/connect/connect.test.ts'] } };
const own = { extends: true as const, test: { name: 'own', include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'test/**/*.test.ts'], exclude: [...never, ...apart.test.include, ...(hasOffice ? [] : ['test/office/**'])] } };
const withShared = { extends: true as const, test: { name: 'shared', include: ['test/shared/**/*.test.ts'] } };

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'node',
    // Node would take the sources that `eventsource-parser` offers under our condition, and cannot run them.
    server: { deps: { inline: [/\/node_modules\/(?:ai|@ai-sdk|eventsource-parser)\//] } },
    // Files share what they import, and leave their process as they found it.
    isolate: false,
    globalSetup: './test/build-once.ts',
    // A guard against hanging, not a measure: these suites also run on slow and shared machines.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One more than the cores of a small machine: who waits for a browser or a database leaves its core to others.
    maxWorkers: 3,
    projects: hasShared ? [own, apart, withShared] : [own, apart],
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts', 'apps/*/src/**/*.ts'], exclude: ['**/*.test.ts'] },
  },
});
