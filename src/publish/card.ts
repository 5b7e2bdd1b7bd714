/** Link-preview images: 1200 × 630 PNG, set by satori and drawn by resvg, the same bytes every time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import satori, { type SatoriOptions } from 'satori';
import { parse } from 'yaml';
import { clip } from '../korean/typography.ts';
import { keepFile, keyOf, versionOf } from './kept-file.ts';

export interface Card {
  /** `부산광역시 연제구`; the site's name on its own card. */
  place: string;
  title: string;
  /** The number that tells most: `19,698명`, and what it counts. */
  figure?: { value: string; label: string };
  subtitle?: string;
  sector: string;
  /** Where it stands: book and pages. */
  source: string;
  site: string;
}

const WIDTH = 1200;
const HEIGHT = 630;
const FONTS = 'node_modules/pretendard/dist/public/static/alternative';
const HANJA = 'content/vocabulary/hanja.yaml';

/** The card as PNG. Kept between builds: a thousand cards take a minute. */
export async function drawCard(card: Card): Promise<Buffer<ArrayBuffer>> {
  const layout = layOut(card);
  // What is drawn is part of the layout: texts, sizes and colours.
  const key = keyOf(JSON.stringify([WIDTH, HEIGHT, layout]), makers());
  return keepFile('cards', key, async () => {
    const svg = await satori(layout, { width: WIDTH, height: HEIGHT, fonts: readFonts() });
    return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  });
}

let versions: string | undefined;
/** The versions of what draws the cards and of their font. */
function makers(): string {
  versions ??= ['satori', '@resvg/resvg-js', 'pretendard'].map((name) => `${name}@${versionOf(name)}`).join();
  return versions;
}

let fonts: SatoriOptions['fonts'] | undefined;
function readFonts(): SatoriOptions['fonts'] {
  const read = (name: string, weight: 400 | 600) => ({
    name: 'Pretendard',
    weight,
    style: 'normal' as const,
    data: readFileSync(join(FONTS, `Pretendard-${name}.ttf`)),
  });
  fonts ??= [read('Regular', 400), read('SemiBold', 600)];
  return fonts;
}

/** The font has no hanja: those in brackets repeat the word before them and go, others are written as they are read. */
export function spellHanja(text: string, readings: ReadonlyMap<string, string>): string {
  return text
    .replaceAll(/[(（][\p{Script=Han}·, ]+[)）]/gu, '')
    .replaceAll(/\p{Script=Han}/gu, (character) => readings.get(character) ?? character)
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

let readings: Map<string, string> | undefined;
/** Hanja → its reading, from `content/vocabulary/hanja.yaml` (reading: characters). */
function readHanja(): Map<string, string> {
  readings ??= new Map(
    Object.entries(parse(readFileSync(HANJA, 'utf8')) as Record<string, string>).flatMap(([reading, characters]) =>
      [...characters].map((character) => [character, reading] as const),
    ),
  );
  return readings;
}

/** Long titles are set smaller, so that three lines hold them. */
function titleSize(title: string): number {
  return title.length <= 26 ? 68 : title.length <= 44 ? 58 : 48;
}

/** Syllables that three lines of the smallest title hold, and two lines of a subtitle. */
const LONGEST_TITLE = 58;
const LONGEST_SUBTITLE = 50;

/** A line holds this many syllables of the smallest size; longer words may break. satori alone breaks after an opening bracket. */
const LONGEST_WORD = 20;

type Style = Readonly<Record<string, string | number>>;

/** satori takes React's element shape; plain objects do, without React. */
function element(style: Style, children: unknown) {
  return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } };
}

/** Text that breaks between its words only. */
function setWords(text: string, style: Style) {
  return element(
    { flexWrap: 'wrap', columnGap: '0.28em', ...style },
    text.split(' ').map((word) => element(word.length > LONGEST_WORD ? {} : { whiteSpace: 'nowrap' }, word)),
  );
}

function layOut({ place, title, subtitle, figure, sector, source, site }: Card) {
  const shown = clip(spellHanja(title, readHanja()), LONGEST_TITLE);
  const below = subtitle === undefined ? '' : clip(spellHanja(subtitle, readHanja()), LONGEST_SUBTITLE);
  return element(
    {
      flexDirection: 'column',
      justifyContent: 'space-between',
      width: '100%',
      height: '100%',
      boxSizing: 'border-box',
      padding: '64px 72px',
      background: '#fbfaf6',
      color: '#1d1c1a',
      fontFamily: 'Pretendard',
    },
    [
      element({ flexDirection: 'column' }, [
        element({ justifyContent: 'space-between', borderTop: '4px solid #1d1c1a', paddingTop: 24, fontSize: 32 }, [
          element({ color: '#1f4b74', fontWeight: 600 }, place),
          element({ color: '#5b5750' }, sector),
        ]),
        setWords(shown, { marginTop: 48, fontSize: titleSize(shown), fontWeight: 600, lineHeight: 1.35 }),
        ...(below === '' ? [] : [setWords(below, { marginTop: 12, fontSize: 38, fontWeight: 600, lineHeight: 1.4 })]),
      ]),
      ...(figure === undefined
        ? []
        : [
            element({ alignItems: 'baseline', columnGap: 20, fontSize: 30 }, [
              element({ color: '#1f4b74', fontSize: 56, fontWeight: 600, whiteSpace: 'nowrap' }, figure.value),
              setWords(spellHanja(figure.label, readHanja()), { color: '#5b5750', flexShrink: 1, maxHeight: 84, overflow: 'hidden' }),
            ]),
          ]),
      element({ justifyContent: 'space-between', borderTop: '2px solid #dcd8cd', paddingTop: 24, fontSize: 26, color: '#5b5750' }, [
        element({}, spellHanja(source, readHanja())),
        element({ fontWeight: 600, color: '#1d1c1a' }, site),
      ]),
    ],
  );
}
