import type { APIRoute } from 'astro';
import { casePath, getCases, placeOf } from '../case/cases.ts';
import { feedEntries, toAtom } from '../case/feed.ts';
import { site } from '../site.ts';
import { absoluteUrl } from '../url.ts';

/** Additions and corrections as an Atom feed. */
export const GET: APIRoute = async () => {
  const cases = await getCases();
  const entries = cases.flatMap(({ slug, data }) =>
    feedEntries(data, `${placeOf(data).short} ${data.municipality}, ${data.title}`, absoluteUrl(casePath(slug))),
  );
  const feed = toAtom({
    title: `${site.name}: 새로 싣고 고친 것`,
    author: site.name,
    home: absoluteUrl('/'),
    self: absoluteUrl('/feed.xml'),
    entries,
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
