import type { CheckedCase, Report } from './subject.ts';

/** Ranges of amounts run upwards. */
export function checkAmounts({ data }: CheckedCase, { at }: Report): void {
  for (const list of ['budget', 'figures'] as const) {
    data[list].forEach((row, index) => {
      if (row.min !== undefined && row.max !== undefined && row.min > row.max)
        at([list, index, 'min'], `${list}.${row.id}`, 'min이 max보다 큽니다.', '두 수를 서로 바꾸세요.');
    });
  }
}

/** A page opens with three to six of its amounts. */
export function checkHeadlines({ data }: CheckedCase, { at }: Report): void {
  const count = [...data.budget, ...data.figures].filter(({ headline }) => headline === true).length;
  if (count >= 3 && count <= 6) return;
  at(
    [data.figures.length > 0 ? 'figures' : 'budget'],
    'figures',
    `맨 위에 보일 수치(headline: true)가 ${String(count)}개입니다.`,
    '세 개에서 여섯 개까지 고르세요.',
  );
}
