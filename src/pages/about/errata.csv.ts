import type { APIRoute } from 'astro';
import { anchor } from '../../content/anchors.ts';
import { casePath, getCases } from '../../case/cases.ts';
import { collectErrata, errataCsv } from '../../publish/errata.ts';
import { absoluteUrl } from '../../url.ts';

/** All editor's notes as a table for spreadsheets. */
export const GET: APIRoute = async () =>
  new Response(
    errataCsv(collectErrata(await getCases()), (slug, note) => absoluteUrl(casePath(slug), anchor('note', note))),
    { headers: { 'Content-Type': 'text/csv; charset=utf-8' } },
  );
