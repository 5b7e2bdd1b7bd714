import { expect, test } from 'vitest';
import { createBackingCheck } from '../../src/content/check/backing.ts';
import { sampleData } from './sample.ts';

const unbacked = createBackingCheck(sampleData());

test.for([
  '주민 13명이 함께했다.',
  '보조금은 70,000천원이었다.',
  '보조금은 7천만 원이었다.',
  '보조금은 7,000만원이었다.',
  '걸어서 10~15분 이내였다.',
  '2015년 9월 25일에 열었다.',
  '2015. 9. 25.에 열었다.',
  '9월 25일에 열었다.',
  '2014년 3월에 조례를 만들었다.',
  '빵은 70만원어치 팔았다.',
  '공약 1-2에 따랐다.',
  '제3회 행사였다.',
  '구는 사업을 했다.',
])('%s', (text) => {
  expect(unbacked(text)).toEqual([]);
});

test.for([
  ['주민 14명이 함께했다.', '수', '14명'],
  ['1만 3천명이 왔다.', '수', '1만 3천명'],
  ['보조금은 7억 원이었다.', '금액', '7억 원'],
  ['걸어서 25분이었다.', '수', '25분'],
  ['2015년 10월 1일에 열었다.', '날짜', '2015년 10월 1일'],
  ['10월 1일에 열었다.', '날짜', '10월 1일'],
  ['1999년에 시작했다.', '날짜', '1999년'],
  ['참가자는 65세였다.', '수', '65세'],
  ['55%가 찬성했다.', '수', '55%'],
] as const)('%s', ([text, kind, claim]) => {
  expect(unbacked(text).map((one) => one.kind)).toContain(kind);
  expect(unbacked(text)[0]?.text.startsWith(claim)).toBe(true);
});

test('every kind of row backs its numbers', () => {
  const check = createBackingCheck(
    sampleData({
      period: { start: '2011', ongoing: true, page: 173 },
      notes: [{ id: 'sum', kind: '계산', topic: '합계', readings: [{ page: 173, text: '모두 77곳이라고 했다.' }] }],
    }),
  );
  expect(check('2011년부터 77곳에서 했다.')).toEqual([]);
  expect(unbacked('2011년부터 77곳에서 했다.')).toHaveLength(2);
});
