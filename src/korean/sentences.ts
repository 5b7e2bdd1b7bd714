/** Where a sentence ends: behind a Hangul syllable, a closing quote or bracket, never behind the number of a date (2015. 9. 25.). */
const BETWEEN = /(?<=[가-힣)\]’”」』][.?!][)\]’”」』]?)\s+/u;

/** Sentences of a text in their order, white space between them taken off; one where nothing ends a sentence. */
export function splitSentences(text: string): string[] {
  return text.trim().split(BETWEEN);
}
