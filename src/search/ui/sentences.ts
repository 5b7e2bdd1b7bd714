/** What the reader is told about an answer as a whole. Pure. */
import type { SearchAnswer } from '../runtime/answer.ts';
import { quote } from './element.ts';

/**
 * The sentence above the list and in the live region: `‘공공구매’ 검색 결과 5건`.
 * @param isFiltered conditions are chosen
 */
export function countSentence({ query, hits, matched, unfiltered }: SearchAnswer, isFiltered: boolean): string {
  const asked = quote(query);
  const partial = hits.filter(({ tier }) => tier === 'partial').length;
  const among = isFiltered && unfiltered > matched ? ` ${String(unfiltered)}건 중` : '';
  if (matched > 0) {
    const more = partial > 0 ? `, 일부만 맞는 사례 ${String(partial)}건` : '';
    return `${asked} 검색 결과${among} ${String(matched)}건${more}`;
  }
  if (partial > 0) return `${asked} 모두에 맞는 사례는 없습니다. 일부만 맞는 사례 ${String(partial)}건`;
  if (among !== '') return `${asked} 검색 결과${among} 조건에 맞는 사례가 없습니다.`;
  return `${asked} 검색 결과가 없습니다.`;
}
