import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { IndexUnavailableError } from '../../src/search/pagefind.ts';
import { createEngine } from '../../src/search/engine.ts';
import { placeTerms } from '../../src/search/tokenise.ts';
import { makePage, makeSite, type MemorySite } from './site.ts';

const PAGES = [
  makePage('true-spaced', ['사회적 경제 조직을 키운다.', '노인 일자리를 만들었다.', '보조금 300,000천원을 지원했다.']),
  makePage('true-glued', ['사회적경제조직을 키운다.', '협동조합을 세웠다(‘15. 9.25.).', '시니어클럽 카페를 열었다.']),
  makePage('scattered', [
    '우리 사회 구성원이 모였다.',
    '적극 참여했다. 적의 침입을 막았다.',
    '지역 경제 소식을 나눈다.',
    '은평상상허브를 견학했다.',
  ]),
  makePage('names', ['㈜거마가 자전거를 고쳤다.', '투게더 나눔재단이 모금했다.', '와디즈에서 펀딩했다.', '청년동(洞) 청춘로를 조성했다.']),
  makePage('measures', ['노사민정 회의를 열었다.', '4.19혁명 기념 행사', '면적은 182.19㎢이다.', '대한상공회의소', '업사이클링 체험']),
  makePage('housing', [
    '낡은 집을 고쳐 준 마을이다.',
    '조합이 협동 정신으로 나눔을 실천한다.',
    '투게더 행사와 재단을 소개한다.',
    '북한이탈주민이 취업했다.',
    '성남동에 카페가 있다.',
  ]),
];
const SYNONYMS = [
  { terms: ['노인', '어르신', '시니어'], finds: [], from: ['할머니'] },
  { terms: ['북한이탈주민'], finds: [], from: ['탈북민'] },
];

let site: MemorySite;
beforeAll(async () => {
  site = await makeSite(PAGES, SYNONYMS, new Map([['洞', '동']]));
});

describe('a Korean reader finds', () => {
  test.each([
    ['조합', ['housing', 'true-glued'], 'a part of a compound'],
    ['협동조합을', ['true-glued'], 'a word with a particle'],
    ['ㅎㄷㅈㅎ', ['true-glued'], 'initials'],
    ['ㅌㄱㄷㄴㄴㅈㄷ', ['names'], 'initials over a space'],
    ['guqehdwhgkq', ['true-glued'], 'the wrong keyboard'],
    ['은평상상허부', ['scattered'], 'one wrong jamo in a compound'],
    ['3억원', ['true-spaced'], 'an amount in another unit'],
    ['2015-09-25', ['true-glued'], 'a date in another spelling'],
    ['2015년 9월', ['true-glued'], 'the month of a date'],
    ['탈북민', ['housing'], 'a synonym'],
    ['(주)거마', ['names'], 'a symbol'],
    ['洞', ['names'], 'hanja as written'],
    ['노·사·민·정', ['measures'], 'dots between syllables'],
    ['노.사.민.정', ['measures'], 'full stops between syllables'],
    ['4·19', ['measures'], 'a dot between numbers'],
    ['182.19제곱킬로미터', ['measures'], 'a measure in words'],
    ['상공회의소', ['measures'], 'the end of a word that is in one piece'],
    ['업싸이클링', ['measures'], 'a slip of spelling in a word that is in pieces'],
    ['집을 고친', ['housing'], 'another form of a verb'],
  ])('%s → %s (%s)', async (query, expected) => {
    expect([...(await site.search(query))].sort()).toEqual(expected);
  });

  test.each(['성남시', '드론 택배', '우주 체험', '고등어', '쿼카'])('nothing where there is nothing: %s', async (query) => {
    expect(await site.search(query)).toEqual([]);
  });

  test('true pages first: 사회 … 적 … 경제 far apart is no 사회적경제', async () => {
    const found = await site.search('사회적경제');
    expect(found.slice(0, 2).sort()).toEqual(['true-glued', 'true-spaced']);
    expect(found).not.toContain('scattered');
  });

  test('a synonym is said, and can be taken back', async () => {
    const answer = await site.engine.search('할머니 일자리');
    expect(answer.hits.map(({ slug }) => slug)).toEqual(['true-spaced']);
    expect(answer.hits[0]).toMatchObject({ exact: false, viaSynonym: true });
    expect(answer.notes).toEqual([{ kind: 'synonym', text: expect.stringContaining('‘노인’') as string, literal: '할머니 일자리' }]);
    expect((await site.engine.search('할머니 일자리', { literal: true })).hits).toEqual([]);
  });

  test('excerpts mark the words and lead to the section', async () => {
    const [hit] = (await site.engine.search('협동조합')).hits;
    expect(hit?.passages[0]).toMatchObject({ url: '/cases/true-glued/#text', heading: '본문', pages: '1쪽' });
    expect(hit?.passages[0]?.excerpt).toContainEqual({ text: '협동조합', mark: 'exact' });
    expect(hit?.passages[0]?.excerpt.map(({ text }) => text).join('')).toBe('협동조합을 세웠다(‘15. 9.25.).');
  });

  test('facets count, and filters combine', async () => {
    expect((await site.engine.search('카페')).facets.region).toEqual({ seoul: 2 });
    expect((await site.engine.search('카페', { filters: { region: ['busan'] } })).hits).toEqual([]);
    expect((await site.engine.search('카페', { filters: { region: ['seoul'], tier: ['gu'] } })).hits).toHaveLength(2);
  });
});

describe('laws', () => {
  test('cutting is lossless', () => {
    const tokens = fc.constantFrom(...['협동', '조합', '사회', '적', '경제', '을', '했다', '쿼', '뷁', '자전거', '는', '고쳐']);
    fc.assert(
      fc.property(fc.array(tokens, { minLength: 1, maxLength: 8 }), (list) => {
        const run = list.join('');
        return (
          site.site.tokeniser
            .segment(run)
            .map(({ text }) => text)
            .join('') === run
        );
      }),
    );
  });

  test('pages and queries are cut alike: a line holds the terms of every word of it', () => {
    for (const { page, terms } of site.site.pages) {
      for (const { text } of page.lines) {
        for (const [word] of text.matchAll(/[가-힣]+/g)) {
          const own = placeTerms(word, site.site.tokeniser).map(({ term }) => term);
          expect(` ${terms.join(' ')} `).toContain(` ${own.join(' ')} `.replace(/^ {2}$/, ' '));
        }
      }
    }
  });

  test('spaces never change what a single term finds', async () => {
    for (const parts of [
      ['사회적', '경제'],
      ['은평', '상상', '허브'],
      ['북한', '이탈', '주민'],
      ['시니어', '클럽'],
    ]) {
      expect([...(await site.search(parts.join(' ')))].sort()).toEqual([...(await site.search(parts.join('')))].sort());
    }
  });

  test('no input is too strange', async () => {
    const strange = [
      '',
      ' ',
      '가',
      'ㄱ',
      'ㄱㄴㄷㄹㅁㅂ',
      '....',
      '😀😀',
      '<script>alert(1)</script>',
      '%00',
      '\ud800',
      "'; DROP TABLE",
      '(.*)+$',
      'ａｂｃ',
      '가'.repeat(10_000),
      'ㅏㅏㅏㅏ',
      '\u0000\u0007',
      '협동조합'.normalize('NFD'),
    ];
    for (const query of strange) await expect(site.engine.search(query)).resolves.toHaveProperty('hits');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (query) => {
        await site.engine.search(query);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is damaged is refused', () => {
  const parts = () => ({
    build: site.site.build,
    coreText: site.coreText,
    index: site.index,
    loadHanja: () => Promise.resolve(''),
    loadInitials: () => Promise.resolve(''),
    loadBlock: () => Promise.reject(new Error('none')),
  });

  test('a truncated core', () => {
    expect(() => createEngine({ ...parts(), coreText: site.coreText.slice(0, 40) })).toThrow(IndexUnavailableError);
    expect(() => createEngine({ ...parts(), coreText: site.coreText.slice(0, -10) })).toThrow(IndexUnavailableError);
  });

  test('a core of another build', () => {
    expect(() => createEngine({ ...parts(), build: '0000000000' })).toThrow(IndexUnavailableError);
  });

  test('hanja without a reading, named with their page', async () => {
    await expect(makeSite([makePage('one', ['八公山'])])).rejects.toThrow(/八 \(one\)/);
  });
});
