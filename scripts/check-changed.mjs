#!/usr/bin/env node
// What pre-commit calls, in the repository that is committed to: with the arguments of the hook, then the files that changed.
// The hook's own clone is made ready when it is called for the first time.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;

const ready = existsSync(join(root, 'apps', 'cli', 'dist', 'program', 'main.js')) ? 0 : run([join(root, 'scripts', 'prepare-house.mjs')]);
// A file may be named like an option, and is none: whoever adds files to a repository must not choose how they are checked.
const asked = process.argv.slice(2).map((word) => (word.startsWith('-') && existsSync(word) ? `./${word}` : word));
process.exitCode = ready === 0 ? run([join(root, 'apps', 'cli', 'bin', 'cleartitle.mjs'), 'check', ...asked]) : ready;
