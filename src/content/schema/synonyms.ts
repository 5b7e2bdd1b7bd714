import { z } from 'zod';
import type { LocatedFault } from '../fault.ts';
import type { YamlSource } from '../source.ts';
import { readFile, type ContentFile } from '../yaml.ts';
import { id, list, text } from './fields.ts';

/** Search keeps its words in a text form of which these are the marks. */
const word = text.regex(/^[^<_]*$/, { error: '‘<’와 ‘_’는 쓸 수 없습니다. 빼고 적으세요.' });
const words = list(word).default([]);

const synonymsSchema = z.strictObject({
  id,
  /** Find one another. */
  terms: words,
  /** Are found by `from` only. */
  finds: words,
  /** Find `terms` and `finds`, but are not found by them: wider or everyday words. */
  from: words,
  /** Why these words are one group. */
  why: text,
  /** A query that looks alike and must not match; the tests try it. */
  not: text,
});

/** Words that stand for one another in search. */
export type Synonyms = z.output<typeof synonymsSchema>;

export const SYNONYMS: ContentFile<Synonyms[]> = { name: 'vocabulary/synonyms.yaml', schema: list(synonymsSchema), rules: findIdleGroups };

function findIdleGroups(groups: Synonyms[], source: YamlSource): LocatedFault[] {
  return groups.flatMap(({ id: own, terms, finds, from }, index) => {
    const tell = (key: string, problem: string, fix: string): LocatedFault[] => [
      { line: source.lineAt([index, key]), field: `${own}.${key}`, problem, fix },
    ];
    if (terms.length + finds.length === 0)
      return tell('terms', 'terms도 finds도 없습니다.', '찾을 말을 terms나 finds에 하나 이상 적으세요.');
    const all = [...terms, ...finds, ...from];
    const repeated = all.find((one, at) => all.indexOf(one) !== at);
    return repeated === undefined ? [] : tell('terms', `‘${repeated}’: 한 묶음에 두 번 나옵니다.`, '하나만 남기세요.');
  });
}

/** Reads the synonyms of search. Throws ContentError. */
export function readSynonyms(contentDir: string): readonly Synonyms[] {
  return readFile(contentDir, SYNONYMS);
}
