import type { APIRoute } from 'astro';
import { z } from 'zod';
import { vocabulary } from '../../case/cases.ts';
import { createCaseSchema } from '../../case/schema.ts';
import { absoluteUrl } from '../../url.ts';

/** The shape of a case file's front matter as JSON Schema (draft 2020-12). */
export const GET: APIRoute = () => {
  const schema = z.toJSONSchema(createCaseSchema(vocabulary), { io: 'input' });
  const published = { $id: absoluteUrl('/data/schema.json'), title: '지자체 우수사례 한 건', ...schema };
  return new Response(`${JSON.stringify(published, null, 2)}\n`);
};
