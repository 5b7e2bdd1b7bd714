import { afterEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import { readContent, toCaseFile, type Content } from '../../src/content/read.ts';
import type { Casebook } from '../../src/content/schema/casebook.ts';
import { writeNewCase } from '../../src/content/new-case.ts';
import { makeFolder, removeFolders } from '../content/sample-folder.ts';
import { edit, NO_OTHERS } from '../content/sample.ts';

afterEach(removeFolders);

const TODAY = '2026-11-22';
const SLUG = 'busan-yeonje-2018-social-economy';
/** The sample's vocabulary, with further books. */
function content(...books: Partial<Casebook>[]): Content {
  const sample = readContent(makeFolder());
  const [book] = sample.vocabulary.casebooks;
  if (!book) throw new Error('the sample has a casebook');
  const casebooks = [book, ...books.map((changes) => ({ ...book, ...changes }))];
  return { ...sample, files: [], vocabulary: { ...sample.vocabulary, casebooks }, others: () => NO_OTHERS };
}
const write = (slug: string, { taken = [], book, from = content() }: { taken?: readonly string[]; book?: string; from?: Content } = {}) =>
  writeNewCase({ slug, book }, from, new Set(taken), TODAY);
const check = (text: string, slug = SLUG, from = content()) => checkContent({ ...from, files: [toCaseFile(`${slug}.mdx`, text)] }, TODAY);
const figure = (id: string, index: number) =>
  `  - id: ${id}\n    kind: 현황\n    label: 가구 ${id}\n    value: 4\n    unit: 가구\n    page: 150\n    headline: ${String(index + 1)}\n`;
const TO_FILL_IN = ['title', 'pledges.1.text', 'pages', 'summary', 'topics.1'];

test('a new file says what its name says, and the check names exactly the lines that a person must fill in', () => {
  const text = write(SLUG);
  expect(text).toContain('province: 부산광역시\nmunicipality: 연제구\ntier: 구\nsector: 사회적경제\n');
  expect(check(text).map(({ field }) => field)).toEqual(TO_FILL_IN);
});

test('once those lines are filled in, the check passes', () => {
  const filled = edit(
    write(SLUG),
    ['title:', 'title: 함께 짓는 집'],
    ['  - text:', '  - text: 공유주택 공급'],
    ['pages:', 'pages: 149-150'],
    ['summary:', 'summary: 구는 주민과 함께 집을 지었다.'],
    ['topics:\n  -', 'topics:\n  - 민관협력'],
    [/# figures:[^]*?\n\n/, `figures:\n${['a', 'b', 'c'].map(figure).join('')}\n`],
    ['149-247쪽]', '149-150쪽]\n\n구는 주민과 집을 지었다.'],
  );
  expect(check(filled)).toEqual([]);
});

test('the commented lines are sound as well: every list in them is the vocabulary of today', () => {
  const text = write(SLUG);
  for (const group of ['figure', 'organisation', 'part', 'instrument', 'note'] as const)
    expect(text).toContain(
      `: ${content()
        .vocabulary.kinds[group].map(({ name }) => name)
        .join(', ')}\n`,
    );
});

describe('with several books', () => {
  const YOUTH: Partial<Casebook> = { id: 'youth-cities', sector: ['청년문제해소'], tier: ['시'], pages: '300-400' };

  test('the one of the sector and tier is taken', () => {
    const from = content(YOUTH);
    expect(write('busan-yeonje', { from })).toContain('casebook: village-shops\n');
    const city = write('gyeonggi-anyang', { from });
    expect(city).toContain('tier: 시\nsector: 청년문제해소\n');
    expect(city).toContain('casebook: youth-cities\n');
    expect(check(city, 'gyeonggi-anyang', from).map(({ field }) => field)).toEqual(TO_FILL_IN);
  });

  test('where two fit, one is to be named', () => {
    const from = content({ id: 'village-shops-2018', asOf: '2018' });
    expect(() => write('busan-yeonje', { from })).toThrow('--book village-shops');
    expect(write('busan-yeonje', { from, book: 'village-shops-2018' })).toContain('casebook: village-shops-2018\n');
    expect(() => write('busan-yeonje', { from, book: 'village' })).toThrow('content/casebooks/');
  });

  test('where none fits, it says where books are added', () => {
    expect(() => write('gyeonggi-anyang')).toThrow('content/casebooks/에 파일을 추가하세요');
  });
});

test.for([
  ['Busan-Jung', '소문자 영문'],
  ['부산-중', '소문자 영문'],
  ['../busan', '소문자 영문'],
  ['busan-yeonje', '이미 쓴 이름입니다'],
  ['busn-yeonje', '‘busan’이면'],
  ['busan-atlantis', '- { id: atlantis, name: ○○구, today: ○○구 }'],
  ['busan', '아직 없는 지자체입니다'],
  ['busan-yeonje-2018-houses', '없는 분야입니다. 있는 분야: social-economy'],
] as const)('%s is refused with what to do instead', ([slug, message]) => {
  expect(() => write(slug, { taken: ['busan-yeonje'] })).toThrow(message);
});
