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
  const text = {
    keyboard: `${quoted}(으)로 찾은 결과`,
    initials: `초성 ‘${from}’: ${quoted}(으)로 찾은 결과`,
    typo: `‘${from}’ 대신 ${quoted}(으)로 찾은 결과`,
    synonym: `${quoted}${rest}도 함께 찾음`,
  }[kind];
  return { kind, text, literal: query };
}
