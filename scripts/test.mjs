// Runs every check of the house and ends with the plain line `N passed, N failed`.
// Only node: modules. The build, catalogue, license texts, empty database, application, lint, types, imports and dead code count as one check each; then each test counts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
// Each group needs what the ones before it left; those of a group run side by side.
const groups = [
  [['build', '@typescript/native/bin/tsc', '-b']],
  [
    ['catalogue', '../scripts/build-catalogue.mjs'],
    ['license texts', '../scripts/build-index.mjs'],
    ['empty database', '../scripts/build-empty-database.mjs'],
    ['application', '../scripts/build-web.mjs'],
  ],
  [
    ['lint', 'oxlint/bin/oxlint', '--deny-warnings'],
    ['types', '@typescript/native/bin/tsc', '-p', 'tsconfig.check.json'],
    ['imports', '../scripts/check-imports.mjs'],
    ['dead code', 'knip/bin/knip.js', '--no-progress', '--no-config-hints'],
  ],
];

/** Runs a program in a group of its own, and ends whatever of the group is left behind when it has ended. */
function node(file, args) {
  const running = spawn(process.execPath, [join(modules, file), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const endGroup = () => {
    if (running.pid === undefined) return;
    try {
      process.kill(-running.pid, 'SIGKILL');
    } catch {
      // Nothing of it is left.
    }
  };
  const stopped = (signal) => {
    endGroup();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', stopped).once('SIGTERM', stopped);
  return new Promise((done) => {
    running.on('error', () => done(false));
    running.on('exit', (status) => {
      endGroup();
      done(status === 0);
    });
  });
}

/** Runs one check of several, and writes what it says in one piece when it ends. */
function check([name, file, ...args]) {
  const running = spawn(process.execPath, [join(modules, file), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (piece) => said.push(piece));
  return new Promise((done) => {
    running.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    running.on('close', (status) => {
      console.log(`\n${name}`);
      process.stdout.write(Buffer.concat(said));
      done(status === 0);
    });
  });
}

async function tests(filters) {
  const folder = mkdtempSync(join(tmpdir(), 'cleartitle-tests-'));
  const report = join(folder, 'report.json');
  try {
    const fine = await node('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', '--reporter=./scripts/watch-tests.mjs', `--outputFile.json=${report}`, ...filters]);
    return count(JSON.parse(readFileSync(report, 'utf8')), fine);
  } catch (error) {
    console.error(`vitest left no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that did not load has no tests to fail, and an error between tests belongs to none: both count as one. */
function count(report, fine) {
  const passed = report.numPassedTests;
  const ran = (folder) => report.testResults.filter((file) => file.name.startsWith(join(root, folder))).length;
  const told = (folder) => (ran(folder) === 0 ? 'not run' : `${ran(folder)} files run`);
  console.log(`shared tests: ${told('test/shared/')} (test/shared, where ../shared is present)`);
  console.log(`word processor tests: ${told('test/office/')} (test/office, where LibreOffice is installed)`);
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'));
  const failed = report.numFailedTests + unloaded.length;
  if (passed + failed === 0) console.error('no test ran');
  const any = passed + failed > 0;
  return { passed, failed: failed === 0 && !(fine && any) ? 1 : failed };
}

const sum = { passed: 0, failed: 0 };
for (const group of groups) for (const passed of await Promise.all(group.map(check))) sum[passed ? 'passed' : 'failed'] += 1;
const tested = await tests(process.argv.slice(2));
sum.passed += tested.passed;
sum.failed += tested.failed;
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;
