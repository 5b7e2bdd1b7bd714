/**
 * The facets of the catalogue: what lists, search and addresses narrow by. Whoever needs the key, name, values or pages of a facet reads them
 * here: the lists and their filters, the pages of single values, the ledger of addresses, renamings, the search page.
 */
import type { CaseData } from '../content/schema/case.ts';
import type { Vocabulary } from '../content/schema/vocabulary.ts';
import { nameBook } from './books.ts';
import { BUDGET_KIND } from './figures.ts';
import { UNIT_GROUPS } from './unit-groups.ts';

/** A value of a facet, whether or not a case has it. */
export interface FacetEntry {
  /** In addresses: `busan`. */
  id: string;
  /** As cases write it: `부산광역시`. */
  name: string;
  /** As lists write it, where that is shorter: `부산`. */
  short?: string;
}

export interface FacetDefinition {
  /** In addresses: `?region=busan`. */
  key: string;
  /** Keys by which older addresses call it. They still open wherever no other facet of the page has taken the key. */
  aliases: readonly string[];
  name: string;
  /** Folder of its pages, one a value: `regions` for `/regions/busan/`. Absent where there are none. */
  folder?: string;
  /** All values, in the order of the vocabulary. */
  values: (vocabulary: Vocabulary) => readonly FacetEntry[];
  /** Names of the values that a case has; absent where only rows of a case have them. */
  namesOf?: (data: CaseData) => readonly string[];
}

export const FACETS = {
  region: {
    key: 'region',
    aliases: [],
    name: '지역',
    folder: 'regions',
    values: ({ places }) => places,
    namesOf: ({ province }) => [province],
  },
  sector: {
    key: 'sector',
    aliases: [],
    name: '분야',
    folder: 'sectors',
    values: ({ sectors }) => sectors,
    namesOf: ({ sector }) => [sector],
  },
  tier: {
    key: 'tier',
    aliases: [],
    name: '구분',
    folder: 'tiers',
    values: ({ tiers }) => tiers,
    namesOf: ({ tier }) => [tier],
  },
  topic: {
    key: 'topic',
    aliases: [],
    name: '주제어',
    folder: 'topics',
    values: ({ topics }) => topics,
    namesOf: ({ topics }) => topics,
  },
  organisation: {
    key: 'organisation',
    // The index once called it `body` and `/organisations/` called it `kind`.
    aliases: ['body', 'kind'],
    name: '조직 유형',
    folder: 'organisations',
    values: ({ kinds }) => kinds.organisation,
    namesOf: ({ organisations }) => organisations.map(({ kind }) => kind),
  },
  book: {
    key: 'book',
    aliases: [],
    name: '사례집',
    // Two books may have one title; cases name them by their id.
    values: ({ casebooks }) => casebooks.map((book) => ({ id: book.id, name: book.id, short: nameBook(book) })),
    namesOf: ({ casebook }) => [casebook],
  },
  /** Kinds of figures; budgets are one of them in lists. */
  kind: {
    key: 'kind',
    aliases: [],
    name: '유형',
    values: ({ kinds }) => [BUDGET_KIND, ...kinds.figure],
  },
  unit: {
    key: 'unit',
    aliases: [],
    name: '단위',
    values: () => UNIT_GROUPS,
  },
  /** What an organisation did in a case. Its values have no ids but their names. */
  part: {
    key: 'part',
    aliases: [],
    name: '역할',
    values: ({ kinds }) => kinds.part.map(({ name }) => ({ id: name, name })),
  },
  /** Kind of an ordinance, scheme or programme. Its values have no ids but their names. */
  instrument: {
    key: 'instrument',
    aliases: [],
    name: '유형',
    values: ({ kinds }) => kinds.instrument.map(({ name }) => ({ id: name, name })),
  },
  /** Whether the source marks an event as planned. */
  when: {
    key: 'when',
    aliases: [],
    name: '예정 여부',
    // No sign of a plan does not mean that it was done, whatever the id says: it has been published.
    values: () => [
      { id: 'done', name: '예정 표시 없음' },
      { id: 'planned', name: '예정으로 적힌 일' },
    ],
  },
} as const satisfies Record<string, FacetDefinition>;

/** The facets of cases, in the order of the index. */
export const CASE_FACETS = [FACETS.region, FACETS.sector, FACETS.tier, FACETS.topic, FACETS.organisation, FACETS.book] as const;

/** All facets. Later entries give way to earlier ones where an alias is another facet's key. */
const ALL: readonly FacetDefinition[] = Object.values(FACETS);

/** The facet that an address calls so, by its key or an older one; a key wins over an alias. */
export function facetNamed(key: string): FacetDefinition | undefined {
  return ALL.find((facet) => facet.key === key) ?? ALL.find(({ aliases }) => aliases.includes(key));
}

/** Address of the page of a value; `undefined` for a facet without pages. */
export function facetPath({ folder }: FacetDefinition, id: string): `/${string}/` | undefined {
  return folder === undefined ? undefined : `/${folder}/${id}/`;
}

/** Addresses of the pages of all values; those of kinds of organisations only exist while a case has one. */
export function facetAddresses(vocabulary: Vocabulary): string[] {
  return ALL.flatMap((facet) => facet.values(vocabulary).flatMap(({ id }) => facetPath(facet, id) ?? []));
}

/** Every key that addresses may use, old ones included, with the ids of its values. */
export function facetIds(vocabulary: Vocabulary): Map<string, Set<string>> {
  const keys = new Set(ALL.flatMap(({ key, aliases }) => [key, ...aliases]));
  return new Map(
    [...keys].map((key) => [
      key,
      new Set(
        facetNamed(key)
          ?.values(vocabulary)
          .map(({ id }) => id),
      ),
    ]),
  );
}

/** Ids of the values with these names, in the order of the vocabulary. */
export function idsNamed(facet: FacetDefinition, names: readonly string[], vocabulary: Vocabulary): string[] {
  return facet.values(vocabulary).flatMap(({ id, name }) => (names.includes(name) ? [id] : []));
}

/** Ids of the values that a case has. */
export function valuesOf(facet: FacetDefinition, data: CaseData, vocabulary: Vocabulary): string[] {
  return idsNamed(facet, facet.namesOf?.(data) ?? [], vocabulary);
}

/** A value as a list offers it. */
export interface FacetValue {
  id: string;
  name: string;
  /** The static page that lists the same, where there is one. */
  path?: `/${string}/`;
  /** Rows of the whole list that have it. */
  count: number;
}

/** A facet as a list offers it. */
export interface Facet {
  key: string;
  aliases: readonly string[];
  name: string;
  /** Values without a row are kept, so that readers see what is to come. */
  values: FacetValue[];
}

/**
 * A facet with the number of rows that have each value.
 * @param idsOf ids of the values that a row has
 * @param linked whether the pages of the values list these rows, and may stand in for the choice
 */
export function countFacet<Row>(
  facet: FacetDefinition,
  vocabulary: Vocabulary,
  rows: readonly Row[],
  idsOf: (row: Row) => readonly string[],
  linked = false,
): Facet {
  const counts = new Map<string, number>();
  for (const row of rows) for (const id of new Set(idsOf(row))) counts.set(id, (counts.get(id) ?? 0) + 1);
  const { key, aliases, name } = facet;
  return {
    key,
    aliases,
    name,
    values: facet.values(vocabulary).map((entry) => {
      const path = linked ? facetPath(facet, entry.id) : undefined;
      return { id: entry.id, name: entry.short ?? entry.name, ...(path && { path }), count: counts.get(entry.id) ?? 0 };
    }),
  };
}

/** Whether cases differ in what they have of a facet: a column that says the same in every row says nothing. */
export function differIn({ namesOf }: FacetDefinition, cases: readonly { data: CaseData }[]): boolean {
  return new Set(cases.map(({ data }) => (namesOf?.(data) ?? []).join('|'))).size > 1;
}

/** Facets of cases with their counts, each value with its page. Books are no choice while all cases are of one. */
export function countCaseFacets(
  cases: readonly { data: CaseData }[],
  vocabulary: Vocabulary,
  facets: readonly FacetDefinition[] = CASE_FACETS,
): Facet[] {
  return facets
    .map((facet) => countFacet(facet, vocabulary, cases, ({ data }) => valuesOf(facet, data, vocabulary), true))
    .filter(({ key, values }) => key !== FACETS.book.key || values.filter(({ count }) => count > 0).length > 1);
}
