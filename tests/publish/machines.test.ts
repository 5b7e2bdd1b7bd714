/** What the built site says to machines: structured data, canonical addresses, site map, robots, the table of notes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Casebook } from '../../src/content/schema/casebook.ts';
import { readContent } from '../../src/content/read.ts';
import { readCases } from '../../scripts/publish.ts';
import { readCsv } from './read-csv.ts';
import { readPages, SITE } from '../site/pages.ts';

const ORIGIN = 'https://cases.example.kr';
const pages = readPages();
const { vocabulary } = readContent('content');
/** The book of a case. */
const bookOf = ({ casebook }: { casebook: string }) => vocabulary.casebooks.find(({ id }) => id === casebook) as Casebook;
const read = (path: string) => readFileSync(join(SITE, path), 'utf8');
const isHidden = (html: string) => html.includes('<meta name="robots" content="noindex">');
const canonicalOf = (html: string) => /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];

/**
 * The part of schema.org that this site speaks, as schema.org defines it: each type with the type it is a kind of and its own properties,
 * each property with the types of value that it takes. What is not here is refused, also when schema.org knows it: look it up first.
 */
const SCHEMA: Readonly<Record<string, { of?: string; properties: Record<string, readonly string[]> }>> = {
  Thing: { properties: { name: ['Text'], description: ['Text'], url: ['URL'], image: ['URL', 'ImageObject'] } },
  CreativeWork: {
    of: 'Thing',
    properties: {
      abstract: ['Text'],
      conditionsOfAccess: ['Text'],
      creator: ['Organization'],
      dateModified: ['Date'],
      datePublished: ['Date'],
      encodingFormat: ['Text'],
      headline: ['Text'],
      inLanguage: ['Text'],
      isAccessibleForFree: ['Boolean'],
      isBasedOn: ['CreativeWork', 'URL'],
      isPartOf: ['CreativeWork', 'URL'],
      keywords: ['Text'],
      publisher: ['Organization'],
      spatialCoverage: ['Place'],
      temporalCoverage: ['Text', 'Date'],
      usageInfo: ['CreativeWork', 'URL'],
    },
  },
  Chapter: { of: 'CreativeWork', properties: { pageStart: ['Integer', 'Text'], pageEnd: ['Integer', 'Text'], pagination: ['Text'] } },
  Book: { of: 'CreativeWork', properties: {} },
  Article: { of: 'CreativeWork', properties: {} },
  WebSite: { of: 'CreativeWork', properties: {} },
  Dataset: { of: 'CreativeWork', properties: { distribution: ['DataDownload'] } },
  DataDownload: { of: 'CreativeWork', properties: { contentUrl: ['URL'] } },
  Organization: { of: 'Thing', properties: {} },
  Place: { of: 'Thing', properties: { containedInPlace: ['Place'] } },
  AdministrativeArea: { of: 'Place', properties: {} },
  BreadcrumbList: { of: 'Thing', properties: { itemListElement: ['ListItem'] } },
  ListItem: { of: 'Thing', properties: { item: ['Thing', 'URL'], position: ['Integer'] } },
};

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A type and all that it is a kind of. */
function kindsOf(type: string): string[] {
  const known = SCHEMA[type];
  return known === undefined ? [] : [type, ...(known.of === undefined ? [] : kindsOf(known.of))];
}

/** What is wrong with a node by the table above, as `Chapter.pageStart: …`. */
function faultsOf(node: Json, ids: ReadonlyMap<string, string>): string[] {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return ['no node'];
  const type = typeof node['@type'] === 'string' ? node['@type'] : '';
  if (kindsOf(type).length === 0) return [`${type}: no such type`];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === '@type' || key === '@context') return [];
    const expected = key === '@id' ? ['URL'] : kindsOf(type).flatMap((kind) => SCHEMA[kind]?.properties[key] ?? []);
    if (expected.length === 0) return [`${type}.${key}: no such property`];
    const values = Array.isArray(value) ? value : [value];
    if (values.length === 0) return [`${type}.${key}: empty`];
    return values.flatMap((one) => {
      if (expected.some((kind) => isA(one, kind, ids)))
        return typeof one === 'object' && one !== null && '@type' in one ? faultsOf(one, ids) : [];
      return [`${type}.${key}: ${JSON.stringify(one)} is none of ${expected.join(', ')}`];
    });
  });
}

function isA(value: Json, kind: string, ids: ReadonlyMap<string, string>): boolean {
  switch (kind) {
    case 'Text':
      return typeof value === 'string' && value.trim() !== '';
    case 'URL':
      return typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value);
    case 'Date':
      return typeof value === 'string' && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value);
    case 'Integer':
      return Number.isInteger(value);
    case 'Boolean':
      return typeof value === 'boolean';
    default: {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      // A reference stands for the node of that name.
      const type = value['@type'] ?? (typeof value['@id'] === 'string' ? ids.get(value['@id']) : undefined);
      return typeof type === 'string' && kindsOf(type).includes(kind);
    }
  }
}

/** Every node of a page's blocks, with the types of those that have a name. */
function readGraphs(html: string): { nodes: Json[]; ids: Map<string, string> } {
  const nodes = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap((match) => {
    const block = JSON.parse(match[1] ?? '') as { '@context': string; '@graph'?: Json[] };
    expect(block['@context']).toBe('https://schema.org');
    return block['@graph'] ?? [block];
  });
  const ids = nodes.flatMap((node) => {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return [];
    const { '@id': id, '@type': type } = node;
    return typeof id === 'string' && typeof type === 'string' ? [[id, type] as const] : [];
  });
  return { nodes, ids: new Map(ids) };
}

describe('structured data', () => {
  const described = pages.map(({ path, html }) => ({ path, ...readGraphs(html) })).filter(({ nodes }) => nodes.length > 0);

  it('stands on every case and on the page of the downloads', () => {
    expect(described.map(({ path }) => path).sort()).toEqual([...readCases().map(({ slug }) => `/cases/${slug}/`), '/data/'].sort());
  });

  it('uses types and properties of schema.org alone, each with a value of the type that it takes', () => {
    expect(
      described.flatMap(({ path, nodes, ids }) => nodes.flatMap((node) => faultsOf(node, ids).map((fault) => `${path} ${fault}`))),
    ).toEqual([]);
  });

  it('says of the downloads that no terms of use are set, and names no licence', () => {
    const [dataset] = readGraphs(read('data/index.html')).nodes as Record<string, string>[];
    expect(dataset?.['conditionsOfAccess']).toContain('아직 없다');
    expect(dataset?.['usageInfo']).toBe(`${ORIGIN}/data/#rights-h`);
    expect(dataset).not.toHaveProperty('license');
  });

  it('names every file of the downloads, and files that are there', () => {
    const [dataset] = readGraphs(read('data/index.html')).nodes as { '@type': string; distribution: { contentUrl: string }[] }[];
    expect(dataset?.['@type']).toBe('Dataset');
    const named = dataset?.distribution.map(({ contentUrl }) => contentUrl.replace(ORIGIN, '')) ?? [];
    expect(named.length).toBeGreaterThan(10);
    for (const path of named) expect(existsSync(join(SITE, path)), path).toBe(true);
    const offered = [...read('data/index.html').matchAll(/href="(\/data\/[a-z]+\.(?:csv|json))" download/g)].map((match) => match[1]);
    expect(offered.filter((path) => !named.includes(path ?? ''))).toEqual([]);
  });

  it.each([
    [{ '@type': 'Kapitel' }, /no such type/],
    [{ '@type': 'Chapter', author: 'x' }, /Chapter\.author: no such property/],
    [{ '@type': 'Chapter', pageStart: 1.5 }, /is none of Integer, Text/],
    [{ '@type': 'Article', url: '/cases/' }, /is none of URL/],
    [{ '@type': 'Article', datePublished: '2026. 11. 22.' }, /is none of Date/],
    [{ '@type': 'Article', isBasedOn: { '@id': 'https://x.kr/#nowhere' } }, /is none of CreativeWork/],
    [{ '@type': 'Chapter', spatialCoverage: { '@type': 'Book' } }, /is none of Place/],
  ])('is refused when it is %j', (node, expected) => {
    expect(faultsOf(node, new Map()).join()).toMatch(expected);
  });
});

describe('addresses', () => {
  it('are canonical on every page that search engines may list, whole and its own', () => {
    for (const { path, html } of pages) expect(canonicalOf(html), path).toBe(isHidden(html) ? undefined : ORIGIN + path);
  });

  it('stand in the site map: every page that may be listed, once, and no other', () => {
    const xml = read('sitemap.xml');
    const listed = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
    expect(listed.toSorted()).toEqual(
      pages
        .filter(({ html }) => !isHidden(html))
        .map(({ path }) => ORIGIN + path)
        .sort(),
    );
    const dated = [...xml.matchAll(/<loc>([^<]+)<\/loc><lastmod>\d{4}-\d{2}-\d{2}<\/lastmod>/g)].map((match) => match[1]);
    expect(dated.filter((url) => url?.includes('/cases/'))).toHaveLength(readCases().length);
  });

  it('of the site map stands in robots.txt, which keeps nobody out', () => {
    expect(read('robots.txt')).toBe(`User-agent: *\nAllow: /\nSitemap: ${ORIGIN}/sitemap.xml\n`);
  });
});

describe('meta tags of a case', () => {
  it.each(readCases().map(({ slug, data }) => [slug, data] as const))(
    'make %s a section of its book, with title, pages and place',
    (slug, data) => {
      const tags = new Map(
        [...read(`cases/${slug}/index.html`).matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map((match) => [
          match[1],
          match[2],
        ]),
      );
      const [first, last] = String(data.pages).split('-');
      expect(tags.get('z:itemType')).toBe('bookSection');
      expect(tags.get('citation_firstpage')).toBe(first);
      expect(tags.get('citation_lastpage')).toBe(last);
      const book = bookOf(data);
      for (const name of ['citation_book_title', 'citation_inbook_title', 'DC.source', 'DCTERMS.isPartOf'])
        expect(tags.get(name), name).toBe(book.title);
      expect(tags.get('DC.creator')).toBe(`${data.province} ${data.municipality}`);
      expect(tags.get('citation_public_url')).toBe(`${ORIGIN}/cases/${slug}/`);
      expect(tags.get('og:image')).toBe(`${ORIGIN}/cases/${slug}/card.png`);
      // What the book does not say of itself is not said for it.
      expect(tags.get('citation_publisher')).toBe(book.publisher);
      for (const name of ['citation_publication_date', 'DC.date']) expect(tags.get(name), name).toBe(book.year);
    },
  );
});

it('every page that search engines may show has an image for its link, which is there', () => {
  const open = pages.filter(({ html }) => !isHidden(html));
  expect(open.length).toBeGreaterThan(10);
  expect(
    open.flatMap(({ path, html }) => {
      const image = /<meta property="og:image" content="([^"]*)"/.exec(html)?.[1];
      return image?.startsWith(ORIGIN) && existsSync(join(SITE, image.slice(ORIGIN.length))) ? [] : [path];
    }),
  ).toEqual([]);
});

it.each(readCases().map(({ slug, data }) => [slug, data] as const))(
  '%s says which time it describes and that nobody has checked since',
  (slug, data) => {
    const [year = '', month] = bookOf(data).asOf.split('-');
    const time = month === undefined ? `${year}년` : `${year}년 ${String(Number(month))}월`;
    expect(/([^<>]*) 당시\s*<small[^>]*>\s*지금도 그런지는 확인하지 않았다\./.exec(read(`cases/${slug}/index.html`))?.[1]?.trim()).toBe(
      time,
    );
  },
);

describe('the table of all notes', () => {
  const notes = readCases().flatMap(({ slug, data }) => data.notes.map((note) => ({ slug, ...note })));

  it('opens as CSV: a line for every reading, with case, kind and an address that is there', () => {
    const text = readFileSync(join(SITE, 'about/errata.csv'), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    const [head, ...lines] = readCsv(text.slice(1));
    expect(head).toEqual(['지자체', '사례', '메모 번호', '유형', '무엇', '쪽', '적힌 대로', '설명', '계산', '링크']);
    expect(lines).toHaveLength(notes.reduce((sum, { readings }) => sum + readings.length, 0));
    const kinds = new Set(vocabulary.kinds.note.map(({ name }) => name));
    for (const line of lines) {
      expect(line).toHaveLength(10);
      expect(kinds.has(line[3] ?? '')).toBe(true);
    }
    const wanted = notes.map(({ slug, id }) => `${ORIGIN}/cases/${slug}/#note-${id}`);
    expect([...new Set(lines.map((line) => line[9]))].sort()).toEqual(wanted.sort());
  });

  it('is a page with every note under its case, and the same file to take away', () => {
    const html = read('about/errata/index.html');
    for (const { slug, id } of notes) expect(html).toContain(`href="/cases/${slug}/#note-${id}"`);
    expect(html).toContain('href="/about/errata.csv"');
  });
});
