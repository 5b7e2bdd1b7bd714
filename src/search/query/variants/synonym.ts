/** What the vocabulary says that terms, one or several, may also be called. */
import { findStems, looksConjugated } from '../../../korean/verbs.ts';
import { synonymKey } from '../../runtime/vocabulary.ts';
import { type Knowledge, termsOf } from '../knowledge.ts';
import { LIMITS } from '../parameters.ts';
import type { Query, Term, Variant } from '../term.ts';

/** Of the spans that the vocabulary knows the longest count: 사회적 기업 제품 leaves nothing for 제품 alone. */
export function synonymVariants(
  { terms }: Query,
  { synonyms, tokeniser, parameters }: Pick<Knowledge, 'synonyms' | 'tokeniser' | 'parameters'>,
): readonly Variant[] {
  const variants: Variant[] = [];
  const taken = new Set<number>();
  for (let size = Math.min(LIMITS.span, terms.length); size > 0; size--) {
    for (let from = 0; from + size <= terms.length; from++) {
      const span = terms.slice(from, from + size);
      if (span.every((_, at) => taken.has(from + at))) continue;
      const found = [...keysOf(span)].flatMap((key) => synonyms.get(key) ?? []);
      for (const { text, wide } of found) {
        const trust = wide ? parameters.trust.narrower : parameters.trust.same;
        variants.push({ kind: 'synonym', text, terms: termsOf(text, tokeniser), from, to: from + size, trust });
      }
      if (found.length > 0) span.forEach((_, at) => taken.add(from + at));
    }
  }
  return variants;
}

/** How the terms may be written as one word of the vocabulary, verbs by their dictionary form. */
export function keysOf(span: readonly Term[]): ReadonlySet<string> {
  const join = (parts: readonly string[]): string => synonymKey(parts.join(''));
  const last = span.at(-1);
  const keys = new Set([join(span.map(({ text }) => text))]);
  const words = span.filter(({ word }, at) => word !== span[at - 1]?.word);
  if (last && (span.length === 1 || words.length === span.length)) {
    // 낡은 주택을: everything but the last word stands as typed, the last one with or without its particle.
    const before = span.slice(0, -1).map(({ whole }) => whole);
    keys.add(join([...before, last.whole]));
    keys.add(join([...before, last.text]));
  }
  if (last && span.length === 1 && (last.class === 'verb' || last.class === 'unknown' || looksConjugated(last.whole))) {
    for (const word of [last.whole, last.text]) for (const stem of findStems(word)) keys.add(`${stem}다`);
  }
  return keys;
}
