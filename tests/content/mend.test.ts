import { expect, test } from 'vitest';
import { quote } from '../../src/content/mend.ts';
import { parseYaml } from '../../src/content/source.ts';

/** The lines as the reader says they should read, in order. */
const corrections = (text: string) => parseYaml(text, 1).problems.map(({ line, corrected }) => [line, corrected]);

test.for([
  ['title: 제목: 부제', [[1, 'title: "제목: 부제"']]],
  ['title: "제목', [[1, 'title: "제목"']]],
  ['title: “제목"', [[1, 'title: "제목"']]],
  ['title: "이 “사업”의" 이름', [[1, 'title: "이 “사업”의“ 이름"']]],
  ['unit: %', [[1, 'unit: "%"']]],
  ['title: @이름', [[1, 'title: "@이름"']]],
  ['role: 사업 #1', [[1, 'role: "사업 #1"']]],
  ['role: 사업 # 확인', [[1, 'role: 사업']]],
  ['tier：구', [[1, 'tier: 구']]],
  ['pledges:\n  - text：일자리', [[2, '  - text: 일자리']]],
  ['tier:구\nsector: 도시재생', [[1, 'tier: 구']]],
  ['topics:\n  -하나\n  - 둘', [[2, '  - 하나']]],
  ['topics:\n  - 하나\n  둘\n  - 셋', [[3, '  - 둘']]],
  ['topics: [하나, 둘\ntier: 구', [[1, 'topics: [하나, 둘]']]],
  ['title: [단독] 소식', [[1, 'title: "[단독] 소식"']]],
  ['events:\n  - id: a\n     page: 3', [[3, '    page: 3']]],
  ['events:\n  - id: a\n\tpage: 3\n\ttitle: 나', [[3, '    page: 3']]],
  ['events:\n  - id: a\n\t\tpage: 3\n  - id: b\n\t\tpage: 4', [[3, '    page: 3']]],
] as const)('%j', ([text, expected]) => {
  expect(corrections(text)).toEqual(expected);
});

test('a corrected text has no problem left', () => {
  for (const text of ['title: 제목: 부제', 'role: 사업 #1', 'unit: %', 'topics:\n  -하나\n  - 둘']) {
    const lines = text.split('\n');
    for (const [line, corrected] of corrections(text)) lines[Number(line) - 1] = String(corrected);
    expect(parseYaml(lines.join('\n'), 1).problems).toEqual([]);
  }
});

test('quoted text reads as itself', () => {
  for (const value of ['가: 나', '역슬래시 \\ 하나', '# 하나', "작은 '따옴표'", '%'])
    expect(parseYaml(`a: ${quote(value)}`, 1).data).toEqual({ a: value });
  expect(quote('이 "사업"의')).toBe('"이 “사업”의"');
});

test('sound text is left alone', () => {
  for (const text of [
    'a: 가\nb:\n  - 나 # 다\n  - "라"',
    '# 설명\na: >-\n  가: 나\n  - 다',
    'a: |\n  | 1 | # |\n\n  | 2 | - |',
    "a: '가: 나'",
  ])
    expect(text.includes('나 # 다') ? [] : corrections(text)).toEqual([]);
});
