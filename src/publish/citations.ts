/**
 * How a case is cited: the printed casebook first, this page second. The same functions write the page, the files for
 * reference managers and, in the browser, what the copy buttons put on the clipboard.
 * What the source does not say (publisher, year) is left out of the files and called 미상 in the texts.
 */
import { fullTitle, quoteTitle } from '../case/titles.ts';
import { formatPages, parsePages } from '../content/pages.ts';
import type { ValidCase } from '../content/read.ts';
import type { Casebook } from '../content/schema/casebook.ts';

/** What a citation is made of; plain data, so that a page can hand it to the browser. */
export interface Cited {
  slug: string;
  /** Title with its subtitle. */
  title: string;
  /** `부산광역시 연제구`. The book names no authors; the municipality whose case it is stands in their place. */
  municipality: string;
  book: string;
  /** `1분야(사회적경제) 구(區)` */
  part: string;
  publisher?: string;
  /** Four digits. */
  year?: string;
  /** Printed pages as written in the case file: `173-180`, `173, 176-177`. */
  pages: string;
  /** Name of this site. */
  site: string;
  /** Address of the case; absolute once the site has one. */
  url: string;
}

/**
 * A case as its citations name it.
 * @param book the casebook that the case comes from
 * @param site name of this site
 * @param url absolute address of the case
 */
export function citeCase({ slug, data }: ValidCase, book: Casebook, site: string, url: string): Cited {
  return {
    slug,
    title: fullTitle(data),
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

/** A section, table or row of a case. */
export interface Passage {
  title: string;
  /** Printed pages; those of the case when empty. */
  pages: string;
  url: string;
}

/**
 * The case, or one passage of it, as cited.
 * @param accessed `2026. 11. 22.`; only the browser knows it, so that two builds stay identical
 */
export type CitationStyle = (cited: Cited, passage?: Passage, accessed?: string) => string;

const dayAfterAddress = (day: string) => ` (접속일: ${day})`;
/** Where the address stands in brackets already. */
const dayInBrackets = (day: string) => `, ${day} 접속`;

/** 각주식 */
export const citeAsFootnote: CitationStyle = (cited, passage, accessed) =>
  [
    cited.municipality,
    `${quoteTitle(cited.title)}${passage ? ` 가운데 ‘${passage.title}’` : ''}`,
    `『${cited.book}』`,
    cited.part,
    ...imprint(cited),
    pagesOf(cited, passage),
    cited.site,
    ...addressOf(cited, passage, dayAfterAddress, accessed),
  ].join(', ');

/** 저자-연도식(한국형 APA) */
export const citeAsAuthorYear: CitationStyle = (cited, passage, accessed) =>
  [
    `${cited.municipality}. (${cited.year ?? '발행연도 미상'}).`,
    closeSentence(passage ? `${cited.title} 가운데 ‘${passage.title}’` : cited.title),
    `『${cited.book}』, ${cited.part} (${pagesOf(cited, passage)}).`,
    `${cited.publisher ?? '발행처 미상'}.`,
    ...addressOf(cited, passage, dayAfterAddress, accessed),
  ].join(' ');

/** 출처표시 한 줄 */
export const citeAsSourceLine: CitationStyle = (cited, passage, accessed) =>
  [
    `출처: ${cited.municipality}, ${quoteTitle(cited.title)}${passage ? ` ‘${passage.title}’` : ''}, 『${cited.book}』 ${pagesOf(cited, passage)}`,
    ...addressOf(cited, passage, dayInBrackets, accessed).map((address) => `(${address})`),
  ].join(' ');

/** The three texts of 인용하기, in the order of the page. */
export const CITATION_STYLES = [
  { id: 'footnote', name: '각주식', cite: citeAsFootnote },
  { id: 'author-year', name: '저자-연도식', cite: citeAsAuthorYear },
  { id: 'source-line', name: '출처표시', cite: citeAsSourceLine },
] as const satisfies { id: string; name: string; cite: CitationStyle }[];

/** What a style gives with a day of access, from the text that it gives without one, which ends in the address. */
export function addAccessDay(citation: string, accessed: string): string {
  return citation.endsWith(')') ? `${citation.slice(0, -1)}${dayInBrackets(accessed)})` : citation + dayAfterAddress(accessed);
}

/** The address with the day of access; none while the site has no address, because a path alone leads nowhere. */
export function addressOf(cited: Cited, passage?: Passage, sayDay?: (day: string) => string, accessed?: string): [string] | [] {
  const address = passage?.url ?? cited.url;
  if (!/^https?:/.test(address)) return [];
  return [accessed === undefined || sayDay === undefined ? address : address + sayDay(accessed)];
}

function imprint({ publisher, year }: Cited): string[] {
  if (publisher === undefined && year === undefined) return ['발행처·발행연도 미상'];
  return [publisher ?? '발행처 미상', year ?? '발행연도 미상'];
}

function pagesOf(cited: Cited, passage: Passage | undefined): string {
  return `${formatPages(passage === undefined || passage.pages === '' ? cited.pages : passage.pages)}쪽`;
}

/** A title that ends in `!` or `?` needs no full stop. */
const closeSentence = (title: string) => (/[.!?]['’”]?$/.test(title) ? title : `${title}.`);

/** The day as Koreans write it in references, `2026. 11. 22.`, by the clock of the reader. */
export function formatAccessDay(now: Date): string {
  return `${String(now.getFullYear())}. ${String(now.getMonth() + 1)}. ${String(now.getDate())}.`;
}

/** One line: line breaks would end a field in every one of the formats below. */
const oneLine = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');

const describePart = ({ part }: Cited) => `${part}. 지은이는 바탕으로 삼은 글에 적혀 있지 않아 사례의 지자체를 적었다.`;

/** Values that a file may lack are `undefined` and left out. */
function presentPairs(pairs: readonly (readonly [string, string | undefined])[]): [string, string][] {
  return pairs.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, oneLine(value)] as [string, string]]));
}

/**
 * RIS: a chapter of a book. Lines end in CR LF and tags in two spaces, a hyphen and a space, as the format wants it.
 * RIS has no escapes; a value is whatever stands on the rest of the line.
 */
export function toRis(cited: Cited): string {
  const ranges = parsePages(cited.pages) ?? [];
  const [only] = ranges;
  // Pages that do not run through have no place in SP and EP but the first as a whole.
  const [start, end] = ranges.length === 1 && only ? [String(only.first), String(only.last)] : [cited.pages, undefined];
  const lines = presentPairs([
    ['AU', cited.municipality],
    ['TI', cited.title],
    ['T2', cited.book],
    ['PB', cited.publisher],
    ['PY', cited.year],
    ['SP', start],
    ['EP', end],
    ['LA', 'ko'],
    ['UR', addressOf(cited)[0]],
    ['N1', describePart(cited)],
    ['ID', cited.slug],
  ]);
  return [['TY', 'CHAP'] as const, ...lines, ['ER', ''] as const].map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}

/** BibTeX: `@incollection`, in UTF-8. Title and author stand in double braces, so that no style recases or splits them. */
export function toBibtex(cited: Cited): string {
  const fields = presentPairs([
    ['author', cited.municipality],
    ['title', cited.title],
    ['booktitle', cited.book],
    ['publisher', cited.publisher],
    ['year', cited.year],
    ['pages', cited.pages.replaceAll('-', '--')],
    ['language', 'korean'],
    ['note', describePart(cited)],
    ['url', addressOf(cited)[0]],
  ]).map(([key, value]) => {
    // An address is verbatim in biblatex and in \url, so nothing in it is escaped.
    if (key === 'url') return `  url = {${value}}`;
    const escaped = escapeBibtex(value);
    return key === 'author' || key === 'title' || key === 'booktitle' ? `  ${key} = {{${escaped}}}` : `  ${key} = {${escaped}}`;
  });
  return `@incollection{${cited.slug},\n${fields.join(',\n')}\n}\n`;
}

/** BibTeX counts braces even after a backslash, so a brace of the text must not appear as one. */
const BIBTEX_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
};

function escapeBibtex(text: string): string {
  return text.replaceAll(/[\\{}~^&%#$_]/g, (character) => BIBTEX_ESCAPES[character] ?? character);
}

/** CSL-JSON: a list of one item. Field names are those of citeproc's data schema. */
export function toCslJson(cited: Cited): string {
  const item = {
    id: cited.slug,
    type: 'chapter',
    title: oneLine(cited.title),
    author: [{ literal: cited.municipality }],
    'container-title': oneLine(cited.book),
    publisher: cited.publisher,
    issued: cited.year === undefined ? undefined : { 'date-parts': [[Number(cited.year)]] },
    page: cited.pages,
    language: 'ko',
    URL: addressOf(cited)[0],
    note: describePart(cited),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** The files of 인용하기, by the ending of their address `/cases/<slug>/citation.<format>`. */
export const CITATION_FILES = [
  { format: 'ris', name: 'RIS', type: 'application/x-research-info-systems; charset=utf-8', write: toRis },
  { format: 'bib', name: 'BibTeX', type: 'application/x-bibtex; charset=utf-8', write: toBibtex },
  { format: 'json', name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json; charset=utf-8', write: toCslJson },
] as const satisfies { format: string; name: string; type: string; write: (cited: Cited) => string }[];
