import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rank } from '../../src/search/query/rank.ts';
import type { Occurrence, UnitMatch } from '../../src/search/query/retrieve.ts';

const PAGES = ['a', 'b', 'c', 'd', 'e', 'f'];

const occurrence = (position: number): Occurrence => ({ position, length: 1, kind: 'exact', weight: 1, prominence: 1 });

function match(text: string, pages: Readonly<Record<string, readonly number[]>>): UnitMatch {
  return {
    unit: { text, whole: text, role: 'content', verbal: false, readings: [{ kind: 'exact', text, terms: [text], weight: 1 }] },
    pages: new Map(Object.entries(pages).map(([page, positions]) => [page, positions.map(occurrence)])),
    found: [],
  };
}

const anyMatch = fc
  .dictionary(fc.constantFrom(...PAGES), fc.array(fc.nat(2_000), { minLength: 1, maxLength: 5 }))
  .map((pages) => match('낱말', pages));

describe('rank', () => {
  test('a page that has every word comes before none that lacks one', () => {
    const ranked = rank([match('가', { a: [1], b: [1] }), match('나', { a: [30] })], PAGES.length);
    expect(ranked.map(({ page }) => page)).toEqual(['a']);
  });

  test('two words that no page says together find nothing', () => {
    expect(rank([match('하천', { a: [1], b: [1] }), match('정비', { a: [900] })], PAGES.length)).toEqual([]);
  });

  test('words said together come before words far apart', () => {
    const ranked = rank([match('가', { a: [100], b: [100] }), match('나', { a: [900], b: [101] })], PAGES.length);
    expect(ranked.map(({ page }) => page)).toEqual(['b', 'a']);
  });

  test('a word that is nowhere leaves no answer to a short query', () => {
    expect(rank([match('드론', {}), match('축제', { a: [1, 2, 3], b: [4] })], PAGES.length)).toEqual([]);
  });

  test('in a question, whom it is done for counts as much as what is done', () => {
    const found = match('농산물', { a: [100] });
    const others = [match('집', { a: [102] }), match('보내', { a: [104] })];
    const asked = (whole: string): UnitMatch => ({ ...match('임산부', {}), unit: { ...match('임산부', {}).unit, whole } });
    expect(rank([asked('임산부'), found, ...others], PAGES.length)).not.toEqual([]);
    expect(rank([asked('임산부에게'), asked('아기를'), found, ...others], PAGES.length)).toEqual([]);
  });

  test('in a question, what says which one is asked for as much as the thing: 태양광 발전소를', () => {
    const found = [match('발전소', { a: [100] }), match('이익', { a: [102] }), match('조합', { a: [104] })];
    const wholes = (asked: string): readonly UnitMatch[] => [
      ...['태양광', asked].map((whole) => ({ ...match('태양광', {}), unit: { ...match('태양광', {}).unit, whole } })),
      ...found,
    ];
    expect(rank(wholes('태양광으로'), PAGES.length)).not.toEqual([]);
    expect(rank(wholes('태양광을'), PAGES.length)).toEqual([]);
  });

  test('but not what a word that says nothing parts from it: 솜씨 (있는) 주민을', () => {
    const missing = match('솜씨', {});
    const parted = { ...missing, unit: { ...missing.unit, apart: true } };
    const resident = match('주민', { a: [100] });
    const rest = [{ ...resident, unit: { ...resident.unit, whole: '주민을' } }, match('집', { a: [102] }), match('조합', { a: [104] })];
    expect(rank([missing, missing, ...rest], PAGES.length)).toEqual([]);
    expect(rank([missing, parted, ...rest], PAGES.length)).not.toEqual([]);
  });

  test('a word more never makes a page that has it less of an answer', () => {
    fc.assert(
      fc.property(fc.array(anyMatch, { minLength: 4, maxLength: 6 }), fc.constantFrom(...PAGES), (matches, page) => {
        const before = rank(matches, PAGES.length).find((ranked) => ranked.page === page);
        const after = rank([...matches, match('더', { [page]: [1] })], PAGES.length).find((ranked) => ranked.page === page);
        return before === undefined || after === undefined || after.coverage >= before.coverage - 1e-9;
      }),
    );
  });
});
