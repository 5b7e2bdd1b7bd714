/**
 * One form for what means the same: composed syllables, half-width letters, plain symbols.
 * `fold` keeps every UTF-16 offset, so that positions in the folded text are positions in the original.
 */

/** Symbols that stand for a word; the words are what people type. */
const SYMBOL_WORDS: ReadonlyMap<string, string> = new Map([
  ['㈜', '(주)'],
  ['㈔', '(사)'],
  ['㈐', '(마)'],
  ['㎡', 'm2'],
  ['㎢', 'km2'],
  ['㎏', 'kg'],
  ['㎞', 'km'],
  ['％', '%'],
]);

/** Quotation marks and apostrophes of every shape that comes out of a PDF or a keyboard. */
const QUOTES = /[‘’‚‛′´`＇]/g;
const DOUBLE_QUOTES = /[“”„‟″＂]/g;
const DOTS = /[·ㆍ․‧•∙⋅･・\u119e\u0387\u2e31\ua78f]/g;
const DASHES = /[‐‑‒–—―−－]/g;
const TILDES = /[～〜∼]/g;
const SPACES = /[\s\u00a0\u2000-\u200b\u3000\ufeff]/g;

/** 4·19 and 3·1운동 are written with a full stop as often; 1·2차 and 3·4월 are two numbers. */
const DOT_OF_DATE = /(?<=(?<![\d.·])\d{1,2})·(?=\d{2}(?![\d·]|\s?[월일년차층호기])|\d\s?(?:운동|절))/g;
/** 노.사.민.정 */
const STOP_OF_WORD = /(?<=(?<![가-힣])[가-힣])\.(?=[가-힣](?![가-힣]))/g;

/** Same length, same offsets: half-width, lower case, one kind of quote, dot, dash, tilde and space. */
export function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (text[i] ?? '');
    const lower = half.toLowerCase();
    out += lower.length === 1 ? lower : half;
  }
  return out
    .replace(QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DOTS, '·')
    .replace(DASHES, '-')
    .replace(TILDES, '~')
    .replace(SPACES, ' ')
    .replace(DOT_OF_DATE, '.')
    .replace(STOP_OF_WORD, '·');
}

/**
 * What a person typed, made comparable: composed (NFC), symbols written out, folded, control characters and
 * lone surrogates dropped, spaces collapsed. May change the length.
 */
export function normaliseQuery(text: string): string {
  const composed = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\ufffd/g, ' ');
  const written = composed.replace(/[㈜㈔㈐㎡㎢㎏㎞％]/g, (symbol) => SYMBOL_WORDS.get(symbol) ?? symbol);
  return fold(written.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' '))
    .replace(/ +/g, ' ')
    .trim();
}

/** Hanja to their Korean reading, one character each, so that offsets stay. */
export type HanjaReadings = ReadonlyMap<string, string>;

export const HANJA = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;

/** 八公山 → 팔공산. A character without a reading stays. */
export function readHanja(text: string, readings: HanjaReadings): string {
  if (!HANJA.test(text)) return text;
  let out = '';
  for (const character of text) out += readings.get(character) ?? character;
  return out;
}
