import { describe, expect, test } from 'vitest';
import type { Lexicon, MorphemeClass } from '../../src/search/lexicon.ts';
import { createWholes } from '../../src/search/query/retrieve.ts';

function lexiconOf(words: Readonly<Record<string, MorphemeClass>>): Lexicon {
  return {
    entries: new Map(Object.entries(words).map(([word, kind]) => [word, { classes: [kind], bucket: 1, absent: false }])),
    longest: 6,
    complete: true,
  };
}

describe('longer words that hold a word', () => {
  const wholes = createWholes(
    lexiconOf({
      산업: 'N',
      산업단지: 'N',
      단지: 'M',
      음악: 'N',
      음악회: 'N',
      회: 'X',
      아이: 'N',
      아이디어: 'N',
      대한상공회의소: 'N',
      사업하: 'V',
    }),
  );

  test('a word that begins or ends a compound of words is found in it', () => {
    expect(wholes('단지', true)).toEqual(['산업단지']);
    expect(wholes('음악', true)).toEqual(['음악회']);
  });

  test('letters that only happen to stand in another word are not', () => {
    expect(wholes('아이', true)).toEqual([]);
    expect(wholes('아이', false)).toEqual([]);
  });

  test('a longer word that stands nowhere by itself is found anywhere inside', () => {
    expect(wholes('상공회의소', false)).toEqual(['대한상공회의소']);
    expect(wholes('상공회의소', true)).toEqual([]);
  });

  test('nor where the rest is no noun, and never in itself', () => {
    expect(wholes('산업', true)).toEqual([]);
    expect(wholes('사업', true)).toEqual([]);
  });
});
