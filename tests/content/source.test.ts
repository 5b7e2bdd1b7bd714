import { describe, expect, test } from 'vitest';
import { parseCaseSource } from '../../src/content/source.ts';

const SOURCE = `---
title: 제목
published: 2026-11-22
day: 2016-02-30
agreed: yes
figures:
  - id: one
    value: 1 # printed so
    page: 173-174
  - id: two
tables:
  - id: rows
    rows: |
      | a | 1 |

      | b | 2 |
---

## 추진 배경 [#background, 173쪽]
`;

test('dates, ranges and yes stay text; only numbers are numbers', () => {
  expect(parseCaseSource(SOURCE).data).toMatchObject({
    published: '2026-11-22',
    day: '2016-02-30',
    agreed: 'yes',
    figures: [{ id: 'one', value: 1, page: '173-174' }, { id: 'two' }],
  });
});

test('the body begins behind the second fence', () => {
  const { body, bodyLine } = parseCaseSource(SOURCE);
  expect(body.split('\n')[1]).toBe('## 추진 배경 [#background, 173쪽]');
  expect(bodyLine + 1).toBe(SOURCE.split('\n').findIndex((line) => line.startsWith('##')) + 1);
});

test('every path leads to a line of the file', () => {
  const { lineAt, lineOfKey } = parseCaseSource(SOURCE);
  expect(lineAt(['title'])).toBe(2);
  expect(lineAt(['figures', 0, 'page'])).toBe(9);
  expect(lineAt(['figures', 1])).toBe(10);
  // A missing key is missed where its row begins, a missing row where its list does.
  expect(lineAt(['figures', 1, 'page'])).toBe(10);
  expect(lineAt(['nothing'])).toBe(2);
  expect(lineOfKey(['figures', 0], 'value')).toBe(8);
  expect(lineOfKey([], 'day')).toBe(4);
});

test('the rows of a table are lines of their own, blank ones left out', () => {
  const { lineAt } = parseCaseSource(SOURCE);
  expect(lineAt(['tables', 0, 'rows', 0])).toBe(14);
  expect(lineAt(['tables', 0, 'rows', 1])).toBe(16);
});

test('Windows line ends and a byte order mark change neither data nor lines', () => {
  const windows = parseCaseSource(`\ufeff${SOURCE.replaceAll('\n', '\r\n')}`);
  expect(windows.data).toEqual(parseCaseSource(SOURCE).data);
  expect(windows.lineAt(['figures', 0, 'page'])).toBe(9);
  expect(windows.body).not.toContain('\r');
});

describe('front matter that cannot be read', () => {
  const problems = (front: string) => parseCaseSource(`---\n${front}\n---\n`).problems;

  test.for([
    ['a key twice', 'tier: 구\ntier: 시', 3, '두 번'],
    ['a tab', 'period:\n\tpage: 3', 3, '탭'],
    ['an open quotation mark, told where it opens', 'a: "하나\nb: 둘\nc: "셋"\nd: 넷', 2, '따옴표'],
    ['a colon in a value', 'title: 제목: 부제', 2, '값 속에 ‘: ’'],
    ['an open bracket', 'topics: [하나\ntier: 구', 2, '괄호'],
    ['a percent sign', 'unit: %', 2, '기호로 시작'],
    ['a star, which YAML takes for a reference', 'title: *하나', 2, '기호로 시작'],
    ['an ampersand, which YAML drops', 'title: &하나 둘', 2, '기호로 시작'],
    ['a hash, which cuts the text', 'title: 사업 #1', 2, '‘#’에서 잘립니다'],
    ['a list on the line of its name', 'topics: - 하나', 2, '목록'],
  ] as const)('%s', ([, front, line, words]) => {
    const found = problems(front);
    expect(found.map((problem) => problem.line)).toContain(line);
    expect(found.find((problem) => problem.line === line)?.problem).toContain(words);
  });

  test('what has one right answer is read as it was meant', () => {
    const text = '---\ntier：구\ntitle: "하나\nunit: %\nnote: 사업 #1\nsummary: 앞: 뒤\nevents:\n  - id: a\n\tpage: 3\n---\n';
    expect(parseCaseSource(text).data).toEqual({
      tier: '구',
      title: '하나',
      unit: '%',
      note: '사업 #1',
      summary: '앞: 뒤',
      events: [{ id: 'a', page: 3 }],
    });
  });

  test('of a key that stands twice the first is read', () => {
    expect(parseCaseSource('---\ntier: 구\ntier: 시\n---\n').data).toEqual({ tier: '구' });
  });

  test('what has no one answer is not handed on', () => {
    expect(parseCaseSource('---\ntopics: - 하나\n---\n').data).toBeUndefined();
  });

  test('a line is mended only where the rest can then be read', () => {
    const { problems: found } = parseCaseSource('---\n  - : [\n}{\n---\n');
    expect(found.length).toBeGreaterThan(0);
    for (const { corrected } of found) expect(corrected ?? '').not.toContain('}{');
  });

  test('a file without fences has one problem and no body', () => {
    expect(parseCaseSource('제목만 있다.')).toMatchObject({ data: undefined, body: '', problems: [{ line: 1 }] });
    expect(parseCaseSource('---\ntitle: 제목\n').problems).toHaveLength(1);
  });
});
