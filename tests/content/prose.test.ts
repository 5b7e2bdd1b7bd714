import { describe, expect, test } from 'vitest';
import { parseBody } from '../../src/content/prose.ts';

const HEADING = '## 추진 배경 [#background, 173-174쪽]';

test('sections, tags and texts with their lines in the file', () => {
  const body = parseBody(
    `${HEADING}\n\n구는 사업을 했다.<Note id="title" /> 모두 13명이었다.\n\n<Table id="floors" />\n\n### 준비 [#preparation, 174쪽]\n\n- 하나\n- 둘\n`,
    41,
  );
  expect(body.problems).toEqual([]);
  expect(body.sections).toEqual([
    { title: '추진 배경', id: 'background', pages: '173-174', depth: 2, line: 41 },
    { title: '준비', id: 'preparation', pages: '174', depth: 3, line: 47 },
  ]);
  expect(body.tags).toEqual([
    { name: 'Note', id: 'title', line: 43 },
    { name: 'Table', id: 'floors', line: 45 },
  ]);
  expect(body.texts).toEqual([
    { text: '구는 사업을 했다. 모두 13명이었다.', line: 43 },
    { text: '하나', line: 49 },
    { text: '둘', line: 50 },
  ]);
});

test('a bare web address is text, as the page prints it', () => {
  const { problems, texts } = parseBody(`${HEADING}\n\n누리집은 https://www.example.go.kr 이었다.\n`, 1);
  expect(problems).toEqual([]);
  expect(texts[0]?.text).toBe('누리집은 https://www.example.go.kr 이었다.');
});

test('ranges with single tildes are text', () => {
  const { problems, texts } = parseBody(`${HEADING}\n\n비율은 10~20%였고 기간은 3~5년이었다.\n`, 1);
  expect(problems).toEqual([]);
  expect(texts[0]?.text).toBe('비율은 10~20%였고 기간은 3~5년이었다.');
});

describe('syntax errors name the line where a tag was opened', () => {
  test.for([
    ['<Table id="a">\n\n글이다.\n\n글이다.', 3],
    ['글이다.\n\n수입<지출이었다.', 5],
    ['글이다.\n\n{열림', 5],
    ['<!-- 설명 -->', 3],
  ] as const)('%s', ([text, line]) => {
    const body = parseBody(`${HEADING}\n\n${text}\n`, 1);
    expect(body.readable).toBe(false);
    expect(body.problems.map((problem) => problem.line)).toEqual([line]);
  });
});

test('one slip is told once: no second fault for the text that follows a faulty heading', () => {
  expect(parseBody('## 추진 배경\n\n글이다.\n\n### 준비 [#preparation, 174쪽]\n\n글이다.\n', 1).problems).toHaveLength(1);
  expect(parseBody(`${HEADING}\n\n![약도](map.png)\n`, 1).problems).toHaveLength(1);
});
