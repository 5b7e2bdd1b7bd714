/** Rows whose value the source states, but not on the page that the row names. */
import { formatNumber, toWon } from '../../korean/amounts.ts';
import { formatPartialDate } from '../../korean/calendar.ts';
import { parsePages } from '../pages.ts';
import type { CaseData } from '../schema/case.ts';
import type { Finding } from './compare.ts';
import { cutSource, type SourceEntry } from './source.ts';
import { isCovered, readValues, type Values } from './values.ts';

/** What each page of a case states. Empty when the entry does not say where its pages begin. */
export function readPages(lines: readonly string[], { pages, lines: [, last] }: SourceEntry): ReadonlyMap<number, Values> {
  return new Map(
    pages.map(({ page, firstLine }, index) => {
      const end = (pages[index + 1]?.firstLine ?? last + 1) - 1;
      return [page, readValues(cutSource(lines, [firstLine, end]).text)];
    }),
  );
}

/** A number or date may stand on the page in any spelling; a date also without its year. */
export function findAstray(data: CaseData, pages: ReadonlyMap<number, Values>): readonly Finding[] {
  if (pages.size === 0) return [];
  const on = (page: string | number): Values[] =>
    (parsePages(page) ?? []).flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, at) => pages.get(first + at)).filter((values) => values !== undefined),
    );
  const amounts = (['budget', 'figures'] as const).flatMap((list) =>
    data[list].flatMap(({ id, value, min, max, unit, page }) =>
      [value, min, max].flatMap((number) => {
        if (number === undefined) return [];
        const won = toWon(number, unit);
        const isThere = on(page).some(({ numbers, money }) => numbers.has(number) || (won !== undefined && money.has(won)));
        return isThere ? [] : [{ text: `${formatNumber(number)}${unit}, ${String(page)}쪽`, where: `${list}.${id}` }];
      }),
    ),
  );
  const dates = data.events.flatMap(({ id, date, start, end, page }) =>
    [date, start, end].flatMap((day) => {
      if (day === undefined) return [];
      const isThere = on(page).some(({ dates: all, yearless }) => isCovered(day, all.keys()) || yearless.has(`--${day.slice(5)}`));
      return isThere ? [] : [{ text: `${formatPartialDate(day)}, ${String(page)}쪽`, where: `events.${id}` }];
    }),
  );
  return [...amounts, ...dates];
}
