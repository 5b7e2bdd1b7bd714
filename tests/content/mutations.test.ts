import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import type { Fault } from '../../src/content/fault.ts';
import { readContent } from '../../src/content/read.ts';
import { createCaseSchema } from '../../src/content/schema/case.ts';
import { isAudit } from '../audit.ts';
import { AMOUNTS } from './mutations/amounts.ts';
import type { Mutant, Mutation } from './mutations/edit.ts';
import { NAMES } from './mutations/names.ts';
import { PAGES } from './mutations/pages.ts';
import { PLACING } from './mutations/placing.ts';
import { PROSE } from './mutations/prose.ts';
import { SYNTAX } from './mutations/syntax.ts';
import { TABLES } from './mutations/tables.ts';
import { TIME } from './mutations/time.ts';
import { VALUES } from './mutations/values.ts';
import { VOCABULARIES } from './mutations/vocabularies.ts';
import { NO_OTHERS } from './sample.ts';

const MUTATIONS: readonly Mutation[] = [
  ...VALUES,
  ...TIME,
  ...PAGES,
  ...VOCABULARIES,
  ...NAMES,
  ...AMOUNTS,
  ...SYNTAX,
  ...PROSE,
  ...PLACING,
  ...TABLES,
];

const content = readContent('content');
const TODAY = '2099-01-01';
/** Mutants of each kind. */
const SAMPLE = isAudit ? 8 : 1;

/** The first mutants of a kind, each of another file as long as there are any. */
function take(mutation: Mutation, kind: number): Mutant[] {
  const mutants: Mutant[] = [];
  for (let n = 0; mutants.length < SAMPLE && n < content.files.length * 4; n += 1) {
    const file = content.files[(n + kind) % content.files.length];
    const mutant = file && mutation.apply(file, n);
    if (mutant) mutants.push(mutant);
  }
  return mutants;
}

/** English that a library left in a message; quoted values and lists of ids are no words. */
function leftovers({ problem, fix }: Fault): string | undefined {
  return /\b(?:[Ee]xpected|[Rr]eceived|[Ii]nvalid|undefined|null|NaN|Error)\b|\[object/.exec(problem.replaceAll(/‘[^’]*’/g, '') + fix)?.[0];
}

/** Endings of the written plain style: what asks somebody to do something is put politely. */
const PLAIN_STYLE = /(?:[가-힣]다|한다|이다)\.(?:\s|$)/;
const isPlain = (text: string) => PLAIN_STYLE.test(text.replaceAll(/‘[^’]*’/g, '').replaceAll(/[가-힣]*니다\./g, ''));

/** Kinds that spoil something which no case has now. */
const without: string[] = [];
/** Fields of a case that some mutant was refused for. */
const refused = new Set<string>();

test('the content itself is without fault', () => {
  expect(checkContent(content, TODAY)).toEqual([]);
});

describe('a spoilt case file is refused', () => {
  test.for(MUTATIONS.map((mutation, kind) => ({ ...mutation, mutation, kind })))('$name', ({ mutation, kind }) => {
    const mutants = take(mutation, kind);
    if (mutants.length === 0) without.push(mutation.name);
    for (const { file, lines } of mutants) {
      const faults = checkContent({ ...content, files: [file], others: () => NO_OTHERS }, TODAY);
      const seen = faults.map(({ line, field, problem, fix, corrected }) => ({ file: file.file, line, field, problem, fix, corrected }));
      const told = faults.filter(
        ({ line, field, fix, corrected = '' }) =>
          lines.includes(line) &&
          mutation.field.test(field) &&
          (mutation.hint?.test(fix) ?? true) &&
          (mutation.corrected?.test(corrected.trim()) ?? true),
      );
      expect(told, `no fault on line ${lines.join(' or ')} of ${file.file}: ${JSON.stringify(seen.slice(0, 5), null, 2)}`).not.toEqual([]);
      for (const fault of faults) {
        refused.add(fault.field.split('.')[0] ?? '');
        expect(fault.file).toBe(file.file);
        expect(fault.field).not.toBe('');
        expect(fault.problem).toMatch(/[가-힣].*\.( .*)?$/);
        expect(fault.fix).toMatch(/[가-힣]/);
        expect(leftovers(fault)).toBeUndefined();
        expect(isPlain(fault.problem), fault.problem).toBe(false);
        expect(isPlain(fault.fix), fault.fix).toBe(false);
      }
    }
  });
});

test('hardly a kind is without a case that it can spoil', () => {
  expect(without.length, without.join(', ')).toBeLessThanOrEqual(MUTATIONS.length / 20);
});

test('every field of a case is spoilt in some way', () => {
  const fields = Object.keys(createCaseSchema(content.vocabulary).shape);
  expect(fields.filter((field) => !refused.has(field))).toEqual([]);
});
