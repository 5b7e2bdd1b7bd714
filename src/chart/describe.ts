/** A chart in words, computed from its numbers: for those who do not see it. Whole Korean sentences. */
import { formatNumber } from '../korean/amounts.ts';
import { withParticle } from '../korean/particle.ts';
import { readShares } from './bars.ts';
import type { ChartData } from './shapes.ts';

interface Point {
  label: string;
  value: number;
}

type Series = ChartData['series'][number];

function points(labels: readonly string[], { values }: Series): Point[] {
  return labels.flatMap((label, index) => {
    const value = values[index];
    return value === undefined ? [] : [{ label, value }];
  });
}

function missing(labels: readonly string[], { values }: Series): string {
  const names = labels.filter((_, index) => values[index] === undefined);
  return names.length === 0 ? '' : `${withParticle(names.join(', '), '은')} 값이 없다.`;
}

const join = (sentences: readonly string[]) => sentences.filter((sentence) => sentence !== '').join(' ');
const amount = (value: number, unit: string) => `${formatNumber(value)}${unit}`;

/** Measures are large or small; what is counted, money among it, is much or little. */
const sizeWords = (unit: string): { large: string; small: string } =>
  unit === '' || /^(?:%p?|점|㎡|㎞|km|m|분|시간|일|개월|년|배)$/.test(unit) ? { large: '크', small: '작' } : { large: '많', small: '적' };

/** Which is largest and which smallest. */
export function describeBars({ labels, series }: ChartData): string {
  return join(
    series.map((one) => {
      const found = points(labels, one);
      const topic = series.length > 1 ? `${withParticle(one.name, '은')} ` : '';
      const [first] = found;
      if (!first) return `${topic}값이 없다.`;
      if (found.length === 1) return join([`${topic}${first.label} ${amount(first.value, one.unit)} 하나뿐이다.`, missing(labels, one)]);
      const high = found.reduce((best, point) => (point.value > best.value ? point : best));
      const low = found.reduce((best, point) => (point.value < best.value ? point : best));
      if (high.value === low.value)
        return join([`${topic}모두 ${withParticle(amount(high.value, one.unit), '으로')} 같다.`, missing(labels, one)]);
      return join([
        `${topic}${withParticle(high.label, '이')} ${withParticle(amount(high.value, one.unit), '으로')} 가장 ${sizeWords(one.unit).large}고, ` +
          `${withParticle(low.label, '이')} ${withParticle(amount(low.value, one.unit), '으로')} 가장 ${sizeWords(one.unit).small}다.`,
        missing(labels, one),
      ]);
    }),
  );
}

/** Where each line begins and ends, and whether it rose. */
export function describeLines({ labels, series }: ChartData): string {
  return join(
    series.map((one) => {
      const found = points(labels, one);
      const first = found[0];
      const last = found.at(-1);
      const topic = series.length > 1 ? `${withParticle(one.name, '은')} ` : '';
      if (!first || !last) return `${topic}값이 없다.`;
      if (found.length === 1) return join([`${topic}${first.label} ${amount(first.value, one.unit)} 하나뿐이다.`, missing(labels, one)]);
      const change = last.value > first.value ? '늘었다' : last.value < first.value ? '줄었다' : '같은 값으로 끝났다';
      const high = found.reduce((best, point) => (point.value > best.value ? point : best));
      const peak = high === first || high === last ? '' : `가장 큰 값은 ${high.label}의 ${amount(high.value, one.unit)}이다.`;
      return join([
        `${topic}${first.label} ${amount(first.value, one.unit)}에서 ${last.label} ${withParticle(amount(last.value, one.unit), '으로')} ${change}.`,
        peak,
        missing(labels, one),
      ]);
    }),
  );
}

/** The sums from first to last, and the largest part of the last one. */
export function describeStackedBars({ labels, series }: ChartData): string {
  const unit = series[0]?.unit ?? '';
  const totals = labels.map((label, row) => ({ label, value: series.reduce((sum, { values }) => sum + Math.max(0, values[row] ?? 0), 0) }));
  const first = totals[0];
  const last = totals.at(-1);
  if (!first || !last) return '값이 없다.';
  const parts = series
    .map(({ name, values }) => ({ name, value: Math.max(0, values[labels.length - 1] ?? 0) }))
    .sort((a, b) => b.value - a.value);
  const largest = parts[0];
  const sums =
    totals.length === 1
      ? `${first.label}의 합은 ${amount(first.value, unit)}이다.`
      : `합은 ${first.label} ${amount(first.value, unit)}에서 ${last.label} ${withParticle(amount(last.value, unit), '으로')} ` +
        `${last.value > first.value ? '늘었다' : last.value < first.value ? '줄었다' : '같다'}.`;
  return join([
    sums,
    largest && largest.value > 0
      ? `${last.label}에는 ${withParticle(largest.name, '이')} ${withParticle(amount(largest.value, unit), '으로')} 가장 많다.`
      : '',
  ]);
}

/** All shares, the largest first. */
export function describeShares(data: ChartData): string {
  const shares = readShares(data).sort((a, b) => b.percent - a.percent);
  const [first, ...rest] = shares;
  if (!first) return '값이 없다.';
  const said = ({ name, percent }: { name: string; percent: number }) => `${name} ${formatNumber(percent)}%`;
  return join([
    `${withParticle(first.name, '이')} ${formatNumber(first.percent)}%로 ${rest.length === 0 ? '전부다' : '가장 크다'}.`,
    rest.length === 0 ? '' : `그다음은 ${rest.map(said).join(', ')}이다.`,
  ]);
}
