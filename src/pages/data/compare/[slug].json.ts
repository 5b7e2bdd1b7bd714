import type { APIRoute, GetStaticPaths } from 'astro';
import { casebookOf, casePath, getProse, getCases, vocabulary, type Case } from '../../../case/cases.ts';
import { comparableFigures } from '../../../case/comparable.ts';
import { compareCase } from '../../../case/comparison.ts';
import { anchor } from '../../../content/anchors.ts';
import { citeAsFootnote, citeCase } from '../../../publish/citations.ts';
import { site } from '../../../site.ts';
import { absoluteUrl, url } from '../../../url.ts';

/** Old addresses of a case keep their file: a file cannot redirect. */
export const getStaticPaths = (async () =>
  (await getCases()).flatMap((entry) =>
    [entry.slug, ...entry.data.aliases].map((slug) => ({ params: { slug }, props: { entry } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Case }> = async ({ props: { entry } }) => {
  const prose = await getProse(entry.slug);
  const path = casePath(entry.slug);
  const alike = comparableFigures(entry.data).map(({ name, text, id, pages }) => ({
    name,
    text,
    url: `${url(path)}#${anchor('figure', id)}`,
    pages,
  }));
  const citation = citeAsFootnote(citeCase(entry, casebookOf(entry.data), site.name, absoluteUrl(path)));
  return new Response(`${JSON.stringify({ ...compareCase(entry, prose, { vocabulary, link: url }), alike, citation })}\n`);
};
