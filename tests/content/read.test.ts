import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openContent, readContent, toCaseFile, validateCase } from '../../src/content/read.ts';
import { explainReadError } from '../../src/content/text-file.ts';
import { checkFolder, faultsWith, makeFolder, removeFolders } from './sample-folder.ts';
import { edit, SAMPLE, sampleFile, vocabulary } from './sample.ts';

afterEach(removeFolders);

test('the cases are read in the order of their names', () => {
  expect(readContent(makeFolder()).files.map(({ slug }) => slug)).toEqual(['busan-sasang', 'busan-yeonje']);
});

test('a file knows its slug, its path for messages and its text', () => {
  expect(sampleFile()).toMatchObject({ slug: 'busan-yeonje', file: 'content/cases/busan-yeonje.mdx', text: SAMPLE });
});

test('decomposed Hangul is read as what it means', () => {
  expect(toCaseFile('busan-yeonje.mdx', SAMPLE.normalize('NFD')).source.data).toEqual(sampleFile().source.data);
});

test('defaults are filled in', () => {
  const { data } = validateCase(sampleFile(), vocabulary);
  expect(data).toMatchObject({ aliases: [], anchorAliases: {}, changes: [] });
});

test('a faulty file that gets past the check still stops the site, with its name', () => {
  expect(() => validateCase(sampleFile(edit(SAMPLE, ['tier: 구', 'tier: 동'])), vocabulary)).toThrow(
    /content\/cases\/busan-yeonje\.mdx: tier .*check:content/,
  );
});

describe('files that belong nowhere', () => {
  test('what systems and editors leave behind is no fault', () => {
    expect(
      faultsWith({
        '.DS_Store': '',
        'cases/.DS_Store': '',
        'cases/busan-yeonje.mdx~': SAMPLE,
        'cases/busan-yeonje.mdx.bak': SAMPLE,
        'cases/#busan-yeonje.mdx#': SAMPLE,
        'cases/.busan-yeonje.mdx.swp': '',
        'casebooks/.hidden.yaml': 'id: hidden',
        'vocabulary/Thumbs.db': '',
      }),
    ).toEqual([]);
  });

  test.for([
    ['cases/busan-jung.MDX', '‘busan-jung.mdx’로 바꾸세요'],
    ['cases/busan-jung.md', '‘busan-jung.mdx’로 바꾸세요'],
    ['cases/busan-jung.mdx.txt', '‘busan-jung.mdx’로 바꾸세요'],
    ['cases/메모.txt', 'content 밖으로'],
    ['cases/drafts/busan-jung.mdx', '폴더를 이 자리에서 옮기세요'],
    ['casebooks/other.yml', '‘other.yaml’로 바꾸세요'],
    ['vocabulary/extra.yaml', 'content 밖으로'],
    ['withdrawn.yml', '‘withdrawn.yaml’로 바꾸세요'],
    ['notes.txt', 'content 밖으로'],
  ] as const)('%s is told, with what to do', ([name, words]) => {
    const faults = faultsWith({ [name]: SAMPLE });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^content\/.*둘 수 없는/);
    expect(faults[0]).toContain(words);
  });

  test.for([
    ['cases/busan-yeonje.md', 'busan-yeonje.mdx'],
    ['vocabulary/tiers.yml', 'tiers.yaml'],
    ['casebooks/village-shops.yml', 'village-shops.yaml'],
  ] as const)('%s: no advice overwrites the file that is there', ([name, there]) => {
    const [fault] = faultsWith({ [name]: SAMPLE });
    expect(fault).toContain(`‘${there}’ 파일이 이미 있습니다`);
    expect(fault).not.toContain('로 바꾸세요');
  });
});

describe('a case that cannot be read at all is told once, and the others are checked', () => {
  const PLACE = 'cases/busan-jung.mdx';
  const faultsAt = (put: (path: string) => void): string[] => {
    const dir = makeFolder();
    put(join(dir, PLACE));
    return checkFolder(dir).map(({ file, problem }) => `${file} ${problem}`);
  };
  // "마을" in EUC-KR.
  const EUC_KR = Uint8Array.from([0xb8, 0xb6, 0xc0, 0xbb]);

  test.for([
    [
      'a folder',
      (path: string) => {
        mkdirSync(path);
      },
      '폴더입니다',
    ],
    [
      'a dangling link',
      (path: string) => {
        symlinkSync('nowhere', path);
      },
      '파일이 없습니다',
    ],
    [
      'a link to itself',
      (path: string) => {
        symlinkSync(path, path);
      },
      '자기 자신을',
    ],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path]), '보통 파일이 아닙니다'],
    [
      'EUC-KR',
      (path: string) => {
        writeFileSync(path, EUC_KR);
      },
      'EUC-KR',
    ],
    [
      'UTF-16',
      (path: string) => {
        writeFileSync(path, Buffer.from(`\ufeff${SAMPLE}`, 'utf16le'));
      },
      'UTF-16',
    ],
    [
      'a picture',
      (path: string) => {
        writeFileSync(path, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]));
      },
      'UTF-8이 아닙니다',
    ],
    [
      '2 MB',
      (path: string) => {
        writeFileSync(path, 'a'.repeat(2_000_000));
      },
      '2.0MB입니다',
    ],
  ] as const)('%s', ([, put, words]) => {
    const faults = faultsAt(put);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^content\/cases\/busan-jung\.mdx /);
    expect(faults[0]).toContain(words);
  });

  test('without permission, which root always has', () => {
    expect(explainReadError('EACCES').problem).toContain('권한이 없습니다');
    expect(explainReadError('EPERM')).toEqual(explainReadError('EACCES'));
  });

  test('for a reason of the system, which is named', () => {
    expect(explainReadError('EIO').problem).toContain('EIO');
  });
});

describe('with a faulty vocabulary', () => {
  test('the check goes on with what does not hang on it', () => {
    const faults = faultsWith({
      'vocabulary/topics.yaml': '- id: senior-jobs\n',
      'vocabulary/tiers.yaml': '- { id: gu, name: 구 }\n',
      'cases/busan-yeonje.mdx': (text) => edit(text, ['page: 174', 'page: 999'], ['unit: 천원', 'unti: 천원']),
    });
    expect(faults.map((fault) => fault.split(' | ')[0])).toEqual([
      'content/cases/busan-yeonje.mdx:22 budget.subsidy.unti',
      'content/cases/busan-yeonje.mdx:32 figures.members.page',
      'content/vocabulary/tiers.yaml:1 gu.hanja',
      'content/vocabulary/topics.yaml:1 senior-jobs.name',
      'content/vocabulary/topics.yaml:1 senior-jobs.definition',
      'content/vocabulary/topics.yaml:1 senior-jobs.synonyms',
      'content/vocabulary/topics.yaml:1 senior-jobs.why',
    ]);
  });

  test('what a site is made of is not read', () => {
    const dir = makeFolder({ 'vocabulary/topics.yaml': '' });
    expect(() => readContent(dir)).toThrow(/content\/vocabulary\/topics\.yaml:1/);
    expect(openContent(dir).files).toHaveLength(2);
  });

  test('no folder at all', () => {
    const dir = makeFolder();
    rmSync(dir, { recursive: true });
    expect(checkFolder(dir).map(({ file, problem }) => `${file} ${problem}`)).toContain('content/vocabulary/places.yaml 파일이 없습니다.');
  });
});
