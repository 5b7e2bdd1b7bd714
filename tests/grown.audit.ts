/**
 * The catalogue as it will be: a second book has come, a case of the first has gone. What a maintainer does is enough: the site is ready to be
 * published, and every test that holds today holds then.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readContent } from '../src/content/read.ts';
import { addSecondBook } from './fixtures/second-book.ts';

const PARTS = [
  'content',
  'public',
  'scripts',
  'src',
  'tests',
  '.ci',
  'README.md',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const TIME = 1_200_000;
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'grown-site-'));
  for (const part of PARTS) cpSync(part, join(dir, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'));
  const content = join(dir, 'content');
  addSecondBook(content);
  const gone = readContent('content').files.at(-1);
  if (!gone) throw new Error('no case');
  const { title, province, municipality } = gone.source.data as Record<string, string>;
  rmSync(join(content, 'cases', `${gone.slug}.mdx`));
  const entry = { slug: gone.slug, title, municipality: `${province} ${municipality}`, date: '2026-12-01', why: '권리자가 요청했다.' };
  const file = join(content, 'withdrawn.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${stringify([entry])}`);
});

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Runs a program of the project in the folder; rejects with all that it said. */
const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, args, {
    cwd: dir,
    // Not the environment of the test run: it is an audit, and vitest has variables of its own.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    maxBuffer: 1 << 28,
  });

test('it can be published, and says what is new', { timeout: TIME }, async () => {
  const { stdout } = await run('scripts/publish.ts');
  expect(stdout).toContain('추가: gyeonggi-anyang');
  expect(stdout).toContain('사례집 추가: newer-book');
  expect(stdout).toContain('게시할 준비가 되었습니다.');
});

test('every test holds', { timeout: TIME }, async () => {
  const { stdout } = await run('node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts');
  expect(stdout).toMatch(/Tests {2}\d+ passed/);
});
