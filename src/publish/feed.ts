/** The Atom feed (RFC 4287) of additions and corrections. */
import { createHash } from 'node:crypto';
import type { Withdrawal } from '../content/schema/departures.ts';
import type { CaseData } from '../content/schema/case.ts';

export interface FeedEntry {
  /** An IRI that stays when the case gets a new address. */
  id: string;
  /** Absolute address. */
  url: string;
  title: string;
  summary: string;
  /** ISO day. */
  day: string;
}

export interface Feed {
  id: string;
  title: string;
  author: string;
  /** Absolute address of the index and of the feed itself. */
  home: string;
  self: string;
  entries: readonly FeedEntry[];
}

/** Readers of feeds ask again often; what is older stands on the pages. */
const NEWEST = 50;

/**
 * One entry for the publication of a case and one for each change.
 * @param id of the case: the address that it was first published at
 */
export function feedEntries(data: CaseData, name: string, url: string, id = url): FeedEntry[] {
  return [
    { id, url, title: `새 사례: ${name}`, summary: data.summary, day: data.published },
    ...data.changes.map(({ date, what, why }, index) => ({
      id: `${id}#change-${String(index + 1)}`,
      url: `${url}#change-${String(index + 1)}`,
      title: `수정: ${name}`,
      summary: `${what} 사유: ${why}`,
      day: date,
    })),
  ];
}

/** The entry that says that a case was withdrawn; those of the case itself are gone with it. */
export function withdrawalEntry({ title, municipality, date, why }: Withdrawal, url: string): FeedEntry {
  return { id: `${url}#withdrawn`, url, title: `게시 중단: ${municipality}, ${title}`, summary: `사유: ${why}`, day: date };
}

/** While the site has no address, an entry is named after its path: a UUID of version 8 (RFC 9562) made of the path. */
export function nameByPath(path: string): string {
  const hex = createHash('sha256').update(path).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Newest first; entries of one day keep their order. Days become midnight in Korea. */
export function toAtom({ id, title, author, home, self, entries }: Feed): string {
  const newest = entries.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, NEWEST);
  const element = (tag: string, text: string) => `<${tag}>${escapeXml(text)}</${tag}>`;
  const time = (day: string) => `${day}T00:00:00+09:00`;
  const body = newest.map(({ id: own, url, title: name, summary, day }) =>
    [
      '  <entry>',
      `    ${element('id', own)}`,
      `    ${element('title', name)}`,
      `    <link href="${escapeXml(url)}"/>`,
      `    ${element('updated', time(day))}`,
      `    ${element('summary', summary)}`,
      '  </entry>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ko">',
    `  ${element('id', id)}`,
    `  ${element('title', title)}`,
    `  <author>${element('name', author)}</author>`,
    `  <link href="${escapeXml(home)}"/>`,
    `  <link rel="self" href="${escapeXml(self)}"/>`,
    // A feed must have a time, also the one that has nothing to tell.
    `  ${element('updated', time(newest[0]?.day ?? '1970-01-01'))}`,
    ...body,
    '</feed>',
    '',
  ].join('\n');
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
