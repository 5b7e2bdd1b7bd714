import type { ValidCase } from '../content/read.ts';
import type { Amount } from '../content/schema/case.ts';

/** The kind under which lists put money given, spent or planned; the other kinds are those of the vocabulary. */
export const BUDGET_KIND = { id: 'budget', name: '예산' } as const;

/** A citable number of a case. */
export interface FigureOfCase extends ValidCase {
  row: Amount;
  /** Name of its kind: 예산, 현황, 성과 … */
  kind: string;
}

/** Every citable number of the cases: money first, then the other kinds, as on a case page. */
export function listFigures(cases: readonly ValidCase[]): FigureOfCase[] {
  return cases.flatMap(({ slug, data }) => [
    ...data.budget.map((row) => ({ slug, data, row, kind: BUDGET_KIND.name })),
    ...data.figures.map((row) => ({ slug, data, row, kind: row.kind })),
  ]);
}
