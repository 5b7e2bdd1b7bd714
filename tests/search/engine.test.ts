/**
 * The search as a whole, over small sites in memory: what a query finds, in which order and tier, and what is said of it.
 *
 * Over 300 lines: the tests share one analyser, which takes longest to make.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { IndexUnavailableError } from '../../src/search/runtime/pagefind.ts';
import { createEngine } from '../../src/search/runtime/engine.ts';
import { readLexicon, writeLexicon } from '../../src/search/text/lexicon.ts';
import type { Page, PassageKind } from '../../src/search/runtime/page.ts';
import { packHangul, unpackHangul } from '../../src/search/runtime/pack.ts';
import { placeTerms } from '../../src/search/text/tokenise.ts';
import { makePage, makeSite, openShelvesOf, type MemorySite } from '../../src/search/index/memory-site.ts';

const PAGES = [
  makePage('true-spaced', ['사회적 경제 조직을 키운다.', '노인 일자리를 만들었다.', '보조금 300,000천원을 지원했다.']),
  makePage('true-glued', ['사회적경제조직을 키운다.', '협동조합을 세웠다(‘15. 9.25.).', '시니어클럽 카페를 열었다.']),
  makePage('scattered', [
    '우리 사회 구성원이 모였다. 주민이 마을 회관에서 여러 차례 만나 이야기를 나누고 음식을 만들었다.',
    '적극 참여했다. 적의 침입을 막았다. 아이들은 운동장에서 공을 차고 그림을 그리며 하루를 보냈다.',
    '지역 경제 소식을 나눈다.',
    '은평상상허브를 견학했다.',
  ]),
  makePage('names', ['㈜거마가 자전거를 고쳤다.', '투게더 나눔재단이 모금했다.', '와디즈에서 펀딩했다.', '청년동(洞) 청춘로를 조성했다.']),
  makePage('measures', [
    '노사민정 회의를 열었다.',
    '4.19혁명 기념 행사',
    '면적은 182.19㎢이다.',
    '대한상공회의소',
    '업사이클링 체험',
    '화정1동 숍인숍',
    '고용인원은 103,126명이다.',
  ]),
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
  { terms: ['북한이탈주민', '탈북민'], finds: [], from: [] },
];

let site: MemorySite;
beforeAll(async () => {
  site = await makeSite(PAGES, { synonyms: SYNONYMS, hanja: new Map([['洞', '동']]) });
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
    ['숍 인 숍', ['measures'], 'a word typed with spaces that says a syllable twice'],
    ['화정동', ['measures'], 'a quarter of which only a numbered part is named'],
    ['10만 3126', ['measures'], 'thousands after 만'],
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
    expect(answer.hits[0]).toMatchObject({ slug: 'true-spaced', tier: 'full', exact: false, viaSynonym: true });
    expect(answer.notes).toEqual([{ kind: 'synonym', text: expect.stringContaining('‘노인’') as string, literal: '할머니 일자리' }]);
    const literal = await site.engine.search('할머니 일자리', { literal: true });
    expect(literal.notes).toEqual([]);
    expect(literal.hits.map(({ tier, missing }) => [tier, ...missing])).toEqual([['partial', '할머니']]);
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

describe('two tiers', () => {
  test('what has only a part comes after what has all, at most five of it, and says what is missing', async () => {
    const pages = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((slug) => makePage(slug, ['하천을 가꾸었다.']));
    const both = makePage('z', ['하천 정비를 마쳤다.']);
    const { engine } = await makeSite([...pages, both]);
    const { hits, matched } = await engine.search('하천 정비');
    expect(hits.map(({ slug, tier }) => `${tier} ${slug}`)).toEqual([
      'full z',
      ...['a', 'b', 'c', 'd', 'e'].map((slug) => `partial ${slug}`),
    ]);
    expect(hits.map(({ missing }) => missing.join())).toEqual(['', '정비', '정비', '정비', '정비', '정비']);
    expect(matched).toBe(1);
    const demanded = await engine.search('하천 정비', { demanded: ['정비'] });
    expect(demanded.hits.map(({ slug }) => slug)).toEqual(['z']);
    expect((await engine.search('하천 드론', { demanded: ['드론'] })).hits).toEqual([]);
  });

  test('words that stand far apart are a part of what was asked for', async () => {
    const filler = Array.from({ length: 60 }, (_, at) => `주민 회의를 열고 사업 계획을 ${String(at)}번째로 논의했다.`);
    const apart = makePage('apart', ['머리말이다.', ...filler, '하천 옆에 있다.', ...filler, '정비 공장이 문을 열었다.']);
    const [hit] = (await (await makeSite([apart])).engine.search('하천 정비')).hits;
    expect(hit).toMatchObject({ tier: 'partial', missing: [] });
  });

  test('rows that answer are counted by the list that holds them', async () => {
    const row = (anchor: string, kind: PassageKind, text: string): Page => ({
      ...makePage(anchor, []),
      sections: [{ anchor, heading: text, pages: '', kind }],
      lines: [{ section: 0, text }],
    });
    const pages = [
      row('event-a', '연표', '하천 정비'),
      row('figure-a', '수치', '하천 정비 30억원'),
      row('org-a', '조직', '하천 관리단'),
      row('instrument-a', '조직', '하천 정비 조례'),
    ];
    const { engine } = await makeSite(pages);
    expect((await engine.search('하천 정비')).rows).toEqual({ figures: 1, timeline: 1, organisations: 0, instruments: 1 });
  });

  test('amounts come first when amounts are asked for', async () => {
    const sections = [
      { anchor: 'text', heading: '본문', pages: '', kind: '본문' as const },
      { anchor: 'figure-a', heading: '하천 정비 사업비', pages: '', kind: '수치' as const },
    ];
    const lines = [
      { section: 0, text: '하천 정비 금액을 공개하고 하천 정비 방법을 알렸다.' },
      { section: 1, text: '하천 정비 사업비 30억원' },
    ];
    const others = ['two', 'three', 'four'].map((slug) => makePage(slug, ['성금 금액을 공개했다.']));
    const { engine } = await makeSite([{ ...makePage('one', []), sections, lines }, ...others]);
    const first = async (query: string) => (await engine.search(query)).hits[0]?.passages[0]?.heading;
    expect(await first('하천 정비')).toBe('본문');
    expect(await first('하천 정비 금액')).toBe('하천 정비 사업비');
  });
});

describe('asks', () => {
  const pages = [makePage('one', ['반찬을 나눈다.']), makePage('two', ['반찬 조리법을 배운다.'])];
  const asks = new Map([['one', [{ passage: 'text', text: '혼밥 어르신 도시락' }]]]);

  test('find their passage, in words that are nowhere on the page, and are never shown', async () => {
    const { engine } = await makeSite(pages, { asks });
    const [hit] = (await engine.search('어르신 도시락')).hits;
    expect(hit?.slug).toBe('one');
    expect(hit?.passages.flatMap(({ excerpt }) => excerpt.map(({ text }) => text)).join('')).toBe('반찬을 나눈다.');
    expect((await (await makeSite(pages)).engine.search('어르신 도시락')).hits).toEqual([]);
  });

  test('weigh less than what the page says', async () => {
    const asked = await makeSite(pages, { asks: new Map([['one', [{ passage: 'text', text: '조리법' }]]]) });
    expect(await asked.search('조리법')).toEqual(['two', 'one']);
  });
});

describe('the index is asked for little', () => {
  test('what no page holds is not asked of the index', async () => {
    const asked: string[] = [];
    const { index } = site;
    const counting = { ...index, term: (term: string) => (asked.push(term), index.term(term)) };
    const engine = createEngine({
      build: site.site.build,
      coreText: site.coreText,
      index: counting,
      shelves: openShelvesOf(site.site),
      loadHanja: () => Promise.resolve(''),
      loadInitials: () => Promise.resolve(''),
      loadBlock: () => Promise.reject(new Error('none')),
    });
    const { hits } = await engine.search('쿼카박물관 탈북민');
    expect(asked.some((term) => term.includes('쿼카') || term.includes('탈북'))).toBe(false);
    expect(hits.map(({ slug, tier }) => `${tier} ${slug}`)).toEqual(['partial housing']);
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

  test('a lexicon is read as it was written, whatever it holds', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
    const token = fc.array(syllable, { minLength: 1, maxLength: 20 }).map((list) => list.join(''));
    const counts = fc.dictionary(fc.constantFrom('N', 'X', 'J', 'E', 'V', 'M', 'F'), fc.integer({ min: 1, max: 1e6 }), { minKeys: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(token, counts), { minLength: 1, maxLength: 300 }), (pairs) => {
        const written = writeLexicon(new Map(pairs));
        const { entries } = readLexicon(unpackHangul(packHangul(written)));
        for (const [word, byClass] of new Map(pairs)) {
          const most = Math.max(...Object.values(byClass));
          expect(byClass[entries.get(word)?.classes[0] as 'N']).toBe(most);
          expect(entries.get(word)?.bucket).toBe(Math.min(15, Math.floor(Math.log2(most))));
        }
        expect(entries.size).toBe(new Map(pairs).size);
      }),
      { numRuns: 40 },
    );
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
    shelves: openShelvesOf(site.site),
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
