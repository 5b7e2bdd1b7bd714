import type { APIRoute } from 'astro';
import { casebookOf, casePath, getCases, type Case } from '../../../case/cases.ts';
import { CITATION_FILES, citeCase } from '../../../publish/citations.ts';
import { site } from '../../../site.ts';
import { absoluteUrl } from '../../../url.ts';

/** Old addresses of a case keep their files: a file cannot redirect. */
export async function getStaticPaths() {
  return (await getCases()).flatMap((entry) =>
    [entry.slug, ...entry.data.aliases].flatMap((slug) =>
      CITATION_FILES.map((file) => ({ params: { slug, format: file.format }, props: { entry, file } })),
    ),
  );
}

interface Props {
  entry: Case;
  file: (typeof CITATION_FILES)[number];
}

/** The case as a chapter of its casebook: RIS, BibTeX or CSL-JSON. */
export const GET: APIRoute<Props> = ({ props: { entry, file } }) =>
  new Response(file.write(citeCase(entry, casebookOf(entry.data), site.name, absoluteUrl(casePath(entry.slug)))), {
    headers: { 'Content-Type': file.type },
  });
