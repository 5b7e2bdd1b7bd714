import type { APIRoute } from 'astro';
import { drawCard } from '../../../publish/card.ts';
import { arrangeTitle } from '../../../case/titles.ts';
import { casebookOf, getCases, type Case } from '../../../case/cases.ts';
import { everydayValue } from '../../../case/display.ts';
import { tellingFigure } from '../../../case/highlights.ts';
import { formatPages } from '../../../content/pages.ts';
import { site } from '../../../site.ts';

/** Old addresses of a case keep their image: a file cannot redirect. */
export async function getStaticPaths() {
  return (await getCases()).flatMap((entry) => [entry.slug, ...entry.data.aliases].map((slug) => ({ params: { slug }, props: { entry } })));
}

/** The link preview of a case: title, municipality, its telling number, sector and the pages of the book. */
export const GET: APIRoute<{ entry: Case }> = async ({ props: { entry } }) => {
  const { data } = entry;
  const { before, title, after } = arrangeTitle(data);
  const figure = tellingFigure(data);
  const png = await drawCard({
    place: `${data.province} ${data.municipality}`,
    title: before === undefined ? title : `${before} ${title}`,
    ...(after === undefined ? {} : { subtitle: after }),
    ...(figure ? { figure: { value: everydayValue(figure), label: figure.label } } : {}),
    sector: data.sector,
    source: `${casebookOf(data).title} ${formatPages(data.pages)}쪽`,
    site: site.name,
  });
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
