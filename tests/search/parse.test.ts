import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../src/search/query/parse.ts';
import type { Term } from '../../src/search/query/term.ts';
import { type MorphemeClass, readLexicon, writeLexicon } from '../../src/search/text/lexicon.ts';
import { createSegmenter } from '../../src/search/text/segment.ts';

const CLASSES: Readonly<Record<string, MorphemeClass>> = {
  협동: 'N',
  조합: 'N',
  사회: 'N',
  기업: 'N',
  직영: 'N',
  부평구: 'N',
  적: 'X',
  많이: 'M',
  고친: 'V',
  을: 'J',
  이: 'J',
  은: 'J',
  에서: 'J',
};
/** 조합 is as common in the language as can be, the others are rare. */
const lexicon = readLexicon(
  writeLexicon(new Map(Object.entries(CLASSES).map(([token, name]) => [token, { [name]: 100 }])), {
    held: new Set(Object.keys(CLASSES).filter((token) => token !== '직영')),
    frequency: (token) => (token === '조합' ? 10_000 : 0),
  }),
);
const tokeniser = { segment: createSegmenter(lexicon), readings: new Map([['官', '관']]) };
const parse = (query: string) => parseQuery(query, { tokeniser, lexicon, dictionary: lexicon });
const textsOf = (query: string): readonly string[] => parse(query).terms.map(({ text }) => text);
const termOf = (query: string): Term => {
  const [term, ...rest] = parse(query).terms;
  if (!term || rest.length > 0) throw new Error(`${query} is not one term`);
  return term;
};

describe('a query is cut into terms', () => {
  test.each([
    ['협동조합을', ['협동', '조합']],
    ['사회적기업에서', ['사회', '적', '기업']],
    ['직영인가', ['직영']],
    ['사회적기업이란', ['사회', '적', '기업']],
    ['조합이 뭐지', ['조합']],
    ['조합이 얼마나 되나요', ['조합']],
    ['조합은 어디에 있어', ['조합', '있어']],
    ['조합 알려줘', ['조합']],
    ['조합 조합', ['조합']],
    ['(주)협동', ['협동']],
    ['어디', ['어디']],
  ])('%s', (query, expected) => {
    expect(textsOf(query)).toEqual(expected);
  });

  test('the parts of a word know that they are of one word', () => {
    expect(parse('사회적기업 고친').terms.map(({ word }) => word)).toEqual([0, 0, 0, 1]);
  });

  test.each([
    ['조합', 'noun'],
    ['고친', 'verb'],
    ['많이', 'minor'],
    ['쿼카', 'unknown'],
    ['abc', 'latin'],
    ['30', 'value'],
  ])('%s is a %s', (query, name) => {
    expect(termOf(query).class).toBe(name);
  });

  test('a common word of the language is less rare than one that no dictionary holds', () => {
    expect(termOf('조합').rarity).toBeLessThan(termOf('기업').rarity);
    expect(termOf('쿼카').rarity).toBe(termOf('기업').rarity);
  });

  test('what pages hold stands, what only dictionaries hold does not, numbers may', () => {
    expect([termOf('조합'), termOf('직영'), termOf('쿼카'), termOf('30')].map(({ stands }) => stands)).toEqual([true, false, false, true]);
  });
});

describe('values are one term', () => {
  test.each([
    ['2015', ['2015', 'y2015']],
    ['2015년', ['y2015']],
    ['2015 9월', ['m201509']],
    ['15년 9월', ['m201509']],
    ['2015/9', ['m201509']],
    ['2015. 9. 25.', ['d20150925']],
    ['3억원', ['w300000000', '300000000']],
    ['5억', ['500000000', 'w500000000']],
  ])('%s', (query, literal) => {
    expect([...termOf(query).literal].sort()).toEqual([...literal].sort());
  });

  test('a range of years is both its ends', () => {
    expect(parse('2012~2015').terms.map(({ literal }) => literal)).toEqual([
      ['2012', 'y2012'],
      ['2015', 'y2015'],
    ]);
  });

  test('a comparison is a bound, and its words are no terms', () => {
    const { terms } = parse('조합 100개 넘는 기업');
    expect(terms.map(({ text }) => text)).toEqual(['조합', '100개 넘는', '기업']);
    expect(terms[1]?.comparison).toMatchObject({ unit: '개', above: 100, below: Number.POSITIVE_INFINITY });
  });

  test('hanja keeps its own term beside its reading', () => {
    expect(termOf('官')).toMatchObject({ literal: ['관'], hanja: 'h官' });
  });
});

test.each([
  ['조합 금액', true],
  ['조합 몇 개', true],
  ['조합원 30명', true],
  ['조합 설립', false],
])('%s asks for an amount: %s', (query, expected) => {
  expect(parse(query).asksAmount).toBe(expected);
});
