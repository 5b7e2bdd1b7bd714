/** Longer words of the pages that begin or end with the term: 산업단지 for 단지, 서포터즈 for 서포터. */
import { isListed } from '../../text/lexicon.ts';
import { type Knowledge, wordsOf } from '../knowledge.ts';
import type { Query, Variant } from '../term.ts';

type Need = Pick<Knowledge, 'lexicon' | 'parameters'>;

export function partVariants({ terms }: Query, { lexicon, parameters: { trust } }: Need): readonly Variant[] {
  const { nouns } = wordsOf(lexicon);
  // A name that no dictionary knows may be indexed with its particle: 거마가.
  const isParticle = (rest: string): boolean => lexicon.entries.get(rest)?.classes.includes('J') ?? false;
  return terms.flatMap(({ text, class: name, stands }, at) => {
    if (name === 'verb' || !isListed(text)) return [];
    const longer = nouns.filter((noun) => noun.length > text.length && (noun.startsWith(text) || noun.endsWith(text)));
    return longer.map((noun): Variant => {
      const same = !stands && noun.startsWith(text) && isParticle(noun.slice(text.length));
      return { kind: 'part', text: noun, terms: [noun], from: at, to: at + 1, trust: same ? trust.same : trust.alike };
    });
  });
}
