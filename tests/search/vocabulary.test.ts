import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { expandGroups, readRow, synonymKey, writeRow } from '../../src/search/runtime/vocabulary.ts';

interface Group {
  readonly id: string;
  readonly terms?: readonly string[];
  readonly finds?: readonly string[];
  readonly from?: readonly string[];
  readonly not: string;
}
const groups = parse(readFileSync('content/vocabulary/synonyms.yaml', 'utf8')) as readonly Group[];
const wordsOf = ({ terms = [], finds = [], from = [] }: Group): readonly string[] => [...terms, ...finds, ...from];
const synonyms = expandGroups(groups.map(({ terms = [], finds = [], from = [] }) => ({ terms, finds, from })));

test('ids are unique', () => {
  expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
});

test('a row is read as it was written', () => {
  for (const [word, found] of synonyms) expect(readRow(writeRow(word, found))).toEqual([word, found]);
  expect(() => expandGroups([{ terms: ['a<b', 'c'], finds: [], from: [] }])).toThrow(RangeError);
});

test('no word stands twice in a group', () => {
  const doubled = groups.flatMap((group) => {
    const words = wordsOf(group).map((word) => word.trim());
    return words.filter((word, at) => words.indexOf(word) !== at).map((word) => `${group.id}: ${word}`);
  });
  expect(doubled).toEqual([]);
});

test('what a group must not answer is none of its words', () => {
  const own = groups.filter((group) => wordsOf(group).map(synonymKey).includes(synonymKey(group.not)));
  expect(own.map(({ id, not }) => `${id}: ${not}`)).toEqual([]);
});
