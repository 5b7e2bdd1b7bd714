/** From the text of a casebook to the rows of a draft case: everything that is found, laid out, and nothing that is not. */
import { parsePages, type PageRange } from '../pages.ts';
import type { Casebook } from '../schema/casebook.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { readCover, type Cover } from './cover.ts';
import { readFacts, squeeze, type Facts } from './facts.ts';
import { findKeyedTables } from './keyed-tables.ts';
import { readItems, type Item } from './outline.ts';
import { exactPage, findPages, placePages, sliceOfPages, type PageStart, type SourceLine } from './pages.ts';
import { findMunicipality, type Municipality } from './place.ts';
import { removeShadows } from './repair.ts';
import { findTables, type FlatTable } from './tables.ts';
import { ImportError } from './text.ts';

export interface ImportOptions {
  /** Id of a file in `content/casebooks/`. */
  readonly book: string;
  /** Printed pages of the case, `173-180`. */
  readonly pages: string;
  /** Lines of the text file that hold the case, both included; found by the running page numbers when left out. */
  readonly lines?: { readonly first: number; readonly last: number };
  /** Where each page begins, when the text itself does not say it. */
  readonly pageStarts?: readonly PageStart[];
  /** `부산광역시 연제구`; read from the form of the case when left out. */
  readonly municipality?: string;
}

export interface Draft {
  readonly book: Casebook;
  readonly pages: string;
  readonly place: Municipality;
  readonly cover: Cover;
  readonly items: readonly Item[];
  readonly facts: Facts;
  readonly tables: readonly FlatTable[];
  /** Names of topics whose words the text uses most. */
  readonly topics: readonly string[];
  /** Lines of the text whose damage was repaired. */
  readonly repaired: readonly number[];
  /** How many lines with text stand on a page that is not known. */
  readonly unplaced: number;
}

const MOST_TOPICS = 5;

/**
 * Reads a draft out of a casebook's text.
 * @throws ImportError when the book, pages, lines or municipality cannot be what they are said to be
 */
export function readDraft(text: string, options: ImportOptions, vocabulary: Vocabulary): Draft {
  const book = vocabulary.casebooks.find(({ id }) => id === options.book);
  if (!book)
    throw new ImportError(
      `‘${options.book}’: content/casebooks에 없는 사례집입니다. 있는 사례집은 ${vocabulary.casebooks.map(({ id }) => id).join(', ')}입니다.`,
    );
  const own = readOwnPages(options.pages, book);
  const { lines, repaired } = readLines(text, options, own);
  const cover = readCover(lines, vocabulary);
  const place = findMunicipality(options.municipality ?? cover.municipality, vocabulary, book);
  const open = lines.filter(({ number }) => !cover.lines.has(number));
  const printed = findTables(open);
  const inTable = ({ number }: SourceLine): boolean => printed.some((table) => table.lines.has(number));
  const items = readItems(open.filter((line) => !inTable(line)));
  const tables = [...printed, ...findKeyedTables(items)].sort((a, b) => a.first - b.first);
  const cells = readItems(open.filter(inTable));
  return {
    book,
    pages: options.pages,
    place,
    cover,
    items,
    facts: readFacts(items, cells, vocabulary, book.asOf),
    tables,
    topics: findTopics(lines, vocabulary),
    repaired,
    unplaced: lines.filter((line) => line.text.trim() !== '' && exactPage(line) === undefined).length,
  };
}

function readOwnPages(pages: string, book: Casebook): PageRange {
  const [range, more] = parsePages(pages) ?? [];
  if (!range || more) throw new ImportError(`--pages ${pages}: 쪽은 173-180처럼 적어 주세요.`);
  const [whole] = parsePages(book.pages) ?? [];
  if (whole && (range.first < whole.first || range.last > whole.last))
    throw new ImportError(`--pages ${pages}: 사례집 ‘${book.id}’의 이 부분은 ${book.pages}쪽입니다. 그 안의 쪽을 적어 주세요.`);
  return range;
}

function readLines(text: string, options: ImportOptions, own: PageRange): { lines: readonly SourceLine[]; repaired: number[] } {
  const all = text.split('\n');
  const { lines: chosen } = options;
  if (chosen && (chosen.first < 1 || chosen.last > all.length || chosen.first > chosen.last))
    throw new ImportError(
      `--lines ${String(chosen.first)}-${String(chosen.last)}: 파일은 ${String(all.length)}줄입니다. 그 안에서 ‘첫 줄-끝 줄’을 적어 주세요.`,
    );
  const range = chosen ?? sliceOfPages(all, own);
  const raw = all.slice(range.first - 1, range.last);
  if (raw.every((line) => line.trim() === '')) throw new ImportError('고른 줄에 글이 없습니다. --lines를 다시 확인해 주세요.');
  const whole = raw.map(removeShadows);
  const repaired = whole.flatMap((line, index) => (line === raw[index] ? [] : [range.first + index]));
  const lines = options.pageStarts ? placePages(whole, range.first, options.pageStarts) : findPages(whole, range.first, own);
  return { lines, repaired };
}

function findTopics(lines: readonly SourceLine[], { topics }: Pick<Vocabulary, 'topics'>): string[] {
  const text = squeeze(lines.map((line) => line.text).join('\n'));
  return topics
    .map(({ name, synonyms }) => ({
      name,
      count: [name, ...synonyms].reduce((sum, word) => sum + (text.split(squeeze(word)).length - 1), 0),
    }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_TOPICS)
    .map(({ name }) => name);
}
