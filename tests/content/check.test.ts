import { describe, expect, test } from 'vitest';
import { checkContent, todayInKorea } from '../../src/content/check/check.ts';
import type { Fault } from '../../src/content/fault.ts';
import { contentOf, SAMPLE, sampleFile } from './sample.ts';

const TODAY = '2099-01-01';
const check = (text: string, name?: string): Fault[] => checkContent(contentOf(sampleFile(text, name)), TODAY);
const lineOf = (text: string, start: string) => text.split('\n').findIndex((line) => line.startsWith(start)) + 1;

test('the sample has no fault', () => {
  expect(check(SAMPLE)).toEqual([]);
});

test('all faults of a file are told at once, in the order of its lines', () => {
  const text = SAMPLE.replace('tier: 구', 'tier: 구\ncolour: red')
    .replace('    unit: 명\n', '')
    .replace('page: 175', 'page: 205')
    .replace('## 성과 [#results, 175-176쪽]', '## 성과 [#results, 3쪽]')
    .replace('열었다.<Note', '**열었다.**<Note');
  const faults = check(text);
  expect(faults.map(({ field }) => field)).toEqual(['colour', 'figures.members.unit', 'events.opening.page', '본문', '본문']);
  expect(faults.map(({ line }) => line)).toEqual([...faults.map(({ line }) => line)].sort((a, b) => a - b));
});

test('a row that cannot be read does not get the prose that it would back accused', () => {
  const faults = check(SAMPLE.replace('value: 13', 'value: 열셋'));
  expect(faults.map(({ field }) => field)).toEqual(['figures.members.value']);
});

test('lines of later rows stay right when an earlier row cannot be read', () => {
  const text = SAMPLE.replace('value: 13', 'value: 열셋').replace('    max: 15', '    max: 5');
  expect(check(text).find(({ field }) => field === 'figures.walk')?.line).toBe(lineOf(text, '    min: 10'));
});

test('a misspelt key is told once, not also as missing', () => {
  const faults = check(SAMPLE.replace('municipality:', 'municipalty:'));
  expect(faults).toHaveLength(1);
  expect(faults[0]?.fix).toContain('이렇게 고친다: ‘municipality’');
});

describe('what only shows when all cases are read', () => {
  const other = (changes: (text: string) => string) =>
    sampleFile(
      changes(
        SAMPLE.replace('municipality: 연제구', 'municipality: 사상구')
          .replace('pages: 173-180', 'pages: 181-188')
          .replaceAll(/page: 17(\d)/g, 'page: 18$1')
          .replace('173-174쪽', '183-184쪽')
          .replace('175-176쪽', '185-186쪽'),
      ),
      'busan-sasang.mdx',
    );

  test('two sound cases stand beside each other', () => {
    expect(
      checkContent(
        contentOf(
          sampleFile(),
          other((text) => text),
        ),
        TODAY,
      ),
    ).toEqual([]);
  });

  test('two cases on the same pages', () => {
    const faults = checkContent(
      contentOf(
        sampleFile(),
        other((text) => text.replace('pages: 181-188', 'pages: 180-188')),
      ),
      TODAY,
    );
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: 'content/cases/busan-sasang.mdx', field: 'pages', line: 11 });
    expect(faults[0]?.problem).toContain('content/cases/busan-yeonje.mdx');
  });

  test('an old address that is a real case', () => {
    const faults = checkContent(
      contentOf(
        sampleFile(),
        other((text) => text.replace('published:', 'aliases: [busan-yeonje]\npublished:')),
      ),
      TODAY,
    );
    expect(faults.map(({ field, line }) => [field, line])).toEqual([['aliases', 17]]);
  });

  test('an old address that two cases claim', () => {
    const claim = (text: string) => text.replace('published:', 'aliases: [busan-old]\npublished:');
    const faults = checkContent(contentOf(sampleFile(claim(SAMPLE)), other(claim)), TODAY);
    expect(faults.map(({ field }) => field)).toEqual(['aliases']);
  });

  test('a second case of the same municipality carries year and sector', () => {
    const second = SAMPLE.replace('pages: 173-180', 'pages: 181-188')
      .replaceAll(/page: 17(\d)/g, 'page: 18$1')
      .replace('173-174쪽', '183-184쪽')
      .replace('175-176쪽', '185-186쪽');
    const named = (name: string) => checkContent(contentOf(sampleFile(), sampleFile(second, name)), TODAY);
    expect(named('busan-yeonje-2018-social-economy.mdx')).toEqual([]);
    expect(named('busan-yeonje-2018-youth-issues.mdx').map(({ field }) => field)).toEqual(['파일']);
    expect(named('busan-yeonje-2.mdx').map(({ field }) => field)).toEqual(['파일']);
  });
});

describe('corrections', () => {
  const changed = (date: string, updated = date) =>
    check(
      SAMPLE.replace(
        'published: "2026-11-22"',
        `published: "2026-11-22"\nupdated: "${updated}"\nchanges:\n  - date: "${date}"\n    what: 쪽을 고쳤다.\n    why: 틀렸다.`,
      ),
    );

  test('a dated correction with its reason is accepted', () => {
    expect(changed('2026-12-01')).toEqual([]);
  });

  test('updated must be the last correction', () => {
    expect(changed('2026-12-01', '2026-12-02')[0]).toMatchObject({ field: 'updated', fix: '‘updated: "2026-12-01"’로 적는다.' });
  });

  test('nothing lies in the future', () => {
    expect(checkContent(contentOf(sampleFile()), '2026-11-21').map(({ field }) => field)).toEqual(['published']);
    expect(checkContent(contentOf(sampleFile()), '2026-11-22')).toEqual([]);
  });
});

test('a printed sum that is wrong needs a note, and then is accepted', () => {
  const wrong = SAMPLE.replace('| 계 | 70 | 20 | 90 |', '| 계 | 71 | 20 | 91 |');
  expect(check(wrong).map(({ field }) => field)).toEqual(['tables.sales.total', 'tables.sales.total']);
  expect(check(wrong.replace('      column: 계', '      column: 계\n      note: name'))).toEqual([]);
});

test('today is the day in Korea', () => {
  expect(todayInKorea(new Date('2026-11-21T14:59:59Z'))).toBe('2026-11-21');
  expect(todayInKorea(new Date('2026-11-21T15:00:00Z'))).toBe('2026-11-22');
});
