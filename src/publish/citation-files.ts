/**
 * A case as a chapter of its casebook, in the files that reference managers read. What the source does not say (publisher, year) is left out.
 */
import { parsePages } from '../content/pages.ts';
import { addressOf, type Cited } from './citations.ts';

/** What the files say beyond the texts of a citation. */
export interface CitedWork extends Cited {
  summary: string;
  topics: readonly string[];
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
export function toRis(cited: CitedWork): string {
  const ranges = parsePages(cited.pages) ?? [];
  const [only] = ranges;
  // Pages that do not run through have no place in SP and EP but the first as a whole.
  const [start, end] = ranges.length === 1 && only ? [String(only.first), String(only.last)] : [cited.pages, undefined];
  const lines = presentPairs([
    // The comma tells EndNote that this is the whole name of a body.
    ['AU', `${cited.municipality},`],
    ['TI', cited.title],
    ['T2', cited.book],
    ['PB', cited.publisher],
    ['PY', cited.year],
    ['SP', start],
    ['EP', end],
    ['LA', 'ko'],
    ['AB', cited.summary],
    ...cited.topics.map((topic) => ['KW', topic] as const),
    ['UR', addressOf(cited)[0]],
    ['N1', describePart(cited)],
    ['ID', cited.slug],
  ]);
  return [['TY', 'CHAP'] as const, ...lines, ['ER', ''] as const].map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}

/** BibTeX: `@incollection`, in UTF-8. Title and author stand in double braces, so that no style recases or splits them. */
export function toBibtex(cited: CitedWork): string {
  const fields = presentPairs([
    ['author', cited.municipality],
    ['title', cited.title],
    ['booktitle', cited.book],
    ['publisher', cited.publisher],
    ['year', cited.year],
    ['pages', cited.pages.replaceAll('-', '--')],
    // `language` is printed by biblatex, `langid` makes it hyphenate; the value is the name that babel and polyglossia know.
    ['language', 'korean'],
    ['langid', 'korean'],
    ['abstract', cited.summary],
    ['keywords', cited.topics.join(', ')],
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
export function toCslJson(cited: CitedWork): string {
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
    abstract: oneLine(cited.summary),
    keyword: cited.topics.join(', '),
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
] as const satisfies { format: string; name: string; type: string; write: (cited: CitedWork) => string }[];
