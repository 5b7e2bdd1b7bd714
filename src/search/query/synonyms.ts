/**
 * Adds to units what the vocabulary says they may also be called.
 */
import { toJamo, withinOneEdit } from '../../korean/jamo.ts';
import { findStems } from '../../korean/verbs.ts';
import { type Tokeniser, placeTerms } from '../tokenise.ts';
import { type Synonym, type Synonyms, synonymKey } from '../vocabulary.ts';
import type { Reading, Unit } from './unit.ts';
import { isAdverb } from './words.ts';

const SYNONYM_WEIGHT = 0.7;
/** 인턴쉽 and 인턴십 are one word in two spellings. */
const SPELLING_WEIGHT = 0.95;
/** Neighbouring words that may be one term of the vocabulary: 사회적 기업 제품. */
const LONGEST_SPAN = 4;
const SHORTEST_PART = 2;
/** A word this short may be a verb without an ending that shows it: 산 (사다). */
const LONGEST_BARE_STEM = 1;
const SHORTEST_NOMINAL = 3;
/** 지어, 모여서, 바꿔: verbs before another verb. */
const CONNECTIVE = /(?:[아어여해려쳐워와꿔눠겨]|[아어여해려쳐워와꿔눠겨]서|[은을온])$/;

export function addSynonyms(units: readonly Unit[], synonyms: Synonyms, tokeniser: Tokeniser): readonly Unit[] {
  const terms = (text: string): readonly string[] => placeTerms(text, tokeniser).map(({ term }) => term);
  return mergeSpans(units, synonyms, terms).map((unit) => {
    const readings = [...unit.readings];
    for (const reading of synonymReadings(unit, synonyms, terms)) {
      if (!readings.some((other) => other.terms.join(' ') === reading.terms.join(' '))) readings.push(reading);
    }
    return { ...unit, readings };
  });
}

/** Joins neighbours that the vocabulary knows as one word, the longest span first. */
function mergeSpans(units: readonly Unit[], synonyms: Synonyms, terms: (text: string) => readonly string[]): readonly Unit[] {
  const merged: Unit[] = [];
  for (let at = 0; at < units.length;) {
    let size = Math.min(LONGEST_SPAN, units.length - at);
    while (size > 1 && !isKnown(units.slice(at, at + size), synonyms)) size--;
    const span = units.slice(at, at + size);
    const [first] = span;
    if (first) merged.push(size === 1 ? first : joinUnits(span, terms));
    at += Math.max(1, size);
  }
  return merged;
}

/** 낡은 주택을: everything but the last word stands as typed, the last one without its particle. 구가 땅을 is no 구 땅. */
function isKnown(units: readonly Unit[], synonyms: Synonyms): boolean {
  const head = units.slice(0, -1).map(({ whole }) => whole);
  const last = units.at(-1);
  const forms = [last?.text ?? '', last?.whole ?? ''];
  const bare = units.slice(0, -1).map(({ text, whole }) => (APART.test(whole.slice(text.length)) ? whole : text));
  return [head, bare].some((words) => forms.some((form) => synonyms.has(synonymKey([...words, form].join('')))));
}

/** Particles that part a word from the next. */
const APART = /^들?(?:[이가은는을를에도]|에서|에게|으로)$/;

/** One unit that wants all of them side by side, cut word by word or as one word. */
export function joinUnits(units: readonly Unit[], terms: (text: string) => readonly string[]): Unit {
  const text = units.map((unit) => unit.text).join(' ');
  const apart = units.flatMap(({ readings }) => readings[0]?.terms ?? []);
  const together = terms(text.replaceAll(' ', ''));
  const reading = (cut: readonly string[]): Reading => ({ kind: 'exact', text, terms: cut, weight: 1 });
  return {
    text,
    whole: units.map((unit) => unit.whole).join(' '),
    role: 'content',
    verbal: false,
    readings: apart.join(' ') === together.join(' ') ? [reading(apart)] : [reading(apart), reading(together)],
  };
}

function synonymReadings(unit: Unit, synonyms: Synonyms, terms: (text: string) => readonly string[]): readonly Reading[] {
  const whole = keysOf(unit).flatMap((key) => synonyms.get(key) ?? []);
  if (whole.length > 0) return whole.map((synonym) => toReading(synonym, unit.text, synonym.text, terms(synonym.text)));
  // A part of a compound: 탈북민센터 → 북한이탈주민센터.
  const literal = unit.readings[0]?.terms ?? [];
  for (let size = literal.length - 1; size >= 1; size--) {
    const readings: Reading[] = [];
    for (let start = 0; start + size <= literal.length; start++) {
      const part = literal.slice(start, start + size).join('');
      if (part.length < SHORTEST_PART) continue;
      const before = literal.slice(0, start);
      const after = literal.slice(start + size);
      for (const synonym of synonyms.get(synonymKey(part)) ?? []) {
        readings.push(
          toReading(synonym, part, [...before, synonym.text, ...after].join(''), [...before, ...terms(synonym.text), ...after]),
        );
      }
    }
    if (readings.length > 0) return readings;
  }
  return [];
}

/** The word itself and, when it may be a verb, its dictionary forms (뽑은, 물려받기 → 뽑다, 물려받다). */
function keysOf({ text, whole, role, verbal, readings }: Unit): readonly string[] {
  const keys = new Set([synonymKey(text), synonymKey(whole)]);
  const lastTyped = whole.split(' ').at(-1) ?? '';
  const lastBare = text.split(' ').at(-1) ?? '';
  keys.add(synonymKey(whole.slice(0, whole.length - lastTyped.length) + lastBare));
  // 번에 has a particle, so that 번 is no form of 벌다.
  const single = readings[0]?.terms.length === 1 && text.length <= LONGEST_BARE_STEM && whole === text;
  const nominal = whole.length >= SHORTEST_NOMINAL && whole.endsWith('기');
  if (isAdverb(whole)) return [...keys];
  if (role === 'predicate' || verbal || single || nominal || CONNECTIVE.test(whole)) {
    for (const word of [whole, text]) for (const stem of findStems(word)) keys.add(`${stem}다`);
  }
  return [...keys];
}

/** @param asked the word, or the part of one, that the synonym stands for */
function toReading(synonym: Synonym, asked: string, text: string, terms: readonly string[]): Reading {
  const { wide } = synonym;
  const isSpelling = !wide && withinOneEdit(toJamo(asked), toJamo(synonym.text));
  return { kind: 'synonym', text, terms, weight: isSpelling ? SPELLING_WEIGHT : SYNONYM_WEIGHT, ...(wide ? { wide } : {}) };
}
