/** Numbers on one side of the one that was named: 협동조합 100개 넘는 구. */
import { otherCounters } from '../../../korean/counts.ts';
import { type Knowledge, termsOf } from '../knowledge.ts';
import type { Query, Variant } from '../term.ts';

/** Units that are part of the number in the index. */
const MEASURED: ReadonlyMap<string, string> = new Map([
  ['%', 'qp'],
  ['프로', 'qp'],
  ['퍼센트', 'qp'],
  ['원', 'w'],
]);

export function comparisonVariants({ terms }: Query, { tokeniser }: Pick<Knowledge, 'tokeniser'>): readonly Variant[] {
  return terms.flatMap(({ text, comparison }, from) => {
    if (!comparison) return [];
    const { unit, above, below } = comparison;
    const prefix = MEASURED.get(unit) ?? '';
    const counters = prefix !== '' || unit === '' ? [''] : [unit, ...otherCounters(unit)];
    return counters.map((counter): Variant => ({
      kind: 'comparison',
      text,
      terms: termsOf(counter, tokeniser),
      range: { prefix, above, below },
      from,
      to: from + 1,
      trust: 1,
    }));
  });
}
