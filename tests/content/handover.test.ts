/** What a build checks once it does not read again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import * as yaml from 'yaml';
import { readChecked } from '../../src/content/check/check.ts';
import { validateCase } from '../../src/content/read.ts';
import { handOver, takeOver, type HandedCase } from '../../src/content/handover.ts';
import { contentOf, SAMPLE, sampleFile, vocabulary } from './sample.ts';

vi.mock('yaml', async (original) => {
  const real = await original<typeof yaml>();
  return { ...real, parseDocument: vi.fn(real.parseDocument) };
});

const TODAY = '2026-12-01';
const dir = mkdtempSync(join(tmpdir(), 'handover-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});
beforeEach(() => {
  vi.mocked(yaml.parseDocument).mockClear();
});

test('a case is parsed once, and once more for the lines of its faults', () => {
  const parsed = vi.mocked(yaml.parseDocument).mock.calls;
  expect(readChecked(contentOf(sampleFile()), TODAY).faults).toEqual([]);
  expect(parsed).toHaveLength(1);
  expect(readChecked(contentOf(sampleFile(SAMPLE.replace('tier: 구', 'tier: 동').replace('topics:', 'topic:'))), TODAY).faults).not.toEqual(
    [],
  );
  expect(parsed).toHaveLength(3);
});

test('the check gives what it has read, as the schema has it', () => {
  const { faults, cases } = readChecked(contentOf(sampleFile()), TODAY);
  expect(faults).toEqual([]);
  expect(cases.map(({ data }) => data)).toEqual([validateCase(sampleFile(), vocabulary).data]);
});

test('cases arrive as they were handed over, in their order', () => {
  const { data } = validateCase(sampleFile(), vocabulary);
  const cases: HandedCase[] = [
    { slug: 'busan-yeonje', data, file: 'content/cases/busan-yeonje.mdx', body: '## 제목\n\n글\u2028글' },
    { slug: 'busan-sasang', data: { ...data, title: '다른 제목' }, file: 'content/cases/busan-sasang.mdx', body: '' },
  ];
  const path = join(dir, 'cases.jsonl');
  handOver(path, cases);
  expect([...takeOver(path)]).toEqual(cases);
  handOver(path, []);
  expect([...takeOver(path)]).toEqual([]);
});
