/** What the pages of a facet say: one that lists its values, and one for each value that lists its cases. */
import { describeHeld, describeTimes, groupByBook, nameBook } from '../../case/books.ts';
import type { Case } from '../../case/cases.ts';
import { FACETS, valuesOf, type FacetDefinition, type FacetEntry } from '../../case/facets.ts';
import type { Topic, Vocabulary } from '../../content/schema/vocabulary.ts';

/** A value as a row of the page that lists them all. */
export interface FacetRow {
  id: string;
  path: `/${string}/`;
  name: string;
  /** What it means, or what it holds. */
  about: string;
  /** Small print below: other words for the same. */
  also?: string;
  /** Cases that have it. */
  count: number;
}

/** The page of one value. */
export interface FacetList {
  id: string;
  /** Address of its first page. */
  base: `/${string}/`;
  /** Heading, and name of the list. */
  name: string;
  title: string;
  description: string;
  /** What the value means, a paragraph each. */
  paragraphs: readonly string[];
  /** Small print below. */
  also?: string;
  cases: readonly Case[];
  /** The topic, where the value is one: its passages are listed as well. */
  topic?: Topic;
}

/** All pages of a facet. */
export interface FacetPages {
  facet: FacetDefinition;
  /** `regions` */
  folder: string;
  /** The page that lists the values. */
  description: string;
  intro: string;
  /** Heading of the second column. */
  aboutName: string;
  rows: FacetRow[];
  lists: FacetList[];
}

interface FacetWords<Entry> {
  description: string;
  intro: string;
  aboutName: string;
  row: (entry: Entry, cases: readonly Case[]) => Pick<FacetRow, 'about' | 'also'>;
  list: (entry: Entry, cases: readonly Case[]) => Pick<FacetList, 'title' | 'description' | 'paragraphs'> & Partial<FacetList>;
}

/** More names than this say nothing; the list of the region has them. */
const MOST_NAMED = 30;

/** The pages of every facet of cases that has pages of its own. */
export function describeFacetPages(cases: readonly Case[], vocabulary: Vocabulary): FacetPages[] {
  const municipalitiesOf = (own: readonly Case[]) => [...new Set(own.map(({ data }) => data.municipality))];
  const number = (count: number) => String(count);
  const tierNames = vocabulary.tiers.map(({ name, hanja }) => `${name}(${hanja})`).join(', ');
  /** Which books the cases of a list come from. */
  const sourcesOf = (own: readonly Case[]): string[] =>
    groupByBook(own, vocabulary.casebooks).map(
      ({ book, cases: held }) => `${nameBook(book)}의 사례 ${number(held.length)}건이다. 내용은 ${describeTimes([book])} 당시의 것이다.`,
    );
  const pages = <Entry extends FacetEntry>(
    facet: Omit<FacetDefinition, 'values'> & { folder: string; values: (vocabulary: Vocabulary) => readonly Entry[] },
    words: FacetWords<Entry>,
  ): FacetPages => {
    const own = groupByValue(facet, cases, vocabulary);
    const entries = facet.values(vocabulary).map((entry) => ({
      entry,
      path: `/${facet.folder}/${entry.id}/` as const,
      cases: own.get(entry.id) ?? [],
    }));
    const { description, intro, aboutName, row, list } = words;
    return {
      facet,
      folder: facet.folder,
      description,
      intro,
      aboutName,
      rows: entries.map(({ entry, path, cases: found }) => ({
        id: entry.id,
        path,
        name: entry.name,
        count: found.length,
        ...row(entry, found),
      })),
      lists: entries.map(({ entry, path, cases: found }) => ({
        id: entry.id,
        base: path,
        name: entry.name,
        cases: found,
        ...list(entry, found),
      })),
    };
  };
  return [
    pages(FACETS.region, {
      description: '시·도마다 실린 사례와 지자체',
      intro: '사례를 시·도로 묶었다. 이름은 사례집을 펴낼 때의 것이다.',
      aboutName: '지자체',
      row: (_, found) => {
        const names = municipalitiesOf(found);
        const more = names.length - MOST_NAMED;
        return { about: names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` 외 ${number(more)}곳` : '') };
      },
      list: ({ name, today }, found) => ({
        title: name,
        description: `${name}의 우수사례 ${number(found.length)}건: ${municipalitiesOf(found).join(', ')}`,
        paragraphs: [
          `${name}에서는 ${municipalitiesOf(found).join(', ')}의 사례를 실었다. ${today === name ? '' : `지금의 이름은 ${today}이다.`}`,
        ],
      }),
    }),
    pages(FACETS.sector, {
      description: '분야마다 실린 사례집과 사례 수',
      intro: '사례집이 나눈 분야로 사례를 묶었다. 아직 옮기지 않은 분야는 0건이다.',
      aboutName: '사례집',
      row: (_, found) => ({ about: describeHeld(found, vocabulary.casebooks) }),
      list: ({ name }, found) => ({
        title: `${name} 분야`,
        description: `${name} 분야 우수사례 ${number(found.length)}건`,
        paragraphs: sourcesOf(found),
      }),
    }),
    pages(FACETS.tier, {
      description: `${tierNames}마다 실린 사례집과 사례 수`,
      intro: `기초지자체를 ${tierNames}로 나누어 묶었다. 아직 옮기지 않은 구분은 0건이다.`,
      aboutName: '사례집',
      row: (_, found) => ({ about: describeHeld(found, vocabulary.casebooks) }),
      list: ({ name, hanja }, found) => ({
        name: `${name}(${hanja})`,
        title: `${name}(${hanja}) 사례`,
        description: `${name}(${hanja}) 우수사례 ${number(found.length)}건`,
        paragraphs: sourcesOf(found),
      }),
    }),
    pages(FACETS.topic, {
      description: '사례를 묶는 주제어와 그 뜻, 비슷한 말, 사례 수',
      intro: '사례는 정해진 주제어로 묶는다. 주제어마다 뜻과 비슷한 말을 적었다.',
      aboutName: '뜻',
      row: ({ definition, synonyms }) => ({ about: definition, also: synonyms.join(', ') }),
      list: (topic, found) => ({
        title: topic.name,
        description: `${topic.definition} 사례 ${number(found.length)}건.`,
        paragraphs: [topic.definition],
        ...(topic.synonyms.length > 0 && { also: `비슷한 말: ${topic.synonyms.join(', ')}` }),
        topic,
      }),
    }),
  ];
}

/** Cases by the value that they have, in their order. */
function groupByValue(facet: FacetDefinition, cases: readonly Case[], vocabulary: Vocabulary): Map<string, Case[]> {
  const groups = new Map<string, Case[]>();
  for (const entry of cases) {
    for (const id of valuesOf(facet, entry.data, vocabulary)) {
      const group = groups.get(id);
      if (group) group.push(entry);
      else groups.set(id, [entry]);
    }
  }
  return groups;
}
