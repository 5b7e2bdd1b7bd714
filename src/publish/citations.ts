/**
 * How a case is cited: the printed casebook first, this page second. The same functions write the page and, in the browser, what the copy
 * buttons put on the clipboard. What the source does not say (publisher, year) is called 미상.
 */
import { fullTitle, quoteTitle } from '../case/titles.ts';
import { formatPages } from '../content/pages.ts';
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
