/** What a list could not read of an address, in words. Loaded when there is something to tell. */
import type { UnknownValue } from './list-state.ts';

/** More unknown values than this are only counted, and longer ones cut: an address may hold anything. */
const MOST_TOLD = 5;
const LONGEST_TOLD = 40;

/** What was left out of an address, in sentences. */
export function explainUnknown(unknown: readonly UnknownValue[], nameOf: (key: string) => string | undefined): string {
  const sentences = unknown.slice(0, MOST_TOLD).map(({ key, value }) => {
    const told = [...value.slice(0, 2 * LONGEST_TOLD)];
    const shown = told.length > LONGEST_TOLD ? `${told.slice(0, LONGEST_TOLD).join('')}…` : value;
    return `링크의 값 ‘${shown}’: ‘${nameOf(key) ?? '정렬'}’에 없어 뺐습니다.`;
  });
  const more = unknown.length - sentences.length;
  return [...sentences, ...(more > 0 ? [`그 밖에 ${String(more)}개도 뺐습니다.`] : [])].join(' ');
}
