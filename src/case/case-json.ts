import { casePath } from './anchors.ts';
import type { CaseBody } from './body.ts';
import type { ExportContext } from './columns.ts';
import type { ValidCase } from './content.ts';
import type { CaseData } from './schema.ts';

/** A section of the prose with its text. */
export interface SectionText {
  id: string;
  title: string;
  /** 2 for a main section, 3 for a part of the one before it. */
  depth: 2 | 3;
  /** Printed pages, `173-174`. */
  pages: string;
  url: string;
  paragraphs: string[];
  /** Ids of the tables and notes that stand in it. */
  tables: string[];
  notes: string[];
}

/** `/data/cases/<slug>.json`: everything that the catalogue holds of a case. */
export interface CaseJson extends CaseData {
  case: string;
  url: string;
  sections: SectionText[];
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
