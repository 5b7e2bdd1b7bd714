import type { APIRoute } from 'astro';
import { casePath, departures, getCases, placeOf } from '../case/cases.ts';
import { fullTitle } from '../case/titles.ts';
import { feedEntries, nameByPath, toAtom, withdrawalEntry } from '../publish/feed.ts';
import { site } from '../site.ts';
import { absoluteUrl, hasOrigin } from '../url.ts';

const PATH = '/feed.xml';

/** Additions, corrections and withdrawals as an Atom feed. */
export const GET: APIRoute = async () => {
  const entries = [
    ...(await getCases()).flatMap(({ slug, data }) =>
      feedEntries(
        data,
        `${placeOf(data).short} ${data.municipality}, ${fullTitle(data)}`,
        absoluteUrl(casePath(slug)),
        // The oldest address names the case for good: readers of the feed would be told of a renamed case as of a new one.
        absoluteUrl(casePath(data.aliases[0] ?? slug)),
      ),
    ),
    ...departures.withdrawn.map((withdrawal) => withdrawalEntry(withdrawal, absoluteUrl(casePath(withdrawal.slug)))),
  ];
  const self = absoluteUrl(PATH);
  const nameOf = (id: string) => (hasOrigin ? id : nameByPath(id));
  const feed = toAtom({
    id: nameOf(self),
    title: `${site.name}: 새 사례와 수정`,
    author: site.name,
    home: absoluteUrl('/'),
    self,
    entries: entries.map((entry) => ({ ...entry, id: nameOf(entry.id) })),
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
