/** A case in at most five lines: why, what was done, for how much, with what result, what remained. Nothing here that the page does not say below. */
import { anchor } from '../content/anchors.ts';
import type { CaseBody } from '../content/prose.ts';
import type { ValidCase } from '../content/read.ts';
import type { Amount, CaseData } from '../content/schema/case.ts';
import { splitSentences } from '../korean/sentences.ts';
import { headlineRows, labelledAmount } from './display.ts';
import { findPassage, isBackground, isChallenge, isPlan, isResult, type Fits } from './passages.ts';
import { readSections } from './sections.ts';
import { whatWasDone } from './summary.ts';

export interface BriefLine {
  name: '배경' | '한 일' | '예산' | '성과' | '과제' | '향후 계획';
  text: string;
  /** Anchor of what it is taken from, and its printed pages; absent where the case does not say it, and for what the summary says. */
  from?: { id: string; pages: string | number };
  /** What else to say of it, in a smaller size. */
  aside?: string;
}

/** What a field says that the book leaves empty. */
export const NOT_IN_BOOK = '사례집에 없음';

/** A first sentence that only announces what comes (“세 가지 계획이 적혀 있다.”), or is so short that it hardly says more. */
const isAnnouncement = (sentence: string): boolean => sentence.length < 45 || /[한두세네섯] 가지[^,]*다\.$/.test(sentence);
/** Results that one line has room for. */
const MOST_RESULTS = 2;

/** Lines whose section the case does not have are left out; only what it cost is said to be missing, because everybody looks for it. */
export function briefCase({ slug, data }: ValidCase, prose: CaseBody): BriefLine[] {
  const sections = readSections(slug, prose, (_, id = '') => id);
  const passage = (name: BriefLine['name'], fits: Fits): BriefLine[] => {
    const found = findPassage(sections, fits);
    return found ? [{ name, text: openingOf(found.text), from: { id: found.section.id, pages: found.section.pages } }] : [];
  };
  const challenge = passage('과제', isChallenge);
  return [
    ...passage('배경', isBackground),
    { name: '한 일', text: whatWasDone(data) },
    budgetLine(data),
    ...resultLine(data, () => passage('성과', isResult)),
    ...(challenge.length > 0 ? challenge : passage('향후 계획', isPlan)),
  ];
}

/** The first sentence, and the second where the first is an announcement. */
function openingOf(text: string): string {
  const [first = '', second] = splitSentences(text);
  return isAnnouncement(first) && second !== undefined ? `${first} ${second}` : first;
}

const placeOf = (row: Amount) => ({ id: anchor('figure', row.id), pages: row.page });

/** The whole cost where the book names it, otherwise the first amount that a reader should meet, and that the whole is not there. */
function budgetLine(data: CaseData): BriefLine {
  const total = data.budget.find(({ label }) => /(?:총|전체)\s*사업비/.test(label));
  const shown = total ?? headlineRows(data).find((row) => data.budget.some(({ id }) => id === row.id)) ?? data.budget[0];
  if (!shown) return { name: '예산', text: NOT_IN_BOOK };
  const more = data.budget.length - 1;
  const asides = [...(more > 0 ? [`외 ${String(more)}건`] : []), ...(total ? [] : [`전체 사업비: ${NOT_IN_BOOK}`])];
  return {
    name: '예산',
    text: labelledAmount(shown),
    from: placeOf(shown),
    ...(asides.length > 0 ? { aside: asides.join(', ') } : {}),
  };
}

/** Results on top of the page, in their order; without any, what the section on results begins with, or the first numbers of that kind. */
function resultLine(data: CaseData, fromSection: () => BriefLine[]): BriefLine[] {
  const isResultRow = (row: Amount) => 'kind' in row && row.kind === '성과';
  const toLine = (rows: readonly Amount[]): BriefLine[] => {
    const [first] = rows;
    return first ? [{ name: '성과', text: rows.slice(0, MOST_RESULTS).map(labelledAmount).join(', '), from: placeOf(first) }] : [];
  };
  return (
    [toLine(headlineRows(data).filter(isResultRow)), fromSection(), toLine(data.figures.filter(isResultRow))].find(
      (lines) => lines.length > 0,
    ) ?? []
  );
}
