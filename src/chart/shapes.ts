/**
 * What a chart is made of. Across, lengths are shares of the width (0–100), so that a drawing fits any page without scaling its text; down, they
 * are CSS pixels. Colours, strokes and type come from classes.
 */
export type Shape =
  | { tag: 'rect'; class: string; x: number; y: number; width: number; height: number }
  | { tag: 'line'; class: string; x1: number; y1: number; x2: number; y2: number }
  | { tag: 'circle'; class: string; cx: number; cy: number; r: number }
  | {
      tag: 'text';
      class: string;
      x: number;
      y: number;
      /** Pixels to the right of `x`. */
      dx?: number;
      text: string;
    };

export interface Drawing {
  /** Pixels. */
  height: number;
  shapes: Shape[];
}

/** Named numbers in columns, as a table gives them; `undefined` is a missing value. */
export interface ChartData {
  labels: string[];
  series: { name: string; unit: string; values: (number | undefined)[] }[];
}

const ACROSS: ReadonlySet<string> = new Set(['x', 'width', 'x1', 'x2', 'cx']);

const round = (value: number): number => Math.round(value * 100) / 100;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The drawing as SVG; the same numbers give the same text on every machine. @param label what is seen, in words */
export function toSvg({ height, shapes }: Drawing, label: string): string {
  const lines = shapes.map((shape) => {
    const { tag, ...rest } = shape;
    const attributes = Object.entries(rest)
      .filter(([key]) => key !== 'text')
      .map(([key, value]) => {
        const text = typeof value === 'number' ? `${String(round(value))}${ACROSS.has(key) ? '%' : ''}` : escape(value);
        return ` ${key}="${text}"`;
      })
      .join('');
    return shape.tag === 'text' ? `<text${attributes}>${escape(shape.text)}</text>` : `<${tag}${attributes}/>`;
  });
  return `<svg role="img" aria-label="${escape(label)}" width="100%" height="${String(round(height))}">\n${lines.join('\n')}\n</svg>`;
}

/** Pixels that a text takes at the size of a chart, a little more rather than less: Hangul is as wide as it is high, other letters are narrower. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2fff' ? 13 : 8), 0);
}

/** Text cut to a number of letters; the table beside the chart has it whole. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** The class of the n-th part (0-based) of a whole; more than six share the last one. */
export function partClass(index: number): string {
  return `s${String(Math.min(index, 5) + 1)}`;
}
