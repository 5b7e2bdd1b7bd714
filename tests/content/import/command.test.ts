import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readContent } from '../../../src/content/read.ts';
import { text } from './made-up.ts';

const dir = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});
const book = join(dir, 'book.txt');
const out = join(dir, 'draft.mdx');

const run = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

/** The first case of the site, whatever it is: its book, pages and place are known to the vocabulary. */
const [file] = readContent('content').files;
const known = file?.source.data as { casebook: string; pages: string; province: string; municipality: string };
const place = ['--municipality', `${known.province} ${known.municipality}`];

test('the command writes a draft once, and refuses with a sentence what it cannot do', { timeout: 60_000 }, () => {
  writeFileSync(book, text.replaceAll(/^- \d\d -$/gm, ''));
  const draft = run('import', book, '--book', known.casebook, '--pages', known.pages, ...place, '--out', out);
  expect(draft).toMatchObject({ status: 0 });
  expect(draft.said).toContain('초안을 만들었습니다');
  expect(draft.said).toContain('쪽을 알 수 없는 줄');
  expect(readFileSync(out, 'utf8')).toContain('확인:');

  const again = run('import', book, '--book', known.casebook, '--pages', known.pages, ...place, '--out', out);
  expect(again).toMatchObject({ status: 1 });
  expect(again.said.trim()).toBe(`${out}: 이미 있는 파일입니다. 다른 곳에 쓰려면 --out을 적어 주세요.`);
  const owned = run('import', book, '--book', known.casebook, '--pages', known.pages, ...place);
  expect(owned.said.trim()).toBe(`content/cases/${file?.slug ?? ''}.mdx: 이미 있는 파일입니다. 다른 곳에 쓰려면 --out을 적어 주세요.`);

  expect(run('import', join(dir, 'none.txt'), '--book', 'a', '--pages', '1-2')).toMatchObject({
    status: 1,
    said: `\n${join(dir, 'none.txt')}: 파일이 없습니다.\n`,
  });
  expect(run('import', book, '--bok', 'a').said).toContain('‘--bok’: 없는 옵션이거나 값이 없습니다.');
  expect(run('import').said).toContain('사용법');
});

test('check:source names an unknown case and a text that is not there', { timeout: 60_000 }, () => {
  expect(run('check-source', book, 'no-such-case')).toMatchObject({
    status: 1,
    said: '\n‘no-such-case’: content/cases에 없는 사례입니다.\n',
  });
  const pages = join(dir, 'pages.json');
  writeFileSync(pages, JSON.stringify([{ slug: file?.slug, lines: [1, 5], firstPage: 1, lastPage: 2 }]));
  const checked = run('check-source', book, '--pages', pages, file?.slug ?? '');
  // The case was not written from this text: nearly everything in it is invented here.
  expect(checked).toMatchObject({ status: 1 });
  expect(checked.said).toMatch(/원문에 없는 값 \d{2,}/);
});
