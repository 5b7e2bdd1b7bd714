/**
 * A normalised query → its units: amounts and dates by their value, words by their morphemes without particles.
 */
import { otherCounters, writeCounts } from '../../korean/counts.ts';
import { FINALS, splitSyllable } from '../../korean/jamo.ts';
import { findStems, looksConjugated } from '../../korean/verbs.ts';
import { type Token, type Tokeniser, tokenise } from '../tokenise.ts';
import type { Reading, Unit, UnitRole } from './unit.ts';
import { NOMINAL_ENDING } from '../segment.ts';
import { isAdverb, isEverydayVerb, isFiller } from './words.ts';

/** Corporate forms say nothing: ㈜거마 is 거마. */
const CORPORATE = /\((?:주|사|재|협|유)\)|주식회사|사단법인|재단법인/g;

/** Endings of verbs that nouns with a particle may have as well, and in a question also those that nouns may end in. */
const VERBAL_ENDING = /.(?:는|던)$/;
const VERBAL_ENDING_IN_QUESTION = /.(?:는데|은|게|준|린|한|된|친|운|진|킨|픈|쁜|난|든|인|어|아|여|려|쳐|워|와|고|서|며|면|려고|도록)$/;

/** 집을 is no form of 지다: a noun stands before these. */
const NOUN_PARTICLE = /^(?:[을를로의와과에]|으로|에서|에게)$/;

/** True when a word that is nowhere may be a verb after all; in a question more is forgiven. */
export function mayBeVerb({ verbal, text, whole }: Unit, question: boolean): boolean {
  return verbal || (question && VERBAL_ENDING_IN_QUESTION.test(whole) && !NOUN_PARTICLE.test(whole.slice(text.length)));
}

/** Forms in which a verb stands before another word; particles that look alike (가, 는 after a noun) are told apart by the stem. */
const VERB_FORM = /(?:[는던고서며면게]|도록|려고|다가|[아어여려쳐워와줘해겨러라])$/;

/** From so many units on, a query is a question put in the asker's own words. */
export const QUESTION_UNITS = 4;

/** 네 차례 and 4회 say the same. */
const OTHER_COUNTER_WEIGHT = 0.9;

/** A number alone finds its page only when it is not one of the numbers that every page has. */
const TELLING_NUMBER = 100;
const ROUND_NUMBER = /00$/;

export function readUnits(query: string, tokeniser: Tokeniser): readonly Unit[] {
  const plain = query.replace(CORPORATE, ' ');
  const text = writeCounts(plain.trim() === '' ? query : plain);
  const tokens = tokenise(text, tokeniser);
  const values = valueSpans(tokens);
  const units: { start: number; unit: Unit }[] = values.map((span) => ({
    start: span.start,
    unit: valueUnit(text.slice(span.start, span.end), span.terms),
  }));
  for (const word of groupWords(text, tokens, values)) {
    const unit = wordUnit(word, text);
    if (unit) units.push({ start: word[0]?.start ?? 0, unit });
  }
  const inOrder = units.sort((a, b) => a.start - b.start).map(({ unit }) => unit);
  return inOrder.filter(({ role }) => role !== 'filler').length < QUESTION_UNITS
    ? inOrder
    : inOrder.map((unit, at) => (at < inOrder.length - 1 ? asVerb(unit) : unit));
}

/**
 * In a question, what may be a form of an everyday verb (차린, 불러, 연) is one, unless it closes the question: there stands what is
 * asked for. A single syllable left of a longer word (합 of 합의해서) is no noun either.
 */
function asVerb(unit: Unit): Unit {
  const { whole, text, role } = unit;
  if (role === 'predicate' && isEverydayVerb(whole, findStems(whole))) return { ...unit, everyday: true };
  // A page may count otherwise, or not at all.
  if (role === 'content' && VAGUE_COUNT.test(whole)) return { ...unit, role: 'predicate' };
  if (role !== 'content' || !/^[가-힣]+$/.test(whole) || NOUN_PARTICLE.test(whole.slice(text.length))) return unit;
  const remnant = text.length === 1 && whole.length > 2;
  return remnant || (hasVerbForm(whole) && isEverydayVerb(whole, findStems(whole))) ? { ...unit, role: 'predicate', everyday: true } : unit;
}

/** Ends as a verb does before another word: in an ending, or in the ㄴ or ㄹ of 차린, 다닐. */
function hasVerbForm(word: string): boolean {
  const final = splitSyllable(word.at(-1) ?? '')?.final ?? 0;
  return VERB_FORM.test(word) || FINALS[final] === 'ㄴ' || FINALS[final] === 'ㄹ';
}

const VAGUE_COUNT = /^(?:\d{1,2}|\d+00)\s?[가-힣]/;

interface ValueSpan {
  readonly start: number;
  readonly end: number;
  /** The most precise term of each reading of the value. */
  readonly terms: readonly string[];
}

/** Spans of amounts, dates and Korean numerals; overlapping ones are one value, the longest span first. */
function valueSpans(tokens: readonly Token[]): readonly ValueSpan[] {
  const canonical = tokens
    .filter(({ kind, term }) => kind === 'canonical' && term !== undefined && !term.startsWith('h'))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const spans: ValueSpan[] = [];
  for (const { start, end, term } of canonical) {
    const overlapping = spans.findIndex((span) => start < span.end && end > span.start);
    const span = spans[overlapping];
    if (!span) spans.push({ start, end, terms: [term ?? ''] });
    // Terms of one date run from the day to the year: only the first is what was asked for.
    else if (!/^[dmye]\d/.test(span.terms[0] ?? '') && span.start === start) {
      spans[overlapping] = { ...span, terms: [...span.terms, term ?? ''] };
    }
  }
  return spans;
}

function valueUnit(text: string, terms: readonly string[]): Unit {
  // 5억 may be an amount or a count of anything.
  const measured = terms.some((term) => term.startsWith('q'));
  const all = terms.flatMap((term) => (/^\d/.test(term) && !measured ? [`w${term}`, term] : [term]));
  const ordered = [...new Set(all)].sort((a, b) => Number(/^\d/.test(a)) - Number(/^\d/.test(b)));
  return {
    text: text.trim(),
    whole: text.trim(),
    role: 'content',
    verbal: false,
    readings: ordered.map((term) => ({ kind: 'exact', text: text.trim(), terms: [term], weight: 1 })),
  };
}

/** Tokens between spaces, outside values. */
function groupWords(text: string, tokens: readonly Token[], values: readonly ValueSpan[]): readonly (readonly Token[])[] {
  const words: Token[][] = [];
  let word: Token[] = [];
  let end = 0;
  const close = (): void => {
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const token of tokens) {
    if (values.some((span) => token.start < span.end && token.end > span.start)) {
      close();
      end = token.end;
      continue;
    }
    const separator = token.kind === 'mark' && /[,;/|?!"~]/.test(text[token.start] ?? '');
    if (separator || (token.kind !== 'canonical' && /\s/.test(text.slice(end, token.start)))) close();
    if (!separator) word.push(token);
    end = Math.max(end, token.end);
  }
  close();
  return words;
}

function wordUnit(word: readonly Token[], text: string): Unit | undefined {
  const meaningful = trimPlural(
    word.filter(({ term }) => term !== undefined),
    text,
  );
  const first = meaningful[0];
  const last = meaningful.at(-1);
  const whole = text.slice(word[0]?.start ?? 0, word.at(-1)?.end ?? 0).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  // 와인 is no 와 with 인: a word of particles alone is a word that no lexicon knows.
  if (!first || !last) return STRANGER.test(whole) ? stranger(whole) : undefined;
  if (isMiscut(word, text)) return stranger(whole);
  const core = text.slice(first.start, last.end);
  return {
    text: core,
    whole,
    role: roleOf(whole, core, word),
    verbal: VERBAL_ENDING.test(whole),
    readings: literalReadings(meaningful, core),
  };
}

/**
 * 사과 is no 사 with 과, 심야 no 심 with 야, 소방서 no 소방 with 서, 외국어고 no 외국 with 어고: words that the lexicon does not know, cut at what looks like a particle or
 * an ending. One syllable keeps only particles that leave no doubt, and a noun takes no ending of a verb.
 */
function isMiscut(word: readonly Token[], text: string): boolean {
  return word.some(({ kind, start, end }, at) => {
    const before = word[at - 1];
    const tail = text.slice(start, end);
    if (before?.kind === 'V') return kind === 'J' && word.length === 2 && before.end - before.start === 1 && NO_ENDING.test(tail);
    if (before?.kind !== 'N') return false;
    if (kind === 'E') return before.end - (word[0]?.start ?? 0) <= LONGEST_MISCUT && !NOMINAL_ENDING.test(tail);
    if (kind !== 'J' || word.length > 2) return false;
    return tail === '서' || (before.end - before.start === 1 && !SURE_PARTICLE.test(tail));
  });
}

/** Particles that are no ending of a verb as well: 심야 is no form of 심다. */
const NO_ENDING = /^(?:야|과|와|의|에|로|랑|만|도)$/;
/** 성암국제무역고 has enough before its 고 to be found by. */
const LONGEST_MISCUT = 3;
const SURE_PARTICLE = /^(?:[을를은는이가에의도와로]|에서|에게|으로)$/;

/** A word that is looked for as it stands. */
function stranger(whole: string): Unit {
  return {
    text: whole,
    whole,
    role: isFiller(whole) ? 'filler' : isAdverb(whole) || looksConjugated(whole) ? 'predicate' : 'content',
    verbal: VERBAL_ENDING.test(whole),
    readings: [{ kind: 'exact', text: whole, terms: [whole], weight: 1 }],
  };
}

const STRANGER = /^[가-힣]{2,}$/;

function literalReadings(tokens: readonly Token[], text: string): readonly Reading[] {
  const reading = (kept: readonly Token[], weight: number): Reading => ({
    kind: 'exact',
    text,
    terms: kept.map(({ term }) => term ?? ''),
    weight,
  });
  const readings = [reading(tokens, 1)];
  const plain = tokens.filter(({ kind }) => kind !== 'canonical');
  // Hanja first as written, then by their reading.
  if (plain.length < tokens.length) readings.push(reading(plain, 1));
  const [number, ...rest] = plain;
  if (number?.kind === 'number') {
    const year = /^(?:19|20)\d\d$/.test(number.term ?? '');
    if (rest.length === 0 && year) readings.push({ kind: 'exact', text, terms: [`y${number.term ?? ''}`], weight: 1 });
    readings.push(...countReadings(number, rest, text));
    // 1235개사: the counter may be another one on the page. A round number is as good as any other.
    const value = number.term ?? '';
    const telling = value.includes('p') || (Number(value) >= TELLING_NUMBER && !ROUND_NUMBER.test(value));
    if (rest.length > 0 && telling && rest.every(({ end }) => end - number.end <= 4)) readings.push(reading([number], 0.9));
  }
  return readings;
}

/** 4차례 may be 4회 on a page, and 300명 300여 명 or 300여명. */
function countReadings({ term: number = '' }: Token, rest: readonly Token[], text: string): readonly Reading[] {
  const parts = rest.map(({ term }) => term ?? '');
  const counter = parts.join('');
  const approximate = parts.length === 1 ? [[APPROXIMATELY, counter], [APPROXIMATELY + counter]] : [];
  return [...approximate, ...otherCounters(counter).map((other) => [other])].map((tail) => ({
    kind: 'exact',
    text,
    terms: [number, ...tail],
    weight: OTHER_COUNTER_WEIGHT,
  }));
}

const APPROXIMATELY = '여';

/** 오산 is no 오 with 산: stems of one syllable each, without an ending, are a name. */
function isBareStems(word: readonly Token[]): boolean {
  return word.length > 1 && word.every(({ kind, start, end }) => kind === 'V' && end - start === 1);
}

/** 들 at the end only says that there are several. */
function trimPlural(tokens: readonly Token[], text: string): readonly Token[] {
  const last = tokens.at(-1);
  if (tokens.length > 1 && last && text.slice(last.start, last.end) === '들') return tokens.slice(0, -1);
  return tokens;
}

function roleOf(whole: string, core: string, word: readonly Token[]): UnitRole {
  if (isFiller(whole) || isFiller(core)) return 'filler';
  const kinds = word.map(({ kind }) => kind);
  // 사기 may be buying or fraud: what ends in -기 is taken for a noun.
  const verb = kinds[0] === 'V' && kinds.every((kind) => 'VEJ'.includes(kind)) && !/기$/.test(whole) && !isBareStems(word);
  // 배달하는 asks for 배달 as much as 배달 does.
  const noun = kinds[0] === 'N' && kinds.slice(1).every((kind) => 'NXEJ'.includes(kind));
  if (verb || (looksConjugated(whole) && !noun) || isAdverb(whole)) return 'predicate';
  if (kinds[0] === 'M' && kinds.every((kind) => kind === 'M' || kind === 'J' || kind === 'E')) return 'predicate';
  return 'content';
}
