import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Entry = { resolved?: string; link?: boolean; hasInstallScript?: boolean; optionalDependencies?: Record<string, string> };
const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
const entries = Object.entries(lockfile.packages);

test('the lockfile names no host to install from', () => {
  expect(entries.length).toBeGreaterThan(100);
  expect(entries.filter(([, entry]) => entry.resolved !== undefined && !entry.link)).toEqual([]);
});

test('each install script is allowed or refused by name', () => {
  const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: Record<string, boolean> };
  const scripted = entries.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path.split('node_modules/').at(-1)!);
  expect(scripted.filter((name) => name !== 'fsevents' && !(name in allowScripts))).toEqual([]);
});

test('the lockfile holds the optional packages of every system, without which npm ci refuses it', () => {
  const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in lockfile.packages) && !(`${path}/node_modules/${name}` in lockfile.packages),
    ),
  );
  expect(missing).toEqual([]);
});
