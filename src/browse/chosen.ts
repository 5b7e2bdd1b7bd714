/** Which cases an address asks to compare, and what to say about the rest. Pure. */

export const MOST_COMPARED = 4;

/** More unknown cases than this are only counted, and longer names cut: an address may hold anything. */
const MOST_TOLD = 5;
const LONGEST_TOLD = 40;

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
    ...unknown
      .slice(0, MOST_TOLD)
      .map((slug) => `‘${slug.length > LONGEST_TOLD ? `${slug.slice(0, LONGEST_TOLD)}…` : slug}’: 없는 사례여서 뺐습니다.`),
    ...(unknown.length > MOST_TOLD ? [`그 밖에 없는 사례 ${String(unknown.length - MOST_TOLD)}건도 뺐습니다.`] : []),
    ...(unique.length < asked.length ? ['같은 사례가 두 번 있어 한 번만 넣었습니다.'] : []),
    ...(found.length > MOST_COMPARED
      ? [`사례는 네 건까지 비교할 수 있습니다. 앞의 네 건만 넣고 ${String(found.length - MOST_COMPARED)}건은 뺐습니다.`]
      : []),
    ...(asked.length > 0 && slugs.length === 0 ? ['비교할 사례가 없습니다. 아래에서 두 건을 선택하세요.'] : []),
    ...(slugs.length === 1 ? ['사례가 하나뿐입니다. 아래에서 하나를 더 선택하세요.'] : []),
  ];
  return { slugs, said };
}

/** The query that asks for these cases. */
export function writeChosen(slugs: readonly string[]): string {
  return slugs.length === 0 ? '' : `?cases=${slugs.join(',')}`;
}
