import type { APIRoute } from 'astro';
import { anchor } from '../../content/anchors.ts';
import { casePath, getCases, placeOf, vocabulary } from '../../case/cases.ts';
import type { Suggestion } from '../../search/ui/match.ts';

/** Everything the search field suggests: places, cases, topics, then bodies that are named in a case. */
export const GET: APIRoute = async () => {
  const cases = await getCases();
  const places = vocabulary.places
    .filter(({ name }) => cases.some(({ data }) => data.province === name))
    .map(({ id, name, short }): Suggestion => ({ kind: '지역', name, path: `/regions/${id}/`, words: [short] }));
  const titles = cases.map(({ slug, data }): Suggestion => ({
    kind: '사례',
    name: `${placeOf(data).short} ${data.municipality}, ${data.title}`,
    path: casePath(slug),
    words: [data.municipality, data.title, ...(data.subtitle === undefined ? [] : [data.subtitle])],
  }));
  const topics = vocabulary.topics
    .filter(({ name }) => cases.some(({ data }) => data.topics.includes(name)))
    .map(({ id, name, synonyms }): Suggestion => ({ kind: '주제어', name, path: `/topics/${id}/`, words: synonyms }));
  const bodies = new Map<string, Suggestion>();
  for (const { slug, data } of cases) {
    for (const { id, name, aliases } of data.organisations) {
      if (bodies.has(name)) continue;
      bodies.set(name, {
        kind: `조직, ${data.municipality}`,
        name,
        path: `${casePath(slug)}#${anchor('organisation', id)}`,
        ...(aliases === undefined ? {} : { words: aliases }),
      });
    }
  }
  return new Response(JSON.stringify([...titles, ...topics, ...places, ...bodies.values()]));
};
