import { defineCollection } from 'astro:content';
import { caseLoader } from './content/loader.ts';
import { createCaseSchema } from './content/schema/case.ts';
import { readVocabulary } from './content/schema/vocabulary.ts';

export const collections = {
  // For its types only, and read late: what is wrong with a vocabulary is told by the loader.
  cases: defineCollection({ loader: caseLoader(), schema: () => createCaseSchema(readVocabulary('content')) }),
};
