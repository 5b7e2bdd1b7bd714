import type { APIRoute, GetStaticPaths } from 'astro';
import { describeCase } from '../../../publish/case-json.ts';
import { getBody, getCases, vocabulary, type Case } from '../../../case/cases.ts';
import { absoluteUrl } from '../../../url.ts';

/** Old addresses of a case keep their file: a file cannot redirect. */
export const getStaticPaths = (async () =>
  (await getCases()).flatMap((entry) =>
    [entry.slug, ...entry.data.aliases].map((slug) => ({ params: { slug }, props: { entry } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Case }> = async ({ props: { entry } }) => {
  const body = await getBody(entry.slug);
  return new Response(`${JSON.stringify(describeCase(entry, body, { vocabulary, link: absoluteUrl }))}\n`);
};
