import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fillLanguage, fillShelves } from '../../src/search/index/fill-shelves.ts';
import { readLexicon, writeLexicon, type LexiconEntry } from '../../src/search/text/lexicon.ts';
import { textsOf } from '../../src/search/query/search.ts';
import { createSegmenter } from '../../src/search/text/segment.ts';
import { openShelves, readSlots, writeShelf, writeSlots, type Shelves } from '../../src/search/runtime/shelves.ts';
import { expandGroups, type SynonymGroup, type Synonyms } from '../../src/search/runtime/vocabulary.ts';

const BUILD = '0123456789';
const groups = (parse(readFileSync('content/vocabulary/synonyms.yaml', 'utf8')) as Partial<SynonymGroup>[]).map(
  ({ terms = [], finds = [], from = [] }) => ({ terms, finds, from }),
);
const runsOf = (words: Iterable<string>): readonly string[] => [...words].flatMap((word) => word.match(/[가-힣]+/g) ?? []);

interface Shelved {
  readonly synonyms: Synonyms;
  /** Shelves as files. */
  readonly files: readonly string[];
  readonly slots: string;
  /** A reader who has nothing yet. `asked` are the shelves that were fetched. */
  readonly open: () => { readonly shelves: Shelves; readonly asked: readonly number[] };
}

/** Every run of the vocabulary of two syllables or more is a token of its own, and none stands on a page. */
function shelve(all: readonly SynonymGroup[]): Shelved {
  const synonyms = expandGroups(all);
  const lexicon = readLexicon(writeLexicon(new Map(runsOf(synonyms.keys()).map((run) => [run, { N: 1 }]))));
  const tokens = new Map<string, LexiconEntry>([...lexicon.entries].filter(([token]) => token.length > 1));
  const { shelves, slots, short } = fillShelves(synonyms, tokens, createSegmenter(lexicon));
  const files = shelves.map((rows) => writeShelf(rows, BUILD));
  return {
    synonyms,
    files,
    slots,
    open: () => {
      const asked: number[] = [];
      const opened = openShelves({
        build: BUILD,
        slots,
        read: (shelf) => (asked.push(shelf), Promise.resolve(files[shelf] ?? '')),
        readLanguage: () => Promise.resolve(writeShelf([], BUILD)),
      });
      opened.add(short);
      return { shelves: opened, asked };
    },
  };
}

const whole = shelve(groups);

describe('what a query fetches of the vocabulary', () => {
  test('every word of it, with all that it finds and as a token', async () => {
    for (const [word, found] of whole.synonyms) {
      const { shelves } = whole.open();
      await shelves.load(word);
      expect(shelves.synonyms.get(word), word).toEqual(found);
      const { entries } = shelves.extend({ entries: new Map(), longest: 1 });
      for (const run of runsOf([word])) if (run.length > 1) expect(entries.get(run)?.classes, run).toEqual(['N']);
    }
  });

  test.each([
    ['혼자 사는 노인에게', '혼자사는노인'],
    ['이어 받은', '이어받다'],
    ['집을 고쳐', '고치다'],
    ['옷을 골라', '고르다'],
    ['어려운 사람', '어렵다'],
    ['길을 물어', '묻다'],
  ])('%s: the word %s', async (query, word) => {
    const { shelves } = shelve([...groups, { terms: ['시험', word], finds: [], from: [] }]).open();
    await shelves.load(query);
    expect(shelves.synonyms.has(word)).toBe(true);
  });

  test('few shelves and nothing else, once', async () => {
    const { shelves, asked } = whole.open();
    await Promise.all([shelves.load('할머니 일자리'), shelves.load('할머니 일자리')]);
    await shelves.load('할머니');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(5);
    expect(new Set(asked).size).toBe(asked.length);
    await shelves.load('가'.repeat(200));
    await shelves.load('');
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  test('a vocabulary of twice the size costs a query less than a kilobyte', async () => {
    // Every syllable moved along by the same: other words, made as these are.
    const moved = (word: string): string =>
      word.replace(/[가-힣]/g, (syllable) => String.fromCharCode(0xac00 + ((syllable.charCodeAt(0) - 0xac00 + 2_352) % 11_172)));
    const move = ({ terms, finds, from }: SynonymGroup): SynonymGroup => ({
      terms: terms.map(moved),
      finds: finds.map(moved),
      from: from.map(moved),
    });
    const double = shelve([...groups, ...groups.map(move)]);
    expect(double.synonyms.size).toBeGreaterThan(1.9 * whole.synonyms.size);
    const { queries: judged } = JSON.parse(readFileSync('tests/queries/train/own.json', 'utf8')) as { queries: { q: string }[] };
    const queries = judged.map(({ q }) => q);
    const size = (text: string): number => brotliCompressSync(text).length;
    const cost = async ({ open, files, slots }: Shelved): Promise<number> => {
      const sizes = files.map(size);
      const costs = await Promise.all(
        queries.map(async (query) => {
          const { shelves, asked } = open();
          for (const text of textsOf(query)) await shelves.load(text);
          return asked.reduce((sum, shelf) => sum + (sizes[shelf] ?? 0), 0);
        }),
      );
      return size(slots) + (costs.sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0);
    };
    const [before, after] = [await cost(whole), await cost(double)];
    expect(before).toBeGreaterThan(300);
    expect(before).toBeLessThan(2_000);
    expect(after - before).toBeLessThan(1_000);
  });
});

describe('words of the language', () => {
  const entry = { classes: ['N' as const], bucket: 0, rarity: 1, absent: true };
  const files = fillLanguage([
    ['소방서', entry],
    ['보태', { ...entry, classes: ['V'] }],
  ]);
  const open = (asked: number[], spoil: (file: string) => string = (file) => file): Shelves =>
    openShelves({
      build: BUILD,
      slots: writeSlots({ bits: 1, taken: [] }),
      read: () => Promise.reject(new Error('no shelf')),
      readLanguage: (file) => (asked.push(file), Promise.resolve(spoil(writeShelf(files[file] ?? [], BUILD)))),
    });

  test('come with the beginning of a word of the query, verbs in whatever form', async () => {
    const asked: number[] = [];
    const shelves = open(asked);
    await shelves.load('소방서에서 보탠 가');
    const { entries } = shelves.extend({ entries: new Map(), longest: 1 });
    expect(entries.get('소방서')).toEqual(entry);
    expect(entries.get('보태')?.classes).toEqual(['V']);
    expect(asked).toHaveLength(2);
  });

  test('a file of another build is refused', async () => {
    await expect(open([], (file) => file.replace(BUILD, '9876543210')).load('소방서')).rejects.toThrow(RangeError);
  });
});

describe('the files', () => {
  test('slots are read as they were written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(4_095), { maxLength: 400 }), (slots) => {
        const taken = [...slots].sort((a, b) => a - b);
        const text = writeSlots({ bits: 12, taken });
        expect(readSlots(text)).toEqual({ bits: 12, taken });
        expect(JSON.stringify(text)).toBe(`"${text}"`);
      }),
    );
  });

  test('the same words give the same files, in whatever order they were written down', () => {
    const again = shelve([...groups].reverse().map(({ terms, finds, from }) => ({ terms, finds, from })));
    expect(shelve(groups).files).toEqual(whole.files);
    expect(again.slots).toBe(whole.slots);
  });

  test.each([
    ['cut short', (file: string) => file.slice(0, -1)],
    ['half', (file: string) => file.slice(0, file.length / 2)],
    ['of another build', (file: string) => file.replace(BUILD, '9876543210')],
    ['something else', () => '<p>404</p>'],
    ['empty', () => ''],
  ])('a shelf that is %s is refused, and asked for again', async (_, spoil) => {
    let spoilt = true;
    const shelves = openShelves({
      build: BUILD,
      slots: whole.slots,
      read: (shelf) => Promise.resolve(spoilt ? spoil(whole.files[shelf] ?? '') : (whole.files[shelf] ?? '')),
      readLanguage: () => Promise.resolve(writeShelf([], BUILD)),
    });
    await expect(shelves.load('할머니')).rejects.toThrow(RangeError);
    expect(shelves.synonyms.size).toBe(0);
    spoilt = false;
    await shelves.load('할머니');
    expect(shelves.synonyms.has('할머니')).toBe(true);
  });
});
