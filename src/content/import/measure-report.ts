/** The figures of `measure.ts` for several cases, as a table. */
import { KINDS, type Kind, type Measure } from './measure.ts';

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${String(Math.round((100 * part) / whole))}%`);

/** One line a case and the sums below; `verbose` lists what the draft misses and has too much. */
export function formatMeasures(measures: ReadonlyMap<string, Measure>, verbose: boolean): string {
  const lines: string[] = [];
  for (const [slug, measure] of measures) {
    lines.push(`${slug}: ${KINDS.map((kind) => `${kind} ${String(measure[kind].held)}/${String(measure[kind].finished)}`).join(', ')}`);
    if (!verbose) continue;
    for (const kind of KINDS.filter((one) => one !== '표의 칸')) {
      const { missed, surplus } = measure[kind];
      lines.push(...missed.map((row) => `  초안에 없음, ${kind}: ${row}`), ...surplus.map((row) => `  마친 사례에 없음, ${kind}: ${row}`));
    }
  }
  const sum = (kind: Kind, field: 'finished' | 'held' | 'drafted'): number =>
    [...measures.values()].reduce((total, measure) => total + measure[kind][field], 0);
  lines.push(
    '',
    '| 종류 | 마친 사례 | 초안에 있음 | 쪽까지 같음 | 초안의 행 | 마친 사례에 없음 |',
    '| --- | --- | --- | --- | --- | --- |',
  );
  for (const kind of KINDS) {
    const [finished, held, drafted] = [sum(kind, 'finished'), sum(kind, 'held'), sum(kind, 'drafted')];
    const all = [...measures.values()].map((measure) => measure[kind]);
    const surplus = all.reduce((total, one) => total + one.surplus.length, 0);
    const placed = all.every((one) => one.placed !== undefined) ? all.reduce((total, one) => total + (one.placed ?? 0), 0) : undefined;
    lines.push(
      `| ${kind} | ${String(finished)} | ${String(held)} (${percent(held, finished)}) | ${placed === undefined ? '-' : `${String(placed)} (${percent(placed, finished)})`} | ${String(drafted)} | ${String(surplus)} (${percent(surplus, drafted)}) |`,
    );
  }
  return lines.join('\n');
}
