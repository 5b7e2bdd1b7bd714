import type { z } from 'zod';
import type { CaseData, CaseSchema } from '../schema/case.ts';
import type { CaseSource } from '../source.ts';

/**
 * What is left when everything that has an issue is taken out: unknown keys, rows, optional fields. No data when the
 * rest is no case either, because something that every case needs is wrong. `lineAt` finds the remaining rows in the file.
 */
export function salvage(
  source: CaseSource,
  issues: readonly z.core.$ZodIssue[],
  schema: CaseSchema,
): { data: CaseData | undefined } & Pick<CaseSource, 'lineAt'> {
  const rest: Record<string, unknown> = { ...(source.data as object) };
  const badRows = new Map<string, Set<number>>();
  for (const issue of issues) {
    const [key, index] = issue.path;
    if (key === undefined && issue.code === 'unrecognized_keys') for (const one of issue.keys) Reflect.deleteProperty(rest, one);
    else if (typeof key === 'string' && typeof index === 'number') badRows.set(key, (badRows.get(key) ?? new Set()).add(index));
    else if (typeof key === 'string') Reflect.deleteProperty(rest, key);
  }
  const kept = new Map<PropertyKey, number[]>();
  for (const [key, bad] of badRows) {
    const rows = rest[key];
    if (!Array.isArray(rows)) continue;
    const left = rows.map((_, index) => index).filter((index) => !bad.has(index));
    rest[key] = left.map((index) => rows[index] as unknown);
    kept.set(key, left);
  }
  return {
    data: schema.safeParse(rest).data,
    lineAt: ([list = '', index, ...path]) => {
      const original = typeof index === 'number' ? (kept.get(list)?.[index] ?? index) : index;
      return source.lineAt(original === undefined ? [list] : [list, original, ...path]);
    },
  };
}
