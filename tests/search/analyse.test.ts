/** What the build knows of words depends on nothing but the words. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Analyse, createAnalyser } from '../../src/search/index/analyse.ts';
import { LanguageError, type Language, commonWords, frequencyOf, loadLanguage, readLanguage } from '../../src/search/index/language.ts';
import { rarityOf } from '../../src/search/text/lexicon.ts';
import { makePage, makeSite } from '../../src/search/index/memory-site.ts';

const WORDS = [
  '몇',
  '협동조합을',
  '고친',
  '행복한마당',
  '아파서',
  '사회적경제',
  '나눠준',
  '몇몇',
  '구청에서',
  '만들었다',
  '가는',
  '이는',
  '한다',
];
/** The same order at every run. */
const shuffled = (words: readonly string[], step: number): readonly string[] =>
  words.map((_, at) => words[(at * step + 3) % words.length] ?? '');

describe('readings', () => {
  test('are the same in whatever order words are seen', async () => {
    const all = async (words: readonly string[]): Promise<ReadonlyMap<string, unknown>> => {
      const analyse = await createAnalyser();
      return new Map(words.map((word) => [word, analyse(word)]));
    };
    const once = await all(WORDS);
    // 몇 is read by the order of a hash map: it changes when the count of maps is not set back.
    for (const step of [5, 7, 11]) {
      const again = await all([...shuffled(WORDS, step), ...shuffled(WORDS, step)]);
      for (const word of WORDS) expect(again.get(word), word).toEqual(once.get(word));
    }
  });

  test('joined are the word', async () => {
    const analyse = await createAnalyser();
    for (const word of WORDS)
      expect(
        analyse(word)
          .map(({ text }) => text)
          .join(''),
      ).toBe(word);
  });

  test('of a verb tell its stem', async () => {
    const analyse: Analyse = await createAnalyser();
    expect(analyse('고친')).toEqual([{ text: '고친', class: 'V', stem: '고치' }]);
  });

  test('give the same build in whatever order the pages are given', async () => {
    const pages = [
      makePage('a', ['몇 협동조합을 고친']),
      makePage('b', ['사회적경제 행복한마당 몇']),
      makePage('c', ['나눠준 몇 구청에서']),
    ];
    const build = async (list: typeof pages): Promise<string> => (await makeSite(list)).site.build;
    expect(await build([...pages].reverse())).toBe(await build(pages));
  });
});

describe('the language', () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });

  test('tells common words from rare ones', () => {
    const rarity = (word: string, name: 'N' | 'V' | 'M'): number => rarityOf(frequencyOf(word, name, language));
    expect([rarity('사람', 'N'), rarity('사업', 'N'), rarity('축제', 'N'), rarity('미싱', 'N'), rarity('쿼카', 'N')]).toEqual([
      0, 1, 1, 3, 3,
    ]);
    expect(rarity('만들', 'V')).toBeLessThan(rarity('보태', 'V'));
    expect(rarity('함께', 'M')).toBeLessThan(2);
  });

  test('takes a name for rare, however often it stands', () => {
    expect(frequencyOf('서울', 'N', language)).toBe(0);
  });

  test('has some thousands of common words, each once and in its class', () => {
    const common = [...commonWords(language)];
    expect(common.length).toBeGreaterThan(8_000);
    expect(common.length).toBeLessThan(12_000);
    expect(new Set(common.map(([word]) => word)).size).toBe(common.length);
    expect(common.find(([word]) => word === '보태')?.[1]).toBe('V');
    expect(common.find(([word]) => word === '소방서')?.[1]).toBe('N');
  });

  test.each([
    ['nothing', Buffer.of()],
    ['another file', Buffer.from('<p>404</p>'.repeat(20))],
    ['a model without a dictionary', Buffer.concat([Buffer.from('GARU'), Buffer.alloc(200)])],
  ])('is not read from %s', (_, model) => {
    expect(() => readLanguage(model)).toThrow(LanguageError);
  });
});
