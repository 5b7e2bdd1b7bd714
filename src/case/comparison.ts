/** What the page that compares cases puts side by side: fixed rows, each with its passages on the case page. */
import { anchor, casePath } from '../content/anchors.ts';
import type { CaseBody } from '../content/prose.ts';
import { readSections, type SectionText } from '../publish/case-json.ts';
import type { ExportContext } from '../publish/columns.ts';
import type { ValidCase } from '../content/read.ts';
import { describeAmount, describePeriod } from './display.ts';
import { yearOf } from './events.ts';
import { formatPages } from '../content/pages.ts';
import type { Amount, CaseData } from '../content/schema/case.ts';

/** One fact of a cell and where it stands. */
export interface ComparedItem {
  text: string;
  url: string;
  /** `173–174`; absent where the text says it. */
  pages?: string;
}

/** `/data/compare/<slug>.json`: a column of the comparison. */
export interface ComparedCase {
  case: string;
  /** `부산광역시 연제구` */
  place: string;
  title: string;
  url: string;
  /** As many as there are `COMPARED_ROWS`, in their order; an empty one means that the casebook does not say. */
  rows: ComparedItem[][];
}

export const COMPARED_ROWS = ['배경', '사업 기간', '예산', '추진 주체', '협력 기관', '조례·제도', '성과 수치', '과제', '쪽'] as const;

/** More items of a cell are left to its passage. */
const MOST_ITEMS = 6;
/** Characters of a paragraph that fit a cell. */
const EXCERPT = 160;

const PARTNERS: ReadonlySet<string> = new Set(['협약', '협력', '지원', '위탁']);

export function compareCase(entry: ValidCase, body: CaseBody, { link }: ExportContext): ComparedCase {
  const { slug, data } = entry;
  const path = casePath(slug);
  const sections = readSections(slug, body, link);
  const to = (id: string) => link(path, id);
  const amounts = (rows: readonly Amount[]) =>
    rows.map((row) => ({ text: amountText(row), url: to(anchor('figure', row.id)), pages: formatPages(row.page) }));
  const bodies = (fits: (part: string) => boolean) =>
    data.organisations
      .filter(({ part }) => fits(part))
      .map(({ id, name, page }) => ({ text: name, url: to(anchor('organisation', id)), pages: formatPages(page) }));
  const results = amounts(data.figures.filter(({ kind }) => kind === '성과'));
  const rows: Record<(typeof COMPARED_ROWS)[number], ComparedItem[]> = {
    배경: passage(sections, (title) => /배경|현황|비전/.test(title), 'first'),
    '사업 기간': data.period
      ? [{ text: describePeriod(data.period), url: to('summary'), pages: formatPages(data.period.page) }]
      : datedYears(data.events).map((text) => ({ text, url: to('timeline') })),
    예산: amounts(data.budget),
    '추진 주체': bodies((part) => part === '주관'),
    '협력 기관': bodies((part) => PARTNERS.has(part)),
    '조례·제도': data.instruments.map(({ id, kind, name, page }) => ({
      text: `${name} (${kind})`,
      url: to(anchor('instrument', id)),
      pages: formatPages(page),
    })),
    '성과 수치': results.length > 0 ? results : passage(sections, (title) => title.startsWith('성과'), 'first'),
    과제: passage(sections, (title) => /과제|향후|계획|미래|어려움/.test(title), 'last'),
    쪽: [{ text: `${formatPages(data.pages)}쪽`, url: link(path) }],
  };
  return {
    case: slug,
    place: `${data.province} ${data.municipality}`,
    title: data.title,
    url: link(path),
    rows: COMPARED_ROWS.map((name) => shorten(rows[name], to(moreId(name, data)))),
  };
}

function amountText(row: Amount): string {
  const { number, unit, everyday } = describeAmount(row);
  return `${row.label} ${number}${unit}${everyday === undefined ? '' : ` (${everyday})`}`;
}

/** What the dated events say of the time where no period is printed: a sentence, or nothing. */
function datedYears(events: CaseData['events']): string[] {
  const years = events.filter(({ planned }) => planned !== true).map(yearOf);
  const first = years.reduce((a, b) => (a < b ? a : b), '9999');
  const last = years.reduce((a, b) => (a > b ? a : b), '');
  if (last === '') return [];
  return [`기간은 적히지 않았고, 날짜가 적힌 일은 ${first === last ? first : `${first}–${last}`}년에 있다.`];
}

/** The beginning of the first or last main section whose title fits. */
function passage(sections: readonly SectionText[], fits: (title: string) => boolean, which: 'first' | 'last'): ComparedItem[] {
  const found = sections.filter(({ depth, title }) => depth === 2 && fits(title));
  const section = which === 'first' ? found[0] : found.at(-1);
  if (!section) return [];
  const after = sections.slice(sections.indexOf(section));
  const next = after.findIndex(({ depth }, index) => index > 0 && depth === 2);
  const text = after.slice(0, next === -1 ? undefined : next).flatMap(({ paragraphs }) => paragraphs)[0] ?? section.title;
  return [{ text: excerpt(text), url: section.url, pages: formatPages(section.pages) }];
}

/** Whole sentences as far as they fit; at least the first. */
function excerpt(text: string): string {
  if (text.length <= EXCERPT) return text;
  const end = text.lastIndexOf('. ', EXCERPT);
  const first = text.indexOf('. ');
  return end > 0 ? `${text.slice(0, end + 1)} …` : first > 0 ? `${text.slice(0, first + 1)} …` : text;
}

/** The section of the page where the rest of a row stands. */
function moreId(name: (typeof COMPARED_ROWS)[number], data: CaseData): string {
  if (name === '예산' || name === '성과 수치') return data.budget.length + data.figures.length > 0 ? 'figures' : 'summary';
  return 'organisations';
}

function shorten(items: ComparedItem[], more: string): ComparedItem[] {
  if (items.length <= MOST_ITEMS + 1) return items;
  return [...items.slice(0, MOST_ITEMS), { text: `외 ${String(items.length - MOST_ITEMS)}개`, url: more }];
}
