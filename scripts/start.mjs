// Serves the hosted-assistant example with the launch use, a contract that is read and a negotiation, on an embedded database of its own beside other temporary things.
import { spawn } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The same folder each time, so that what was recorded is there again. One of that name that is somebody else's is left alone. */
function dataFolder() {
  const { uid, username } = userInfo();
  const folder = join(tmpdir(), `cleartitle-start-${uid === -1 ? username : uid}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const there = lstatSync(folder);
    if (!there.isDirectory() || (uid !== -1 && (there.uid !== uid || (there.mode & 0o022) !== 0))) return mkdtempSync(join(tmpdir(), 'cleartitle-start-'));
  }
  return folder;
}

const command = [join(root, 'apps/cli/bin/cleartitle.mjs'), 'serve', join(root, 'examples/hosted-assistant/cleartitle.yaml'), '--use', 'launch', '--with', join(root, 'examples/hosted-assistant'), '--data', dataFolder(), '--quiet'];

const served = spawn(process.execPath, [...command, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => served.kill(signal));
served.on('exit', (code) => process.exit(code ?? 130));
