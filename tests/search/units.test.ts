import { describe, expect, test } from 'vitest';
import { type MorphemeClass, readLexicon, writeLexicon } from '../../src/search/lexicon.ts';
import { addSynonyms } from '../../src/search/query/synonyms.ts';
import { mayBeVerb, readUnits } from '../../src/search/query/units.ts';
import { baseOf, isFiller } from '../../src/search/query/words.ts';
import { createSegmenter } from '../../src/search/segment.ts';
import { expandGroups } from '../../src/search/vocabulary.ts';

const CLASSES: Readonly<Record<string, MorphemeClass>> = {
  집: 'N',
  마을: 'N',
  주민: 'N',
  강의: 'N',
  협동조합: 'N',
  구: 'N',
  땅: 'N',
  가: 'J',
  번: 'N',
  회: 'N',
  명: 'N',
  수익: 'N',
  오: 'V',
  산: 'V',
  을: 'J',
  이: 'J',
  에: 'J',
  에게: 'J',
};
const lexicon = readLexicon(writeLexicon(new Map(Object.entries(CLASSES).map(([token, name]) => [token, { [name]: 100 }]))));
const tokeniser = { segment: createSegmenter(lexicon), readings: new Map<string, string>() };
const unitOf = (query: string, text: string) => {
  const unit = readUnits(query, tokeniser).find((each) => each.text === text);
  if (!unit) throw new Error(`no unit ${text} in ${query}`);
  return unit;
};

describe('in a question', () => {
  test('a noun with a particle is no form of a verb: 집을 is not 지다', () => {
    expect(unitOf('협동조합이 집을 짓는 마을 주민', '집').role).toBe('content');
  });

  test('what an everyday verb may stand in is one: 차린', () => {
    expect(unitOf('협동조합이 차린 집 마을 주민', '차린').role).toBe('predicate');
  });

  test('whom it is done for is a thing asked for even when it is nowhere', () => {
    expect(mayBeVerb(unitOf('임산부에게 집을 짓는 마을 주민', '임산부'), true)).toBe(false);
  });

  test('a small or a round count may be told otherwise, an exact one may not', () => {
    expect(unitOf('마을 주민이 열두 번 들은 강의', '12번').role).toBe('predicate');
    expect(unitOf('마을 주민 삼백 명이 들은 강의', '300명').role).toBe('predicate');
    expect(unitOf('마을 주민 이백오십삼 명이 들은 강의', '253명').role).toBe('content');
  });
});

test('a count is found under another counter, and where there are more than so many', () => {
  const terms = unitOf('열두 번', '12번').readings.map((reading) => reading.terms.join(' '));
  expect(terms[0]).toBe('12 번');
  expect(terms).toContain('12 회');
  expect(terms).toContain('12 여 번');
  expect(terms).toContain('12 여번');
});

test('a round number alone is no evidence, another one is', () => {
  const terms = (query: string, text: string): readonly string[] => unitOf(query, text).readings.map((reading) => reading.terms.join(' '));
  expect(terms('300명', '300명')).not.toContain('300');
  expect(terms('253명', '253명')).toContain('253');
});

test('stems without an ending are a name: 오산', () => {
  expect(unitOf('오산', '오산').role).toBe('content');
});

test('what has a particle is no bare stem: 번에 does not ask for 벌다', () => {
  const synonyms = expandGroups([{ terms: ['수익'], finds: [], from: ['벌다'] }]);
  const found = (query: string): readonly string[] =>
    addSynonyms(readUnits(query, tokeniser), synonyms, tokeniser).flatMap(({ readings }) => readings.map(({ text }) => text));
  expect(found('번')).toContain('수익');
  expect(found('번에')).not.toContain('수익');
});

test('another spelling of a word counts for nearly as much as the word, another word for less', () => {
  const synonyms = expandGroups([{ terms: ['강의', '강이', '주민'], finds: [], from: [] }]);
  const weights = addSynonyms(readUnits('강의', tokeniser), synonyms, tokeniser).flatMap(({ readings }) =>
    readings.map(({ weight }) => weight),
  );
  expect(weights).toEqual([1, 0.95, 0.7]);
});

test('words that a particle parts are no word of the vocabulary: 구가 땅을 is no 구 땅', () => {
  const synonyms = expandGroups([{ terms: ['시유지'], finds: [], from: ['구 땅'] }]);
  const found = (query: string): readonly string[] =>
    addSynonyms(readUnits(query, tokeniser), synonyms, tokeniser).flatMap(({ readings }) => readings.map(({ text }) => text));
  expect(found('구 땅을')).toContain('시유지');
  expect(found('구가 땅을')).not.toContain('시유지');
});

describe('words that say nothing', () => {
  test.each(['어디인가요', '있었나요', '알려주세요', '무엇입니까', '찾아줘'])('%s', (word) => {
    expect(isFiller(word)).toBe(true);
  });

  test.each(['어린이', '알려주는', '있다가', '무엇이든'])('but not %s', (word) => {
    expect(isFiller(word)).toBe(false);
  });
});

test('a base is left where a word is derived, not where a thing is put before another', () => {
  expect(baseOf('한복집', false)).toBe('한복');
  expect(baseOf('소방관', true)).toBe('소방');
  expect(baseOf('소방관', false)).toBeUndefined();
  expect(baseOf('쓰레기봉투', true)).toBeUndefined();
  expect(baseOf('화가', true)).toBeUndefined();
});
