import type { CaseData } from '../content/schema/case.ts';
import { splitSentences } from '../korean/sentences.ts';

/**
 * The sentence of the summary that says what was done: the marked one. Without a mark, or with one that leads nowhere, the second, because the first
 * usually says why; the only one where there is no second.
 */
export function whatWasDone({ summary, doneSentence = 2 }: Pick<CaseData, 'summary' | 'doneSentence'>): string {
  const sentences = splitSentences(summary);
  return sentences[doneSentence - 1] ?? sentences[1] ?? sentences[0] ?? '';
}
