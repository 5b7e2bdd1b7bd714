/** What machines read of a case: schema.org (JSON-LD), Highwire and Dublin Core meta tags. */
import { addressOf, type Cited } from './citations.ts';
import { parsePages } from '../content/pages.ts';

/** A node of a JSON-LD graph. */
export type Node = { '@type': string } & Record<string, unknown>;

export interface DescribedCase {
  cited: Cited;
  summary: string;
  topics: readonly string[];
  /** Names at the time. */
  province: string;
  municipality: string;
  /** Time that the book describes, as an ISO date at its own precision. */
  asOf: string;
  published: string;
  updated: string | undefined;
  /** Address of the preview image. */
  image: string;
  /** Pages above this one, from the index down, with absolute addresses. */
  trail: readonly { name: string; url: string }[];
  /** Absolute address of the index. */
  home: string;
}

/**
 * The printed case is a `Chapter` of a `Book`; this page is an `Article` that is based on it. What is not known of the book
 * (author, publisher, year) is left out.
 */
export function buildCaseGraph(described: DescribedCase): { '@context': string; '@graph': Node[] } {
  const { cited, trail } = described;
  const ranges = parsePages(cited.pages) ?? [];
  const place: Node = {
    '@type': 'AdministrativeArea',
    name: described.municipality,
    containedInPlace: { '@type': 'AdministrativeArea', name: described.province },
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Chapter',
        '@id': `${cited.url}#chapter`,
        name: cited.title,
        inLanguage: 'ko',
        pageStart: ranges[0]?.first,
        pageEnd: ranges.at(-1)?.last,
        pagination: cited.pages,
        spatialCoverage: place,
        temporalCoverage: described.asOf,
        isPartOf: {
          '@type': 'Book',
          name: cited.book,
          inLanguage: 'ko',
          datePublished: cited.year,
          publisher: organisation(cited.publisher),
        },
      },
      {
        '@type': 'Article',
        '@id': cited.url,
        url: cited.url,
        headline: cited.title,
        abstract: described.summary,
        inLanguage: 'ko',
        keywords: described.topics,
        datePublished: described.published,
        dateModified: described.updated ?? described.published,
        image: described.image,
        isBasedOn: { '@id': `${cited.url}#chapter` },
        isPartOf: { '@type': 'WebSite', name: cited.site, url: described.home },
        spatialCoverage: place,
        temporalCoverage: described.asOf,
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [...trail, { name: cited.title, url: cited.url }].map(({ name, url }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name,
          item: url,
        })),
      },
    ],
  };
}

const organisation = (name: string | undefined): Node | undefined => (name === undefined ? undefined : { '@type': 'Organization', name });

export interface DescribedData {
  name: string;
  description: string;
  /** Absolute address of the page that offers the files. */
  url: string;
  /** ISO day of the last change. */
  modified: string;
  books: readonly { title: string; part: string; pages: string; asOf: string }[];
  /** Names of the provinces that have cases. */
  provinces: readonly string[];
  files: readonly { name: string; url: string; type: string }[];
  /** Who runs the site; null while it is not decided. */
  operator: string | null;
  /** What is said of the terms of use, and where. */
  terms: { text: string; url: string };
}

/** The downloads as a `Dataset`. While the owner of the site has chosen no terms it names no licence and says so. */
export function buildDatasetNode({
  name,
  description,
  url,
  modified,
  books,
  provinces,
  files,
  operator,
  terms,
}: DescribedData): Node & { '@context': string } {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': url,
    url,
    name,
    description,
    inLanguage: 'ko',
    dateModified: modified,
    isAccessibleForFree: true,
    creator: organisation(operator ?? undefined),
    conditionsOfAccess: terms.text,
    usageInfo: terms.url,
    isBasedOn: books.map(({ title, part, pages }) => ({
      '@type': 'Book',
      name: title,
      description: `${part}, ${pages}쪽`,
      inLanguage: 'ko',
    })),
    temporalCoverage: [...new Set(books.map(({ asOf }) => asOf))],
    spatialCoverage: provinces.map((province) => ({ '@type': 'AdministrativeArea', name: province })),
    distribution: files.map((file) => ({
      '@type': 'DataDownload',
      name: file.name,
      contentUrl: file.url,
      encodingFormat: file.type,
    })),
  };
}

/** JSON for a `<script>` block: no `<` in it, so that no text can close the block. */
export function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/**
 * Meta tags by which reference managers save a chapter of a book with its pages, not a web page. `citation_book_title` makes
 * Zotero's "Embedded Metadata" choose a book section; `z:itemType` says so outright, above what Dublin Core would suggest.
 */
export function citationMeta({
  cited,
  topics,
  asOf,
}: Pick<DescribedCase, 'cited' | 'topics' | 'asOf'>): { name: string; content: string }[] {
  const ranges = parsePages(cited.pages) ?? [];
  const pages = ranges.length === 1 && ranges[0] ? [String(ranges[0].first), String(ranges[0].last)] : [cited.pages, undefined];
  const tags: [string, string | undefined][] = [
    ['z:itemType', 'bookSection'],
    ['citation_title', cited.title],
    // The comma keeps readers that split names at blanks from taking the province for a first name.
    ['citation_author', `${cited.municipality},`],
    ['citation_book_title', cited.book],
    ['citation_inbook_title', cited.book],
    ['citation_publisher', cited.publisher],
    ['citation_publication_date', cited.year],
    ['citation_firstpage', pages[0]],
    ['citation_lastpage', pages[1]],
    ['citation_language', 'ko'],
    ['citation_keywords', topics.join('; ')],
    ['citation_public_url', addressOf(cited)[0]],
    ['DC.title', cited.title],
    ['DC.creator', cited.municipality],
    ['DC.publisher', cited.publisher],
    ['DC.date', cited.year],
    ['DC.type', 'Text'],
    ['DC.language', 'ko'],
    ['DC.identifier', addressOf(cited)[0]],
    // Zotero takes the source for the title of the book.
    ['DC.source', cited.book],
    ['DCTERMS.temporal', asOf],
    ['DCTERMS.isPartOf', cited.book],
    ['DCTERMS.bibliographicCitation', `『${cited.book}』, ${cited.part}, ${cited.pages}쪽`],
  ];
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
}
