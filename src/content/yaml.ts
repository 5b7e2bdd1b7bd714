import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { Fault } from './check/check.ts';
import { explainIssues } from './explain.ts';
import { parseYaml, type YamlSource } from './source.ts';

/** A YAML file of `content/` through its schema: its data or its faults, never both. */
export type YamlFile<T> = { data: T; faults: readonly []; source: YamlSource } | { data: undefined; faults: Fault[]; source: YamlSource };

/**
 * Reads a YAML file other than a case. Decomposed Hangul is composed.
 * @param file path as messages show it: `content/vocabulary/topics.yaml`
 */
export function readYamlFile<T>(path: string, file: string, schema: z.ZodType<T>): YamlFile<T> {
  const source = parseYaml(readFileSync(path, 'utf8').normalize('NFC'), 1);
  const result = schema.safeParse(source.data);
  if (source.problems.length === 0 && result.success) return { data: result.data, faults: [], source };
  const faults =
    source.problems.length > 0
      ? source.problems.map((problem) => ({ file, field: '파일', ...problem }))
      : explainIssues(result.error?.issues ?? [], source, schema).map((fault) => ({ file, ...fault }));
  return { data: undefined, faults, source };
}
