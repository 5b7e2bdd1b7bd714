import { z } from 'zod';
import { casePath } from '../content/anchors.ts';
import type { CaseBody } from '../content/prose.ts';

/** A section of the prose with its text. */
export const sectionSchema = z.strictObject({
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

/** Address of a place on a page of the site: `('/cases/busan-yeonje/', 'figure-subsidy')`. */
export type LinkTo = (path: `/${string}`, anchor?: string) => string;

/** The sections of a case's prose, each with the paragraphs and tags between its heading and the next. */
export function readSections(slug: string, { sections, texts, tags }: CaseBody, link: LinkTo): SectionText[] {
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
