import type { APIRoute, GetStaticPaths } from 'astro';
import { getBody, getCases, vocabulary, type Case } from '../../../case/cases.ts';
import { compareCase } from '../../../case/compare.ts';
import { url } from '../../../url.ts';

export const getStaticPaths = (async () =>
  (await getCases()).map((entry) => ({ params: { slug: entry.slug }, props: { entry } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Case }> = async ({ props: { entry } }) => {
  const body = await getBody(entry.slug);
  return new Response(`${JSON.stringify(compareCase(entry, body, { vocabulary, link: url }))}\n`);
};
