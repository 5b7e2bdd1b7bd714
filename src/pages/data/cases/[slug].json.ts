import type { APIRoute, GetStaticPaths } from 'astro';
import { toCaseJson } from '../../../publish/case-json.ts';
import { getCases, getProse, type Case } from '../../../case/cases.ts';
import { absoluteUrl } from '../../../url.ts';

/** Old addresses of a case keep their file: a file cannot redirect. */
export const getStaticPaths = (async () =>
  (await getCases()).flatMap((entry) =>
    [entry.slug, ...entry.data.aliases].map((slug) => ({ params: { slug }, props: { entry } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Case }> = async ({ props: { entry } }) => {
  const prose = await getProse(entry.slug);
  return new Response(`${JSON.stringify(toCaseJson(entry, prose, { link: absoluteUrl }))}\n`);
};
