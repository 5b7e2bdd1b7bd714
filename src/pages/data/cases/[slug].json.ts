import type { APIRoute, GetStaticPaths } from 'astro';
import { describeCase } from '../../../case/case-json.ts';
import { getBody, getCases, vocabulary, type Case } from '../../../case/cases.ts';
import { absoluteUrl } from '../../../url.ts';

export const getStaticPaths = (async () =>
  (await getCases()).map((entry) => ({ params: { slug: entry.slug }, props: { entry } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Case }> = async ({ props: { entry } }) => {
  const body = await getBody(entry.slug);
  return new Response(`${JSON.stringify(describeCase(entry, body, { vocabulary, link: absoluteUrl }))}\n`);
};
