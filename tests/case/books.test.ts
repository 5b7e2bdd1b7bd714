import { describe, expect, test } from 'vitest';
import { describeIncluded, describeTimes } from '../../src/case/books.ts';

const gu = { title: '우수사례 소개서', part: '1분야(사회적경제) 구(區)', pages: '149-247', asOf: '2017', count: 12 };
const si = { title: '「좋은」 사례집', part: '2분야(도시재생) 시(市)', pages: '10-20', asOf: '2015', count: 3 };

describe('what is included', () => {
  test('names one book, or two, with their pages and cases', () => {
    expect(describeIncluded([gu])).toBe('『우수사례 소개서』 1분야(사회적경제) 구(區) 149–247쪽의 사례 12건을 다시 정리했다.');
    expect(describeIncluded([gu, si])).toBe(
      '『우수사례 소개서』 1분야(사회적경제) 구(區) 149–247쪽의 사례 12건과 『〈좋은〉 사례집』 2분야(도시재생) 시(市) 10–20쪽의 사례 3건을 다시 정리했다.',
    );
  });

  test('counts more books, leaves out one without a case, and says so when there is none', () => {
    expect(describeIncluded([gu, si, { ...si, count: 1 }])).toBe('인쇄된 사례집에서 3부분, 사례 16건을 다시 정리했다.');
    expect(describeIncluded([gu, { ...si, count: 0 }])).toBe(describeIncluded([gu]));
    expect(describeIncluded([{ ...si, count: 0 }])).toBe('아직 실은 사례가 없다.');
  });
});

test('the times are said once each, in order, and as a range when there are many', () => {
  expect(describeTimes([gu, gu])).toBe('2017년 당시');
  expect(describeTimes([gu, si])).toBe('2015년과 2017년 당시');
  expect(describeTimes([gu, si, { asOf: '2016-06' }])).toBe('2015~2017년 당시');
});
