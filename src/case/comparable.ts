/** Numbers by which cases can be put side by side: of a case, the one that stands for each thing that is counted. */
import { formatPages } from '../content/pages.ts';
import type { Amount, CaseData } from '../content/schema/case.ts';
import { printedAmount, describeAmount, headlineRows } from './display.ts';
import { UNIT_GROUPS, unitGroupOf } from './unit-groups.ts';

export interface ComparableFigure {
  /** `보조금 70,000천원 (7천만 원)` */
  text: string;
  /** What is counted: 금액, 사람 … */
  name: string;
  /** Id of its row. */
  id: string;
  pages: string;
}

/** One for each thing that is counted, in the order of the unit groups; the numbers on top of a case before its others, goals last. Rows of no known kind of unit stand beside nothing. */
export function comparableFigures(data: CaseData): ComparableFigure[] {
  const isGoal = (row: Amount) => 'kind' in row && row.kind === '목표';
  const rows = [...headlineRows(data), ...data.budget, ...data.figures];
  const ordered = [...rows.filter((row) => !isGoal(row)), ...rows.filter(isGoal)];
  return UNIT_GROUPS.flatMap(({ id, name }) => {
    const row = id === 'other' ? undefined : ordered.find(({ unit }) => unitGroupOf(unit) === id);
    if (!row) return [];
    const { everyday } = describeAmount(row);
    const text = `${row.label} ${printedAmount(row)}${everyday === undefined ? '' : ` (${everyday})`}`;
    return [{ name, text, id: row.id, pages: formatPages(row.page) }];
  });
}
