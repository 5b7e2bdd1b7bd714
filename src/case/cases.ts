import { getCollection } from 'astro:content';
import { readContent, type ValidCase } from './content.ts';
import { firstPage } from './pages.ts';
import type { CaseData } from './schema.ts';
import type { Casebook, Place, Topic } from './vocabulary.ts';

export { casePath } from './anchors.ts';

export const { vocabulary } = readContent('content');

export type Case = ValidCase;

/** All cases in the order of their books and printed pages. */
export async function getCases(): Promise<Case[]> {
  const books = vocabulary.casebooks.map((book) => book.id);
  return (await getCollection('cases'))
    .map(({ id, data }) => ({ slug: id, data }))
    .sort(
      (a, b) =>
        books.indexOf(a.data.casebook) - books.indexOf(b.data.casebook) ||
        firstPage(a.data.pages) - firstPage(b.data.pages) ||
        (a.slug < b.slug ? -1 : 1),
    );
}

export function casebookOf(data: CaseData): Casebook {
  return find(vocabulary.casebooks, (book) => book.id === data.casebook, data.casebook);
}

export function placeOf(data: CaseData): Place {
  return find(vocabulary.places, (place) => place.name === data.province, data.province);
}

export function topicNamed(name: string): Topic {
  return find(vocabulary.topics, (topic) => topic.name === name, name);
}

function find<T>(list: readonly T[], matches: (entry: T) => boolean, name: string): T {
  const found = list.find(matches);
  if (!found) throw new Error(`‘${name}’이(가) content/vocabulary에 없다. ‘npm run check:content’를 실행한다.`);
  return found;
}

/** One way to narrow the list: a province, sector, tier or topic with its page and number of cases. */
export interface FacetValue {
  id: string;
  name: string;
  path: `/${string}`;
  count: number;
}

export interface Facet {
  name: string;
  /** Values without a case are kept, so that readers see what is to come. */
  values: FacetValue[];
}

/** The facets of the index with their counts; values keep the order of the vocabulary. */
export function facetsOf(cases: readonly Case[]): Facet[] {
  const count = (matches: (data: CaseData) => boolean) => cases.filter(({ data }) => matches(data)).length;
  return [
    {
      name: '지역',
      values: vocabulary.places.map(({ id, name, short }) => ({
        id,
        name: short,
        path: `/regions/${id}/`,
        count: count((data) => data.province === name),
      })),
    },
    {
      name: '분야',
      values: vocabulary.sectors.map(({ id, name }) => ({
        id,
        name,
        path: `/sectors/${id}/`,
        count: count((data) => data.sector === name),
      })),
    },
    {
      name: '구분',
      values: vocabulary.tiers.map(({ id, name }) => ({ id, name, path: `/tiers/${id}/`, count: count((data) => data.tier === name) })),
    },
  ];
}

/** One case by its slug, for the tags of its prose. */
export async function getCase(slug: string): Promise<Case> {
  return find(await getCases(), (entry) => entry.slug === slug, slug);
}
