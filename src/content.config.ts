import { defineCollection } from 'astro:content';
import { caseLoader } from './content/loader.ts';
import { createCaseSchema } from './content/schema/case.ts';
import { readVocabulary } from './content/schema/vocabulary.ts';

export const collections = {
  cases: defineCollection({ loader: caseLoader(), schema: createCaseSchema(readVocabulary('content')) }),
};
