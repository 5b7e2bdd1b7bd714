import { getCollection, getEntry } from 'astro:content';
import { parseBody, type CaseBody } from '../content/prose.ts';
import type { Cited } from '../publish/citations.ts';
import type { ValidCase } from '../content/read.ts';
import { readDepartures } from '../content/schema/departures.ts';
import { firstPage } from '../content/pages.ts';
import { describeRenamed } from './renamed.ts';
import type { CaseData } from '../content/schema/case.ts';
import { readVocabulary, type Casebook, type Place, type Topic } from '../content/schema/vocabulary.ts';

export { casePath } from '../content/anchors.ts';

export const vocabulary = readVocabulary('content');
export const departures = readDepartures('content');

export type Case = ValidCase;

let built: Promise<Case[]> | undefined;

/** All cases in the order of their books and printed pages. Read once for a build; while developing, again for every page. */
export function getCases(): Promise<Case[]> {
  if (!import.meta.env.PROD) return readCases();
  built ??= readCases();
  return built;
}

async function readCases(): Promise<Case[]> {
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

/** The casebooks with the number of their cases that are here. */
export async function getIncludedBooks(): Promise<(Casebook & { count: number })[]> {
  const cases = await getCases();
  return vocabulary.casebooks.map((book) => ({ ...book, count: cases.filter(({ data }) => data.casebook === book.id).length }));
}

export function casebookOf(data: CaseData): Casebook {
  return find(vocabulary.casebooks, (book) => book.id === data.casebook, data.casebook);
}

/**
 * A case as its citations name it.
 * @param site name of this site
 * @param url absolute address of the case
 */
export function citeCase({ slug, data }: Case, site: string, url: string): Cited {
  const book = casebookOf(data);
  return {
    slug,
    title: data.subtitle === undefined ? data.title : `${data.title}: ${data.subtitle}`,
    municipality: `${data.province} ${data.municipality}`,
    book: book.title,
    part: book.part,
    ...(book.publisher === undefined ? {} : { publisher: book.publisher }),
    ...(book.year === undefined ? {} : { year: book.year }),
    pages: String(data.pages),
    site,
    url,
  };
}

/** The attribute by which a list's script reads addresses from before a renaming; none while there was none. */
export async function getRenamed(): Promise<string | undefined> {
  return describeRenamed(await getCases(), departures.moved) || undefined;
}

export function placeOf(data: CaseData): Place {
  return find(vocabulary.places, (place) => place.name === data.province, data.province);
}

/** A case's municipality as lists name it: `부산 연제구`. */
export function shortPlaceOf(data: CaseData): string {
  return `${placeOf(data).short} ${data.municipality}`;
}

export function topicNamed(name: string): Topic {
  return find(vocabulary.topics, (topic) => topic.name === name, name);
}

function find<T>(list: readonly T[], matches: (entry: T) => boolean, name: string): T {
  const found = list.find(matches);
  if (!found) throw new Error(`‘${name}’이(가) content/vocabulary에 없다. ‘npm run check:content’를 실행한다.`);
  return found;
}

/** One value to narrow a list by. */
export interface FacetValue {
  id: string;
  name: string;
  /** The static page that lists the same, where there is one. */
  path?: `/${string}`;
  /** Rows of the whole list that have it. */
  count: number;
}

export interface Facet {
  /** Its name in the address: `region`. */
  key: string;
  name: string;
  /** Values without a row are kept, so that readers see what is to come. */
  values: FacetValue[];
}

/** The facets of the index with their counts; values keep the order of the vocabulary. */
export function facetsOf(cases: readonly Case[]): Facet[] {
  const count = (matches: (data: CaseData) => boolean) => cases.filter(({ data }) => matches(data)).length;
  return [
    {
      key: 'region',
      name: '지역',
      values: vocabulary.places.map(({ id, name, short }) => ({
        id,
        name: short,
        path: `/regions/${id}/`,
        count: count((data) => data.province === name),
      })),
    },
    {
      key: 'sector',
      name: '분야',
      values: vocabulary.sectors.map(({ id, name }) => ({
        id,
        name,
        path: `/sectors/${id}/`,
        count: count((data) => data.sector === name),
      })),
    },
    {
      key: 'tier',
      name: '구분',
      values: vocabulary.tiers.map(({ id, name }) => ({ id, name, path: `/tiers/${id}/`, count: count((data) => data.tier === name) })),
    },
    {
      key: 'topic',
      name: '주제어',
      values: vocabulary.topics.map(({ id, name }) => ({
        id,
        name,
        path: `/topics/${id}/`,
        count: count((data) => data.topics.includes(name)),
      })),
    },
    {
      key: 'body',
      name: '조직 유형',
      values: vocabulary.kinds.organisation.map(({ id, name }) => ({
        id,
        name,
        path: `/organisations/${id}/`,
        count: count((data) => data.organisations.some(({ kind }) => kind === name)),
      })),
    },
  ];
}

/** A case's own values of the facets, as the rows of a list carry them: ids parted by spaces. */
export function facetValuesOf(data: CaseData): Record<'region' | 'sector' | 'tier' | 'topic' | 'body', string> {
  const ids = (entries: readonly { id: string; name: string }[], has: (name: string) => boolean) =>
    entries
      .filter(({ name }) => has(name))
      .map(({ id }) => id)
      .join(' ');
  return {
    region: placeOf(data).id,
    sector: ids(vocabulary.sectors, (name) => name === data.sector),
    tier: ids(vocabulary.tiers, (name) => name === data.tier),
    topic: ids(vocabulary.topics, (name) => data.topics.includes(name)),
    body: ids(vocabulary.kinds.organisation, (name) => data.organisations.some(({ kind }) => kind === name)),
  };
}

const bodies = new Map<string, CaseBody>();

/** The prose of a case, taken apart; once for all the pages that need it. */
export async function getBody(slug: string): Promise<CaseBody> {
  const text = (await getEntry('cases', slug))?.body ?? '';
  const known = bodies.get(text);
  if (known) return known;
  const body = parseBody(text, 1);
  bodies.set(text, body);
  return body;
}

/** One case by its slug, for the tags of its prose. */
export async function getCase(slug: string): Promise<Case> {
  return find(await getCases(), (entry) => entry.slug === slug, slug);
}
