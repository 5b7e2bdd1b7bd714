import { isInitials, toInitials, toJamo } from '../../korean/jamo.ts';
import { fold } from '../../korean/normalise.ts';

/** One thing a reader may mean: a case, a topic, a place or a body. */
export interface Suggestion {
  /** What kind of thing, as readers call it: 사례, 주제어, 지역, 조직. */
  kind: string;
  name: string;
  /** Address without the base path. */
  path: string;
  /** Other words that lead here. */
  words?: readonly string[];
}

const squeeze = (text: string) => fold(text.normalize('NFC')).replaceAll(/[\s'"·「」『』‘’“”(),.!?-]/g, '');

/** 3 for a name that begins so, 2 for one that holds it, 1 for another word; 0 for nothing. */
function closeness({ name, words = [] }: Suggestion, query: string): number {
  const typed = squeeze(query);
  if (typed === '') return 0;
  if (isInitials(typed)) {
    if (typed.length < 2) return 0;
    const initials = toInitials(squeeze(name));
    return initials.startsWith(typed) ? 3 : initials.includes(typed) ? 2 : 0;
  }
  // By jamo, so that a syllable that is still being typed (협도 on the way to 협동) matches.
  const letters = toJamo(typed);
  const own = toJamo(squeeze(name));
  if (own.startsWith(letters)) return 3;
  if (own.includes(letters)) return 2;
  return words.some((word) => toJamo(squeeze(word)).includes(letters)) ? 1 : 0;
}

/** The best suggestions for what has been typed so far; equal ones keep the order of the list. */
export function matchSuggestions(all: readonly Suggestion[], query: string, most: number): Suggestion[] {
  return all
    .map((suggestion, index) => ({ suggestion, index, close: closeness(suggestion, query) }))
    .filter(({ close }) => close > 0)
    .sort((a, b) => b.close - a.close || a.index - b.index)
    .slice(0, most)
    .map(({ suggestion }) => suggestion);
}
