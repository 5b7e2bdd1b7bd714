import { describe, expect, test } from 'vitest';
import { briefCase, NOT_IN_BOOK } from '../../src/case/brief.ts';
import { parseBody } from '../../src/content/prose.ts';
import type { Amount, CaseData } from '../../src/content/schema/case.ts';
import { sampleData } from '../content/sample.ts';
import { cases, proseOf } from './cases.ts';

const TEXT = ['## 추진 배경 [#background, 173-174쪽]', '빈 가게가 많았다.', '## 향후 계획 [#plans, 176쪽]', '두 곳을 더 열 계획이었다.'];
const brief = (data: Partial<CaseData> = {}, text: readonly string[] = TEXT) =>
  briefCase({ slug: 'busan-yeonje', data: sampleData(data) }, parseBody(text.join('\n\n'), 1));
const line = (name: string, ...given: Parameters<typeof brief>) => brief(...given).find((one) => one.name === name);
const money = (label: string): Amount => ({ id: 'cost', label, value: 5, unit: '억원', page: 173 });

test('a case of the catalogue has at most five lines, each once, and none is empty', () => {
  for (const { slug, data } of cases) {
    const lines = briefCase({ slug, data }, proseOf(slug));
    expect(lines.length, slug).toBeLessThanOrEqual(5);
    expect(new Set(lines.map(({ name }) => name)).size, slug).toBe(lines.length);
    expect(lines.filter(({ text }) => text.trim() === '')).toEqual([]);
  }
});

describe('a line', () => {
  test('is left out where the case has no such section', () => {
    expect(brief({}, ['## 다른 일 [#other, 173쪽]', '하나.']).map(({ name }) => name)).toEqual(['한 일', '예산']);
  });

  test('says of what was done what the summary marks', () => {
    expect(line('한 일', { doneSentence: 1 })?.text).toBe('구는 2015년 9월 마을 가게를 열었다.');
  });

  test('goes past a sentence that only announces', () => {
    const announced = [
      TEXT[2] ?? '',
      '사례집은 앞으로 이 마을이 더 나아가려면 꼭 필요한 과제로 네 가지를 들었다. 첫째는 판로였다. 둘째는 사람이었다.',
    ];
    expect(line('향후 계획', {}, announced)?.text).toMatch(/들었다\. 첫째는 판로였다\.$/);
  });

  test('takes difficulties before plans', () => {
    const both = [...TEXT, '## 어려움과 한계 [#limits, 177쪽]', '사람이 모자랐다.'];
    expect(brief({}, both).map(({ name }) => name)).toEqual(['배경', '한 일', '예산', '과제']);
  });
});

describe('the line on money', () => {
  test('says that the whole cost is missing, unless the book names it', () => {
    expect(line('예산')).toMatchObject({ text: '보조금 7천만 원(70,000천원)', aside: `전체 사업비: ${NOT_IN_BOOK}` });
    expect(line('예산', { budget: [...sampleData().budget, money('가게 총사업비')] })).toMatchObject({
      text: '가게 총사업비 5억원',
      aside: '외 1건',
    });
  });

  test('says that there is none', () => {
    expect(line('예산', { budget: [] })).toEqual({ name: '예산', text: NOT_IN_BOOK });
  });
});

describe('the line on results', () => {
  const figure = (id: string, headline?: number) => ({
    id,
    kind: '성과',
    label: id,
    value: 3,
    unit: '명',
    page: 174,
    ...(headline === undefined ? {} : { headline }),
  });
  const results = ['## 성과 [#results, 175쪽]', '가게 매출이 첫 달부터 세 달 동안 한 번도 줄지 않고 꾸준히 늘었다고 구가 밝혔다.'];

  test('takes those on top in their order, then the section, then the others', () => {
    expect(line('성과', { figures: [figure('a', 2), figure('b', 1), figure('c')] }, results)?.text).toBe('b 3명, a 3명');
    expect(line('성과', { figures: [figure('c')] }, results)?.from?.id).toBe('results');
    expect(line('성과', { figures: [figure('c')] })?.from?.id).toBe('figure-c');
  });
});
