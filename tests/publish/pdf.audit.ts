/** The PDF that `npm run pdf` makes of a case, as other programs read it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { askPoppler } from '../engines/poppler.ts';

const SLUG = 'busan-yeonje';
let pdf: Buffer;

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/pdf.ts', SLUG], { stdio: 'pipe' });
  pdf = readFileSync(`pdf/${SLUG}.pdf`);
}, 120_000);

test('letters are those of a font, not drawings of letters (Type 3), so that programs can search and copy them', () => {
  const fonts = askPoppler('pdffonts', pdf)
    .split('\n')
    .slice(2)
    .filter((line) => line !== '');
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((line) => line.includes('Type 3'))).toEqual([]);
});

test('words come out as they are on the page', () => {
  const text = askPoppler('pdftotext', pdf).replaceAll(/\s/g, '');
  expect(text).toContain('시니어');
  expect(text).toContain('70,000천원');
});

test('the metadata say title, author and language', () => {
  const info = askPoppler('pdfinfo', pdf);
  expect(info).toMatch(/^Title:\s+.*[가-힣]/m);
  expect(info).toMatch(/^Author:\s+.*[가-힣]/m);
  expect(info).toMatch(/^Tagged:\s+yes/m);
  const xmp = askPoppler('pdfinfo', pdf, ['-meta']);
  expect(xmp).toMatch(/<dc:title>[\s\S]*[가-힣][\s\S]*<\/dc:title>/);
  expect(xmp).toMatch(/<dc:language>[\s\S]*ko[\s\S]*<\/dc:language>/);
});
