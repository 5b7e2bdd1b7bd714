import { z } from 'zod';
import { readSections, sectionSchema } from '../case/sections.ts';
import { casePath } from '../content/anchors.ts';
import type { CaseBody } from '../content/prose.ts';
import type { ValidCase } from '../content/read.ts';
import { createCaseSchema, type CaseData } from '../content/schema/case.ts';
import type { Vocabulary } from '../content/schema/vocabulary.ts';
import type { ExportContext } from './datasets/dataset.ts';

/** What `/data/cases/<slug>.json` holds beyond the front matter. */
const addedSchema = z.strictObject({ case: z.string(), url: z.url(), sections: z.array(sectionSchema) });

/** `/data/cases/<slug>.json`: everything that the catalogue holds of a case. */
export type CaseJson = CaseData & z.infer<typeof addedSchema>;

/** The front matter as an author writes it, as JSON Schema. */
export function describeFields(vocabulary: Vocabulary) {
  return z.toJSONSchema(createCaseSchema(vocabulary), { io: 'input' });
}

/**
 * `/data/schema.json` (JSON Schema, draft 2020-12): fits the front matter of a case file as well as the published JSON of a case, which only
 * has more.
 */
export function describeCaseSchema(vocabulary: Vocabulary): Record<string, unknown> {
  const schema = describeFields(vocabulary);
  return { ...schema, properties: { ...schema.properties, ...z.toJSONSchema(addedSchema).properties } };
}

export function toCaseJson({ slug, data }: ValidCase, prose: CaseBody, { link }: Pick<ExportContext, 'link'>): CaseJson {
  return { case: slug, url: link(casePath(slug)), ...data, sections: readSections(slug, prose, link) };
}
