/** Addresses that collide, as the content check tells them: every row is a file as somebody might write it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import { readContent } from '../../src/content/read.ts';

const TODAY = '2026-12-01';
let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'departures-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** Faults of the content with some files edited: name below `content/` → its text, or an edit of it. */
function faultsWith(edits: Record<string, string | ((text: string) => string)>): string[] {
  const content = join(dir, 'content');
  rmSync(content, { recursive: true, force: true });
  // Two cases are enough to collide.
  cpSync('content', content, { recursive: true, filter: (path) => !path.endsWith('.mdx') || /busan-(?:yeonje|sasang)\.mdx$/.test(path) });
  for (const [name, text] of Object.entries(edits)) {
    const path = join(content, name);
    writeFileSync(path, typeof text === 'string' ? text : text(readFileSync(path, 'utf8')));
  }
  return checkContent(readContent(content), TODAY).map(({ file, line, problem, fix }) => `${file}:${String(line)} ${problem} | ${fix}`);
}

const YEONJE = 'cases/busan-yeonje.mdx';
const SASANG = 'cases/busan-sasang.mdx';
const add = (lines: string) => (text: string) => text.replace('\npublished:', `\n${lines}\npublished:`);
const withdrawn = (slug: string, date = '"2026-11-30"') =>
  `- slug: ${slug}\n  title: 제목\n  municipality: 부산광역시 연제구\n  date: ${date}\n  why: 까닭\n`;

describe('aliases of cases', () => {
  it('are accepted when the address is free', () => {
    expect(faultsWith({ [YEONJE]: add('aliases:\n  - busan-old\nanchorAliases:\n  reasons: background\n  list: timeline') })).toEqual([]);
  });

  it.each([
    [
      'the address of another case',
      { [YEONJE]: add('aliases:\n  - busan-sasang') },
      /‘busan-sasang’: 이미 content\/cases\/busan-sasang\.mdx의 것이다/,
    ],
    ['its own address', { [YEONJE]: add('aliases:\n  - busan-yeonje') }, /‘busan-yeonje’: 이미 content\/cases\/busan-yeonje\.mdx의 것이다/],
    [
      'an alias of another case',
      { [YEONJE]: add('aliases:\n  - busan-old'), [SASANG]: add('aliases:\n  - busan-old') },
      /‘busan-old’: 이미 content\/cases\/busan-sasang\.mdx의 것이다/,
    ],
    ['capitals', { [YEONJE]: add('aliases:\n  - Busan-Old') }, /‘Busan-Old’: 받아들일 수 없는 값이다.*소문자 영문/],
    ['Hangul', { [YEONJE]: add('aliases:\n  - 부산-연제') }, /‘부산-연제’: 받아들일 수 없는 값이다/],
  ])('are refused when they are %s, with file and line', (_, edits, expected) => {
    const faults = faultsWith(edits);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(expected);
    expect(faults[0]).toMatch(/^content\/cases\/busan-yeonje\.mdx:2\d /);
  });
});

describe('old anchors', () => {
  it.each([
    ['an id that is in use', 'anchorAliases:\n  background: actions', /‘background’: 지금도 쓰이는 id다/],
    ['the id of a generated section', 'anchorAliases:\n  timeline: actions', /‘timeline’: 지금도 쓰이는 id다/],
    ['a place that is not there', 'anchorAliases:\n  reasons: nowhere', /‘nowhere’: 이 사례에 없는 자리다/],
    ['Hangul', 'anchorAliases:\n  배경: background', /받아들일 수 없는 값이다/],
  ])('are refused when they are %s', (_, lines, expected) => {
    const faults = faultsWith({ [YEONJE]: add(lines) });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(expected);
  });
});

describe('content/withdrawn.yaml', () => {
  it('keeps an address for a case that is gone', () => {
    expect(faultsWith({ 'withdrawn.yaml': withdrawn('busan-jung') })).toEqual([]);
  });

  it.each([
    [
      'the address of a case',
      withdrawn('busan-yeonje'),
      'content/withdrawn.yaml:1 거둔 사례 ‘busan-yeonje’의 주소: content/cases/busan-yeonje.mdx에서 쓰고 있다.',
    ],
    ['one slug twice', withdrawn('busan-jung') + withdrawn('busan-jung'), 'content/withdrawn.yaml:6 ‘busan-jung’: 두 번 나온다.'],
    ['a day to come', withdrawn('busan-jung', '"2027-01-01"'), 'content/withdrawn.yaml:1 거둔 날이 오늘(2026-12-01)보다 뒤다.'],
    [
      'a day without quotes that is none',
      withdrawn('busan-jung', '2026-02-30'),
      'content/withdrawn.yaml:4 ‘2026-02-30’: 받아들일 수 없는 값이다.',
    ],
    ['an address with capitals', withdrawn('Busan'), 'content/withdrawn.yaml:1 ‘Busan’: 받아들일 수 없는 값이다.'],
    ['a misspelt key', withdrawn('busan-jung').replace('why', 'reason'), 'content/withdrawn.yaml:5 ‘reason’: 없는 이름이다.'],
    ['no list', 'slug: busan-jung\n', 'content/withdrawn.yaml:1 묶음: 받아들일 수 없는 값이다. | 목록이어야 한다.'],
  ])('refuses %s', (_, text, expected) => {
    const faults = faultsWith({ 'withdrawn.yaml': text });
    expect(faults.join('\n')).toContain(expected);
  });

  it('refuses a case that takes the slug of a withdrawn one as its alias', () => {
    expect(faultsWith({ 'withdrawn.yaml': withdrawn('busan-old'), [YEONJE]: add('aliases:\n  - busan-old') })).toHaveLength(1);
  });
});

describe('content/moved.yaml', () => {
  it('leads an old topic on', () => {
    expect(faultsWith({ 'moved.yaml': '- from: /topics/old/\n  to: /topics/public-procurement/\n' })).toEqual([]);
  });

  it.each([
    ['an address that has a page', '- from: /regions/busan/\n  to: /regions/seoul/\n', '옛 주소 ‘/regions/busan/’: 지금도 쪽이 있다.'],
    ['an address of a case', '- from: /cases/old/\n  to: /regions/seoul/\n', '‘/cases/old/’: 사례의 주소다.'],
    ['a chain', '- from: /topics/a/\n  to: /topics/b/\n- from: /topics/b/\n  to: /topics/c/\n', '‘/topics/b/’: 이것도 옮겨 간 주소다.'],
    [
      'one address twice',
      '- from: /topics/a/\n  to: /topics/c/\n- from: /topics/a/\n  to: /topics/d/\n',
      'content/moved.yaml:3 ‘/topics/a/’: 두 번 나온다.',
    ],
    [
      'an address elsewhere',
      '- from: /topics/a/\n  to: https://example.kr/\n',
      'content/moved.yaml:2 ‘https://example.kr/’: 받아들일 수 없는 값이다.',
    ],
  ])('refuses %s', (_, text, expected) => {
    expect(faultsWith({ 'moved.yaml': text }).join('\n')).toContain(expected);
  });
});

describe('change entries', () => {
  it('must not lie in the future', () => {
    const faults = faultsWith({ [YEONJE]: add('updated: "2027-01-01"\nchanges:\n  - date: "2027-01-01"\n    what: 무엇\n    why: 까닭') });
    expect(faults.join('\n')).toContain('고친 날이 오늘(2026-12-01)보다 뒤다.');
  });
});
