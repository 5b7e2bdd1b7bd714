/** Every file under `content/` but the cases: what is wrong with it is told in Korean, with file, line and field. */
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readGlossary } from '../../src/content/schema/glossary.ts';
import { readHanja } from '../../src/content/schema/hanja.ts';
import { readFingerprints, readLedger } from '../../src/content/schema/ledgers.ts';
import { readSynonyms } from '../../src/content/schema/synonyms.ts';
import { readVocabulary } from '../../src/content/schema/vocabulary.ts';
import { ContentError } from '../../src/content/yaml.ts';
import { readDepartures } from '../../src/content/schema/departures.ts';
import { faultsWith, makeFolder, removeFolders } from './sample-folder.ts';
import { edit, SAMPLE_FOLDER } from './sample.ts';

afterEach(removeFolders);
afterAll(removeFolders);

test('the sample folder has no fault', () => {
  expect(faultsWith({})).toEqual([]);
});

test('ids and names stand once in a list, and again in another: two cities may have a 중구', () => {
  const place = (id: string) =>
    `- { id: ${id}, name: ${id}, today: ${id}, short: ${id}, municipalities: [{ id: jung, name: 중구, today: 중구 }] }`;
  const dir = makeFolder({ 'vocabulary/places.yaml': [place('seoul'), place('busan')].join('\n') });
  expect(readVocabulary(dir).places).toHaveLength(2);
});

const TIERS = 'vocabulary/tiers.yaml';
const SYNONYMS = 'vocabulary/synonyms.yaml';
const HANJA = 'vocabulary/hanja.yaml';
const GLOSSARY = 'vocabulary/glossary.yaml';
const BOOK = 'casebooks/village-shops.yaml';
const PERMALINKS = 'permalinks.json';
const FINGERPRINTS = 'fingerprints.json';

describe('a faulty file is told once a cause', () => {
  test.for([
    [
      'unknown key',
      TIERS,
      '- { id: gu, name: 구, hanja: 區 }\n- { id: gun, name: 군, hanja: 郡, colour: red }',
      '2 gun.colour',
      '없는 항목',
    ],
    ['missing key', TIERS, '- { id: gu, name: 구 }', '1 gu.hanja', '‘hanja’ 행이 빠졌습니다'],
    ['wrong type', TIERS, '- { id: gu, name: 3, hanja: 區 }', '1 gu.name', '‘3’: 쓸 수 없는 값'],
    ['no list', TIERS, 'gu', '1 앞머리', '‘gu’: 쓸 수 없는 값'],
    ['empty file', TIERS, '', '1 앞머리', '비어 있습니다'],
    ['id that is no address', TIERS, '- { id: 구, name: 구, hanja: 區 }', '1 구.id', '쓸 수 없는 값'],
    ['an id twice', TIERS, '- { id: gu, name: 구, hanja: 區 }\n- { id: gu, name: 군, hanja: 郡 }', '2 id', '‘gu’: 두 번'],
    ['a name twice', TIERS, '- { id: gu, name: 구, hanja: 區 }\n- { id: gun, name: 구, hanja: 郡 }', '2 name', '‘구’: 두 번'],
    ['an escape that turns the writing', TIERS, String.raw`- { id: gu, name: "구\u202E", hanja: 區 }`, '1 글자', '보이지 않는'],
    ['half a character', TIERS, String.raw`- { id: gu, name: "구\ud83d", hanja: 區 }`, '1 글자', '반쪽 글자'],
    ['versions not merged', TIERS, '<<<<<<< HEAD\n- { id: gu, name: 구, hanja: 區 }\n=======\n>>>>>>> b\n', '1 파일', '합치다 만'],
    ['other encoding', TIERS, Buffer.from([0xb1, 0xb8]), '1 파일', 'EUC-KR'],
    ['a book whose pages run backwards', BOOK, (text: string) => edit(text, ['149-247', '247-149']), '7 pages', '쓸 수 없는 값'],
    ['a book whose pages overlap', BOOK, (text: string) => edit(text, ['149-247', '149-247, 200']), '7 pages', '쓸 수 없는 값'],
    ['a book of another id', BOOK, (text: string) => edit(text, ['id: village-shops', 'id: other']), '1 id', '파일 이름'],
    ['a sector of no list', BOOK, (text: string) => edit(text, ['sector: 사회적경제', 'sector: 사회적경재']), '4 sector', '정해진 값'],
    [
      'a sector of no list among several',
      BOOK,
      (text: string) => edit(text, ['sector: 사회적경제', 'sector: [사회적경제, 사회적경재]']),
      '4 sector',
      '정해진 값',
    ],
    ['no sector', BOOK, (text: string) => edit(text, ['sector: 사회적경제', 'sector: []']), '4 sector', '정해진 값'],
    ['a group that finds nothing', SYNONYMS, '- { id: none, from: [가], why: 나, not: 다 }', '1 none.terms', 'terms도'],
    ['a word twice in a group', SYNONYMS, '- { id: one, terms: [가], from: [가], why: 나, not: 다 }', '1 one.terms', '두 번'],
    ['a mark of the index in a word', SYNONYMS, '- { id: one, terms: [가_나], why: 나, not: 다 }', '1 one.terms.1', '쓸 수 없는 값'],
    ['a group without its reason', SYNONYMS, '- { id: one, terms: [가], not: 다 }', '1 one.why', '행이 빠졌습니다'],
    ['two readings of a character', HANJA, '동: "東區"\n구: "區"', '2 구', '이미 ‘동’에'],
    ['a reading of two syllables', HANJA, '동구: "區"\n구: "區"', '1 동구', '쓸 수 없는 항목'],
    ['a reading of no hanja', HANJA, '동: "동"\n구: "區"', '1 동', '쓸 수 없는 값'],
    [
      'a term explained twice',
      GLOSSARY,
      '- { id: a, term: 조합, meaning: 가 }\n- { id: b, term: 나, also: [조합], meaning: 다 }',
      '2 b.also',
      '이미',
    ],
    [
      'a term of a case that is not there',
      GLOSSARY,
      '- { id: a, term: 가, meaning: 나, from: { case: busan-jung, page: 3 } }',
      '1 a.from.case',
      '없는 사례',
    ],
    [
      'a term of another case',
      GLOSSARY,
      '- { id: a, term: 가, meaning: 나, from: { case: busan-yeonje, page: 3 } }',
      '1 a.from.page',
      '밖입니다',
    ],
    ['a ledger cut short', PERMALINKS, '{ "pages": {', '1 파일', 'JSON을 읽을 수 없습니다'],
    ['a ledger of another shape', PERMALINKS, '{\n "pages": [],\n "files": 3 }', '2 pages', '목록'],
    ['a print that is none', FINGERPRINTS, '{ "cases": { "busan-yeonje": "abc" }, "casebooks": {} }', '1 cases.busan-yeonje', '묶음'],
  ] as const)('%s', ([, name, text, where, words]) => {
    const faults = faultsWith({ [name]: text });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^content/${name.replace('.', '\\.')}:${where} \\| `));
    expect(faults[0]).toContain(words);
  });

  test('ledgers are put right by their command, not by hand', () => {
    expect(faultsWith({ [PERMALINKS]: '[]' })[0]).toContain('npm run publish');
    expect(faultsWith({ [FINGERPRINTS]: '[]' })[0]).toContain('npm run publish');
  });

  test('a hanja of a case without a reading', () => {
    const faults = faultsWith({ 'cases/busan-yeonje.mdx': (text) => edit(text, ['마을 가게 문 열기', '마을 가게 開店']) });
    expect(faults.map((fault) => fault.split(' | ').slice(0, 2))).toEqual([
      ['content/cases/busan-yeonje.mdx:46 한자', '‘開’: 음이 적혀 있지 않은 한자입니다.'],
      ['content/cases/busan-yeonje.mdx:46 한자', '‘店’: 음이 적혀 있지 않은 한자입니다.'],
    ]);
  });

  test('no message carries English of a library', () => {
    const texts = [
      '- { id: gu, name: 구, hanja: 區, colour: red }',
      '- { id: gu }',
      '- 3',
      'gu',
      '',
      '- { id: gu',
      '- { id: G, name: "", hanja: [] }',
      '{',
      '"',
      '- *x',
    ];
    for (const name of [TIERS, SYNONYMS, HANJA, GLOSSARY, BOOK, 'withdrawn.yaml', 'moved.yaml', PERMALINKS, FINGERPRINTS])
      for (const text of texts)
        for (const fault of faultsWith({ [name]: text }).filter((one) => one.startsWith(`content/${name}`)))
          expect(fault, `${name}: ${text}`).not.toMatch(/expected|received|Invalid|Unrecognized|\bmust\b|\bflow\b|at line|undefined|null/i);
  });
});

describe('what pages are made of', () => {
  test('is read through the same schemas', () => {
    expect(readGlossary(SAMPLE_FOLDER)).toMatchObject([{ id: 'cooperative', also: ['조합'] }]);
    expect(readHanja(SAMPLE_FOLDER).get('洞')).toBe('동');
    expect(readSynonyms(SAMPLE_FOLDER)).toMatchObject([{ terms: ['노인', '어르신'], finds: [], from: ['할머니'] }]);
    expect(readDepartures(SAMPLE_FOLDER)).toEqual({ withdrawn: [], moved: [], faults: [] });
    expect(readLedger(SAMPLE_FOLDER)).toEqual({ pages: {}, files: [], facets: {} });
    expect(readFingerprints(SAMPLE_FOLDER)).toEqual({ cases: {}, casebooks: {} });
  });

  test('is not read when it has a fault; the message is the report', () => {
    const dir = makeFolder({ [TIERS]: '- { id: gu }', 'vocabulary/topics.yaml': '- 3', [GLOSSARY]: '- 3' });
    expect(() => readVocabulary(dir)).toThrow(ContentError);
    expect(() => readVocabulary(dir)).toThrow(/topics\.yaml:1[^]*tiers\.yaml:1 {2}gu\.name[^]*오류 3건/);
    expect(() => readGlossary(dir)).toThrow(/glossary\.yaml:1/);
  });
});
