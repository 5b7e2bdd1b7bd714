/**
 * Measures in every usual spelling: 182.19㎢ = 182.19km² = 182.19제곱킬로미터; 46만㎡ = 460,000제곱미터; 19.7% = 19.7퍼센트.
 * The text is expected to be folded (`normalise.ts`).
 */
import { NUMERAL, parseNumeral } from './numerals.ts';

/** area in m², length in m, mass in kg, ratio in per cent. */
export type Dimension = 'area' | 'length' | 'mass' | 'ratio';

/** A measure found in a text; offsets are UTF-16. */
export interface Measure {
  readonly start: number;
  readonly end: number;
  readonly dimension: Dimension;
  readonly value: number;
}

interface MeasureUnit {
  readonly dimension: Dimension;
  readonly factor: number;
  readonly spellings: string;
}

/** The longer spelling stands before the one that it begins with. */
const UNITS: readonly MeasureUnit[] = [
  { dimension: 'area', factor: 1e6, spellings: '㎢|km²|km2|제곱킬로미터|평방킬로미터|제곱키로미터' },
  { dimension: 'area', factor: 1, spellings: '㎡|m²|m2(?!\\d)|제곱미터|평방미터|제곱미타' },
  { dimension: 'area', factor: 1e4, spellings: '㏊|ha(?![a-z])|헥타르' },
  { dimension: 'length', factor: 1e3, spellings: '㎞|km(?![a-z\\d])|킬로미터|키로미터' },
  { dimension: 'length', factor: 1, spellings: 'm(?![a-z\\d²])|미터' },
  { dimension: 'mass', factor: 1, spellings: '㎏|kg(?![a-z])|킬로그램|키로그램' },
  { dimension: 'mass', factor: 1e3, spellings: '톤' },
  // 3프로그램 counts programmes.
  { dimension: 'ratio', factor: 1, spellings: '%|퍼센트|퍼센테이지|프로(?!그램|젝트|보노|듀|모)' },
];
const MEASURE = new RegExp(`(?<![\\d.,])(${NUMERAL.source})\\s?(?:${UNITS.map(({ spellings }) => `(${spellings})`).join('|')})`, 'g');

/** All measures in order of appearance. */
export function findMeasures(text: string): readonly Measure[] {
  const found: Measure[] = [];
  for (const match of text.matchAll(MEASURE)) {
    const value = parseNumeral(match[1] ?? '');
    const unit = UNITS.find((_, index) => match[index + 2] !== undefined);
    if (value === undefined || !unit) continue;
    const scaled = Math.round(value * unit.factor * 1_000) / 1_000;
    found.push({ start: match.index, end: match.index + match[0].length, dimension: unit.dimension, value: scaled });
  }
  return found;
}
