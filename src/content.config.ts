import { defineCollection } from 'astro:content';
import { caseLoader } from './case/loader.ts';
import { createCaseSchema } from './case/schema.ts';
import { readVocabulary } from './case/vocabulary.ts';

export const collections = {
  cases: defineCollection({ loader: caseLoader(), schema: createCaseSchema(readVocabulary('content')) }),
};
