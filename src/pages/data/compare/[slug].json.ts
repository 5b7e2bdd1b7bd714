import type { APIRoute, GetStaticPaths } from 'astro';
import { getProse, getCases, vocabulary, type Case } from '../../../case/cases.ts';
import { compareCase } from '../../../case/comparison.ts';
import { url } from '../../../url.ts';

/** Old addresses of a case keep their file: a file cannot redirect. */
export const getStaticPaths = (async () =>
  (await getCases()).flatMap((entry) =>
    [entry.slug, ...entry.data.aliases].map((slug) => ({ params: { slug }, props: { entry } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Case }> = async ({ props: { entry } }) => {
  const prose = await getProse(entry.slug);
  return new Response(`${JSON.stringify(compareCase(entry, prose, { vocabulary, link: url }))}\n`);
};
