import type { CheckedCase, Report } from './subject.ts';

/** Lists in which nothing may stand twice. */
export function checkRepeats({ data }: CheckedCase, { at }: Report): void {
  for (const list of ['topics', 'aliases'] as const) {
    data[list].forEach((value, index) => {
      if (data[list].indexOf(value) !== index) at([list, index], list, `‘${value}’: 두 번 적었습니다.`, '한 행을 지우세요.');
    });
  }
}
