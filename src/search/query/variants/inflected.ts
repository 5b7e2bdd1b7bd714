/** Other forms of a verb on the pages: 고친 for 고쳐. */
import { findStems, looksConjugated } from '../../../korean/verbs.ts';
import { type Knowledge, wordsOf } from '../knowledge.ts';
import type { Query, Variant } from '../term.ts';

export function inflectedVariants(
  { terms }: Query,
  { lexicon, parameters }: Pick<Knowledge, 'lexicon' | 'parameters'>,
): readonly Variant[] {
  const { verbsOf } = wordsOf(lexicon);
  return terms.flatMap(({ text, whole, class: name, stands }, at) => {
    const isVerb = name === 'verb';
    if (!isVerb && (stands || !(name === 'unknown' || looksConjugated(whole)))) return [];
    // 고친 may be a form of 고치다; that 지진 is one of 지다 takes better grounds.
    const stems = [whole, text].flatMap(findStems).filter((stem) => isVerb || stem.length > 1);
    const forms = new Set(stems.flatMap(verbsOf));
    forms.delete(text);
    return [...forms].map((form): Variant => ({
      kind: 'inflected',
      text: form,
      terms: [form],
      from: at,
      to: at + 1,
      trust: parameters.trust.same,
    }));
  });
}
