import { splitSentences } from '../../korean/sentences.ts';
import type { CheckedCase, Report } from './subject.ts';

/** More sentences are no summary: it is read in ten seconds. */
const MOST_SENTENCES = 3;

/** A summary is short, and the sentence that lists take from it is there. */
export function checkSummary({ data }: CheckedCase, { at }: Report): void {
  const sentences = splitSentences(data.summary);
  const counted = sentences.map((sentence, index) => `${String(index + 1)}) ${sentence.slice(0, 20)}…`).join(' ');
  if (sentences.length > MOST_SENTENCES)
    at(
      ['summary'],
      'summary',
      `요약이 ${String(sentences.length)}문장입니다.`,
      `세 문장까지로 줄이거나 이으세요. 자세한 것은 본문에 적습니다. ${counted}`,
    );
  const done = data.doneSentence;
  if (done !== undefined && (done < 1 || done > sentences.length))
    at(
      ['doneSentence'],
      'doneSentence',
      `요약에 ${String(done)}번째 문장이 없습니다.`,
      `한 일을 적은 문장이 몇 번째인지 1부터 ${String(sentences.length)}까지 가운데 하나로 적으세요. ${counted}`,
    );
}
