/** Words typed apart that are one on the pages: 숍 인 숍, 마을 관리 소. */
import { type Knowledge, termsOf } from '../knowledge.ts';
import { LIMITS } from '../parameters.ts';
import type { Query, Variant } from '../term.ts';

export function joinedVariants({ terms, words }: Query, { tokeniser }: Pick<Knowledge, 'tokeniser'>): readonly Variant[] {
  const variants: Variant[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let last = first + 1; last < Math.min(words.length, first + LIMITS.span); last++) {
      const typed = words.slice(first, last + 1);
      if (!typed.every((word) => /^[가-힣]+$/.test(word))) break;
      const text = typed.join('');
      const cut = termsOf(text, tokeniser);
      const from = terms.findIndex(({ word }) => word >= first);
      const to = terms.findLastIndex(({ word }) => word <= last) + 1;
      const apart = terms.slice(from, to).map(({ text: term }) => term);
      // Cut as one, nothing may get lost: 유기농와인 is no 유기농 with particles.
      if (from < 0 || to <= from || cut.join('').length < apart.join('').length || cut.join(' ') === apart.join(' ')) continue;
      variants.push({ kind: 'exact', text, terms: cut, from, to, trust: 1 });
    }
  }
  return variants;
}
