/**
 * A normalised query → its terms: amounts and dates by their value, words by their morphemes without particles.
 */
import { type Comparison, findComparisons } from '../../korean/comparisons.ts';
import { writeCounts } from '../../korean/counts.ts';
import { withoutLegalForm } from '../../korean/legal-form.ts';
import { looksConjugated } from '../../korean/verbs.ts';
import { RAREST, isListed } from '../text/lexicon.ts';
import { type Token, tokenise } from '../text/tokenise.ts';
import type { Knowledge } from './knowledge.ts';
import { LIMITS } from './parameters.ts';
import type { Query, Term, TermClass } from './term.ts';

/** Words that put a question and name nothing; the only list of words there is. */
const QUESTION = new RegExp(
  '^(?:' +
    '(?:어디|무엇|누구|언제|얼마|몇|뭐|뭔|왜)(?:서|에|에서|을|를|이|가|나|요|야|죠|지|예요|인가|인지|인가요|인지요|이에요|였나|였나요|일까|일까요|입니까)*' +
    '|무슨|어느|어떤|어떻게|뭘|누가|어때|어떻게' +
    // 몇 명이나 되나
    '|(?:되|된|될|됐|됩)(?:나|니|지|까|죠|는가|는지|니까|나요|지요|까요)' +
    '|(?:알려|찾아|말해|보여)(?:줘|줘요|주세요|줄래|달라)|궁금(?:해|해요|한|하다|합니다)' +
    ')$',
);
/** 직영인가, 기업이란: the ending of a question, of which the lexicon may know a noun (認可). */
const ASKING = /^(?:인가|인지|이란|란|일까|라는|이라는)$/;
/** Words and counters of amounts. */
const AMOUNT = /^(?:얼마|몇|금액|예산|실적|비용|보조금|인원|규모|건수|액수|매출|비율)|[명원%]$/;

export function parseQuery(query: string, knowledge: Pick<Knowledge, 'tokeniser' | 'dictionary' | 'lexicon'>): Query {
  // Legal forms say nothing: ㈜거마 is 거마.
  const plain = withoutLegalForm(query);
  const text = writeCounts(plain === '' ? query : plain);
  const tokens = tokenise(text, knowledge.tokeniser);
  const values = [...findComparisons(text).map((comparison) => ({ ...comparison, terms: [], comparison })), ...valueSpans(tokens)];
  const terms: Term[] = [];
  const asking: Term[] = [];
  const words = [...text.matchAll(/[^\s,;/|?!"~]+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  for (const [word, span] of words.entries()) {
    const whole = text.slice(span.start, span.end);
    const list = QUESTION.test(whole) ? asking : terms;
    for (const [at, value] of values.entries()) {
      if (value.start < span.start || value.start >= span.end) continue;
      if (values.slice(0, at).some((other) => value.start < other.end && value.end > other.start)) continue;
      list.push({
        text: text.slice(value.start, value.end).trim(),
        whole,
        word,
        class: 'value',
        literal: value.terms,
        rarity: 1,
        stands: true,
        ...(value.comparison ? { comparison: value.comparison } : {}),
      });
    }
    const own = tokens.filter(({ start, end }) => start >= span.start && end <= span.end);
    const left = own.filter(({ start, end }) => !values.some((value) => start < value.end && end > value.start));
    list.push(...wordTerms(left, { text, whole, word }, knowledge));
  }
  const told = terms.length > 0 ? terms : asking;
  const typed = words.map(({ start, end }) => text.slice(start, end));
  return { text, words: typed, terms: dropRepeated(told).slice(0, LIMITS.terms), asksAmount: typed.some((word) => AMOUNT.test(word)) };
}

interface Word {
  readonly text: string;
  readonly whole: string;
  readonly word: number;
}

function wordTerms(
  tokens: readonly Token[],
  { text, whole, word }: Word,
  knowledge: Pick<Knowledge, 'dictionary' | 'lexicon'>,
): readonly Term[] {
  const meaningful = tokens.filter(({ term, kind }) => term !== undefined && kind !== 'canonical');
  const make = (typed: string, name: TermClass, literal: readonly string[]): Term => {
    const entry = knowledge.dictionary.entries.get(typed);
    const stands = !isListed(typed) || !knowledge.lexicon.complete || knowledge.lexicon.entries.get(typed)?.absent === false;
    return { text: typed, whole, word, class: name, literal, rarity: (0.5 + (entry?.rarity ?? RAREST)) / (RAREST + 1), stands };
  };
  // 와인 is no 와 with 인: a word of particles alone is a word that no lexicon knows.
  if (meaningful.length === 0)
    return tokens.length > 0 && isListed(whole) ? [make(whole, looksConjugated(whole) ? 'verb' : 'unknown', [whole])] : [];
  return meaningful.flatMap(({ start, end, kind, term }, at): readonly Term[] => {
    const typed = text.slice(start, end);
    const last = at > 0 && at === meaningful.length - 1;
    // 들 at the end only says that there are several.
    if (last && (typed === '들' || ASKING.test(typed))) return [];
    const hanja = tokens.find((other) => other.kind === 'canonical' && other.start === start && other.end === end)?.term;
    return [{ ...make(typed, classOf(kind, typed), readingsOf(kind, term ?? typed)), ...(hanja === undefined ? {} : { hanja }) }];
  });
}

function classOf(kind: Token['kind'], text: string): TermClass {
  if (kind === 'number') return 'value';
  if (kind === 'latin') return 'latin';
  if (kind === 'V') return 'verb';
  if (text.length === 1 || kind === 'X' || kind === 'M' || kind === 'F') return 'minor';
  return kind === 'U' ? (looksConjugated(text) ? 'verb' : 'unknown') : 'noun';
}

/** 2015 is a year as well as a number. */
function readingsOf(kind: Token['kind'], term: string): readonly string[] {
  return kind === 'number' && /^(?:19|20)\d\d$/.test(term) ? [term, `y${term}`] : [term];
}

interface ValueSpan {
  readonly start: number;
  readonly end: number;
  readonly comparison?: Comparison;
  /** The most precise term of each reading of the value. */
  readonly terms: readonly string[];
}

/** Spans of amounts, dates and Korean numerals; overlapping ones are one value, the longest span first. */
function valueSpans(tokens: readonly Token[]): readonly ValueSpan[] {
  const canonical = tokens
    .flatMap(({ kind, term, start, end }) =>
      kind === 'canonical' && term !== undefined && !term.startsWith('h') ? [{ term, start, end }] : [],
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const spans: ValueSpan[] = [];
  for (const { start, end, term } of canonical) {
    const overlapping = spans.findIndex((span) => start < span.end && end > span.start);
    const span = spans[overlapping];
    if (!span) spans.push({ start, end, terms: [term] });
    // Terms of one date run from the day to the year: only the first is what was asked for.
    else if (!isDate(span.terms[0] ?? '') && span.start === start) spans[overlapping] = { ...span, terms: [...span.terms, term] };
  }
  return spans.map(({ terms, ...span }) => ({ ...span, terms: [...new Set(terms.flatMap((term) => amountReadings(term, terms)))] }));
}

const isDate = (term: string): boolean => /^[dmye]\d/.test(term);

/** 5억 may be an amount or a count of anything. */
function amountReadings(term: string, all: readonly string[]): readonly string[] {
  return /^\d/.test(term) && !all.some((other) => other.startsWith('q')) ? [term, `w${term}`] : [term];
}

/** A word said twice asks for nothing more. */
function dropRepeated(terms: readonly Term[]): readonly Term[] {
  return terms.filter(({ text }, at) => terms.findIndex((other) => other.text === text) === at);
}
