import { describe, expect, it } from 'vitest';
import { readCases, readFingerprints } from '../../scripts/fingerprints.ts';
import type { ValidCase } from '../../src/content/read.ts';
import { checkFingerprints, fingerprintFacts, updateFingerprints } from '../../src/publish/fingerprints.ts';
import { formatFaults } from '../../src/content/report.ts';

const cases = readCases();
const yeonje = cases.find(({ slug }) => slug === 'busan-yeonje');
if (!yeonje) throw new Error('content/cases/busan-yeonje.mdx is the case these tests edit');
const known = updateFingerprints([yeonje], {});
const edit = (change: Partial<ValidCase['data']>): ValidCase[] => [{ slug: yeonje.slug, data: { ...yeonje.data, ...change } }];
const otherBudget = { budget: yeonje.data.budget.map((row) => ({ ...row, value: 70001 })) };
const entry = { date: '2026-11-30', what: '보조금을 바로잡았다.', why: '옮기다 틀렸다.' };

describe('the published cases', () => {
  it('have not changed a fact without saying so', () => {
    const silent = checkFingerprints(cases, readFingerprints());
    // What the maintainer reads is the sentence that says what to do, not a diff.
    expect(silent, formatFaults(silent)).toEqual([]);
  });
});

describe('a fingerprint', () => {
  it('changes with a figure, a page and a note', () => {
    const before = fingerprintFacts(yeonje.data);
    const changed = [otherBudget, { pages: '173-181' }, { notes: yeonje.data.notes.slice(1) }, { title: `${yeonje.data.title}.` }].map(
      (change) => fingerprintFacts({ ...yeonje.data, ...change }),
    );
    expect(new Set([before, ...changed]).size).toBe(5);
  });

  it('does not change with bookkeeping, the summary, the order of keys or an empty list', () => {
    const { title, ...rest } = yeonje.data;
    const shuffled = { ...rest, title, changes: [entry], aliases: ['old'], summary: '다른 요약' };
    expect(fingerprintFacts(shuffled)).toBe(fingerprintFacts(yeonje.data));
    const organisations = yeonje.data.organisations.map((body) => ({ ...body, aliases: body.aliases ?? [] }));
    expect(fingerprintFacts({ ...yeonje.data, organisations })).toBe(fingerprintFacts(yeonje.data));
  });
});

describe('a silent edit', () => {
  it('is a fault, and recording does not make it go away', () => {
    const silent = edit(otherBudget);
    expect(checkFingerprints(silent, known)).toMatchObject([
      { file: 'content/cases/busan-yeonje.mdx', problem: '펴낸 사실이 바뀌었는데 changes에 적지 않았다.' },
    ]);
    expect(updateFingerprints(silent, known)).toEqual(known);
  });

  it('is none once a change entry says what and why, and the new fingerprint is recorded', () => {
    const told = edit({ ...otherBudget, changes: [entry] });
    expect(checkFingerprints(told, known)).toMatchObject([{ problem: '고친 사실의 지문이 아직 적히지 않았다.' }]);
    const recorded = updateFingerprints(told, known);
    expect(checkFingerprints(told, recorded)).toEqual([]);
    const again = edit({ ...otherBudget, pages: '173-181', changes: [entry] });
    expect(checkFingerprints(again, recorded)).toHaveLength(1);
  });

  it('cannot hide behind an entry that was taken out', () => {
    const recorded = updateFingerprints(edit({ changes: [entry] }), known);
    expect(checkFingerprints(edit({ changes: [] }), recorded)).toHaveLength(1);
  });
});

it('asks for the fingerprint of a new case and keeps those of cases that are gone', () => {
  expect(checkFingerprints([yeonje], {})).toMatchObject([{ problem: '사실의 지문이 아직 적히지 않았다.' }]);
  expect(Object.keys(updateFingerprints([], known))).toEqual(['busan-yeonje']);
});
