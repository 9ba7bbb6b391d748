#!/usr/bin/env node
// Stands here, unbuilt, because npm links a command only where its file is there when it installs.
import { existsSync } from 'node:fs';

const main = new URL('../dist/program/main.js', import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  process.stderr.write('cleartitle is not built yet\nhint: run `npm start` or `npm run build` once\n');
  process.exitCode = 1;
}
