/** What a reader is told and shown of an answer: pure parts of the page, with answers made here. */
import { describe, expect, test } from 'vitest';
import type { ExcerptPart, Hit, Passage, SearchAnswer } from '../../src/search/runtime/answer.ts';
import { chooseFragment } from '../../src/search/runtime/fragment.ts';
import { toAnswerNote } from '../../src/search/runtime/messages.ts';
import { createMatcher, readGroups, type Suggestion } from '../../src/search/ui/match.ts';
import { passageHref, splitName } from '../../src/search/ui/passage.ts';
import { chooseQuestions } from '../../src/search/ui/questions.ts';
import { countSentence } from '../../src/search/ui/sentences.ts';
import { readState, searchPath, writeState } from '../../src/search/ui/state.ts';
import { findWays } from '../../src/search/ui/ways.ts';

const passage = (kind: Passage['kind'], heading: string, text: string, id = 'x'): Passage => ({
  url: `/cases/a/#${id}`,
  heading,
  pages: '',
  kind,
  excerpt: [{ text }],
});
const hit = (tier: Hit['tier'], passages: readonly Passage[] = []): Hit => ({ tier, passages }) as unknown as Hit;
const answer = (query: string, hits: readonly Hit[], more: Partial<SearchAnswer> = {}): SearchAnswer => ({
  query,
  notes: [],
  hits,
  matched: hits.filter(({ tier }) => tier === 'full').length,
  facets: { region: {}, sector: {}, tier: {}, topic: {} },
  unfiltered: hits.filter(({ tier }) => tier === 'full').length,
  rows: { figures: 0, timeline: 0, organisations: 0, instruments: 0 },
  suggestions: { terms: [] },
  ...more,
});

describe('the sentence above the list', () => {
  test.each([
    ['full ones only', answer('사회적기업', [hit('full'), hit('full')]), false, '‘사회적기업’ 검색 결과 2건'],
    ['more than are shown', answer('사회적기업', [hit('full')], { matched: 40, unfiltered: 40 }), false, '‘사회적기업’ 검색 결과 40건'],
    [
      'partial ones after full ones',
      answer('노인 임대료', [hit('full'), hit('partial'), hit('partial')]),
      false,
      '‘노인 임대료’ 검색 결과 1건, 일부만 맞는 사례 2건',
    ],
    [
      'partial ones alone',
      answer('노인 임대료', [hit('partial')]),
      false,
      '‘노인 임대료’ 모두에 맞는 사례는 없습니다. 일부만 맞는 사례 1건',
    ],
    ['conditions', answer('조례', [hit('full')], { unfiltered: 7 }), true, '‘조례’ 검색 결과 7건 중 1건'],
    ['conditions that leave none', answer('조례', [], { unfiltered: 7 }), true, '‘조례’ 검색 결과 7건 중 조건에 맞는 사례가 없습니다.'],
    ['none', answer('우주선', []), false, '‘우주선’ 검색 결과가 없습니다.'],
    ['a long query', answer('가'.repeat(300), []), false, `‘${'가'.repeat(40)}…’ 검색 결과가 없습니다.`],
  ])('%s', (_, given, isFiltered, sentence) => {
    expect(countSentence(given, isFiltered)).toBe(sentence);
  });
});

test.each([
  ['keyboard', 'guqehd', ['협동'], '한글 자판으로 ‘협동’ 검색'],
  ['initials', 'ㅎㄷ', ['협동', '활동', '행동', '현대'], '초성 ‘ㅎㄷ’: ‘협동’, ‘활동’, ‘행동’ 등 검색'],
  ['typo', '협둥', ['協同'], '‘협둥’ 대신 ‘協同’ 검색'],
  ['synonym', 'SNS', ['sns 홍보'], '비슷한 말 ‘sns 홍보’도 함께 검색'],
] as const)('a note of %s has no particle to be resolved', (kind, from, to, text) => {
  expect(toAnswerNote({ kind, from, to }, from).text).toBe(text);
});

describe('the address of a search', () => {
  test('holds the whole state, the same state always the same address', () => {
    const address = '?q=%EB%85%B8%EC%9D%B8+%EC%9E%84%EB%8C%80%EB%A3%8C&region=busan&region=seoul&exact=1&must=%EB%85%B8%EC%9D%B8&most=40';
    expect(writeState(readState(address))).toBe(address);
    expect(readState(address)).toEqual({
      query: '노인 임대료',
      filters: { region: ['busan', 'seoul'] },
      literal: true,
      must: ['노인'],
      most: 40,
    });
  });

  test('of a plain search is in letters, and read as what it was', () => {
    for (const query of ['노인 일자리', '3억원', '50% + α?', 'a&b=c#d', '‘다방(多芳)’ "사업"', "<it's>"]) {
      expect(readState(new URL(searchPath(query), 'https://a.kr').search).query, query).toBe(query);
    }
    expect(searchPath('노인 일자리')).toBe('/search/?q=노인+일자리');
  });

  test('demands only words of the query, each once', () => {
    const must = (words: readonly string[]) => readState(`?q=노인 임대료&${words.map((word) => `must=${word}`).join('&')}`).must;
    expect(must(['임대료', '', '임대료', '보증금', '노인'])).toEqual(['임대료', '노인']);
    expect(readState('?must=임대료').must).toEqual([]);
  });
});

describe('a passage', () => {
  const parts = (...texts: readonly string[]): ExcerptPart[] =>
    texts.map((text) => (text.startsWith('*') ? { text: text.slice(1), mark: 'exact' } : { text }));
  const written = (shown: readonly ExcerptPart[]) => shown.map(({ text, mark }) => (mark ? `*${text}*` : text)).join('');
  const split = (heading: string, ...texts: readonly string[]) => {
    const { name, rest } = splitName(parts(...texts), heading);
    return [written(name), written(rest)];
  };

  test('that says its own name says it once, with what was found in it', () => {
    expect(split('푸른마을 협동조합 설립', '2016년 1월 · 푸른마을 ', '*협동조합', ' 설립 · 예정')).toEqual([
      '푸른마을 *협동조합* 설립',
      '2016년 1월 · 예정',
    ]);
    expect(split('보조금', '70,000천원 · ', '*보조금', ' (7천만 원)')).toEqual(['*보조금*', '70,000천원 (7천만 원)']);
    expect(split('추진 배경', '*추진', ' 배경')).toEqual(['*추진* 배경', '']);
  });

  test('that only begins alike, or holds its name in a sentence, stays as it is', () => {
    expect(split('협동조합', '*협동조합', ' 설립을 도왔다.')).toEqual(['협동조합', '*협동조합* 설립을 도왔다.']);
    expect(split('보조금', '2016년 · 국고보조금 · 예산')).toEqual(['보조금', '2016년 · 국고보조금 · 예산']);
    expect(split('', '하나 · 둘')).toEqual(['', '하나 · 둘']);
  });

  test('leads to its id, with words behind it where they are told', () => {
    const at = { ...passage('본문', '배경', '가'), url: '/cases/a/#background' };
    expect(passageHref(at, '/under/')).toBe('/under/cases/a/#background');
    expect(passageHref({ ...at, fragment: '10-15분, 이내' }, '/')).toBe(
      `/cases/a/#background:~:text=10%2D15${encodeURIComponent('분, 이내')}`,
    );
  });

  test('names whole words from the first part that has any of its own', () => {
    const line = '구는 협동조합 세 곳을 세웠다.';
    const found = (word: string) => ({ start: line.indexOf(word), end: line.indexOf(word) + word.length });
    expect(chooseFragment(line, [found('동조')], '02')).toBe('협동조합 세');
    expect(chooseFragment(line, [found('구는'), found('곳을')], '0002')).toBe('곳을 세웠다.');
    expect(chooseFragment(line, [found('구는')], '')).toBeUndefined();
  });
});

describe('ways to the lists', () => {
  const names = (given: SearchAnswer) => findWays(given).map(({ name }) => name);

  test('where a row that is shown holds every word as typed', () => {
    const rows = [passage('수치', '보조금', '70,000천원'), passage('연표', '개소', '보조금을 받았다')];
    expect(names(answer('보조금', [hit('full', rows)]))).toEqual(['수치', '연표']);
    expect(names(answer('보조금 70,000천원', [hit('full', rows)]))).toEqual(['수치']);
    expect(findWays(answer('보조금', [hit('full', rows)]))[0]?.path).toBe(`/figures/?q=${encodeURIComponent('보조금')}`);
  });

  test('where rows are counted, but only for words that were found as typed', () => {
    const body = [passage('본문', '배경', '협동조합을 세웠다')];
    const rows = { figures: 3, timeline: 0, organisations: 0, instruments: 0 };
    expect(names(answer('협동조합', [hit('full', body)], { rows }))).toEqual(['수치']);
    expect(names(answer('협동조합은 뭐지', [hit('full', body)], { rows }))).toEqual([]);
    expect(names(answer('협동조합', [hit('full', body)]))).toEqual([]);
  });

  test('an ordinance is no organisation', () => {
    expect(names(answer('조례', [hit('full', [passage('조직', '육성 조례', '구', 'instrument-a')])]))).toEqual(['제도·사업']);
  });
});

describe('suggestions', () => {
  const all: readonly Suggestion[] = [
    { kind: '사례', name: '부산 연제구, 시니어 다방 사업', path: '/cases/a/', words: ['연제구'] },
    { kind: '주제어', name: '노인 일자리', path: '/topics/a/', words: ['어르신 일자리', '시니어'] },
    { kind: '주제어', name: '공공구매', path: '/topics/b/' },
    { kind: '조직', name: '일자리지원센터', path: '/cases/a/#org-a' },
  ];
  const match = createMatcher(all);
  const shown = (typed: string, most = 8) => match(typed, most).map(({ suggestion, missing }) => [suggestion.name, ...missing]);

  test('are written in groups, what they share once', () => {
    const groups = [
      { kind: '사례', path: '/cases/*/', names: [['a-b', '부산 연제구, 다방', '시니어']] },
      { kind: '조직, 연제구', path: '/cases/a-b/#org-*', names: [['club', '시니어클럽']] },
    ] as const;
    expect(readGroups(groups)).toEqual([
      { kind: '사례', name: '부산 연제구, 다방', path: '/cases/a-b/', words: ['시니어'] },
      { kind: '조직, 연제구', name: '시니어클럽', path: '/cases/a-b/#org-club', words: [] },
    ]);
  });

  test('names that begin so, names that hold it, other words; initials and half syllables', () => {
    expect(shown('일자리')).toEqual([['일자리지원센터'], ['노인 일자리']]);
    expect(shown('시니어')).toEqual([['부산 연제구, 시니어 다방 사업'], ['노인 일자리']]);
    expect(shown('ㄱㄱㄱㅁ')).toEqual([['공공구매']]);
    expect(shown('공고')).toEqual([['공공구매']]);
  });

  test('all words in any order first, then those that lack one, which is named', () => {
    expect(shown('일자리 노인')).toEqual([['노인 일자리'], ['일자리지원센터', '노인']]);
    expect(shown('일자리 노인', 1)).toEqual([['노인 일자리']]);
    expect(shown('우주선 발사')).toEqual([]);
  });

  test('what is longer than any name costs nothing', () => {
    const many = createMatcher(
      Array.from({ length: 2_000 }, (_, at) => ({ kind: '조직', name: `사회적기업협의회 ${String(at)}`, path: '/' })),
    );
    const started = performance.now();
    expect(many('사회적'.repeat(33_000), 8)).toEqual([]);
    expect(many('사회적 '.repeat(33), 8)).toEqual([]);
    // Hundreds of times more than it takes; seconds when every name is looked through for all of it.
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('questions to try', () => {
  test('one a case, the longest that fits; none of a case that asks none, none twice', () => {
    const cafe = ['반값 쿠폰을 나눠 주는 카페', '몇 명인가', '쿠폰은 얼마나 할인되나', `${'가'.repeat(30)}인가`];
    expect(chooseQuestions([cafe, ['North Korean defectors jobs'], [], ['쿠폰은 얼마나 할인되나'], ['보증금은 얼마?']], 9)).toEqual([
      '쿠폰은 얼마나 할인되나',
      '보증금은 얼마?',
    ]);
  });

  test('spread over all cases where there are more', () => {
    expect(
      chooseQuestions(
        Array.from({ length: 100 }, (_, at) => [`${String(at)}년?`]),
        4,
      ),
    ).toEqual(['0년?', '25년?', '50년?', '75년?']);
  });
});
