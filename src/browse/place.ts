import type { Passage } from '../publish/citations.ts';

/** The links of a case page that name a place on it. */
export const PLACE_LINKS = 'a.pl, .perma';

/** Marks and remarks, which are no part of a name. */
const EXTRAS = '.nm, .tag, small';

/** What a link leads to: a heading, a table, a row or a note. */
export function placeOf(link: HTMLAnchorElement): Element | null {
  return document.getElementById(decodeURIComponent(link.hash.slice(1)));
}

/**
 * The place that a link leads to as a passage: a row is called by its head cell, a table by its caption, a note by its heading, marks and
 * remarks left out; its pages are those that hang beside it, for a note those of its readings.
 * @param page address of the case
 */
export function describePlace(link: HTMLAnchorElement, page: string): Passage {
  const place = placeOf(link);
  const holder = place?.querySelector('caption') ?? (place?.matches('h2, h3') ? place.parentElement : place);
  const pages = [...(holder?.querySelectorAll('.pg, .pp') ?? [])].flatMap((node) => /\d[\d–, ]*/.exec(node.textContent)?.[0].trim() ?? []);
  return {
    title: textWithout(place?.querySelector('.ct, th, h3') ?? place, EXTRAS),
    pages: [...new Set(pages)].join(', '),
    url: new URL(link.getAttribute('href') ?? '', page).href,
  };
}

/** Text of an element in one line, without what `extras` selects. */
export function textWithout(element: Element | null | undefined, extras?: string): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  if (extras !== undefined) for (const extra of copy.querySelectorAll(extras)) extra.remove();
  return copy.textContent.replaceAll(/\s+/g, ' ').trim();
}
