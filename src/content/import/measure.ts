/**
 * How much of a finished case its draft holds, and how much of the draft is false: the figures that tell whether an import saves typing.
 * A row of the draft counts as false when neither the finished file nor the pages as another reader reads them state its value.
 */
import { toWon } from '../../korean/amounts.ts';
import { parsePages, pagesWithin, type PageRange } from '../pages.ts';
import type { CaseData } from '../schema/case.ts';
import { parseRows } from '../tables.ts';
import type { Draft } from './draft.ts';
import { squeeze } from './facts.ts';
import { closeUp } from './repair.ts';

export const KINDS = ['날짜', '금액', '수치', '표', '표의 칸', '조직', '제도·사업'] as const;
export type Kind = (typeof KINDS)[number];

export interface Share {
  /** Rows of the finished case. */
  readonly finished: number;
  /** How many of them the draft holds. */
  readonly held: number;
  /** How many of those on the page that the finished case names; `undefined` where pages are not compared. */
  readonly placed?: number;
  readonly missed: readonly string[];
  /** Rows of the draft. */
  readonly drafted: number;
  /** Rows of the draft whose value stands nowhere in the finished file. */
  readonly surplus: readonly string[];
}

export type Measure = Readonly<Record<Kind, Share>>;

/** @param text the finished file, whose prose, notes and roles may hold what is no row of its own kind */
export function measure(draft: Draft, data: CaseData, text: string): Measure {
  return {
    날짜: measureDates(draft, data, text),
    금액: measureAmounts(draft, data),
    수치: measureCounts(draft, data, text),
    표: measureTables(draft, data),
    '표의 칸': measureCells(draft, data, text),
    조직: measureNames(
      draft.facts.organisations.map(({ fact }) => fact.name),
      [...data.organisations.map(({ name, aliases }) => [name, ...(aliases ?? [])])],
      text,
      [`${draft.place.province} ${draft.place.municipality}`],
    ),
    '제도·사업': measureNames(
      draft.facts.instruments.map(({ fact }) => fact.name),
      data.instruments.map(({ name }) => [name]),
      text,
      [],
    ),
  };
}

function measureDates({ facts }: Draft, data: CaseData, text: string): Share {
  const found = [...facts.events, ...(facts.period ? [facts.period] : [])];
  const drafted = found.map(({ fact }) => fact);
  const rows = data.events.map(({ date, start, end, title, page }) => ({ from: date ?? start ?? '', to: end, title, page }));
  const matches = ({ from, to }: (typeof rows)[number]) =>
    found.filter(({ fact }) => fact.from === from && (to === undefined || fact.to === to)).map(({ item }) => item.pages);
  const missed = rows.filter((row) => matches(row).length === 0);
  const known = new Set([...text.matchAll(/"((?:19|20)\d\d(?:-\d\d){0,2})"/g)].map(([, date]) => date));
  const isSaid = (date: string): boolean => {
    const [year, month, day] = date.split('-').map(Number);
    if (known.has(date)) return true;
    const words = `${String(year)}년${month === undefined ? '' : `\\s?${String(month)}월`}${day === undefined ? '' : `\\s?${String(day)}일`}`;
    const dots = [year, month, day].filter((part) => part !== undefined).join('\\.\\s?');
    return (
      new RegExp(`${words}|(?<!\\d)${dots}(?!\\d)`).test(text) ||
      (month !== undefined && new RegExp(`${String(month)}월(?:\\s?${String(day)}일|.{0,20}${String(day)}일)`).test(text))
    );
  };
  return {
    finished: rows.length,
    held: rows.length - missed.length,
    placed: rows.filter((row) => isPlaced(matches(row), row.page)).length,
    missed: missed.map(({ from, to, title }) => `${from}${to === undefined ? '' : ` ~ ${to}`} ${title}`),
    drafted: drafted.length,
    surplus: drafted
      .filter(({ from, to }) => !isSaid(from) || (to !== undefined && !isSaid(to)))
      .map(({ from, to }) => `${from}${to === undefined ? '' : ` ~ ${to}`}`),
  };
}

/** True when one of the places lies on a page that the finished row names. */
const isPlaced = (places: readonly (PageRange | undefined)[], page: string | number): boolean =>
  places.some((range) => range !== undefined && pagesWithin([range], parsePages(page) ?? []));

const numbersOf = (text: string): Set<number> =>
  new Set([...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([digits]) => Number(digits.replaceAll(',', ''))));

function cellsOf(data: CaseData): string[] {
  return data.tables.flatMap((table) => parseRows(`${table.rows}\n${table.total?.row ?? ''}`).flat());
}

/** Pages of the tables that have one of the numbers in a cell. */
const tablesWith = (tables: Draft['tables'], numbers: readonly number[]): (PageRange | undefined)[] =>
  tables
    .filter((table) => {
      const cells = numbersOf(table.rows.flat().join(' '));
      return numbers.some((number) => cells.has(number));
    })
    .map(({ pages }) => pages);

function measureAmounts({ facts, tables }: Draft, data: CaseData): Share {
  const rows = [...data.budget, ...data.figures].flatMap(({ label, value, min, max, unit, page }) =>
    [value, min, max].flatMap((number) => {
      const won = number === undefined ? undefined : toWon(number, unit);
      return won === undefined ? [] : [{ label, won, page }];
    }),
  );
  const matches = ({ won }: (typeof rows)[number]) => [
    ...facts.amounts.filter(({ fact }) => fact.won === won).map(({ item }) => item.pages),
    ...tablesWith(
      tables,
      [1, 1e3, 1e4, 1e6, 1e8].map((unit) => won / unit),
    ),
  ];
  const missed = rows.filter((row) => matches(row).length === 0);
  const wons = new Set(rows.map(({ won }) => won));
  const everywhere = numbersOf(JSON.stringify(data));
  return {
    finished: rows.length,
    held: rows.length - missed.length,
    placed: rows.filter((row) => isPlaced(matches(row), row.page)).length,
    missed: missed.map(({ label, won }) => `${label} ${String(won)}원`),
    drafted: facts.amounts.length,
    surplus: facts.amounts
      .filter(({ fact }) => !wons.has(fact.won) && !everywhere.has(fact.value))
      .map(({ label, fact }) => `${label} ${String(fact.value)}${fact.unit}`),
  };
}

/** `12개`, `10~15분`. */
const said = ({
  value,
  min,
  max,
  unit,
}: {
  value?: number | undefined;
  min?: number | undefined;
  max?: number | undefined;
  unit: string;
}): string => `${value === undefined ? `${String(min)}~${String(max)}` : String(value)}${unit}`;

function measureCounts({ facts, tables }: Draft, data: CaseData, text: string): Share {
  const rows = data.figures.filter(({ value, unit }) => toWon(value ?? 0, unit) === undefined);
  const matches = ({ value, min, max, unit }: (typeof rows)[number]) => [
    ...facts.counts
      .filter(({ fact }) => fact.value === value && fact.min === min && fact.max === max && unit.startsWith(fact.unit.charAt(0)))
      .map(({ item }) => item.pages),
    ...(value === undefined ? [] : tablesWith(tables, [value])),
  ];
  const missed = rows.filter((row) => matches(row).length === 0);
  const everywhere = numbersOf(text);
  return {
    finished: rows.length,
    held: rows.length - missed.length,
    placed: rows.filter((row) => isPlaced(matches(row), row.page)).length,
    missed: missed.map((row) => `${row.label} ${said(row)}`),
    drafted: facts.counts.length,
    surplus: facts.counts
      .filter(({ fact }) => ![fact.value, fact.min, fact.max].some((number) => number !== undefined && everywhere.has(number)))
      .map(({ label, fact }) => `${label} ${said(fact)}`),
  };
}

/** Numbers without commas and units, words without signs. */
const plain = (cell: string): string => squeeze(closeUp(cell)).replace(/^(\d+)(?:명|개|개소|회|건|천원|백만원|원)$/, '$1');

const wordsOf = (cells: readonly string[]): string[] =>
  cells
    .flatMap((cell) => cell.split(/\s*[/,]\s*/))
    .map(plain)
    .filter((cell) => cell !== '');

const shareIn = (cells: readonly string[], haystack: ReadonlySet<string>, whole: string): number =>
  cells.filter((cell) => haystack.has(cell) || (cell.length > 3 && whole.includes(cell))).length / Math.max(1, cells.length);

/** A finished table is held when one table of the draft has half of what stands in its cells. */
function measureTables({ tables }: Draft, data: CaseData): Share {
  const drafts = tables.map((table) => ({ table, cells: new Set(wordsOf(table.rows.flat())), whole: plain(table.rows.flat().join('')) }));
  const finished = data.tables.map((table) => ({ table, cells: wordsOf(parseRows(table.rows).flat()) }));
  const missed = finished.filter(({ cells }) => !drafts.some((one) => shareIn(cells, one.cells, one.whole) >= 0.5));
  const all = finished.map(({ cells }) => cells);
  const surplus = drafts.filter((one) => !all.some((cells) => shareIn(cells, one.cells, one.whole) >= 0.5));
  return {
    finished: finished.length,
    held: finished.length - missed.length,
    missed: missed.map(({ table }) => table.caption),
    drafted: tables.length,
    surplus: surplus.map(({ table }) => `원문 ${String(table.first)}-${String(table.last)}줄`),
  };
}

/** Cells that stand as cells of their own, in any table of the draft. */
function measureCells({ tables }: Draft, data: CaseData, text: string): Share {
  const sure = tables.flatMap((table) => table.rows.filter((_, index) => !table.unclear.includes(index)).flat());
  const drafted = wordsOf(sure);
  const cells = wordsOf(cellsOf(data));
  const own = new Set(wordsOf(tables.flatMap((table) => table.rows.flat())));
  const everywhere = squeeze(text);
  const missed = cells.filter((cell) => !own.has(cell));
  return {
    finished: cells.length,
    held: cells.length - missed.length,
    missed,
    drafted: drafted.length,
    surplus: drafted.filter((cell) => !everywhere.includes(cell)),
  };
}

function measureNames(drafted: readonly string[], finished: readonly (readonly string[])[], text: string, given: readonly string[]): Share {
  const names = [...drafted, ...given].map(squeeze);
  const same = (a: string, b: string): boolean => a === b || (Math.min(a.length, b.length) >= 5 && (a.includes(b) || b.includes(a)));
  const missed = finished.filter((row) => !row.some((name) => names.some((other) => same(squeeze(name), other))));
  const everywhere = squeeze(text);
  return {
    finished: finished.length,
    held: finished.length - missed.length,
    missed: missed.map(([name = '']) => name),
    drafted: drafted.length,
    surplus: drafted.filter((name) => !everywhere.includes(squeeze(name))),
  };
}
