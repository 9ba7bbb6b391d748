import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Material beside the repository that tests may read where it is present. */
const hasShared = existsSync(fileURLToPath(new URL('../shared', import.meta.url)));
// Only what is ours: Node adds `import` or `require` itself, and with `import` for both, packages that `require` each other get the wrong half.
const conditions = ['source', 'node'];
const never = ['**/node_modules/**', '**/dist/**', 'test/shared/**'];
// Tests that leave nothing behind, neither in their process nor in the folder of another, share what they import.
const alone = ['packages/{norms,catalogue,title,engine,intake,odrl,reports,ledger,access,agreements}/src/**/*.test.ts', 'test/{api,cases,differential,examples,exchange,fail-open,identify,inquiry,odrl,properties,web}/**/*.test.ts'];
const pure = { extends: true as const, test: { name: 'pure', isolate: false, include: alone, exclude: never } };
const unit = {
  extends: true as const,
  test: { name: 'unit', include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'test/**/*.test.ts'], exclude: [...never, ...alone] },
};
const withShared = { extends: true as const, test: { name: 'shared', isolate: false, include: ['test/shared/**/*.test.ts'] } };

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'node',
    globalSetup: './test/build-once.ts',
    // A guard against hanging, not a measure: these suites also run on slow and shared machines.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One more than the cores of a small machine: who waits for a browser or a database leaves its core to others.
    maxWorkers: 3,
    projects: hasShared ? [pure, unit, withShared] : [pure, unit],
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts', 'apps/*/src/**/*.ts'], exclude: ['**/*.test.ts'] },
  },
});
