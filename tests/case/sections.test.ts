import { expect, test } from 'vitest';
import { readSections } from '../../src/case/sections.ts';
import { findPassages } from '../../src/case/topic-sections.ts';
import { parseBody } from '../../src/content/prose.ts';
import { cases, link, proseOf } from './cases.ts';

test('the sections of a case hold all its paragraphs, tables and notes', () => {
  for (const { slug, data } of cases) {
    const sections = readSections(slug, proseOf(slug), link);
    expect(sections.flatMap(({ tables }) => tables)).toEqual(expect.arrayContaining(data.tables.map(({ id }) => id)));
    expect(sections.some(({ paragraphs }) => paragraphs.length > 0)).toBe(true);
  }
});

test('passages about a topic are the sections in which its words stand', () => {
  const body = parseBody(
    ['## 공공 구매 [#a, 1쪽]', '글.', '## 둘 [#b, 2쪽]', '우선구매를 했다.', '## 셋 [#c, 3쪽]', '딴 글.'].join('\n\n'),
    1,
  );
  expect(findPassages({ name: '공공구매', synonyms: ['우선구매'] }, body).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(findPassages({ name: '없는 말', synonyms: [] }, body)).toEqual([]);
});
