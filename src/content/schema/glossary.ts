import { z } from 'zod';
import type { LocatedFault } from '../fault.ts';
import type { YamlSource } from '../source.ts';
import { readFile, type ContentFile } from '../yaml.ts';
import { id, list, text } from './fields.ts';

const termSchema = z.strictObject({
  id,
  term: text,
  /** Other spellings in the prose. */
  also: list(text).default([]),
  meaning: text,
  /** False for a word that a text uses so often or so plainly that a mark would only disturb: units, everyday words. */
  marked: z.boolean({ error: 'true나 false로 적으세요.' }).default(true),
  /** Where the casebook explains the term itself; without it the explanation is the editor's. */
  from: z.strictObject({ case: id, page: z.int({ error: '쪽 번호를 수로 적으세요.' }) }).optional(),
});

export type Term = z.output<typeof termSchema>;

export const GLOSSARY: ContentFile<Term[]> = { name: 'vocabulary/glossary.yaml', schema: list(termSchema), rules: findSharedSpellings };

/** One spelling cannot open two explanations. */
function findSharedSpellings(terms: Term[], source: YamlSource): LocatedFault[] {
  const owners = new Map<string, string>();
  return terms.flatMap(({ id: own, term, also }, index) =>
    [term, ...also].flatMap((spelling) => {
      const owner = owners.get(spelling);
      if (owner === undefined) {
        owners.set(spelling, own);
        return [];
      }
      const field = spelling === term ? 'term' : 'also';
      return [
        {
          line: source.lineAt([index, field]),
          field: `${own}.${field}`,
          problem: `‘${spelling}’: ${owner}에서 이미 풀이한 말입니다.`,
          fix: '한 말은 한 곳에서만 풀이하세요. 둘 가운데 하나에서 지우세요.',
        },
      ];
    }),
  );
}

/** Reads the glossary. Throws ContentError. */
export function readGlossary(contentDir: string): readonly Term[] {
  return readFile(contentDir, GLOSSARY);
}
