import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { caseLoader } from './content/loader.ts';
import type { CaseData } from './content/schema/case.ts';

export const collections = {
  // For its type only: what the loader gives has passed the schema.
  cases: defineCollection({ loader: caseLoader(), schema: z.custom<CaseData>() }),
};
