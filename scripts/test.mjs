// Runs every check of the house and ends with the plain line `N passed, N failed`.
// Only node: modules. The build, catalogue, license texts, command, empty database, application, lint, types, imports and dead code count as one check each; then each test counts.
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
    ['command', '../scripts/build-command.mjs'],
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
function node(file, args, env) {
  const running = spawn(process.execPath, [join(modules, file), ...args], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
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
  const running = spawn(process.execPath, [join(modules, file), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: 15 * 60_000, killSignal: 'SIGKILL' });
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

/** Runs test files, those of the filters or all, and gives what each came to; null: nothing is known. */
async function run(filters) {
  const folder = mkdtempSync(join(tmpdir(), 'cleartitle-tests-'));
  const report = join(folder, 'report.json');
  try {
    await node('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=./scripts/test-report.mjs', ...filters], { ...process.env, CLEARTITLE_TEST_REPORT: report });
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch (error) {
    console.error(`vitest left no report: ${error.message}`);
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Files that were lost in a run that hung are run once more, and said to be; what is lost twice has failed, as has an error that belongs to no test. */
async function tests(filters) {
  const first = await run(filters);
  if (first === null) return { passed: 0, failed: 1 };
  const isLost = first.missing.length > 0;
  if (isLost) console.error(`these ${first.missing.length} files are run once more`);
  const again = isLost ? await run(first.missing) : { files: {}, errors: 0, missing: [] };
  const files = { ...first.files, ...again?.files };
  const told = (folder) => {
    const ran = Object.keys(files).filter((file) => file.startsWith(folder)).length;
    return ran === 0 ? 'not run' : `${ran} files run`;
  };
  console.log(`shared tests: ${told('test/shared/')} (test/shared, where ../shared is present)`);
  console.log(`word processor tests: ${told('test/office/')} (test/office, where LibreOffice is installed)`);
  if (isLost) console.log(`run once more after a run that hung: ${first.missing.join(', ')}`);
  const sumOf = (state) => Object.values(files).reduce((all, each) => all + each[state], 0);
  const [passed, failed] = [sumOf('passed'), sumOf('failed') + first.errors + (again === null ? first.missing.length : again.errors + again.missing.length)];
  if (passed + failed === 0) console.error('no test ran');
  return { passed, failed: passed === 0 && failed === 0 ? 1 : failed };
}

const sum = { passed: 0, failed: 0 };
for (const group of groups) for (const passed of await Promise.all(group.map(check))) sum[passed ? 'passed' : 'failed'] += 1;
const tested = await tests(process.argv.slice(2));
sum.passed += tested.passed;
sum.failed += tested.failed;
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;
