/** What the page that compares cases puts side by side: fixed rows, each with its passages on the case page. */
import { createHash } from 'node:crypto';
import { anchor, casePath } from '../content/anchors.ts';
import { formatPages } from '../content/pages.ts';
import type { CaseBody } from '../content/prose.ts';
import type { ValidCase } from '../content/read.ts';
import type { Amount, Instrument } from '../content/schema/case.ts';
import type { Vocabulary } from '../content/schema/vocabulary.ts';
import { describePeriod, labelledAmount } from './display.ts';
import { sortByKind } from './instruments.ts';
import { findPassage, isBackground, isChallenge, isPlan, isResult, type Fits } from './passages.ts';
import { readSections, type LinkTo, type SectionText } from './sections.ts';

/** One fact of a cell and where it stands. */
export interface ComparedItem {
  text: string;
  url: string;
  /** `173–174`; absent where the text says it. */
  pages?: string;
}

/** The rows, from the top. Their ids are the keys of the files; a name may change. */
export const COMPARED_ROWS = [
  { id: 'background', name: '배경' },
  { id: 'period', name: '사업 기간' },
  { id: 'budget', name: '예산' },
  { id: 'lead', name: '추진 주체' },
  { id: 'partners', name: '협력 기관' },
  { id: 'instruments', name: '제도·사업' },
  { id: 'results', name: '성과 수치' },
  { id: 'plans', name: '향후 계획' },
  { id: 'challenges', name: '과제' },
  { id: 'pages', name: '사례집 쪽' },
] as const satisfies { id: string; name: string }[];

type RowId = (typeof COMPARED_ROWS)[number]['id'];

/** Changes with the rows: a page that was opened before they changed can tell that a file is of another build. */
export const COMPARED_BUILD = createHash('sha256').update(JSON.stringify(COMPARED_ROWS)).digest('hex').slice(0, 8);

/** `/data/compare/<slug>.json`: a column of the comparison. */
export interface ComparedCase {
  build: string;
  case: string;
  /** `부산광역시 연제구` */
  place: string;
  title: string;
  url: string;
  /** By the id of the row; an empty one means that the casebook does not say. */
  rows: Record<RowId, ComparedItem[]>;
}

/** More items of a cell are left to its passage. */
const MOST_ITEMS = 6;
/** Characters of a paragraph that fit a cell. */
const EXCERPT = 160;

/** What the bodies of a case did who led it, and who worked with them. */
export const LEADING: ReadonlySet<string> = new Set(['주관']);
export const COOPERATING: ReadonlySet<string> = new Set(['협약', '협력', '지원', '위탁']);
/** Kinds of instruments that are always shown: what another municipality would have to enact. */
export const ENACTED: ReadonlySet<string> = new Set(['법률', '조례', '규칙', '제도']);

export function compareCase(
  { slug, data }: ValidCase,
  prose: CaseBody,
  { link, vocabulary }: { link: LinkTo; vocabulary: Vocabulary },
): ComparedCase {
  const path = casePath(slug);
  const to = (id: string) => link(path, id);
  const sections = readSections(slug, prose, link);
  const amounts = (rows: readonly Amount[]) =>
    rows.map((row) => ({ text: labelledAmount(row), url: to(anchor('figure', row.id)), pages: formatPages(row.page) }));
  const organisations = (fits: (part: string) => boolean) =>
    data.organisations
      .filter(({ part }) => fits(part))
      .map(({ id, name, page }) => ({ text: name, url: to(anchor('organisation', id)), pages: formatPages(page) }));
  const toItem = ({ id, kind, name, page }: Instrument): ComparedItem => ({
    text: `${name} (${kind})`,
    url: to(anchor('instrument', id)),
    pages: formatPages(page),
  });
  const instruments = sortByKind(data.instruments, ({ kind }) => kind, vocabulary);
  const enacted = instruments.filter(({ kind }) => ENACTED.has(kind)).map(toItem);
  const others = instruments.filter(({ kind }) => !ENACTED.has(kind)).map(toItem);
  const figures = data.figures.filter(({ kind }) => kind === '성과');
  return {
    build: COMPARED_BUILD,
    case: slug,
    place: `${data.province} ${data.municipality}`,
    title: data.title,
    url: link(path),
    rows: {
      background: passage(sections, isBackground),
      // The years of the events are no period: they begin with what went before and end with what was hoped for.
      period: data.period ? [{ text: describePeriod(data.period), url: to('summary'), pages: formatPages(data.period.page) }] : [],
      budget: cut(amounts(data.budget), MOST_ITEMS, to('figures')),
      lead: cut(
        organisations((part) => LEADING.has(part)),
        MOST_ITEMS,
        to('organisations'),
      ),
      partners: cut(
        organisations((part) => COOPERATING.has(part)),
        MOST_ITEMS,
        to('organisations'),
      ),
      instruments: [...enacted, ...cut(others, Math.max(0, MOST_ITEMS - enacted.length), to('organisations'))],
      results: figures.length > 0 ? cut(amounts(figures), MOST_ITEMS, to('figures')) : passage(sections, isResult),
      plans: passage(sections, isPlan),
      challenges: passage(sections, isChallenge),
      pages: [{ text: `${formatPages(data.pages)}쪽`, url: link(path) }],
    },
  };
}

/** The beginning of the first section that fits. */
function passage(sections: readonly SectionText[], fits: Fits): ComparedItem[] {
  const found = findPassage(sections, fits);
  return found ? [{ text: excerpt(found.text), url: found.section.url, pages: formatPages(found.section.pages) }] : [];
}

/** Whole sentences as far as they fit; at least the first. */
function excerpt(text: string): string {
  if (text.length <= EXCERPT) return text;
  const end = text.lastIndexOf('. ', EXCERPT);
  const first = text.indexOf('. ');
  return end > 0 ? `${text.slice(0, end + 1)} …` : first > 0 ? `${text.slice(0, first + 1)} …` : text;
}

/** At most so many items and a way to the rest; one more than that is shown rather than counted. */
function cut(items: ComparedItem[], most: number, more: string): ComparedItem[] {
  if (items.length <= most + 1) return items;
  return [...items.slice(0, most), { text: `외 ${String(items.length - most)}건`, url: more }];
}
