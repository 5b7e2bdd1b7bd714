/** Which cases an address asks to compare, and what to say about the rest. Pure. */

export const MOST_COMPARED = 4;

export interface ChosenCases {
  /** Known, each once, at most four, in the order asked. */
  slugs: string[];
  /** Whole sentences about what was left out, or what is still to be chosen. */
  said: string[];
}

/** Reads `?cases=a,b` and `?cases=a&cases=b`. @param known slugs of all cases */
export function readChosen(params: URLSearchParams, known: readonly string[]): ChosenCases {
  const asked = params
    .getAll('cases')
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const unique = [...new Set(asked)];
  const unknown = unique.filter((slug) => !known.includes(slug));
  const found = unique.filter((slug) => known.includes(slug));
  const slugs = found.slice(0, MOST_COMPARED);
  const said = [
    ...unknown.map((slug) => `‘${slug}’라는 사례는 없어 뺐다.`),
    ...(unique.length < asked.length ? ['같은 사례가 두 번 있어 한 번만 놓았다.'] : []),
    ...(found.length > MOST_COMPARED
      ? [`사례는 네 건까지 나란히 놓는다. 앞의 네 건만 놓고 ${String(found.length - MOST_COMPARED)}건은 뺐다.`]
      : []),
    ...(asked.length > 0 && slugs.length === 0 ? ['놓을 사례가 없다. 아래에서 두 건을 고른다.'] : []),
    ...(slugs.length === 1 ? ['사례가 하나뿐이다. 아래에서 하나를 더 고른다.'] : []),
  ];
  return { slugs, said };
}

/** The query that asks for these cases. */
export function writeChosen(slugs: readonly string[]): string {
  return slugs.length === 0 ? '' : `?cases=${slugs.join(',')}`;
}
