// Makes a bare clone ready to run: installs what the lockfile says if it is not there, then builds
// (unless told --without-build: `npm test` builds as the first of its checks).
// Only node: modules, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Why the modules in a folder are not those its lockfile asks for, or undefined when they are. Contents are
 * compared, not times: `npm install` may write the two lockfiles in either order, and a needless `npm ci`
 * would take the modules away under everything else that runs in the folder.
 */
export function staleness(folder) {
  const installed = read(join(folder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return 'nothing is installed';
  const locked = read(join(folder, 'package-lock.json'));
  if (locked === undefined) return undefined;
  for (const [path, entry] of Object.entries(locked)) {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) continue;
    const found = installed[path];
    if (found === undefined && entry.optional) continue;
    if (found?.version !== entry.version || found?.integrity !== entry.integrity) return `${path} differs from the lockfile`;
    if (!existsSync(join(folder, path))) return `${path} is gone`;
  }
  return undefined;
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

function run(what, command, args) {
  const ended = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (ended.status === 0) return;
  console.error(`could not ${what}${ended.error ? `: ${ended.error.message}` : ''}`);
  if (process.env.npm_lifecycle_event === 'pretest') console.log('0 passed, 1 failed');
  process.exit(1);
}

function install() {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('js')) run('install', process.execPath, [npm, 'ci']);
  else run('install', npm ?? 'npm', ['ci']);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const reason = staleness(root);
  if (reason !== undefined) {
    console.error(`installing: ${reason}`);
    install();
  }
  if (!process.argv.includes('--without-build')) {
    run('build', process.execPath, [join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc'), '-b']);
    run('build the catalogue', process.execPath, [join(root, 'scripts', 'build-catalogue.mjs')]);
    run('build the index of license texts', process.execPath, [join(root, 'scripts', 'build-index.mjs')]);
    run('build the command', process.execPath, [join(root, 'scripts', 'build-command.mjs')]);
    run('build the empty database', process.execPath, [join(root, 'scripts', 'build-empty-database.mjs')]);
    run('build the application of the browser', process.execPath, [join(root, 'scripts', 'build-web.mjs')]);
  }
}
