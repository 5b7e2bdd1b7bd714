/** The Data Package as the library of its standard reads it: every table, each cell cast to the type that the schema states. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadDataPackageLibrary } from './installed.ts';

test('every table is read, with as many rows as the JSON beside it', { timeout: 120_000 }, async () => {
  const data = await loadDataPackageLibrary().Package.load('dist/data/datapackage.json');
  expect(data.errors).toEqual([]);
  expect(data.valid).toBe(true);
  const tables = data.resources.filter(({ tabular }) => tabular);
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) {
    const rows = await table.read({ keyed: true });
    const beside: unknown = JSON.parse(readFileSync(`dist/data/${table.name}.json`, 'utf8'));
    expect(rows.length, table.name).toBe((Array.isArray(beside) ? beside : Object.values(beside as object).flat()).length);
    // The mark of the order of bytes would become a part of the first column's name.
    expect(Object.keys(rows[0] ?? {})[0]).toMatch(/^\w+$/);
  }
});
