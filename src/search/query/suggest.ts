/**
 * Nothing was found: words of the site that are near to what was typed.
 */
import { toJamo } from '../../korean/jamo.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Unit } from './unit.ts';

const MOST_TERMS = 5;
const SHORTEST = 2;

/** Nouns that begin or contain the same morphemes as the units, the most frequent first. */
export function nearTerms(units: readonly Unit[], lexicon: Lexicon): readonly string[] {
  const wanted = new Set(
    units.flatMap(({ readings }) => readings[0]?.terms ?? []).filter((term) => /^[가-힣]+$/.test(term) && term.length >= SHORTEST),
  );
  const found = new Map<string, number>();
  for (const [token, { classes, bucket, absent }] of lexicon.entries) {
    if (absent || classes[0] !== 'N' || token.length < SHORTEST) continue;
    for (const term of wanted) {
      if (token === term || toJamo(token).startsWith(toJamo(term)) || term.startsWith(token)) found.set(token, bucket);
    }
  }
  return [...found]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(([token]) => token);
}
