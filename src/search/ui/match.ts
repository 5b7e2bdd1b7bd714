import { isInitials, toInitials, toJamo } from '../../korean/jamo.ts';

/** One thing a reader may mean: a case, a topic, a place or an organisation. */
export interface Suggestion {
  /** What kind of thing, as readers call it: 사례, 주제어, 지역, 조직. */
  kind: string;
  name: string;
  /** Address without the base path. */
  path: string;
  /** Other words that lead here. */
  words?: readonly string[];
}

/** Suggestions of one kind, as `search/suggest.json` holds them: what they have in common is written once. */
export interface SuggestionGroup {
  readonly kind: string;
  /** Their address with `*` for the id. */
  readonly path: `/${string}`;
  /** Id, name and other words of each. */
  readonly names: readonly (readonly [id: string, name: string, ...words: string[]])[];
}

export function readGroups(groups: readonly SuggestionGroup[]): Suggestion[] {
  return groups.flatMap(({ kind, path, names }) =>
    names.map(([id, name, ...words]): Suggestion => ({ kind, name, path: path.replace('*', id), words })),
  );
}

/** A suggestion for what was typed. */
export interface Match {
  readonly suggestion: Suggestion;
  /** Words as typed that it lacks; empty where it has all of them. */
  readonly missing: readonly string[];
}

/** Nothing is called by a longer name. */
const LONGEST = 100;
const SHORTEST_WORD = 2;
/** Partial matches, after all others. */
const MOST_PARTIAL = 3;

/** Letters and figures alone, of one width and case. */
const squeeze = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A suggestion, made comparable. */
interface Prepared {
  readonly suggestion: Suggestion;
  readonly name: string;
  readonly initials: string;
  readonly words: readonly string[];
}

/** Prepares a list once; what is asked of it then costs no more than the list is long. */
export function createMatcher(all: readonly Suggestion[]): (typed: string, most: number) => readonly Match[] {
  // By jamo, so that a syllable that is still being typed (협도 on the way to 협동) matches.
  const prepared = all.map((suggestion): Prepared => {
    const name = squeeze(suggestion.name);
    return {
      suggestion,
      name: toJamo(name),
      initials: toInitials(name),
      words: (suggestion.words ?? []).map((word) => toJamo(squeeze(word))),
    };
  });
  return (typed, most) => {
    if (typed.length > LONGEST) return [];
    const query = squeeze(typed);
    if (query === '' || (isInitials(query) && query.length < SHORTEST_WORD)) return [];
    const whole = rank(prepared, (one) => closeness(one, query));
    const words = typed.split(/\s+/).filter((word) => squeeze(word).length >= SHORTEST_WORD);
    if (words.length < 2 || whole.length >= most) return whole.slice(0, most).map(({ suggestion }) => ({ suggestion, missing: [] }));
    const lacks = ({ name, words: others }: Prepared) =>
      words.filter((word) => {
        const wanted = toJamo(squeeze(word));
        return !name.includes(wanted) && !others.some((other) => other.includes(wanted));
      });
    const rest = prepared
      .filter((one) => !whole.includes(one))
      .map((one) => ({ suggestion: one.suggestion, missing: lacks(one) }))
      .filter(({ missing }) => missing.length < words.length);
    const full = [...whole.map(({ suggestion }) => ({ suggestion, missing: [] })), ...rest.filter(({ missing }) => missing.length === 0)];
    const partial = rest.filter(({ missing }) => missing.length > 0).sort((a, b) => a.missing.length - b.missing.length);
    return [...full.slice(0, most), ...partial.slice(0, MOST_PARTIAL)].slice(0, most);
  };
}

/** Those that are close, the closest first; equal ones keep their order. */
function rank(all: readonly Prepared[], close: (one: Prepared) => number): Prepared[] {
  return all
    .map((one, index) => ({ one, index, closeness: close(one) }))
    .filter(({ closeness }) => closeness > 0)
    .sort((a, b) => b.closeness - a.closeness || a.index - b.index)
    .map(({ one }) => one);
}

/** 3 for a name that begins so, 2 for one that holds it, 1 for another word; 0 for nothing. */
function closeness({ name, initials, words }: Prepared, query: string): number {
  if (isInitials(query)) return initials.startsWith(query) ? 3 : initials.includes(query) ? 2 : 0;
  const letters = toJamo(query);
  if (name.startsWith(letters)) return 3;
  if (name.includes(letters)) return 2;
  return words.some((word) => word.includes(letters)) ? 1 : 0;
}
