import { formatNumber, toWon } from '../../korean/amounts.ts';
import { nearest } from '../../korean/nearest.ts';
import { suggest } from '../explain.ts';
import type { Amount } from '../schema/case.ts';
import type { CheckedCase, Report } from './subject.ts';

/** Units of what can be less than nothing: money, shares and their change, temperatures. Nobody counts −5 people. */
const MAY_BE_NEGATIVE = /원$|달러|유로|%|퍼센트|포인트|℃|도$/;

/** Counts are not negative, ranges run upwards, and a budget is money. */
export function checkAmounts({ data }: CheckedCase, { at }: Report): void {
  data.budget.forEach(({ id, unit }, index) => {
    if (toWon(1, unit) === undefined && !/달러|유로|엔$/.test(unit))
      at(
        ['budget', index, 'unit'],
        `budget.${id}.unit`,
        `‘${unit}’: 돈의 단위가 아닙니다.`,
        '원, 천원, 백만원처럼 적으세요. 돈이 아니면 budget이 아니라 figures에 적으세요.',
      );
  });
  for (const list of ['budget', 'figures'] as const) {
    data[list].forEach((row, index) => {
      for (const key of ['value', 'min', 'max'] as const) {
        const value = row[key];
        if (value !== undefined && value < 0 && !MAY_BE_NEGATIVE.test(row.unit))
          at(
            [list, index, key],
            `${list}.${row.id}.${key}`,
            `${formatNumber(value)}${row.unit}: 0보다 작습니다.`,
            '줄어든 수이면 label에 ‘감소’라고 쓰고 수는 부호 없이 적으세요.',
            { from: String(value), to: String(-value) },
          );
      }
      if (row.min !== undefined && row.max !== undefined && row.min > row.max)
        at([list, index, 'min'], `${list}.${row.id}`, 'min이 max보다 큽니다.', '두 수를 서로 바꾸세요.');
    });
  }
}

/** What is a part of another amount of money names one that is there, and all parts together are no more than it. */
export function checkParts({ data: { budget } }: CheckedCase, { at }: Report): void {
  const mostOf = ({ value, max, min, unit }: Amount): number | undefined => toWon(value ?? max ?? min ?? 0, unit);
  const leastOf = ({ value, min, unit }: Amount): number | undefined => toWon(value ?? min ?? 0, unit);
  const ids = budget.map(({ id }) => id);
  budget.forEach(({ id, partOf }, index) => {
    if (partOf === undefined) return;
    const path = ['budget', index, 'partOf'];
    const field = `budget.${id}.partOf`;
    if (partOf === id) at(path, field, '자기 자신의 일부라고 적었습니다.', '전체를 적은 예산 행의 id를 적으세요.');
    else if (!ids.includes(partOf)) at(path, field, `‘${partOf}’: budget에 없는 id입니다.`, suggest(nearest(partOf, ids), 'id', ids));
  });
  for (const whole of budget) {
    const parts = budget.flatMap((row, index) => (row.partOf === whole.id && row.id !== whole.id ? [{ row, index }] : []));
    const most = mostOf(whole);
    const sum = parts.reduce((all, { row }) => all + (leastOf(row) ?? 0), 0);
    const [first] = parts;
    if (first === undefined || most === undefined || sum <= most) continue;
    at(
      ['budget', first.index, 'partOf'],
      `budget.${whole.id}`,
      `부분을 더하면 ${formatNumber(sum)}원으로, 전체 ‘${whole.label}’ ${formatNumber(most)}원보다 많습니다: ${parts.map(({ row }) => row.id).join(', ')}.`,
      '값과 단위를 사례집과 대조하세요. 사례집에 그렇게 적혀 있거나 부분이 서로 겹치면 partOf를 지우고 notes에 메모를 적으세요.',
    );
  }
}

/** A page opens with three to six of its amounts, each in a place of its own. */
export function checkHeadlines({ data }: CheckedCase, { at }: Report): void {
  const places = new Map<number, string>();
  for (const list of ['budget', 'figures'] as const) {
    data[list].forEach(({ id, headline }, index) => {
      if (headline === undefined) return;
      const taken = places.get(headline);
      if (taken !== undefined)
        at(
          [list, index, 'headline'],
          `${list}.${id}.headline`,
          `‘${taken}’도 headline이 ${String(headline)}입니다.`,
          '보일 순서대로 서로 다른 수를 적으세요.',
        );
      places.set(headline, id);
    });
  }
  const count = [...data.budget, ...data.figures].filter(({ headline }) => headline !== undefined).length;
  if (count >= 3 && count <= 6) return;
  at(
    [data.figures.length > 0 ? 'figures' : 'budget'],
    'figures',
    `맨 위에 보일 수치(headline을 적은 수)가 ${String(count)}개입니다.`,
    '세 개에서 여섯 개까지 고르세요.',
  );
}
