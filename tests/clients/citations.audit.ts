/**
 * What reference managers make of a case. The rules of Zotero's translator for pages without one of their own are written down here as far as they
 * decide a field; those of EndNote and BibTeX as far as they differ from what a parser checks.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { elements, property, readPages } from '../site/pages.ts';

const CASES = readPages().filter(({ path }) => /^\/cases\/./.test(path) && !path.includes('citation'));

/** `<meta>` of a page by name, as Zotero looks them up: the end of the name decides, in any case of letters for the prefixes that it knows. */
function metas(tree: (typeof CASES)[number]['tree']): { name: string; content: string }[] {
  return elements(tree, ({ tagName }) => tagName === 'meta').flatMap((element) => {
    const name = property(element, 'name') ?? property(element, 'property');
    const content = property(element, 'content');
    return name === undefined || content === undefined ? [] : [{ name, content }];
  });
}

/** Where Zotero takes a date from, best first. */
const DATES =
  /(?:citation_(?:publication_|online_)?date|citation_year|^(?:dc|dcterms)[.:_](?:date|issued|created|available|modified)\b.*|^article:published_time|^prism[.:_]publicationDate)$/i;

describe.for(CASES)('Zotero on $path', ({ tree }) => {
  const all = metas(tree);

  test('makes a chapter of the casebook, with its pages and the municipality for an author', () => {
    const one = (name: string) => all.find((meta) => meta.name === name)?.content;
    expect(one('citation_book_title')).toMatch(/[가-힣]/);
    expect(one('citation_title')).toMatch(/[가-힣]/);
    expect(one('citation_author')).toMatch(/[가-힣]/);
    expect(one('citation_firstpage')).toMatch(/^\d+/);
    expect(one('citation_language')).toBe('ko');
  });

  test('takes no date from the page: the casebook states none', () => {
    expect(all.filter(({ name }) => DATES.test(name))).toEqual([]);
    // Without a date in the head it takes the first `<time datetime>` of the page, whatever happened then.
    const times = elements(tree, ({ tagName, properties }) => tagName === 'time' && properties['dateTime'] !== undefined);
    expect(times.slice(0, 1).map((time) => property(time, 'dateTime'))).toEqual([]);
  });

  test('fills no field that means something else: a place covered is no place in an archive', () => {
    expect(all.filter(({ name }) => /^dc(?:terms)?[.:_](?:coverage|spatial)/i.test(name))).toEqual([]);
  });

  test('keeps the topics as tags and the summary as an abstract', () => {
    expect(all.filter(({ name }) => /citation_keywords|^dc(?:terms)?[.:_]subject/i.test(name)).length).toBeGreaterThan(0);
    // Without an abstract of its own it takes the description of the page.
    expect(all.some(({ name, content }) => /(?:abstract|description)$/i.test(name) && content.length > 40)).toBe(true);
  });
});

describe.for(CASES)('files of $path', ({ file }) => {
  const read = (format: string) => readFileSync(`dist/${file.replace('index.html', `citation.${format}`)}`, 'utf8');
  const ris = read('ris').split('\r\n');
  const values = (tag: string) => ris.filter((line) => line.startsWith(`${tag}  - `)).map((line) => line.slice(6));

  test('RIS: a body ends in a comma, so that EndNote does not turn its last word into a family name', () => {
    expect(values('AU').length).toBeGreaterThan(0);
    expect(values('AU').filter((author) => !author.endsWith(','))).toEqual([]);
  });

  test('RIS: one keyword a line, and the summary', () => {
    expect(values('KW').length).toBeGreaterThan(0);
    expect(values('KW').filter((word) => /[,;]/.test(word))).toEqual([]);
    expect(values('AB').join().length).toBeGreaterThan(40);
  });

  test('BibTeX: keywords, abstract, and the language as biblatex and babel name it', () => {
    const bib = read('bib');
    expect(bib).toMatch(/^ {2}keywords = \{[^}]*[가-힣]/m);
    expect(bib).toMatch(/^ {2}abstract = \{[^}]*[가-힣]/m);
    expect(bib).toMatch(/^ {2}langid = \{korean\}/m);
  });

  test('CSL-JSON: keywords and abstract', () => {
    const [item] = JSON.parse(read('json')) as { abstract?: string; keyword?: string }[];
    expect(item?.abstract ?? '').toMatch(/[가-힣]/);
    expect(item?.keyword ?? '').toMatch(/[가-힣]/);
  });
});
