import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
// @ts-expect-error a plain script without types
import { staleness as untyped } from '../scripts/prepare-house.mjs';

const staleness = untyped as (folder: string) => string | undefined;
const locked = { '': {}, 'node_modules/yaml': { version: '2.9.1', integrity: 'a' }, 'node_modules/other-system': { version: '1.0.0', optional: true } };
let folder: string;

function write(path: string, packages: object): void {
  writeFileSync(join(folder, path), JSON.stringify({ packages }));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cleartitle-house-'));
  mkdirSync(join(folder, 'node_modules/yaml'), { recursive: true });
  write('package-lock.json', locked);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a bare clone is installed', () => {
  expect(staleness(folder)).toBe('nothing is installed');
});

test('modules as locked stay, also without the optional ones of other systems', () => {
  write('node_modules/.package-lock.json', { 'node_modules/yaml': locked['node_modules/yaml'] });
  expect(staleness(folder)).toBeUndefined();
});

test('another version is installed anew', () => {
  write('node_modules/.package-lock.json', { 'node_modules/yaml': { version: '2.9.0', integrity: 'b' } });
  expect(staleness(folder)).toBe('node_modules/yaml differs from the lockfile');
});

test('a module that was taken away is installed anew', () => {
  write('node_modules/.package-lock.json', { 'node_modules/yaml': locked['node_modules/yaml'] });
  rmSync(join(folder, 'node_modules/yaml'), { recursive: true });
  expect(staleness(folder)).toBe('node_modules/yaml is gone');
});
