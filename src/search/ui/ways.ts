/** Ways from an answer to the lists across cases. Pure. */
import type { PassageKind } from '../runtime/page.ts';
import type { RowList, SearchAnswer } from '../runtime/answer.ts';

/** Ordinances and schemes stand among the organisations of a case, and on a list of their own. */
type RowKind = PassageKind | '제도';

const LISTS: readonly { readonly list: RowList; readonly name: string; readonly kind: RowKind }[] = [
  { list: 'figures', name: '수치', kind: '수치' },
  { list: 'timeline', name: '연표', kind: '연표' },
  { list: 'organisations', name: '조직', kind: '조직' },
  { list: 'instruments', name: '제도·사업', kind: '제도' },
];

export interface Way {
  readonly name: string;
  /** Address without the base path. */
  readonly path: `/${string}`;
}

/**
 * The lists that hold something for this query. Their own field takes a row that holds every word as it is typed, wherever it stands in it
 * (`browse/rows.ts`, which folds letters besides: what is found here is found there); the search knows more. So a list is only named when it
 * must show a row (`browse/count-ways.ts` counts them): a row of it is among the passages and holds every word, or the search counts rows and every word was found as typed.
 */
export function findWays({ query, hits, rows }: SearchAnswer): readonly Way[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const passages = hits.flatMap((hit) =>
    hit.passages.map(({ kind, heading, excerpt, url }) => ({
      kind: url.includes('#instrument-') ? ('제도' as const) : kind,
      text: `${heading} ${excerpt.map(({ text }) => text).join('')}`.toLowerCase().replaceAll(/\s/g, ''),
    })),
  );
  const isFoundAsTyped = words.every((word) => passages.some(({ text }) => text.includes(word)));
  return LISTS.filter(({ list, kind }) => {
    const isShown = passages.some((passage) => passage.kind === kind && words.every((word) => passage.text.includes(word)));
    return isShown || (isFoundAsTyped && rows[list] > 0);
  }).map(({ list, name }) => ({ name, path: `/${list}/?q=${encodeURIComponent(query)}` }));
}
