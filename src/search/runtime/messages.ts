/**
 * What the reader is told about a query that was understood otherwise than typed.
 */
import type { AnswerNote } from './answer.ts';
import type { Note } from '../query/search.ts';

const MOST_NAMED = 3;

export function toAnswerNote({ kind, from, to }: Note, query: string): AnswerNote {
  const quoted = to
    .slice(0, MOST_NAMED)
    .map((word) => `‘${word}’`)
    .join(', ');
  const rest = to.length > MOST_NAMED ? ' 등' : '';
  // Without particles: what stands before them may be of any script.
  const text = {
    keyboard: `한글 자판으로 ${quoted} 검색`,
    initials: `초성 ‘${from}’: ${quoted}${rest} 검색`,
    typo: `‘${from}’ 대신 ${quoted} 검색`,
    synonym: `비슷한 말 ${quoted}${rest}도 함께 검색`,
  }[kind];
  return { kind, text, literal: query };
}
