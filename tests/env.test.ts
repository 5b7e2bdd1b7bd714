import { globSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { childEnvironment, FIRST_PORT, readEnvironment, withVariables } from '../src/env.ts';
import { site } from '../src/site.ts';
import { UserError } from '../src/user-error.ts';

test('nothing set: the origin of the site, the root, the first port', () => {
  expect(readEnvironment({})).toEqual({
    origin: site.origin,
    base: '/',
    port: FIRST_PORT,
    chromium: undefined,
    audit: false,
    ci: false,
  });
});

describe('BASE_PATH', () => {
  test.for(['/some/path', 'some/path', '/some/path/', 'some/path/'])('%s is /some/path/', (path) => {
    expect(readEnvironment({ BASE_PATH: path }).base).toBe('/some/path/');
  });

  test.for(['', '/'])('‘%s’ is the root', (path) => {
    expect(readEnvironment({ BASE_PATH: path }).base).toBe('/');
  });

  test.for([
    '//x//',
    '//',
    '/a//b',
    '/..',
    '/a/../b',
    '/./a',
    '/a b',
    '/사례',
    '/a?b',
    '/a#b',
    '/a%20b',
    'C:/Program Files/Git/x',
    '\\x',
    '/"x',
  ])('%s is refused in Korean', (path) => {
    expect(() => readEnvironment({ BASE_PATH: path })).toThrow(UserError);
    expect(() => readEnvironment({ BASE_PATH: path })).toThrow(`BASE_PATH ‘${path}’: 하위 경로의 형식이 다릅니다.`);
  });
});

describe('SITE_ORIGIN', () => {
  test('an origin, with or without the slash at its end', () => {
    expect(readEnvironment({ SITE_ORIGIN: 'https://best.example.go.kr' }).origin).toBe('https://best.example.go.kr');
    expect(readEnvironment({ SITE_ORIGIN: 'http://localhost:8080/' }).origin).toBe('http://localhost:8080');
  });

  test('empty: a site without an address', () => {
    expect(readEnvironment({ SITE_ORIGIN: '' }).origin).toBeUndefined();
  });

  test.for([
    '/x',
    'best.example.kr',
    'ftp://example.kr',
    'https://example.kr/path',
    'https://example.kr/?a',
    'https://user@example.kr',
    'https://',
  ])('%s is refused in Korean', (origin) => {
    expect(() => readEnvironment({ SITE_ORIGIN: origin })).toThrow(`SITE_ORIGIN ‘${origin}’: 사이트 주소의 형식이 다릅니다.`);
  });
});

test('PORT is a number that ports have', () => {
  expect(readEnvironment({ PORT: '8080' }).port).toBe(8080);
  for (const port of ['abc', '-1', '65536', '80.5', '8e3']) expect(() => readEnvironment({ PORT: port })).toThrow(`포트 ‘${port}’`);
});

test('a build sees nothing of a shell but what the project knows and programs need', () => {
  const shell = {
    PATH: '/bin',
    HOME: '/home/x',
    SITE: '/x',
    BASE_URL: '/y',
    MODE: 'development',
    NODE_ENV: 'development',
    NODE_OPTIONS: '--inspect',
    LANG: 'C',
    LC_ALL: 'tr_TR.UTF-8',
    TZ: 'America/New_York',
    PUBLIC_X: '1',
    VITE_X: '1',
    BASE_PATH: '/some/path',
  };
  expect(childEnvironment({ NODE_ENV: 'production' }, shell)).toEqual({
    PATH: '/bin',
    HOME: '/home/x',
    BASE_PATH: '/some/path',
    TZ: 'UTC',
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  });
});

test('nothing else reads the environment', () => {
  const readers = globSync(['src/**/*.{ts,astro}', 'scripts/**/*.{ts,js}', 'astro.config.mjs']).filter((file) =>
    readFileSync(file, 'utf8').includes('process.env'),
  );
  expect(readers).toEqual([join('src', 'env.ts')]);
});

test('what a library needs to read and sets is gone when it is done, also when it fails', async () => {
  const before = { ...process.env };
  const { result, env } = await withVariables({ TMPDIR: '/x', EXAMPLE_READ: '1' }, () => {
    process.env['EXAMPLE_SET'] = '2';
    return Promise.resolve(tmpdir());
  });
  expect(result).toBe('/x');
  expect(env).toMatchObject({ TMPDIR: '/x', EXAMPLE_READ: '1', EXAMPLE_SET: '2' });
  await expect(withVariables({ TMPDIR: '/x' }, () => Promise.reject(new Error('fails')))).rejects.toThrow('fails');
  expect({ ...process.env }).toEqual(before);
});
