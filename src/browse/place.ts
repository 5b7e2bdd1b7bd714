import type { Passage } from '../publish/citations.ts';

/** The links of a case page that name the place they stand in. */
export const PLACE_LINKS = 'a.pl, .perma:not(.notice)';

/**
 * What a link stands in: a row is called by its head cell, a table by its caption, a section or note by its heading, marks and remarks
 * left out; its pages are those that hang beside it, for a note those of its readings.
 * @param page address of the case
 */
export function describePlace(link: HTMLElement | undefined, page: string): Passage {
  const row = link?.closest('tr');
  const place = row ?? link?.closest('.notes li') ?? link?.closest('caption, h2, h3');
  const name = (row?.querySelector('th') ?? place?.querySelector('.ct, h3') ?? place)?.cloneNode(true);
  if (name instanceof Element) for (const extra of name.querySelectorAll('.nm, .tag, .no:is(a), .pp, .perma, small')) extra.remove();
  const pages = [...(place?.querySelectorAll('.pg, .pp') ?? [])].flatMap((node) => /\d[\d–, ]*/.exec(node.textContent)?.[0].trim() ?? []);
  return {
    title: name?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '',
    pages: [...new Set(pages)].join(', '),
    url: new URL(link?.getAttribute('href') ?? '', page).href,
  };
}
