/** The Atom feed (RFC 4287) of additions and corrections. */
import type { CaseData } from './schema.ts';

export interface FeedEntry {
  /** Absolute address; also the entry's id, because addresses here never change. */
  url: string;
  title: string;
  summary: string;
  /** ISO day. */
  day: string;
}

export interface Feed {
  title: string;
  author: string;
  /** Absolute address of the index and of the feed itself. */
  home: string;
  self: string;
  entries: readonly FeedEntry[];
}

/** Readers of feeds ask again often; what is older stands on the pages. */
const NEWEST = 50;

/** One entry for the publication of a case and one for each change. */
export function feedEntries(data: CaseData, name: string, url: string): FeedEntry[] {
  return [
    { url, title: `새 사례: ${name}`, summary: data.summary, day: data.published },
    ...data.changes.map(({ date, what, why }, index) => ({
      url: `${url}#change-${String(index + 1)}`,
      title: `고침: ${name}`,
      summary: `${what} 까닭: ${why}`,
      day: date,
    })),
  ];
}

/** Newest first; entries of one day keep their order. Days become midnight in Korea. */
export function toAtom({ title, author, home, self, entries }: Feed): string {
  const newest = entries.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, NEWEST);
  const element = (tag: string, text: string) => `<${tag}>${escapeXml(text)}</${tag}>`;
  const time = (day: string) => `${day}T00:00:00+09:00`;
  const body = newest.map(({ url, title: name, summary, day }) =>
    [
      '  <entry>',
      `    ${element('id', url)}`,
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
    `  ${element('id', self)}`,
    `  ${element('title', title)}`,
    `  <author>${element('name', author)}</author>`,
    `  <link href="${escapeXml(home)}"/>`,
    `  <link rel="self" href="${escapeXml(self)}"/>`,
    ...(newest[0] ? [`  ${element('updated', time(newest[0].day))}`] : []),
    ...body,
    '</feed>',
    '',
  ].join('\n');
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
