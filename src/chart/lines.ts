import { formatNumber } from '../korean/amounts.ts';
import { cut, partClass, type ChartData, type Drawing, type Shape } from './shapes.ts';

/** Pixels. */
const TOP = 28;
const PLOT = 120;
const BOTTOM = 26;
/** Shares of the width left free at both ends, so that names and numbers fit. */
const SIDE = 8;
/** Letters that fit one line of a phone. */
const PHONE_LETTERS = 24;

/** Lines over steps of equal width: a point and its number for each value, a gap where one is missing. `undefined` without a number. */
export function drawLines({ labels, series }: ChartData): Drawing | undefined {
  const numbers = series.flatMap(({ values }) => values.filter((value) => value !== undefined));
  if (numbers.length === 0) return undefined;
  const low = Math.min(0, ...numbers);
  const high = Math.max(0, ...numbers);
  const yOf = (value: number) => TOP + (high === low ? PLOT : ((high - value) / (high - low)) * PLOT);
  const xOf = (index: number) => (labels.length === 1 ? 50 : SIDE + (index / (labels.length - 1)) * (100 - 2 * SIDE));
  const shapes: Shape[] = [{ tag: 'line', class: 'axis', x1: 0, y1: yOf(0), x2: 100, y2: yOf(0) }];
  const letters = Math.max(3, Math.floor(PHONE_LETTERS / labels.length));
  labels.forEach((label, index) => {
    shapes.push({ tag: 'text', class: 'step', x: xOf(index), y: TOP + PLOT + BOTTOM - 8, text: cut(label, letters) });
  });
  series.forEach(({ values }, number) => {
    const kind = partClass(number);
    values.forEach((value, index) => {
      const before = values[index - 1];
      if (value === undefined) return;
      if (index > 0 && before !== undefined)
        shapes.push({ tag: 'line', class: `stroke ${kind}`, x1: xOf(index - 1), y1: yOf(before), x2: xOf(index), y2: yOf(value) });
      shapes.push({ tag: 'circle', class: kind, cx: xOf(index), cy: yOf(value), r: 4 });
      shapes.push({ tag: 'text', class: 'point', x: xOf(index), y: yOf(value) - 9, text: formatNumber(value) });
    });
  });
  return { height: TOP + PLOT + BOTTOM, shapes };
}
