/** What a build checks and takes over: every file is read once for both. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import * as yaml from 'yaml';
import { readChecked } from '../../src/content/check/check.ts';
import { caseLoader } from '../../src/content/loader.ts';
import { readContent, validateCase } from '../../src/content/read.ts';
import { contentOf, SAMPLE, sampleFile, vocabulary } from './sample.ts';

vi.mock('yaml', async (original) => {
  const real = await original<typeof yaml>();
  return { ...real, parseDocument: vi.fn(real.parseDocument) };
});

const TODAY = '2026-12-01';
const CASE = 'content/cases/busan-yeonje.mdx';
const dir = mkdtempSync(join(tmpdir(), 'loader-'));
cpSync('content', join(dir, 'content'), { recursive: true });
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

interface Entry {
  id: string;
  data: Record<string, unknown>;
  body: string;
}

/** Loads the copy of the content as a build does, without somebody watching, or as the development server does. */
async function load(watched = false): Promise<{ entries: Entry[]; told: string[] }> {
  // Something is left from a build before.
  const store = new Map<string, Entry>([['gone', { id: 'gone', data: {}, body: '' }]]);
  const told: string[] = [];
  const context = {
    store: { keys: () => [...store.keys()], delete: (id: string) => store.delete(id), set: (entry: Entry) => store.set(entry.id, entry) },
    config: { root: pathToFileURL(`${dir}/`) },
    logger: { error: (message: string) => told.push(message), warn: () => undefined, info: () => undefined },
    ...(watched ? { watcher: { add: () => undefined, on: () => undefined } } : {}),
  };
  await caseLoader().load(context as unknown as LoaderContext);
  return { entries: [...store.values()], told };
}

async function withChanged(name: string, change: (text: string) => string, run: () => Promise<void>): Promise<void> {
  const file = join(dir, name);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
  try {
    await run();
  } finally {
    writeFileSync(file, before);
  }
}

test('a build takes every case with its prose, each parsed once, and once more for the lines of its warnings', async () => {
  const { entries } = await load();
  const calls = vi.mocked(yaml.parseDocument).mock.calls.map(([text]) => text);
  const files = readContent(join(dir, 'content')).files;
  const { warnings } = readChecked(readContent(join(dir, 'content')), TODAY);
  expect(entries.map(({ id }) => id)).toEqual(files.map(({ slug }) => slug));
  for (const { slug, source, file } of files) {
    const entry = entries.find(({ id }) => id === slug);
    expect(entry?.data['title']).toBe((source.data as { title: string }).title);
    expect(entry?.body).toMatch(/^\n## .*\[#/);
    expect(
      calls.filter(
        (text) =>
          text.includes(`\ntitle: ${(source.data as { title: string }).title}\n`) ||
          text.startsWith(`title: ${(source.data as { title: string }).title}\n`),
      ),
    ).toHaveLength(warnings.some((warning) => warning.file === file) ? 2 : 1);
  }
});

test('a faulty case stops a build with its report and no stack; the development server tells it and goes on', async () => {
  await withChanged(
    CASE,
    (text) => text.replace('tier: 구', 'tier: 동'),
    async () => {
      const error = await load().catch((reason: unknown) => reason as Error);
      expect(error).toMatchObject({ stack: '' });
      expect((error as Error).message).toContain(`${CASE}:5  tier`);
      const { entries, told } = await load(true);
      const slugs = entries.map(({ id }) => id);
      expect(slugs).not.toContain('busan-yeonje');
      expect(slugs).toHaveLength(readContent('content').files.length - 1);
      expect(told.join('\n')).toContain(`${CASE}:5  tier`);
    },
  );
});

test('a faulty vocabulary does as well', async () => {
  await withChanged(
    'content/vocabulary/tiers.yaml',
    () => '- { id: gu, name: 구 }\n',
    async () => {
      await expect(load()).rejects.toThrow('content/vocabulary/tiers.yaml:1  gu.hanja');
    },
  );
});
