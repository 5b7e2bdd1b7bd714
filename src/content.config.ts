import { defineCollection } from 'astro:content';
import { caseLoader } from './case/loader.ts';
import { createCaseSchema } from './case/schema.ts';
import { readContent } from './case/content.ts';

const { vocabulary } = readContent('content');

export const collections = {
  cases: defineCollection({ loader: caseLoader(), schema: createCaseSchema(vocabulary) }),
};
