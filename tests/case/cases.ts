import { parseBody } from '../../src/content/prose.ts';
import { readContent, validateCase, type ValidCase } from '../../src/content/read.ts';

/** The cases of the catalogue, for the tests of what it makes of them. */
export const content = readContent('content');
export const cases = content.files.map((file) => validateCase(file, content.vocabulary));

/** A case of the catalogue. Throws when it has none of that name. */
export function caseOf(slug: string): ValidCase {
  const found = cases.find((entry) => entry.slug === slug);
  if (!found) throw new Error(slug);
  return found;
}

/** The prose of a case, taken apart. */
export const proseOf = (slug: string) => parseBody(content.files.find((file) => file.slug === slug)?.source.body ?? '', 1);

/** Links as the site writes them, from its root. */
export const link = (path: string, anchor?: string) => path + (anchor === undefined ? '' : `#${anchor}`);
