import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'lock-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

interface Lock {
  packages: Record<string, Record<string, unknown>>;
}

/** The lock file after the script has gone over it. */
function complete(packages: Lock['packages']): Lock['packages'] {
  const file = join(dir, 'package-lock.json');
  writeFileSync(file, JSON.stringify({ name: 'site', lockfileVersion: 3, packages }));
  execFileSync(process.execPath, [resolve('scripts/lock-stubs.ts')], { cwd: dir });
  return (JSON.parse(readFileSync(file, 'utf8')) as Lock).packages;
}

const TOOL = {
  '': { name: 'site' },
  'node_modules/tool': {
    version: '1.0.0',
    optionalDependencies: {
      '@tool/linux-x64': '1.0.0',
      '@tool/darwin-arm64': '1.0.0',
      '@tool/win32-x64-msvc': '^1.0.0',
      '@tool/wasm32-wasi': '1.0.0',
    },
  },
  'node_modules/@tool/linux-x64': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], integrity: 'sha512-x' },
};

test('platform packages that npm left out are written in, with the platform that they are for', () => {
  const packages = complete(TOOL);
  expect(packages['node_modules/@tool/darwin-arm64']).toEqual({ version: '1.0.0', cpu: ['arm64'], optional: true, os: ['darwin'] });
  expect(packages['node_modules/@tool/win32-x64-msvc']).toEqual({ version: '1.0.0', cpu: ['x64'], optional: true, os: ['win32'] });
  expect(packages['node_modules/@tool/wasm32-wasi']).toMatchObject({ cpu: ['wasm32'], optional: true });
});

test('what is locked stays as it is, and a second run changes nothing', () => {
  const once = complete(TOOL);
  expect(once['node_modules/@tool/linux-x64']).toEqual(TOOL['node_modules/@tool/linux-x64']);
  expect(complete(once)).toEqual(once);
  expect(Object.keys(once)).toEqual(Object.keys(once).sort());
});

test('a package that is found in a folder further up is not written twice', () => {
  const packages = complete({
    ...TOOL,
    'node_modules/other': { version: '2.0.0' },
    'node_modules/other/node_modules/tool': { version: '1.0.0', optionalDependencies: { '@tool/linux-x64': '1.0.0' } },
  });
  expect(Object.keys(packages).filter((name) => name.endsWith('@tool/linux-x64'))).toEqual(['node_modules/@tool/linux-x64']);
});

test('the lock file of this project lacks nothing', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  expect(complete(packages)).toEqual(packages);
});
