import { expect, test } from 'vitest';
import { findMeasures } from '../../src/korean/measures.ts';
import { fold } from '../../src/korean/normalise.ts';

test.each([
  ['182.19㎢', 'area', 182_190_000],
  ['182.19제곱킬로미터', 'area', 182_190_000],
  ['182.19km2', 'area', 182_190_000],
  ['46만㎡', 'area', 460_000],
  ['460,000 평방미터', 'area', 460_000],
  ['19.7퍼센트', 'ratio', 19.7],
  ['19.7프로', 'ratio', 19.7],
  ['40kg', 'mass', 40],
])('%s', (text, dimension, value) => {
  expect(findMeasures(fold(text))).toEqual([{ start: 0, end: text.length, dimension, value }]);
});

test.each(['3프로그램', '168명', '2mm'])('no measure: %s', (text) => {
  expect(findMeasures(fold(text))).toEqual([]);
});

test.each([
  ['4·19', '4.19'],
  ['3·1운동', '3.1운동'],
  ['1·2차', '1·2차'],
  ['노.사.민.정', '노·사·민·정'],
  ['했다.이', '했다.이'],
])('%s is folded to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
