/**
 * Tables that the extractor flattened into lines. Rows are cut into cells only where the text says where: numbers at the end of a line, one
 * word a column. Everything else stays in one cell, for a person to part.
 */
import type { PageRange } from '../pages.ts';
import { findUnit } from './amounts.ts';
import type { SourceLine } from './pages.ts';
import { readMark } from './outline.ts';
import { closeUp } from './repair.ts';

export interface FlatTable {
  readonly first: number;
  readonly last: number;
  readonly pages: PageRange | undefined;
  readonly unit?: string;
  readonly columns: readonly string[];
  /** Each row has a cell a column. */
  readonly rows: readonly (readonly string[])[];
  /** Rows of which some cells could not be told apart; the text stands in the first unclear cell, the others are empty. */
  readonly unclear: readonly number[];
  /** The lines of the text that it takes. */
  readonly lines: ReadonlySet<number>;
}

/** What stands over columns. */
const HEADER_WORDS =
  /^(?:구분|구분\(.*\)|계|합계|소계|총계|내용|주요내용|비고|기타|사업명|사업내용|기간|대상|인원|참여인원|연도|연도별|년도|월|제목|순위|기관명|기업명|단체명|업체명|마을기업명|층별|항목|분야|번호|연번|순번|방법|홍보방법|활용매체|일시|일자|날짜|장소|단체수|건수|횟수|금액|예산|예산액|사업비|비율|증감율|증감률|증감|품목|위치|규모|면적|성명|직위|주요사업|소재지|대표자|업종|유형|시기|교육|수료|취업|참여자|인원수|기업수|개소|단위|상반기|하반기|목표|실적|달성률|국비|시비|구비|도비|군비|자부담|세부내용|추진내용|추진시기|담당부서|부서명|동명|학교명|\d{4}년(?:도)?|['’‘]\d{2}년?|\d{1,2}월)$/;
/** A number, a share or a count by itself, or the sign of an empty cell. */
const NUMERIC =
  /^(?:[△▲▽▼+-]?\d[\d,]*(?:\.\d+)?(?:%|％|명|개|개소|개사|건|회|원|천원|만원|백만원|억원|개교|가구|점|위|배|㎡|시간|명\/회)?(?:증|감)?|[-–—―]|\d[\d,]*\(\d[\d,.]*%?\))$/;
const LABELLED =
  /^(?:\d{4}\s?[.년-]\s?\d{1,2}\s?(?:[.월-]\s?(?:\d{1,2}\s?[.일]?)?)?|['’‘]\d{2}\.\s?\d{1,2}\.?(?:\s?\d{1,2}\.?)?|\d{4}년(?:도)?(?:\s현재)?)(?=\s)/;
/** A caption, a sentence, an item with a key. */
const ENDS_TABLE = /^[<〈【▲]|(?:다|음|함)\.$|^[^:：|]{1,14}\s?[:：](?:\s|$)/;
const LONGEST_HEADER = 14;
const LONGEST_ROW = 120;

/** Finds the tables among lines without shadows. */
export function findTables(lines: readonly SourceLine[]): readonly FlatTable[] {
  const tables: FlatTable[] = [];
  for (let index = 0; index < lines.length;) {
    const table = readWithHeader(lines, index) ?? readRun(lines, index, countTail) ?? readRun(lines, index, countGaps);
    if (table === undefined) index++;
    else {
      tables.push(table);
      const { last } = table;
      index = lines.findIndex(({ number }) => number > last);
      if (index < 0) break;
    }
  }
  return tables;
}

function readWithHeader(lines: readonly SourceLine[], index: number): FlatTable | undefined {
  const line = lines[index];
  const header = line && readHeader(line.text);
  if (header === undefined) return undefined;
  const body = readBody(lines, index + 1);
  // A header of two lines names the numbers only: 건수 인원 건수 인원 over 2015년 31회 54명 10회 193명.
  const numbers = body.map(({ text }) => countTail(text)).filter((tail) => tail > 1);
  const unnamed = numbers.length > 0 && numbers.every((tail) => tail === header.columns.length);
  const columns = unnamed ? ['구분', ...header.columns] : header.columns;
  const sure = header.sure || body.slice(0, 3).some(({ text }) => countTail(text) === columns.length - 1 && columns.length > 1);
  return body.length === 0 || !sure ? undefined : build(lines, index, columns, body);
}

/** Cells that the extractor parted by tabs or wide gaps, as it does when it keeps the layout; one cell when it did not. */
function splitGaps(text: string): string[] {
  // 구    분 is one word set wide.
  const joined = text
    .trim()
    .replace(/(?<![가-힣])([가-힣])\s{2,}([가-힣])(?![가-힣])/g, (apart: string, a: string, b: string) =>
      HEADER_WORDS.test(a + b) ? a + b : apart,
    );
  const cells = joined.split(/\t+|\s{3,}/);
  return cells.map(closeUp).filter((cell) => cell !== '');
}

/** Numbers at the end of a line that has something before them. */
function countTail(text: string): number {
  const words = text.trim().split(/\s+/);
  const tail = words.length - 1 - words.findLastIndex((word) => !NUMERIC.test(word));
  return tail === words.length ? 0 : tail;
}

/** The columns that a line names, surely when most of its words are known from headers; `undefined` when it is none. */
export function readHeader(text: string): { columns: readonly string[]; sure: boolean } | undefined {
  if (readMark(text) !== undefined || /[:：.!?](?:\s|$)|(?:다|음|함)\.?$/.test(text.trim())) return undefined;
  const parted = splitGaps(text);
  const cells =
    parted.length > 1
      ? parted
      : closeUp(text)
          .split(' ')
          .filter((cell) => cell !== '');
  if (cells.length < 2 || cells.some((cell) => cell.length > LONGEST_HEADER)) return undefined;
  const known = cells.filter((cell) => HEADER_WORDS.test(cell)).length;
  return known === 0 ? undefined : { columns: name(cells), sure: (known >= 2 && known * 2 >= cells.length) || cells[0] === '구분' };
}

/** Equal names are told apart by their place. */
const name = (cells: readonly string[]): string[] =>
  cells.map((cell, at) =>
    cells.indexOf(cell) === at ? cell : `${cell} ${String(cells.slice(0, at + 1).filter((other) => other === cell).length)}`,
  );

/** The lines under a header, up to the next item, heading, caption or page, unless numbers go on there. */
function readBody(lines: readonly SourceLine[], from: number): SourceLine[] {
  const body: SourceLine[] = [];
  let numeric = false;
  const printed = lines.slice(from).filter(({ text }) => text.trim() !== '');
  for (const [index, line] of printed.entries()) {
    const text = line.text.trim();
    const goesOn = countTail(text) > 1;
    // A name may be wrapped between rows of numbers; more than one line of words is something else.
    if (numeric && !goesOn && countTail(printed[index + 1]?.text ?? '') < 2) break;
    const turned = line.pages?.first !== (body.at(-1) ?? lines[from - 1])?.pages?.first;
    // Dots stand in cells of words; anything else begins the next item.
    const mark = goesOn ? undefined : readMark(text);
    const inCell = !numeric && mark?.level === 5 && /^[∙·‧․･・▪•]/.test(text);
    if ((mark !== undefined && !inCell) || (turned && !goesOn) || ENDS_TABLE.test(text) || text.length > LONGEST_ROW) break;
    numeric ||= goesOn;
    body.push(line);
  }
  return body;
}

function build(lines: readonly SourceLine[], index: number, columns: readonly string[], body: readonly SourceLine[]): FlatTable {
  const rows: string[][] = [];
  const unclear: number[] = [];
  for (const line of body) {
    const text = line.text.replaceAll('|', '/').replace(/^\s*[∙·‧․･・▪•]\s*/, '');
    const cells = cutRow(text, columns.length);
    const sure = cells.length === columns.length && (countTail(text) > 0 || splitGaps(text).length === columns.length);
    if (!sure || cells.some((cell) => cell === '')) unclear.push(rows.length);
    rows.push([...cells, ...Array<string>(Math.max(0, columns.length - cells.length)).fill('')]);
  }
  const unit = lines
    .slice(Math.max(0, index - 3), index + 1)
    .map(({ text }) => findUnit(text))
    .find((found) => found !== undefined);
  const first = lines[index]?.number ?? 0;
  return {
    first,
    last: body.at(-1)?.number ?? first,
    pages: lines[index]?.pages,
    ...(unit === undefined ? {} : { unit }),
    columns,
    rows,
    unclear,
    lines: new Set([first, ...body.map(({ number }) => number)]),
  };
}

/**
 * The cells of a row where numbers or a date tell them apart; fewer cells than `width` where they don't. Of two columns the first is taken to
 * have one word.
 */
export function cutRow(source: string, width: number): string[] {
  const text = source.trim().replaceAll(/\s+/g, ' ');
  const parted = splitGaps(source);
  if (width > 1 && parted.length === width) return parted;
  const words = text.split(' ');
  const tail = countTail(text);
  if (tail >= width - 1 && width > 1) {
    const at = words.length - (width - 1);
    return [closeUp(words.slice(0, at).join(' ')), ...words.slice(at)];
  }
  const label = LABELLED.exec(text)?.[0];
  if (label !== undefined) return [label.trim(), ...(tail > 1 ? words.slice(-tail) : [text.slice(label.length).trim()])];
  if (tail > 1) return [words.slice(0, -tail).join(' '), ...words.slice(-tail)];
  const [first = '', ...rest] = words;
  return width === 2 && rest.length > 0 ? [first, rest.join(' ')] : [text];
}

/** Gaps in a line of cells; more cells than a sentence has by chance. */
const countGaps = (text: string): number => (splitGaps(text).length > 2 ? splitGaps(text).length - 1 : 0);

/** Two lines or more with as many cells behind the first, under no header that could be read. */
function readRun(lines: readonly SourceLine[], index: number, count: (text: string) => number): FlatTable | undefined {
  const body: SourceLine[] = [];
  let width = 0;
  for (const line of lines.slice(index)) {
    if (line.text.trim() === '') {
      if (body.length === 0) return undefined;
      continue;
    }
    const cells = count(line.text);
    if (readMark(line.text) !== undefined || cells < 2 || (width > 0 && cells !== width)) break;
    width = cells;
    body.push(line);
  }
  if (body.length < 2) return undefined;
  const columns = ['구분', ...Array.from({ length: width }, (_, at) => `${String(at + 1)}열`)];
  const table = build(lines, index, columns, body);
  return { ...table, unclear: table.rows.map((_, at) => at) };
}
