import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readLexicon, writeLexicon } from '../../src/search/lexicon.ts';
import { addSynonyms } from '../../src/search/query/synonyms.ts';
import { readUnits } from '../../src/search/query/units.ts';
import { createSegmenter } from '../../src/search/segment.ts';
import { expandGroups, readRow, synonymKey, writeRow } from '../../src/search/vocabulary.ts';

interface Group {
  readonly id: string;
  readonly terms?: readonly string[];
  readonly finds?: readonly string[];
  readonly from?: readonly string[];
  readonly not: string;
}
const groups = parse(readFileSync('content/vocabulary/synonyms.yaml', 'utf8')) as readonly Group[];
const synonyms = expandGroups(groups.map(({ terms = [], finds = [], from = [] }) => ({ terms, finds, from })));
/** Every word of the vocabulary is a noun, so that queries are cut at its words. */
const words = groups
  .flatMap(({ terms = [], finds = [], from = [] }) => [...terms, ...finds, ...from])
  .flatMap((word) => word.match(/[가-힣]+/g) ?? []);
const lexicon = readLexicon(writeLexicon(new Map([...new Set(words)].map((word) => [word, { N: 1 }]))));
const tokeniser = { segment: createSegmenter(lexicon), readings: new Map<string, string>() };

test('ids are unique', () => {
  expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
});

test('a row is read as it was written', () => {
  for (const [word, found] of synonyms) expect(readRow(writeRow(word, found))).toEqual([word, found]);
  expect(() => expandGroups([{ terms: ['a<b', 'c'], finds: [], from: [] }])).toThrow(RangeError);
});

test('no word stands twice in a group', () => {
  const doubled = groups.flatMap(({ id, terms = [], finds = [], from = [] }) => {
    const found = [...terms, ...finds];
    return from.filter((word) => found.includes(word)).map((word) => `${id}: ${word}`);
  });
  expect(doubled).toEqual([]);
});

test.each(groups.map((group) => [group.id, group.not, group] as const))('%s does not answer ‘%s’', (_, not, { terms = [], finds = [] }) => {
  const own = new Set([...terms, ...finds].map(synonymKey));
  const units = addSynonyms(readUnits(not, tokeniser), synonyms, tokeniser);
  const reached = units.flatMap(({ readings }) => readings.filter(({ kind, text }) => kind === 'synonym' && own.has(synonymKey(text))));
  // The whole query must not be led to the group; a word of a longer query may, beside the others.
  expect(units.length === 1 ? reached.map(({ text }) => text) : []).toEqual([]);
});
