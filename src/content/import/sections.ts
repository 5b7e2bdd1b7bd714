/** The sections of a draft: the text's own headings with ids and pages, and which rows stand under each. */
import type { PageRange } from '../pages.ts';
import { RESERVED_PREFIXES, RESERVED_SECTION_IDS } from '../anchors.ts';
import type { Item } from './outline.ts';
import { shorten } from './labels.ts';

export interface Section {
  readonly id: string;
  readonly depth: 2 | 3;
  readonly title: string;
  /** Line of the text on which it begins. */
  readonly line: number;
  /** From the first to the last page of its items; `undefined` when a page is not known. */
  readonly pages: PageRange | undefined;
}

/** English for what headings speak of; the first that fits counts. */
const IDS: readonly (readonly [RegExp, string])[] = [
  [/향후|추진\s?계획|앞으로/, 'plans'],
  [/배경|필요성|이유|계기/, 'background'],
  [/기대\s?효과|파급\s?효과|효과/, 'effects'],
  [/성과|실적|결과/, 'results'],
  [/예산|재원|사업비/, 'funding'],
  [/비전|목표|목적/, 'goals'],
  [/체계|조직/, 'structure'],
  [/어려움|문제점|쟁점|애로|장애/, 'difficulties'],
  [/해결|극복/, 'solutions'],
  [/개요/, 'outline'],
  [/경과|과정|절차/, 'process'],
  [/현황|여건/, 'status'],
  [/홍보|보도|언론/, 'publicity'],
  [/교육|아카데미|강좌/, 'education'],
  [/협약|협력|거버넌스|네트워크/, 'partnership'],
  [/판로|판매|장터|공공구매|구매/, 'sales'],
  [/주민|마을|공동체/, 'community'],
  [/청년/, 'youth'],
  [/일자리|고용|취업/, 'jobs'],
  [/우수성|특징|시사점/, 'merits'],
  [/조례|제도|기반/, 'groundwork'],
  [/내용|추진\s?사업|주요\s?사업/, 'actions'],
];
const LONGEST = 40;

/** Headings of the two highest levels that the text has; without any, one section for the whole. */
export function readSections(items: readonly Item[], whole: PageRange): readonly Section[] {
  const headings = items.filter(({ heading, level, text }) => heading && level <= 3 && text.length <= 60);
  const levels = [...new Set(headings.map(({ level }) => level))].sort().slice(0, 2);
  const chosen = headings.filter(({ level }) => levels.includes(level));
  const taken = new Set<string>();
  // A text may begin with a heading of the lower level, which the page cannot.
  const first = chosen.findIndex(({ level }) => level === levels[0]);
  const sections = chosen.map((item, index): Section => {
    const next = chosen.slice(index + 1).find(({ level }) => level <= item.level)?.line ?? Infinity;
    const title = shorten(
      item.text
        .replaceAll(/[<>{}[\]]/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
      LONGEST,
    );
    const inside = items.filter(({ line }) => line >= item.line && line < next);
    return {
      id: takeId(title, taken, `section-${String(index + 1)}`),
      depth: item.level === levels[0] || index < first ? 2 : 3,
      title,
      line: item.line,
      pages: span(inside.map(({ pages }) => pages)),
    };
  });
  if ((sections[0]?.line ?? Infinity) <= (items[0]?.line ?? 0)) return sections;
  const opening = items.filter(({ line }) => line < (sections[0]?.line ?? Infinity));
  return [
    {
      id: takeId('', taken, 'beginning'),
      depth: 2,
      title: '사례 요약',
      line: opening[0]?.line ?? 0,
      pages: items.length === 0 ? whole : span(opening.map(({ pages }) => pages)),
    },
    ...sections,
  ];
}

function takeId(title: string, taken: Set<string>, fallback: string): string {
  const base = IDS.find(([pattern]) => pattern.test(title))?.[1] ?? fallback;
  const isTaken = (id: string): boolean =>
    taken.has(id) || (RESERVED_SECTION_IDS as readonly string[]).includes(id) || RESERVED_PREFIXES.some((prefix) => id.startsWith(prefix));
  let id = base;
  for (let count = 2; isTaken(id); count++) id = `${base}-${String(count)}`;
  taken.add(id);
  return id;
}

function span(pages: readonly (PageRange | undefined)[]): PageRange | undefined {
  const known = pages.flatMap((range) => (range !== undefined && range.first === range.last ? [range.first] : []));
  return known.length < pages.length || known.length === 0 ? undefined : { first: Math.min(...known), last: Math.max(...known) };
}
