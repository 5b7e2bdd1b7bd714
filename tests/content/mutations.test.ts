import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import type { Fault } from '../../src/content/fault.ts';
import { readContent } from '../../src/content/read.ts';
import { isAudit } from '../audit.ts';
import { MUTATIONS, type Mutant, type Mutation } from './mutations.ts';

const content = readContent('content');
const TODAY = '2099-01-01';
/** Mutants of each kind. */
const SAMPLE = isAudit ? 8 : 2;

/** The first mutants of a kind, each of another file as long as there are any. */
function take(mutation: Mutation, kind: number): Mutant[] {
  const mutants: Mutant[] = [];
  for (let n = 0; mutants.length < SAMPLE && n < content.files.length * 4; n += 1) {
    const file = content.files[(n * 5 + kind) % content.files.length];
    const mutant = file && mutation.apply(file, n);
    if (mutant) mutants.push(mutant);
  }
  return mutants;
}

/** English that a library left in a message; quoted values and lists of ids are no words. */
function leftovers({ problem, fix }: Fault): string | undefined {
  return /\b(?:[Ee]xpected|[Rr]eceived|[Ii]nvalid|undefined|null|NaN|Error)\b|\[object/.exec(problem.replaceAll(/‘[^’]*’/g, '') + fix)?.[0];
}

test('the case files themselves are without fault', () => {
  expect(checkContent(content, TODAY)).toEqual([]);
});

describe('a spoilt case file is refused', () => {
  test.for(MUTATIONS.map((mutation, kind) => ({ ...mutation, mutation, kind })))('$name', ({ mutation, kind }) => {
    const mutants = take(mutation, kind);
    expect(mutants.length).toBeGreaterThanOrEqual(2);
    for (const { file, lines } of mutants) {
      const faults = checkContent({ ...content, files: [file] }, TODAY);
      const seen = faults.map(({ line, field, problem, fix }) => ({ file: file.file, line, field, problem, fix }));
      const told = faults.filter(
        ({ line, field, fix }) => lines.includes(line) && mutation.field.test(field) && (mutation.hint?.test(fix) ?? true),
      );
      expect(told, `no fault on line ${lines.join(' or ')} of ${file.file}: ${JSON.stringify(seen.slice(0, 5), null, 2)}`).not.toEqual([]);
      for (const fault of faults) {
        expect(fault.file).toBe(file.file);
        expect(fault.field).not.toBe('');
        expect(fault.problem).toMatch(/[가-힣].*\.( .*)?$/);
        expect(fault.fix).toMatch(/[가-힣]/);
        expect(leftovers(fault)).toBeUndefined();
      }
    }
  });
});

test('at least forty kinds, no two of one name', () => {
  expect(new Set(MUTATIONS.map(({ name }) => name)).size).toBe(MUTATIONS.length);
  expect(MUTATIONS.length).toBeGreaterThanOrEqual(40);
});
