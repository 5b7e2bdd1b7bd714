import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import { readContent, toCaseFile, validateCase } from '../../src/content/read.ts';
import { SAMPLE, sampleFile, vocabulary } from './sample.ts';

const dir = mkdtempSync(join(tmpdir(), 'content-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

test('the folder is read in the order of names; other files are told, hidden ones are not', () => {
  cpSync('content', dir, { recursive: true });
  writeFileSync(join(dir, 'cases', '메모.txt'), '할 일');
  writeFileSync(join(dir, 'cases', 'old.MDX'), SAMPLE);
  writeFileSync(join(dir, 'cases', '.DS_Store'), '');
  const content = readContent(dir);
  const slugs = content.files.map(({ slug }) => slug);
  expect(slugs).toContain('busan-yeonje');
  expect(slugs).toEqual([...slugs].sort());
  expect(content.strays).toEqual(['old.MDX', '메모.txt']);
  expect(checkContent(content, '2099-01-01').map(({ file, problem }) => [file, problem])).toEqual([
    ['content/cases/old.MDX', '사례 파일이 아니다.'],
    ['content/cases/메모.txt', '사례 파일이 아니다.'],
  ]);
});

test('a file knows its slug, its path for messages and its text', () => {
  expect(sampleFile()).toMatchObject({ slug: 'busan-yeonje', file: 'content/cases/busan-yeonje.mdx', text: SAMPLE });
});

test('decomposed Hangul is read as what it means', () => {
  expect(toCaseFile('busan-yeonje.mdx', SAMPLE.normalize('NFD')).source.data).toEqual(sampleFile().source.data);
});

test('defaults are filled in', () => {
  const { data } = validateCase(sampleFile(), vocabulary);
  expect(data).toMatchObject({ aliases: [], anchorAliases: {}, changes: [] });
});

test('a faulty file that gets past the check still stops the site, with its name', () => {
  expect(() => validateCase(sampleFile(SAMPLE.replace('tier: 구', 'tier: 동')), vocabulary)).toThrow(
    /content\/cases\/busan-yeonje\.mdx: tier .*check:content/,
  );
});
