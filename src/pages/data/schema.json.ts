import type { APIRoute } from 'astro';
import { vocabulary } from '../../case/cases.ts';
import { describeCaseSchema } from '../../publish/case-json.ts';
import { absoluteUrl } from '../../url.ts';

/** The shape of a case, as its file has it and as its JSON has it. */
export const GET: APIRoute = () => {
  const published = { $id: absoluteUrl('/data/schema.json'), title: '지자체 우수사례 한 건', ...describeCaseSchema(vocabulary) };
  return new Response(`${JSON.stringify(published, null, 2)}\n`);
};
