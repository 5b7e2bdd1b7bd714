/** Addresses that collide, as the content check tells them: every row is a file as somebody might write it. */
import { afterEach, describe, expect, it } from 'vitest';
import { faultsWith, removeFolders } from './sample-folder.ts';
import { edit } from './sample.ts';

afterEach(removeFolders);

const YEONJE = 'cases/busan-yeonje.mdx';
const SASANG = 'cases/busan-sasang.mdx';
const add = (lines: string) => (text: string) => edit(text, ['\npublished:', `\n${lines}\npublished:`]);
const withdrawn = (slug: string, date = '"2026-11-30"') =>
  `- slug: ${slug}\n  title: 제목\n  municipality: 부산광역시 연제구\n  date: ${date}\n  why: 사유\n`;

describe('aliases of cases', () => {
  it('are accepted when the address is free', () => {
    expect(faultsWith({ [YEONJE]: add('aliases:\n  - busan-old\nanchorAliases:\n  reasons: background\n  list: timeline') })).toEqual([]);
  });

  it.each([
    [
      'the address of another case',
      { [YEONJE]: add('aliases:\n  - busan-sasang') },
      '‘busan-sasang’: 이미 content/cases/busan-sasang.mdx에서',
    ],
    ['its own address', { [YEONJE]: add('aliases:\n  - busan-yeonje') }, '‘busan-yeonje’: 이미 content/cases/busan-yeonje.mdx에서'],
    [
      'an alias of another case',
      { [YEONJE]: add('aliases:\n  - busan-old'), [SASANG]: add('aliases:\n  - busan-old') },
      '‘busan-old’: 이미 content/cases/busan-sasang.mdx에서',
    ],
    ['capitals', { [YEONJE]: add('aliases:\n  - Busan-Old') }, '‘Busan-Old’: 쓸 수 없는 값입니다. | 소문자 영문'],
    ['Hangul', { [YEONJE]: add('aliases:\n  - 부산-연제') }, '‘부산-연제’: 쓸 수 없는 값입니다.'],
  ])('are refused when they are %s, with file and line', (_, edits, expected) => {
    const faults = faultsWith(edits);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(expected);
    expect(faults[0]).toMatch(/^content\/cases\/busan-yeonje\.mdx:1\d /);
  });
});

describe('old anchors', () => {
  it.each([
    ['an id that is in use', 'anchorAliases:\n  background: results', '‘background’: 지금도 쓰는 id입니다'],
    ['the id of a generated section', 'anchorAliases:\n  timeline: results', '‘timeline’: 지금도 쓰는 id입니다'],
    ['a place that is not there', 'anchorAliases:\n  reasons: nowhere', '‘nowhere’: 이 사례에 없는 위치입니다'],
    ['Hangul', 'anchorAliases:\n  배경: background', '‘배경’: 쓸 수 없는 항목입니다'],
  ])('are refused when they are %s', (_, lines, expected) => {
    const faults = faultsWith({ [YEONJE]: add(lines) });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(expected);
  });
});

describe('content/withdrawn.yaml', () => {
  it('keeps an address for a case that is gone', () => {
    expect(faultsWith({ 'withdrawn.yaml': withdrawn('busan-jung') })).toEqual([]);
  });

  it('may hold nothing but remarks, or not be there', () => {
    expect(faultsWith({ 'withdrawn.yaml': '# 아직 없다\n' })).toEqual([]);
    expect(faultsWith({ 'withdrawn.yaml': '' })).toEqual([]);
  });

  it.each([
    [
      'the address of a case',
      withdrawn('busan-yeonje'),
      ':1 slug | 게시 중단한 사례 ‘busan-yeonje’의 링크: content/cases/busan-yeonje.mdx에서 쓰고 있습니다.',
    ],
    ['one slug twice', withdrawn('busan-jung') + withdrawn('busan-jung'), ':6 slug | ‘busan-jung’: 두 번 나옵니다.'],
    ['a day to come', withdrawn('busan-jung', '"2027-01-01"'), ':1 date | 게시를 중단한 날이 오늘(2026-12-01)보다 뒤입니다.'],
    ['a day without quotes that is none', withdrawn('busan-jung', '2026-02-30'), ':4 1.date | ‘2026-02-30’: 쓸 수 없는 값입니다.'],
    ['an address with capitals', withdrawn('Busan'), ':1 1.slug | ‘Busan’: 쓸 수 없는 값입니다.'],
    ['a misspelt key', edit(withdrawn('busan-jung'), ['why', 'reason']), ':5 1.reason | ‘reason’: 없는 항목입니다.'],
    ['no list', 'slug: busan-jung\n', ':1 앞머리 | 묶음: 쓸 수 없는 값입니다. | 목록으로 적으세요.'],
  ])('refuses %s', (_, text, expected) => {
    expect(faultsWith({ 'withdrawn.yaml': text }).join('\n')).toContain(`content/withdrawn.yaml${expected}`);
  });

  it('refuses a case that takes the slug of a withdrawn one as its alias', () => {
    expect(faultsWith({ 'withdrawn.yaml': withdrawn('busan-old'), [YEONJE]: add('aliases:\n  - busan-old') })).toHaveLength(1);
  });
});

describe('content/moved.yaml', () => {
  it('leads an old topic on, and an old page to one that only the built site knows', () => {
    expect(faultsWith({ 'moved.yaml': '- from: /topics/old/\n  to: /topics/governance/\n- from: /words/\n  to: /glossary/\n' })).toEqual(
      [],
    );
  });

  it.each([
    [
      'an address that has a page',
      '- from: /regions/busan/\n  to: /regions/gyeonggi/\n',
      ':1 from | 이전 링크 ‘/regions/busan/’: 지금도 페이지가 있습니다.',
    ],
    ['an address of a case', '- from: /cases/old/\n  to: /regions/busan/\n', ':1 from | ‘/cases/old/’: 사례의 링크입니다.'],
    [
      'a chain',
      '- from: /topics/a/\n  to: /topics/b/\n- from: /topics/b/\n  to: /topics/governance/\n',
      ':1 to | ‘/topics/b/’: 이것도 옮겨 간 링크입니다.',
    ],
    ['a page that is not there', '- from: /topics/a/\n  to: /topics/nowhere/\n', ':1 to | ‘/topics/nowhere/’: 없는 페이지입니다.'],
    [
      'a kind of organisation that is not there',
      '- from: /organisations/a/\n  to: /organisations/b/\n',
      ':1 to | ‘/organisations/b/’: 없는 페이지입니다.',
    ],
    [
      'one address twice',
      '- from: /topics/a/\n  to: /topics/governance/\n- from: /topics/a/\n  to: /topics/senior-jobs/\n',
      ':3 from | ‘/topics/a/’: 두 번 나옵니다.',
    ],
    ['an address elsewhere', '- from: /topics/a/\n  to: https://example.kr/\n', ':2 1.to | ‘https://example.kr/’: 쓸 수 없는 값입니다.'],
  ])('refuses %s', (_, text, expected) => {
    const faults = faultsWith({ 'moved.yaml': text });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`content/moved.yaml${expected}`);
  });
});

describe('change entries', () => {
  it('must not lie in the future', () => {
    const faults = faultsWith({ [YEONJE]: add('updated: "2027-01-01"\nchanges:\n  - date: "2027-01-01"\n    what: 무엇\n    why: 사유') });
    expect(faults.join('\n')).toContain('수정일이 오늘(2026-12-01)보다 뒤입니다.');
  });
});
