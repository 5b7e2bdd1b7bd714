/**
 * Cuts Pretendard (SIL Open Font Licence 1.1) down to the characters that content and pages use: one variable woff2.
 * The result is called `Book`, because the licence reserves the name Pretendard, and its licence is published with it.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const FONT = 'node_modules/pretendard/dist/web/variable/woff2/PretendardVariable.woff2';
const LICENCE = 'node_modules/pretendard/dist/LICENSE.txt';
/** Tabular numerals, kerning and composition; everything else would only add alternate glyphs. */
const FEATURES = ['tnum', 'kern', 'ccmp'];
/** Search vocabulary is never shown. */
const UNSHOWN = /(?:synonyms|hanja)\.yaml$/;
/** Beside the styles that name it, out of Git. */
const FONT_DIR = 'node_modules/.cache/book';

/** Every character of the sources, ASCII always included. */
function siteCharacters(): string {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  const files = globSync(['content/**/*.{mdx,yaml}', 'src/**/*.{astro,ts}']).filter((file) => !UNSHOWN.test(file));
  const characters = new Set(ascii);
  for (const file of files) for (const character of readFileSync(file, 'utf8')) characters.add(character);
  return [...characters]
    .filter((character) => character >= ' ')
    .sort()
    .join('');
}

/** Writes `book.woff2` and `LICENSE.txt`; does nothing when the characters have not changed. */
export async function subsetSiteFont(): Promise<void> {
  const characters = siteCharacters();
  const key = createHash('sha256').update(characters).update(FEATURES.join()).update(readFileSync(FONT)).digest('hex');
  const keyFile = join(FONT_DIR, 'key');
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return;
  mkdirSync(FONT_DIR, { recursive: true });
  const font = await subsetFont(readFileSync(FONT), characters, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 600 } },
    keepFeatures: FEATURES,
  });
  writeFileSync(join(FONT_DIR, 'book.woff2'), font);
  copyFileSync(LICENCE, join(FONT_DIR, 'LICENSE.txt'));
  writeFileSync(keyFile, key);
}
