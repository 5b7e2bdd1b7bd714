import { nearest } from '../../korean/nearest.ts';
import { suggest } from '../explain.ts';
import { passagesOf } from './anchors.ts';
import type { CheckedCase, Report } from './subject.ts';

/** Characters. An ask is what somebody types, not a sentence of the case. */
export const LONGEST_ASK = 60;

/** As search reads it: spaces and capitals make no difference. */
const folded = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

/** Each ask is short, leads to a passage of the page and says what neither the title nor another ask says. */
export function checkAsks({ data, body }: CheckedCase, { at }: Report): void {
  const passages = passagesOf(data, body);
  const known = new Set(passages);
  const seen = new Map<string, number>();
  data.asks.forEach(({ passage, text }, index) => {
    const field = `asks.${String(index + 1)}`;
    if (!known.has(passage))
      at(
        ['asks', index, 'passage'],
        `${field}.passage`,
        `‘${passage}’: 이 사례에 없는 위치입니다.`,
        suggest(nearest(passage, passages), '위치', passages),
      );
    const tell = (problem: string, fix: string) => {
      at(['asks', index, 'text'], `${field}.text`, problem, fix);
    };
    const length = Array.from(text).length;
    if (length > LONGEST_ASK)
      tell(`물음이 ${String(length)}자입니다.`, `검색창에 적을 법한 짧은 말이나 물음으로 ${String(LONGEST_ASK)}자까지 적으세요.`);
    const key = folded(text);
    const before = seen.get(key);
    if (key === folded(data.title))
      tell('물음이 사례의 제목과 같습니다.', '제목은 그대로 검색됩니다. 이 항목을 지우거나 제목에 없는 말로 적으세요.');
    else if (before !== undefined)
      tell(`‘${text}’: ${String(before + 1)}번째 물음과 같습니다.`, '띄어쓰기와 대소문자는 구별하지 않습니다. 하나만 남기세요.');
    else seen.set(key, index);
  });
}
