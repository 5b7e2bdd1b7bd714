/** Holds a case file against the pages of the casebook it was written from. It reads text: every line is a place to look. */
import { formatNumber, toWon } from '../../korean/amounts.ts';
import { formatPartialDate } from '../../korean/calendar.ts';
import { findQuoted } from '../import/names.ts';
import { pagesWithin, parsePages, type PageRange } from '../pages.ts';
import type { CaseBody } from '../prose.ts';
import type { CaseData } from '../schema/case.ts';
import type { SourceText } from './source.ts';
import { squeeze } from './squeeze.ts';
import { readStatements, type Statement } from './statements.ts';
import { isCovered, readValues, type Values } from './values.ts';
import { findVerbatim } from './verbatim.ts';

/** Something to look at: what, and in which field of the file or line of the source. */
export interface Finding {
  readonly text: string;
  readonly where: string;
}

export interface Comparison {
  /** Values that the source states and the file does not: a reading list. */
  readonly missing: readonly Finding[];
  /** Quoted names of the source that the file does not mention: a reading list. */
  readonly names: readonly Finding[];
  /** Values of the file that the source does not state. */
  readonly invented: readonly Finding[];
  /** Prose of the file that stands word for word in the source. */
  readonly verbatim: readonly Finding[];
  /** Pages outside the case. */
  readonly pages: readonly Finding[];
}

/** Smaller amounts are prices of a bus ride, and often a slip of the reader. */
const SMALLEST_WON = 1000;
const won = (value: number): string => `${formatNumber(value)}원`;

/** @param fileText the whole file, in which names are looked for */
export function compareCase(data: CaseData, body: CaseBody, fileText: string, source: SourceText, own: PageRange): Comparison {
  const statements = readStatements(data, body);
  const have = unite(statements.map(valuesOf));
  const want = readValues(source.text);
  const squeezed = squeeze(source.text);
  return {
    missing: findMissing(want, have, source),
    names: findNames(source, squeeze(fileText)),
    invented: statements.flatMap((statement) => findInvented(statement, want, own)),
    verbatim: statements
      .filter(({ prose }) => prose)
      .flatMap(({ text, field }) => findVerbatim(text, squeezed).map((run) => ({ text: run, where: field }))),
    pages: findStrayPages(data, body, own),
  };
}

/** An amount of a row is one number of its unit, a date of a row its date, whatever else their texts may look like. */
function valuesOf({ text, amount, date }: Statement): Values {
  const none = { dates: new Map(), yearless: new Set<string>(), money: new Map(), counted: new Map(), numbers: new Set<number>() };
  if (date !== undefined) return { ...none, dates: new Map([[date, 0]]), numbers: new Set(date.split('-').map(Number)) };
  if (amount === undefined) return readValues(text);
  const value = toWon(amount.value, amount.unit);
  const read = readValues(text);
  return {
    ...none,
    money: new Map(value === undefined ? [] : [[value, 0]]),
    counted: new Map(value === undefined ? [[whole(amount), 0]] : []),
    numbers: new Set([amount.value, whole(amount), ...read.numbers]),
  };
}

/** 2.2만명 is 22,000 of them; money has its own scale. */
function whole({ value, unit }: { value: number; unit: string }): number {
  const scale = { 천: 1e3, 만: 1e4, 억: 1e8 }[unit.charAt(0)];
  return scale === undefined || unit.length === 1 ? value : Math.round(value * scale * 1e3) / 1e3;
}

function unite(all: readonly Values[]): Values {
  return {
    dates: new Map(all.flatMap(({ dates }) => [...dates])),
    yearless: new Set(all.flatMap(({ yearless }) => [...yearless])),
    money: new Map(all.flatMap(({ money }) => [...money])),
    counted: new Map(all.flatMap(({ counted }) => [...counted])),
    numbers: new Set(all.flatMap(({ numbers }) => [...numbers])),
  };
}

function findMissing(want: Values, have: Values, source: SourceText): Finding[] {
  const find = (text: string, offset: number): Finding => ({ text, where: `원문 ${String(source.lineAt(offset))}줄` });
  return [
    ...[...want.dates].filter(([date]) => !isStated(date, have)).map(([date, offset]) => find(formatPartialDate(date), offset)),
    ...[...want.money]
      .filter(([value]) => value >= SMALLEST_WON && !have.money.has(value) && !have.numbers.has(value))
      .map(([value, offset]) => find(won(value), offset)),
    ...[...want.counted].filter(([value]) => !have.numbers.has(value)).map(([value, offset]) => find(formatNumber(value), offset)),
  ];
}

/** True when the values hold a date, a more exact one, or its year apart from its month and day. */
function isStated(date: string, { dates, yearless }: Values): boolean {
  const [year = '', ...rest] = date.split('-');
  return isCovered(date, dates.keys()) || (rest.length > 0 && yearless.has(`--${rest.join('-')}`) && isCovered(year, dates.keys()));
}

function findNames(source: SourceText, fileText: string): Finding[] {
  return findQuoted(source.text)
    .filter(({ name }) => !/(.{3,})\1/.test(name) && !fileText.includes(squeeze(name)))
    .map(({ name, start }) => ({ text: name, where: `원문 ${String(source.lineAt(start))}줄` }));
}

function findInvented(statement: Statement, want: Values, own: PageRange): Finding[] {
  const { field, amount } = statement;
  const find = (text: string): Finding => ({ text, where: field });
  const values = valuesOf(statement);
  const dateParts = new Set([...want.dates.keys()].flatMap((date) => date.split('-').map(Number)));
  const isKnown = (value: number): boolean =>
    want.numbers.has(value) || want.money.has(value) || dateParts.has(value) || (value >= own.first && value <= own.last);
  const ownValue = amount === undefined ? false : want.numbers.has(amount.value);
  return [
    ...[...values.dates.keys()].filter((date) => !isStated(date, want)).map((date) => find(formatPartialDate(date))),
    ...[...values.money.keys()]
      .filter((value) => value >= SMALLEST_WON && !want.money.has(value) && !want.numbers.has(value) && !ownValue)
      .map((value) => find(won(value))),
    ...[...values.counted.keys()].filter((value) => !ownValue && !isKnown(value)).map((value) => find(formatNumber(value))),
  ];
}

function findStrayPages(data: CaseData, body: CaseBody, own: PageRange): Finding[] {
  const rows = (['budget', 'figures', 'events', 'organisations', 'instruments', 'tables'] as const).flatMap((list) =>
    data[list].map(({ id, page }) => ({ where: `${list}.${id}`, page })),
  );
  const all = [
    ...rows,
    ...(data.period ? [{ where: 'period', page: data.period.page }] : []),
    ...data.notes.flatMap(({ id, readings }) => readings.map(({ page }) => ({ where: `notes.${id}`, page }))),
    ...body.sections.map(({ title, pages }) => ({ where: `본문 ‘${title}’`, page: pages })),
  ];
  return all
    .filter(({ page }) => page !== '목차' && !pagesWithin(parsePages(page) ?? [], [own]))
    .map(({ page, where }) => ({ text: `${String(page)}쪽`, where }));
}
