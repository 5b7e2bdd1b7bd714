import { z } from 'zod';
import { casePath } from '../content/anchors.ts';
import type { CaseBody } from '../content/prose.ts';
import type { ExportContext } from './columns.ts';
import type { ValidCase } from '../content/read.ts';
import { createCaseSchema, type CaseData } from '../content/schema/case.ts';
import type { Vocabulary } from '../content/schema/vocabulary.ts';

/** A section of the prose with its text. */
const sectionSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** 2 for a main section, 3 for a part of the one before it. */
  depth: z.union([z.literal(2), z.literal(3)]),
  /** Printed pages, `173-174`. */
  pages: z.string(),
  url: z.url(),
  paragraphs: z.array(z.string()),
  /** Ids of the tables and notes that stand in it. */
  tables: z.array(z.string()),
  notes: z.array(z.string()),
});

export type SectionText = z.infer<typeof sectionSchema>;

/** What `/data/cases/<slug>.json` holds beyond the front matter. */
const addedSchema = z.strictObject({ case: z.string(), url: z.url(), sections: z.array(sectionSchema) });

/** `/data/cases/<slug>.json`: everything that the catalogue holds of a case. */
export type CaseJson = CaseData & z.infer<typeof addedSchema>;

/**
 * `/data/schema.json` (JSON Schema, draft 2020-12): fits the front matter of a case file as well as the published JSON of a case, which only
 * has more.
 */
export function describeCaseSchema(vocabulary: Vocabulary): Record<string, unknown> {
  const schema = z.toJSONSchema(createCaseSchema(vocabulary), { io: 'input' });
  return { ...schema, properties: { ...schema.properties, ...z.toJSONSchema(addedSchema).properties } };
}

/** The sections of a case's prose, each with the paragraphs and tags between its heading and the next. */
export function readSections(slug: string, { sections, texts, tags }: CaseBody, link: ExportContext['link']): SectionText[] {
  return sections.map(({ id, title, depth, pages, line }, index) => {
    const end = sections[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    const within = (at: { line: number }) => at.line > line && at.line < end;
    const ids = (name: 'Table' | 'Note') => tags.filter((tag) => tag.name === name && within(tag)).map((tag) => tag.id);
    return {
      id,
      title,
      depth,
      pages,
      url: link(casePath(slug), id),
      paragraphs: texts.filter(within).map(({ text }) => text),
      tables: ids('Table'),
      notes: ids('Note'),
    };
  });
}

export function describeCase({ slug, data }: ValidCase, body: CaseBody, { link }: ExportContext): CaseJson {
  return { case: slug, url: link(casePath(slug)), ...data, sections: readSections(slug, body, link) };
}
