/** How the title and the subtitle of a case stand together. */
import type { CaseData } from '../content/schema/case.ts';
import { nestBrackets } from '../korean/typography.ts';

type Titled = Pick<CaseData, 'title' | 'subtitle'>;

/** The printed title with what stands before or behind it; at most one of them is there. */
export interface TitleParts {
  before: string | undefined;
  title: string;
  after: string | undefined;
}

/** Nouns that end like a possessive. */
const NOUN_IN_UI = /(?:회|협|주|정|합|논|강|창|의|동|편|결|건|문|심|호|명|유|자|실)의$/;

/**
 * True when a subtitle ends in a form that wants a noun behind it: `경제 양극화 해결을 위한`, `함께하는`, `우리 마을의`. It then is the
 * beginning of the title, wherever the book prints it.
 */
function modifies(subtitle: string): boolean {
  const end = subtitle.replace(/[\p{P}\p{S}\s]+$/u, '');
  if (/(?:위|통|향|대|관|의|인|비롯)한$|[가-힣](?:스러|로)운$|[가-힣]적인$|[가-힣]는$/u.test(end)) return true;
  return /[가-힣]의$/.test(end) && !NOUN_IN_UI.test(end);
}

export function arrangeTitle({ title, subtitle }: Titled): TitleParts {
  if (subtitle === undefined) return { before: undefined, title, after: undefined };
  return modifies(subtitle) ? { before: subtitle, title, after: undefined } : { before: undefined, title, after: subtitle };
}

/**
 * Title and subtitle in one line, for citations, files, feeds and whatever else has no second line. A subtitle behind the title is set
 * apart by a dash, as the rules of Hangul spelling have it, whatever sign the title ends with.
 */
export function fullTitle(titled: Titled): string {
  const { before, title, after } = arrangeTitle(titled);
  if (before !== undefined) return `${before} ${title}`;
  return after === undefined ? title : `${title} ― ${after}`;
}

/** A title as it stands within 「 」: brackets of its own kind become the smaller ones. */
export function quoteTitle(title: string): string {
  return `「${nestBrackets(title)}」`;
}
