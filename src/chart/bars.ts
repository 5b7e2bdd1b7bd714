import { formatNumber } from '../korean/amounts.ts';
import { cut, partClass, textWidth, type ChartData, type Drawing, type Shape } from './shapes.ts';

/** Pixels. */
const LABEL = 22;
const BAR = 16;
const BETWEEN_BARS = 6;
const BETWEEN_GROUPS = 14;
/** Largest share of the width for bars; the rest is for the number behind them. */
const BARS_WIDTH = 64;
/** Smallest share: below it bars say nothing. */
const LEAST_BARS_WIDTH = 30;
/** Pixels of the narrowest page, and before a number. */
const PHONE = 328;
const GAP = 6;
const LONGEST_LABEL = 24;
/** A part narrower than this share has no number in it. */
const NARROWEST_NUMBERED = 9;

const numberText = (value: number | undefined, unit: string) => (value === undefined ? '값 없음' : `${formatNumber(value)}${unit}`);

/** Share of the width that the longest of these texts takes on a phone. */
const shareOf = (texts: readonly string[]) => ((Math.max(0, ...texts.map(textWidth)) + GAP) / PHONE) * 100;

/** True when the names of several series stand behind their bars; otherwise there is one name, or a legend has them. */
export function namesBars({ series }: ChartData): boolean {
  const texts = series.flatMap(({ name, unit, values }) => values.map((value) => `${numberText(value, unit)} ${name}`));
  return series.length > 1 && shareOf(texts) <= 100 - BARS_WIDTH;
}

/**
 * Bars, one below the other: the name above, the number behind. Several series stand in a group under one name.
 * Bars begin at zero; negative ones run to its left. `undefined` without a number.
 */
export function drawBars(data: ChartData): Drawing | undefined {
  const { labels, series } = data;
  const numbers = series.flatMap(({ values }) => values.filter((value) => value !== undefined));
  if (numbers.length === 0) return undefined;
  const low = Math.min(0, ...numbers);
  const high = Math.max(0, ...numbers);
  const longest = shareOf(series.flatMap(({ unit, values }) => values.map((value) => numberText(value, unit))));
  const width = Math.max(LEAST_BARS_WIDTH, Math.min(BARS_WIDTH, 100 - longest));
  const named = namesBars(data);
  const scale = high === low ? 0 : width / (high - low);
  const zero = -low * scale;
  const shapes: Shape[] = [];
  let y = 0;
  labels.forEach((label, row) => {
    shapes.push({ tag: 'text', class: 'label', x: 0, y: y + 13, text: cut(label, LONGEST_LABEL) });
    y += LABEL;
    series.forEach(({ name, unit, values }, index) => {
      const value = values[row];
      const said = named ? ` ${name}` : '';
      const length = value === undefined ? 0 : Math.abs(value) * scale;
      const begin = value !== undefined && value < 0 ? zero - length : zero;
      if (length > 0) shapes.push({ tag: 'rect', class: partClass(index), x: begin, y, width: length, height: BAR });
      shapes.push({
        tag: 'text',
        class: value === undefined ? 'missing' : 'value',
        x: Math.max(begin + length, zero),
        y: y + 13,
        dx: GAP,
        text: numberText(value, unit) + said,
      });
      y += BAR + BETWEEN_BARS;
    });
    y += BETWEEN_GROUPS - BETWEEN_BARS;
  });
  const height = y - BETWEEN_GROUPS + BETWEEN_BARS;
  const axis: Shape[] = low < 0 ? [{ tag: 'line', class: 'axis', x1: zero, y1: 0, x2: zero, y2: height }] : [];
  return { height, shapes: [...axis, ...shapes] };
}

/** Bars cut into their parts, all on one scale. `undefined` without a number, and with a negative one: a part cannot be less than nothing. */
export function drawStackedBars({ labels, series }: ChartData): Drawing | undefined {
  const totals = labels.map((_, row) => series.reduce((sum, { values }) => sum + Math.max(0, values[row] ?? 0), 0));
  const most = Math.max(0, ...totals);
  if (most === 0 || hasNegative(series)) return undefined;
  const width = 86;
  const shapes: Shape[] = [];
  let y = 0;
  labels.forEach((label, row) => {
    const total = totals[row] ?? 0;
    shapes.push({ tag: 'text', class: 'label', x: 0, y: y + 13, text: cut(label, LONGEST_LABEL) });
    y += LABEL;
    let x = 0;
    series.forEach(({ values }, index) => {
      const value = Math.max(0, values[row] ?? 0);
      if (value === 0) return;
      const length = (value / most) * width;
      shapes.push({ tag: 'rect', class: partClass(index), x, y, width: length, height: BAR + 4 });
      if (length >= NARROWEST_NUMBERED)
        shapes.push({ tag: 'text', class: `in ${partClass(index)}`, x: x + length / 2, y: y + 15, text: formatNumber(value) });
      x += length;
    });
    shapes.push({ tag: 'text', class: 'value', x, y: y + 15, dx: GAP, text: `${formatNumber(total)}${series[0]?.unit ?? ''}` });
    y += BAR + 4 + BETWEEN_GROUPS;
  });
  return { height: y - BETWEEN_GROUPS, shapes };
}

const hasNegative = (series: ChartData['series']): boolean =>
  series.some(({ values }) => values.some((value) => value !== undefined && value < 0));

/** One part of a whole. */
export interface Share {
  name: string;
  value: number;
  /** Per cent, to one decimal place. */
  percent: number;
}

/** The shares of the first series; parts without a positive number are left out. */
export function readShares({ labels, series }: ChartData): Share[] {
  const values = series[0]?.values ?? [];
  const total = values.reduce<number>((sum, value) => sum + Math.max(0, value ?? 0), 0);
  return labels.flatMap((name, index) => {
    const value = values[index];
    return value === undefined || value <= 0 ? [] : [{ name, value, percent: Math.round((value / total) * 1000) / 10 }];
  });
}

/** One bar cut into the shares of a whole; their names stand in the legend. `undefined` without a number, and with a negative one. */
export function drawShares(data: ChartData): Drawing | undefined {
  const shares = readShares(data);
  if (shares.length === 0 || hasNegative(data.series.slice(0, 1))) return undefined;
  const total = shares.reduce((sum, { value }) => sum + value, 0);
  const height = 28;
  const shapes: Shape[] = [];
  let x = 0;
  shares.forEach(({ value, percent }, index) => {
    const width = (value / total) * 100;
    shapes.push({ tag: 'rect', class: partClass(index), x, y: 0, width, height });
    if (width >= NARROWEST_NUMBERED + 3)
      shapes.push({ tag: 'text', class: `in ${partClass(index)}`, x: x + width / 2, y: 19, text: `${formatNumber(percent)}%` });
    x += width;
  });
  return { height, shapes };
}
