import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readContent } from '../../src/content/read.ts';
import { idPattern, readVocabulary, VocabularyError } from '../../src/content/schema/vocabulary.ts';

const dir = mkdtempSync(join(tmpdir(), 'vocabulary-'));
const BOOK = 'manifesto-social-economy-gu.yaml';
beforeEach(() => {
  cpSync('content/vocabulary', join(dir, 'vocabulary'), { recursive: true });
  cpSync('content/casebooks', join(dir, 'casebooks'), { recursive: true });
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

test('the real vocabularies are read, with ids fit for addresses and no name twice', () => {
  const { places, topics, sectors, tiers, kinds } = readVocabulary('content', [BOOK]);
  expect(sectors.map(({ name }) => name)).toEqual(['사회적경제', '도시재생', '청년문제해소', '참여예산제', '지역문화활성화']);
  expect(tiers.map(({ name }) => name)).toEqual(['시', '군', '구']);
  for (const { id } of [...places, ...topics, ...sectors, ...tiers]) expect(id).toMatch(idPattern);
  for (const list of Object.values(kinds)) {
    const names = list.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('every topic in use is in the vocabulary and every topic of the vocabulary says why it is there', () => {
  const { vocabulary } = readContent('content');
  for (const { why, definition } of vocabulary.topics) expect(`${why}${definition}`).toMatch(/[가-힣]/);
});

describe('a faulty vocabulary file is named in Korean', () => {
  const spoil = (file: string, text: string) => {
    writeFileSync(join(dir, 'vocabulary', file), text);
    return () => readVocabulary(dir, [BOOK]);
  };

  test.for([
    ['unknown key', '- { id: gu, name: 구, hanja: 區 }\n- { id: gun, name: 군, hanja: 郡, colour: red }', 2, 'gun.colour', '없는 이름'],
    ['missing key', '- { id: gu, name: 구 }', 1, 'gu.hanja', '‘hanja’ 줄이 빠졌다'],
    ['wrong type', '- { id: gu, name: 3, hanja: 區 }', 1, 'gu.name', '‘3’: 받아들일 수 없는 값'],
    ['no list', 'gu', 1, '', '‘gu’: 받아들일 수 없는 값'],
    ['empty file', '', 1, '', '비어 있다'],
    ['id that is no address', '- { id: 구, name: 구, hanja: 區 }', 1, '구.id', '소문자 영문'],
    ['no YAML', '- { id: gu', 1, '파일', '닫히지 않았다'],
    ['an id twice', '- { id: gu, name: 구, hanja: 區 }\n- { id: gu, name: 군, hanja: 郡 }', 2, 'id', '‘gu’: 두 번'],
    ['a name twice', '- { id: gu, name: 구, hanja: 區 }\n- { id: gun, name: 구, hanja: 郡 }', 2, 'name', '‘구’: 두 번'],
  ] as const)('%s', ([, text, line, field, words]) => {
    const read = spoil('tiers.yaml', text);
    expect(read).toThrow(VocabularyError);
    expect(read).toThrow(`content/vocabulary/tiers.yaml:${line}  ${field}`);
    expect(read).toThrow(words);
  });

  test('a name may stand again in another list: two cities may have a 중구', () => {
    const place = (id: string) =>
      `- { id: ${id}, name: ${id}, today: ${id}, short: ${id}, municipalities: [{ id: jung, name: 중구, today: 중구 }] }`;
    expect(spoil('places.yaml', [place('seoul'), place('busan')].join('\n'))).not.toThrow();
  });

  test('no file', () => {
    rmSync(join(dir, 'vocabulary', 'topics.yaml'));
    expect(() => readVocabulary(dir, [BOOK])).toThrow(/content\/vocabulary\/topics\.yaml:1.*파일이 없다/s);
  });

  test('a casebook with misshapen pages', () => {
    writeFileSync(
      join(dir, 'casebooks', BOOK),
      'id: book\ntitle: 책\npart: 1부\nsector: 사회적경제\ntier: 구\nasOf: "2017"\npages: 247-149\n',
    );
    expect(() => readVocabulary(dir, [BOOK])).toThrow(/casebooks\/.*:7 {2}pages.*149-247처럼/s);
  });

  test('no message carries English of a library', () => {
    for (const text of [
      '- { id: gu, name: 구, hanja: 區, colour: red }',
      '- { id: gu }',
      '- 3',
      'gu',
      '',
      '- { id: gu',
      '- { id: G, name: "", hanja: [] }',
    ]) {
      let message = '';
      try {
        spoil('tiers.yaml', text)();
      } catch (error) {
        message = (error as Error).message;
      }
      expect(message, text).toMatch(/tiers\.yaml:\d+/);
      expect(message, text).not.toMatch(/expected|received|Invalid|Unrecognized|must|flow|at line/i);
    }
  });
});
