/** One source for the headers: what the host is told, what the service worker does and what the local server sends. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { cacheControl, contentType, IMMUTABLE, securityHeaders, writeHeaderFile } from '../src/headers.ts';

/** The rules of a header file: where, and what. */
function readRules(text: string): { path: RegExp; headers: [name: string, value: string][] }[] {
  const rules: ReturnType<typeof readRules> = [];
  for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value]);
    else rules.push({ path: new RegExp(`^${line.replaceAll(/[.+]/g, String.raw`\$&`).replaceAll('*', '.*')}$`), headers: [] });
  }
  return rules;
}

const headersOf = (rules: ReturnType<typeof readRules>, path: string) =>
  rules.filter((rule) => rule.path.test(path)).flatMap(({ headers }) => headers);

test('every file of the site gets from its host what it gets here, each header once', () => {
  const rules = readRules(readFileSync('dist/_headers', 'utf8'));
  const files = globSync('**/*', { cwd: 'dist' }).filter((file) => statSync(join('dist', file)).isFile() && file !== '_headers');
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const path = `/${file.split(sep).join('/')}`;
    const headers = headersOf(rules, path);
    const names = headers.map(([name]) => name);
    // Cloudflare joins what two rules say of one header.
    expect(new Set(names).size, path).toBe(names.length);
    const given = Object.fromEntries(headers);
    expect(given, path).toMatchObject(securityHeaders);
    expect(given['Cache-Control'] ?? 'public, max-age=0, must-revalidate', path).toBe(cacheControl(path));
    if (given['Content-Type'] !== undefined) expect(given['Content-Type'], path).toBe(contentType(path));
    expect(contentType(path), path).not.toBe(file.includes('.pf_') ? '' : 'application/octet-stream');
  }
});

test('what hosts do not know is named, and the note on HTTPS stands beside its header', () => {
  const text = readFileSync('dist/_headers', 'utf8');
  const rules = readRules(text);
  for (const [path, type] of [
    ['/cases/busan-yeonje/citation.ris', 'application/x-research-info-systems'],
    ['/cases/busan-yeonje/citation.bib', 'application/x-bibtex'],
    ['/cases/busan-yeonje/citation.json', 'application/vnd.citationstyles.csl+json'],
    ['/feed.xml', 'application/atom+xml'],
  ] as const)
    expect(Object.fromEntries(headersOf(rules, path))['Content-Type'], path).toBe(`${type}; charset=utf-8`);
  expect(text).toMatch(/^# Strict-Transport-Security: .*HTTPS.*\n\/\*\n(?: {2}.*\n)* {2}Strict-Transport-Security: max-age=31536000\n/);
});

test('below a path, every rule is', () => {
  const rules = writeHeaderFile('/some/path/', '0123456789').match(/^\/.*/gm);
  expect(rules?.length).toBeGreaterThan(5);
  for (const rule of rules ?? []) expect(rule).toMatch(/^\/some\/path\/[^/]/);
});

test('the service worker is given the same rule', () => {
  expect(readFileSync('dist/sw.js', 'utf8')).toContain(`UNCHANGING = ${String(IMMUTABLE)};`);
});
