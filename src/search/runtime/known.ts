/**
 * An index that is asked only for what it may hold: the lexicon lists every Hangul word of the pages, so that what it does not list needs no
 * chunk to be fetched. Numbers, Latin words and single syllables are not listed and always asked for.
 */
import { type Lexicon, isListed } from '../text/lexicon.ts';
import type { Postings, TermIndex } from './postings.ts';

const NOWHERE: Promise<Postings> = Promise.resolve(new Map());

export function askOnlyKnown(index: TermIndex, { entries, complete }: Lexicon): TermIndex {
  if (!complete) return index;
  return { ...index, term: (term) => (isListed(term) && entries.get(term)?.absent !== false ? NOWHERE : index.term(term)) };
}
