import { getCollection, getEntry } from 'astro:content';
import { parseBody, type CaseBody } from '../content/prose.ts';
import type { ValidCase } from '../content/read.ts';
import { readDepartures } from '../content/schema/departures.ts';
import { firstPage } from '../content/pages.ts';
import { groupByBook, nameBookBriefly, sortBooks, type HeldBook } from './books.ts';
import { describeRenamings } from './renamings.ts';
import type { CaseData } from '../content/schema/case.ts';
import type { Casebook } from '../content/schema/casebook.ts';
import { readVocabulary, type Place, type Topic } from '../content/schema/vocabulary.ts';

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
  const order = new Map(sortBooks(vocabulary.casebooks).map((book, index) => [book.id, index]));
  const place = ({ data }: Case) => order.get(data.casebook) ?? order.size;
  return (await getCollection('cases'))
    .map(({ id, data }) => ({ slug: id, data }))
    .sort((a, b) => place(a) - place(b) || firstPage(a.data.pages) - firstPage(b.data.pages) || (a.slug < b.slug ? -1 : 1));
}

/** The casebooks that have cases here, each with its cases. */
export async function getHeldBooks(): Promise<HeldBook<Case>[]> {
  return groupByBook(await getCases(), vocabulary.casebooks);
}

export function casebookOf(data: CaseData): Casebook {
  return find(vocabulary.casebooks, (book) => book.id === data.casebook, data.casebook);
}

/** The attribute by which a list's script reads addresses from before a renaming; none while there was none. */
export async function getRenamings(): Promise<string | undefined> {
  return describeRenamings(await getCases(), departures.moved) || undefined;
}

/** How rows of a list name the book of a case: not at all while all cases are of one book. */
export async function createBookNamer(): Promise<(data: CaseData) => string | undefined> {
  const several = groupByBook(await getCases(), vocabulary.casebooks).length > 1;
  return (data) => (several ? nameBookBriefly(casebookOf(data)) : undefined);
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
  if (!found) throw new Error(`content/vocabulary에 없는 이름입니다: ‘${name}’. ‘npm run check:content’를 실행하세요.`);
  return found;
}

const proseByText = new Map<string, CaseBody>();

/** The prose of a case, taken apart; once for all the pages that need it. */
export async function getProse(slug: string): Promise<CaseBody> {
  const text = (await getEntry('cases', slug))?.body ?? '';
  const known = proseByText.get(text);
  if (known) return known;
  const prose = parseBody(text, 1);
  proseByText.set(text, prose);
  return prose;
}

/** One case by its slug, for the tags of its prose. */
export async function getCase(slug: string): Promise<Case> {
  return find(await getCases(), (entry) => entry.slug === slug, slug);
}
