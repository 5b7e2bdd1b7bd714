/**
 * Nothing was found: words of the site that are near to what was typed.
 */
import { toJamo } from '../../korean/jamo.ts';
import { type Lexicon, isListed } from '../text/lexicon.ts';
import { LIMITS } from './parameters.ts';
import type { Term } from './term.ts';

/** Nouns that begin as one of the terms does or that one begins with, the most frequent first. */
export function nearTerms(terms: readonly Term[], { entries }: Lexicon): readonly string[] {
  const wanted = terms.map(({ text }) => text).filter(isListed);
  return [...entries]
    .filter(([token, { classes, absent }]) => !absent && classes[0] === 'N' && isListed(token))
    .filter(([token]) => wanted.some((text) => toJamo(token).startsWith(toJamo(text)) || text.startsWith(token)))
    .sort(([a, one], [b, other]) => other.bucket - one.bucket || (a < b ? -1 : 1))
    .slice(0, LIMITS.suggestions)
    .map(([token]) => token);
}
