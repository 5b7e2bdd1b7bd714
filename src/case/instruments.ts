import type { ValidCase } from '../content/read.ts';
import type { Instrument } from '../content/schema/case.ts';
import type { Vocabulary } from '../content/schema/vocabulary.ts';

/** An ordinance, scheme or programme of a case. */
export interface InstrumentOfCase extends ValidCase {
  row: Instrument;
}

/** Sorts by kind in the order of the vocabulary: laws and ordinances first. Equal kinds keep their order. */
export function sortByKind<Row>(rows: readonly Row[], kindOf: (row: Row) => string, { kinds }: Pick<Vocabulary, 'kinds'>): Row[] {
  const order = new Map(kinds.instrument.map(({ name }, index) => [name, index]));
  const rank = (row: Row) => order.get(kindOf(row)) ?? order.size;
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

/** The instruments of all cases, kind by kind; within a kind in the order of the cases. */
export function listInstruments(cases: readonly ValidCase[], vocabulary: Pick<Vocabulary, 'kinds'>): InstrumentOfCase[] {
  const all = cases.flatMap(({ slug, data }) => data.instruments.map((row) => ({ slug, data, row })));
  return sortByKind(all, ({ row }) => row.kind, vocabulary);
}
