// Serves the hosted-assistant example with the launch use.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const command = [join(root, 'apps/cli/dist/main.js'), 'serve', join(root, 'examples/hosted-assistant/cleartitle.yaml'), '--use', 'launch'];

const served = spawn(process.execPath, [...command, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => served.kill(signal));
served.on('exit', (code) => process.exit(code ?? 130));
