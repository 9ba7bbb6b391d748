import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Material beside the repository that tests may read where it is present. */
const hasShared = existsSync(fileURLToPath(new URL('../shared', import.meta.url)));
// Only what is ours: Node adds `import` or `require` itself, and with `import` for both, packages that `require` each other get the wrong half.
const conditions = ['source', 'node'];
const never = ['**/node_modules/**', '**/dist/**', 'test/shared/**'];
// Packages and rooms of tests without a database, a port or a process: their tests leave nothing behind, and share what they import.
const alone = ['packages/{norms,catalogue,title,engine,intake,odrl,reports,ledger,access,agreements}/src/**/*.test.ts', 'test/{cases,differential,examples,exchange,fail-open,identify,inquiry,odrl,properties}/**/*.test.ts'];
const pure = { extends: true as const, test: { name: 'pure', isolate: false, include: alone, exclude: never } };
const unit = {
  extends: true as const,
  test: { name: 'unit', include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'test/**/*.test.ts'], exclude: [...never, ...alone] },
};
const withShared = { extends: true as const, test: { name: 'shared', include: ['test/shared/**/*.test.ts'] } };

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'node',
    globalSetup: './test/build-once.ts',
    // A guard against hanging, not a measure: these suites also run on slow and shared machines.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: hasShared ? [pure, unit, withShared] : [pure, unit],
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts', 'apps/*/src/**/*.ts'], exclude: ['**/*.test.ts'] },
  },
});
