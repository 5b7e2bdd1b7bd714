/** A row of data as what goes onto the clipboard: what it says, whose it is, where it is printed and where it stands here. Pure. */
import { nestBrackets } from '../korean/typography.ts';
import type { Cited, Passage } from '../publish/citations.ts';
import { escapeHtml, harmless } from './copied.ts';

export interface Quoted {
  text: string;
  /** The same with the link as one. */
  html: string;
}

/**
 * `7%(장애인기업 우선구매 비율), 광주광역시 광산구, 『매니페스토 우수사례 소개서』 234쪽, https://…`
 * @param what the value with its label, or the name of the row with its other cells
 */
export function quoteRow(what: string, cited: Cited, { pages, url }: Passage): Quoted {
  const source = `${harmless(what)}, ${cited.municipality}, 『${nestBrackets(cited.book)}』 ${pages}쪽`;
  return { text: `${source}, ${url}`, html: `<p>${escapeHtml(source)}, <a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>` };
}
