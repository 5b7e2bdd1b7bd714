import type { APIRoute } from 'astro';
import { anchor } from '../../content/anchors.ts';
import { casePath, getCases, placeOf, vocabulary } from '../../case/cases.ts';
import type { SuggestionGroup } from '../../search/ui/match.ts';

/** Everything the search field suggests: cases, topics, places, then organisations that are named in a case, each in the first one. */
export const GET: APIRoute = async () => {
  const cases = await getCases();
  const named = new Set<string>();
  const groups: SuggestionGroup[] = [
    {
      kind: '사례',
      path: casePath('*'),
      names: cases.map(({ slug, data }) => [
        slug,
        `${placeOf(data).short} ${data.municipality}, ${data.title}`,
        ...(data.subtitle === undefined ? [] : [data.subtitle]),
      ]),
    },
    {
      kind: '주제어',
      path: '/topics/*/',
      names: vocabulary.topics
        .filter(({ name }) => cases.some(({ data }) => data.topics.includes(name)))
        .map(({ id, name, synonyms }) => [id, name, ...synonyms]),
    },
    {
      kind: '지역',
      path: '/regions/*/',
      names: vocabulary.places
        .filter(({ name }) => cases.some(({ data }) => data.province === name))
        .map(({ id, name, short }) => [id, name, short]),
    },
    ...cases.map(({ slug, data }): SuggestionGroup => ({
      kind: `조직, ${data.municipality}`,
      path: `${casePath(slug)}#${anchor('organisation', '*')}`,
      names: data.organisations
        .filter(({ name }) => !named.has(name) && named.add(name))
        .map(({ id, name, aliases = [] }) => [id, name, ...aliases]),
    })),
  ];
  return new Response(JSON.stringify(groups));
};
