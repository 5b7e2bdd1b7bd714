import type { APIRoute } from 'astro';
import { getCases, vocabulary } from '../../case/cases.ts';
import { describePackage } from '../../publish/datapackage.ts';
import { site } from '../../site.ts';
import { absoluteUrl } from '../../url.ts';

/** The Data Package descriptor of all files in this folder. */
export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(describePackage(await getCases(), { vocabulary, link: absoluteUrl }, site.name), null, 2)}\n`);
