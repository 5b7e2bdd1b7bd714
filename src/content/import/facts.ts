/** Items of a casebook as rows of facts: what happened when, what cost how much, what was counted, who and what is named. */
import type { Vocabulary } from '../schema/vocabulary.ts';
import { findAmounts, type PrintedAmount } from './amounts.ts';
import { findCounts, type PrintedCount } from './counts.ts';
import { findDateSpans, type DateSpan } from './dates.ts';
import { describeContext, labelOf, titleOf } from './labels.ts';
import { findInstruments, findOrganisations, findQuoted, instrumentKind, readOrganisations } from './names.ts';
import { type Item, valueOf } from './outline.ts';

/** A fact with the item that states it; `label` names what it is about. */
export interface Fact<T> {
  readonly item: Item;
  readonly label: string;
  readonly fact: T;
}

export interface NamedFact {
  readonly name: string;
  /** Of the vocabulary; `undefined` when the name does not say it. */
  readonly kind: string | undefined;
}

export interface Facts {
  readonly events: readonly Fact<DateSpan & { planned: boolean }>[];
  readonly amounts: readonly Fact<PrintedAmount>[];
  readonly counts: readonly Fact<PrintedCount & { asOf?: string }>[];
  readonly organisations: readonly Fact<NamedFact>[];
  readonly instruments: readonly Fact<NamedFact>[];
  /** Quoted names that are none of these. */
  readonly quoted: readonly Fact<string>[];
  /** When the whole undertaking ran, where a field says so. */
  readonly period: Fact<DateSpan> | undefined;
}

/** A date that a number speaks of, and no happening: 2017.6.30. 기준, 2017년 현재. */
const AS_OF = /^\s?(?:일|말)?\s?(?:기준|현재)/;
const PERIOD_KEY = /^(?:추진|사업)\s?기간$/;
const PLANNED = /예정|계획(?!\s?(?:수립|을\s수립|에\s따라))|향후|목표/;

/**
 * Reads all facts of the items, each once; of the lines of tables only the organisations, whose other facts are rows already. `asOf` is the time of the book: what is dated later was still to come.
 */
export function readFacts(
  items: readonly Item[],
  cells: readonly Item[],
  vocabulary: Pick<Vocabulary, 'kinds' | 'places'>,
  asOf: string,
): Facts {
  const facts = items.map((item) => readItem(item, vocabulary, asOf));
  const events = facts.flatMap((one) => one.events);
  const period = events.find(({ item }) => item.key !== undefined && PERIOD_KEY.test(item.key));
  return {
    events: unite(
      events.filter((event) => event !== period),
      ({ from, to, open }) => `${from} ${to ?? ''} ${String(open)}`,
      0.3,
    ),
    amounts: unite(
      facts.flatMap((one) => one.amounts),
      ({ won }) => String(won),
      0.3,
    ),
    counts: unite(
      facts.flatMap((one) => one.counts),
      ({ value, min, max, unit }) => `${String(value)} ${String(min)} ${String(max)} ${unit}`,
      0.4,
    ),
    organisations: unite(
      [...facts.flatMap((one) => one.organisations), ...cells.flatMap((item) => readItem(item, vocabulary, asOf).organisations)],
      ({ name }) => squeeze(name),
      0,
    ),
    instruments: unite(
      facts.flatMap((one) => one.instruments),
      ({ name }) => squeeze(name),
      0,
    ),
    quoted: unite(
      facts.flatMap((one) => one.quoted),
      squeeze,
      0,
    ),
    period,
  };
}

function readItem(item: Item, vocabulary: Pick<Vocabulary, 'kinds' | 'places'>, asOf: string) {
  const { text } = item;
  const dates = findDateSpans(text);
  const amounts = findAmounts(text);
  const stated = dates.filter(({ end }) => AS_OF.test(text.slice(end)));
  const time = stated.at(-1)?.from;
  const events = dates
    .filter((date) => !stated.includes(date))
    .map((date) => ({ item, label: titleOf(item, date, dates), fact: { ...date, planned: isPlanned(item, date, asOf) } }));
  const counts = findCounts(text, [...dates, ...amounts]).map((count) => ({
    item,
    label: labelOf(item, count, dates),
    fact: { ...count, ...(time === undefined ? {} : { asOf: time }) },
  }));
  const named = [...readOrganisations(item.key ?? '', valueOf(item)), ...findOrganisations(text, vocabulary)];
  const label = describeContext(item);
  const quoted = findQuoted(text)
    .filter(({ name }) => instrumentKind(name) === undefined && !named.some((one) => squeeze(one.name) === squeeze(name)))
    .map(({ name }) => ({ item, label, fact: name }));
  return {
    events,
    amounts: amounts.map((amount) => ({ item, label: labelOf(item, amount, dates), fact: amount })),
    counts,
    organisations: named.map(({ name, kind }) => ({ item, label, fact: { name, kind } })),
    instruments: findInstruments(text, vocabulary).map(({ name, kind }) => ({ item, label, fact: { name, kind } })),
    quoted,
  };
}

/** What is dated after the book's own time, or said to be planned beside its date or in the heading over it. */
function isPlanned(item: Item, date: DateSpan, asOf: string): boolean {
  if (date.from.slice(0, asOf.length) > asOf) return true;
  const beside = item.text.slice(Math.max(0, date.start - 30), date.end + 30);
  return (
    /예정|할\s계획/.test(beside) ||
    item.above.some(({ text, level }) => level <= 3 && text.length < 30 && PLANNED.test(text) && /향후|예정/.test(text))
  );
}

export const squeeze = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Facts of one key whose labels are alike are one fact, told on several pages: the first one outside the summary on the cover is kept. */
function unite<T>(facts: readonly Fact<T>[], keyOf: (fact: T) => string, likeness: number): readonly Fact<T>[] {
  const kept: Fact<T>[] = [];
  const cover = facts[0]?.item.pages?.first;
  for (const fact of facts) {
    const at = kept.findIndex((other) => keyOf(other.fact) === keyOf(fact.fact) && isAlike(other.label, fact.label, likeness));
    const other = kept[at];
    if (other === undefined) kept.push(fact);
    else if (other.item.pages?.first === cover && fact.item.pages?.first !== cover) kept[at] = fact;
  }
  return kept.sort((a, b) => a.item.line - b.item.line);
}

/** Shares of pairs of letters, from 0 to 1; a label that stands within the other is like it. */
function isAlike(a: string, b: string, likeness: number): boolean {
  if (likeness === 0) return true;
  const [one, other] = [squeeze(a), squeeze(b)];
  if (one.includes(other) || other.includes(one)) return true;
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const [left, right] = [pairs(one), pairs(other)];
  const both = [...left].filter((pair) => right.has(pair)).length;
  return (2 * both) / Math.max(1, left.size + right.size) >= likeness;
}
