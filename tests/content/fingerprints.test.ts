import { afterEach, describe, expect, it } from 'vitest';
import { readCasebooks, readCases } from '../../scripts/publish.ts';
import { toPrinted } from '../../src/content/check/check.ts';
import {
  checkFingerprints,
  describeChanges,
  findSilentChanges,
  printCase,
  updateFingerprints,
  type PrintedCase,
} from '../../src/content/fingerprints.ts';
import { parseBody } from '../../src/content/prose.ts';
import { validateCase } from '../../src/content/read.ts';
import { formatFaults } from '../../src/content/report.ts';
import { readFingerprints } from '../../src/content/schema/ledgers.ts';
import { faultsWith, removeFolders } from './sample-folder.ts';
import { edit, SAMPLE, sampleFile, vocabulary } from './sample.ts';

afterEach(removeFolders);

function printed(text: string, name?: string): PrintedCase {
  const file = sampleFile(text, name);
  return toPrinted({ file, data: validateCase(file, vocabulary).data, body: parseBody(file.source.body, file.source.bodyLine) });
}

type Pair = readonly [from: string, to: string];
const NOTHING = { cases: {}, casebooks: {} };
const books = vocabulary.casebooks;
const known = updateFingerprints([printed(SAMPLE)], books, NOTHING);
const ENTRY: Pair = [
  'published: "2026-11-22"',
  'published: "2026-11-22"\nupdated: "2026-11-30"\nchanges:\n  - { date: "2026-11-30", what: 바로잡았다., why: 옮기다 틀렸다. }',
];
const silentAfter = (...pairs: Pair[]) => findSilentChanges([printed(edit(SAMPLE, ...pairs))], books, known).map(({ problem }) => problem);

it('what is published has not changed without a word', () => {
  const silent = checkFingerprints(readCases(), readCasebooks(), readFingerprints('content'));
  // What the maintainer reads is the sentence that says what to do, not a diff.
  expect(silent, formatFaults(silent)).toEqual([]);
});

describe('a silent change is told, with what changed', () => {
  it.each<[string, Pair, string]>([
    ['a figure', ['value: 70000', 'value: 70001'], '앞머리의 사실'],
    ['a page', ['page: 175\norg', 'page: 176\norg'], '앞머리의 사실'],
    ['the title', ['title: 마을 가게', 'title: 마을 가게들'], '앞머리의 사실'],
    ['a note', ['comment: 앞의 것을 따랐다.', 'comment: 뒤의 것을 따랐다.'], '앞머리의 사실'],
    ['the summary', ['주민 13명이 함께했다.', '주민 13명이 함께하지 않았다.'], '요약'],
    ['a topic', ['  - 노인 일자리', '  - 민관협력'], '주제어'],
    ['a negated sentence', ['가게를 열었다.<Note', '가게를 열지 않았다.<Note'], '본문 #background'],
    ['a paragraph that is gone', ['첫 달에는 50만원어치를 팔았다.\n\n', ''], '본문 #results'],
    ['a heading', ['## 성과 [#results', '## 기대 효과 [#results'], '본문 #results'],
    ['the pages of a section', ['[#results, 175-176쪽]', '[#results, 175쪽]'], '본문 #results'],
    ['the id of a section', ['[#results,', '[#outcome,'], '본문 #results, 본문 #outcome'],
  ])('%s', (_, pair, names) => {
    expect(silentAfter(pair)).toEqual([`게시한 내용이 바뀌었는데 changes에 적지 않았습니다: ${names}.`]);
    expect(silentAfter(pair, ENTRY)).toEqual([]);
  });

  it('under a new name too', () => {
    const renamed = edit(SAMPLE, ['value: 70000', 'value: 70001'], ['published:', 'aliases: [busan-yeonje]\npublished:']);
    expect(findSilentChanges([printed(renamed, 'busan-new.mdx')], books, known)).toHaveLength(1);
  });

  it('of a casebook', () => {
    const [book] = books;
    if (!book) throw new Error('the sample has a casebook');
    const changed = { ...book, title: '다른 책' };
    expect(findSilentChanges([], [changed], known).map(({ file }) => file)).toEqual(['content/casebooks/village-shops.yaml']);
    expect(findSilentChanges([], [{ ...changed, changes: [{ date: '2026-11-30', what: '책 이름', why: '틀렸다.' }] }], known)).toEqual([]);
  });

  it('by the content check itself, once the file has no other fault', () => {
    const prints = `${JSON.stringify(known)}\n`;
    const change = (text: string) => edit(text, ['가게를 열었다.<Note', '가게를 열지 않았다.<Note']);
    expect(faultsWith({ 'fingerprints.json': prints })).toEqual([]);
    const faulty = (text: string) => edit(change(text), ['tier: 구', 'tier: 군']);
    expect(faultsWith({ 'fingerprints.json': prints, 'cases/busan-yeonje.mdx': faulty })).toEqual([expect.stringContaining(' tier |')]);
    expect(faultsWith({ 'fingerprints.json': prints, 'cases/busan-yeonje.mdx': change })).toEqual([
      expect.stringMatching(/^content\/cases\/busan-yeonje\.mdx:1 changes .*본문 #background.*npm run publish/),
    ]);
  });
});

it('bookkeeping, asks, line breaks, the order of keys and of figures on top are no change', () => {
  expect(
    silentAfter(
      ENTRY,
      ['published:', 'aliases: [old]\nasks:\n  - { passage: background, text: 동네 빵집 }\npublished:'],
      ['  구는 2015년 9월 마을 가게를 열었다.\n  주민', '  구는 2015년 9월 마을 가게를 열었다. 주민'],
      ['    value: 70000\n    unit: 천원\n', '    unit: 천원\n    value: 70000\n'],
      ['headline: 2', 'headline: 3'],
      ['headline: 3\nevents', 'headline: 2\nevents'],
      ['구는 보조금 7천만 원을 들여', '구는 보조금 7천만 원을\n들여'],
    ),
  ).toEqual([]);
});

describe('recording', () => {
  const changed = edit(SAMPLE, ['value: 70000', 'value: 70001']);

  it('does not make a silent change go away', () => {
    expect(updateFingerprints([printed(changed)], books, known)).toEqual(known);
  });

  it('takes up what an entry explains, once', () => {
    const told = printed(edit(changed, ENTRY));
    expect(checkFingerprints([told], books, known)).toMatchObject([{ problem: '바뀐 내용의 지문이 아직 기록되지 않았습니다.' }]);
    const recorded = updateFingerprints([told], books, known);
    expect(checkFingerprints([told], books, recorded)).toEqual([]);
    const again = printed(edit(changed, ENTRY, ['page: 175\norg', 'page: 176\norg']));
    expect(checkFingerprints([again], books, recorded)).toHaveLength(1);
  });

  it('sees an entry that was taken out', () => {
    const recorded = updateFingerprints([printed(edit(SAMPLE, ENTRY))], books, known);
    expect(checkFingerprints([printed(SAMPLE)], books, recorded)).toHaveLength(1);
  });

  it('is asked for a new case, and keeps cases that are gone', () => {
    expect(checkFingerprints([printed(SAMPLE)], [], NOTHING)).toMatchObject([{ problem: '내용의 지문이 아직 기록되지 않았습니다.' }]);
    expect(findSilentChanges([printed(SAMPLE)], [], NOTHING)).toEqual([]);
    expect(Object.keys(updateFingerprints([], [], known).cases)).toEqual(['busan-yeonje']);
  });

  it('is the same for the same case', () => {
    expect(printCase(printed(SAMPLE))).toEqual(printCase(printed(SAMPLE)));
  });
});

it('what is new is told a line each', () => {
  const [book] = books;
  if (!book) throw new Error('the sample has a casebook');
  expect(describeChanges([printed(SAMPLE)], books, NOTHING)).toEqual(['추가: busan-yeonje', `사례집 추가: ${book.id}`]);
  expect(describeChanges([printed(SAMPLE)], books, known)).toEqual([]);
  const moved = edit(SAMPLE, ['value: 70000', 'value: 70001'], ['published:', 'aliases: [busan-yeonje]\npublished:']);
  expect(describeChanges([printed(moved, 'busan-new.mdx')], [{ ...book, part: '2부' }], known)).toEqual([
    '링크 변경: busan-yeonje → busan-new',
    '수정: busan-new (앞머리의 사실)',
    `사례집 수정: ${book.id}`,
  ]);
});
