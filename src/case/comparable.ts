/** Numbers by which cases can be put side by side: of a case, the one that stands for each thing that is counted. */
import { formatPages } from '../content/pages.ts';
import type { Amount, CaseData } from '../content/schema/case.ts';
import { printedAmount, describeAmount, headlineRows } from './display.ts';
import { UNIT_GROUPS, unitGroupOf, type UnitGroup } from './unit-groups.ts';

export interface ComparableFigure {
  /** `보조금 70,000천원 (7천만 원)` */
  text: string;
  /** Id of its row. */
  id: string;
  pages: string;
}

/** By what is counted; the numbers on top of a case before its others, goals last. Rows of no known kind of unit stand beside nothing. */
export function comparableFigures(data: CaseData): Partial<Record<UnitGroup, ComparableFigure>> {
  const isGoal = (row: Amount) => 'kind' in row && row.kind === '목표';
  const rows = [...headlineRows(data), ...data.budget, ...data.figures];
  const ordered = [...rows.filter((row) => !isGoal(row)), ...rows.filter(isGoal)];
  return Object.fromEntries(
    UNIT_GROUPS.flatMap(({ id }) => {
      const row = id === 'other' ? undefined : ordered.find(({ unit }) => unitGroupOf(unit) === id);
      if (!row) return [];
      const { everyday } = describeAmount(row);
      const text = `${row.label} ${printedAmount(row)}${everyday === undefined ? '' : ` (${everyday})`}`;
      return [[id, { text, id: row.id, pages: formatPages(row.page) }]];
    }),
  );
}
