/**
 * Cuts Pretendard (SIL Open Font Licence 1.1) down to the characters that content and pages use: one variable woff2.
 * The result is called `Book`, because the licence reserves the name Pretendard, and its licence is published with it.
 */
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import { keepFile, keyOf, versionOf } from '../publish/kept-file.ts';

const FONT = 'node_modules/pretendard/dist/web/variable/woff2/PretendardVariable.woff2';
/** Tabular numerals, kerning and composition; everything else would only add alternate glyphs. */
const FEATURES = ['tnum', 'kern', 'ccmp'];
/** Search vocabulary is never shown, nor what only a maintainer reads on a terminal, nor what the search knows of the language. */
const UNSHOWN = /(?:synonyms|hanja)\.yaml$|^src\/(?:content\/(?!markdown\/)|local\/|integrations\/|search\/(?:index|query|text)\/)/;
/** Where the styles name it, out of Git. */
const FILE = '.cache/book.woff2';

/** Makes the font before styles are read, in a build and while developing. */
export function font(): AstroIntegration {
  return {
    name: 'font',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command === 'build' || command === 'dev') await subsetSiteFont();
      },
    },
  };
}

/** Every character of the sources, ASCII always included. */
function siteCharacters(): string {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  const files = globSync(['content/**/*.{mdx,yaml}', 'src/**/*.{astro,ts}']).filter((file) => !UNSHOWN.test(file.replaceAll('\\', '/')));
  const characters = new Set(ascii);
  for (const file of files) for (const character of readFileSync(file, 'utf8')) characters.add(character);
  return [...characters]
    .filter((character) => character >= ' ')
    .sort()
    .join('');
}

/** Writes the font. Kept between builds: to cut it takes 2.5 s of processor, a fifth of a build of twelve cases. */
export async function subsetSiteFont(): Promise<void> {
  const characters = siteCharacters();
  const source = readFileSync(FONT);
  const options = { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 600 } }, keepFeatures: FEATURES } as const;
  const key = keyOf(characters, source, JSON.stringify(options), versionOf('subset-font'));
  const made = await keepFile('font', key, () => subsetFont(source, characters, options));
  const aside = `${FILE}.${String(process.pid)}`;
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(aside, made);
  renameSync(aside, FILE);
}
