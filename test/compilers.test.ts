import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import ts from 'typescript';
import { expect, test } from 'vitest';

test('the build uses TypeScript 7', () => {
  const script = JSON.parse(readFileSync('package.json', 'utf8')).scripts.build as string;
  const [node, tsc = '', flag] = script.split(' ');
  expect([node, flag]).toEqual(['node', '-b']);
  expect(execFileSync(process.execPath, [tsc, '--version'], { encoding: 'utf8', timeout: 100_000, killSignal: 'SIGKILL' })).toMatch(/^Version 7\./);
});

test('the tools that read sources find TypeScript 6 with its classic interface', () => {
  expect(ts.version).toMatch(/^6\./);
  expect(ts.createSourceFile).toBeTypeOf('function');
});
