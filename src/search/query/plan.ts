/**
 * What to make of a query: from the text typed to ranked pages, and what was understood on the way.
 */
import { normaliseQuery, readHanja } from '../../korean/normalise.ts';
import type { Dictionary, Lexicon } from '../lexicon.ts';
import type { Standing } from '../page.ts';
import type { TermIndex } from '../runtime/postings.ts';
import { type Tokeniser, placeTerms } from '../tokenise.ts';
import type { Synonyms } from '../vocabulary.ts';
import { type LoadInitials, findByInitials, initialsOf } from './initials.ts';
import { otherLayout } from './layout.ts';
import { type RankedPage, rank } from './rank.ts';
import { type Prominence, type Retriever, type UnitMatch, createInflections, createWholes, retrieve, retrieveLoose } from './retrieve.ts';
import { addSynonyms } from './synonyms.ts';
import { type FindCorrections, createCorrector } from './typo.ts';
import type { Reading, Unit } from './unit.ts';
import { QUESTION_UNITS, mayBeVerb, readUnits } from './units.ts';
import { baseOf, isClosing } from './words.ts';

/** Everything a plan needs of a site. */
export interface Knowledge {
  readonly index: TermIndex;
  readonly lexicon: Lexicon;
  /** The lexicon, and what the vocabulary adds to it. */
  readonly dictionary: Dictionary;
  readonly tokeniser: Tokeniser;
  readonly synonyms: Synonyms;
  /** Brings what the vocabulary holds of a text; to be called before the text is cut. */
  readonly prepare: (text: string) => Promise<void>;
  readonly loadInitials: LoadInitials;
  readonly pageCount: number;
  /** What the place is within its page. */
  readonly standing: (page: string, position: number) => Standing;
}

/** A change that was made to the query, to be told to the reader with a way back. */
export interface Note {
  readonly kind: 'keyboard' | 'initials' | 'typo' | 'synonym';
  /** What was typed. */
  readonly from: string;
  /** What was looked for instead (keyboard, initials, typo) or as well (synonym). */
  readonly to: readonly string[];
}

export interface Outcome {
  readonly notes: readonly Note[];
  readonly units: readonly Unit[];
  readonly pages: readonly RankedPage[];
}

export interface PlanOptions {
  /** Take the query as it stands: no keyboard, no correction, no synonyms. */
  readonly literal?: boolean;
}

export type Plan = (query: string, options?: PlanOptions) => Promise<Outcome>;

const LONGEST_QUERY = 200;
const MOST_UNITS = 16;
const MOST_INITIALS = 3;
/** Queries of up to this many words may be one word typed with spaces. */
const MOST_JOINED = 5;
/** A word of two syllables is corrected only where it stands right beside another word of the query. */
const SUPPORT_REACH = 1;
const SURE_LENGTH = 3;
const SURE_LENGTH_IN_QUESTION = 4;
const TYPO_WEIGHT = 0.9;
/** With more words than this, what one short word may have been meant for is anyone's guess. */
const MOST_SUPPORTED = 3;
/** The first positions hold title and summary: what stands there is what the page is about. */
const LEAD = 80;
const LEAD_PROMINENCE = 3;
const ASIDE_PROMINENCE = 0.3;
/** Events, figures and organisations say again what the text says. */
const REPEATED_PROMINENCE = 0.9;

export function createPlan(knowledge: Knowledge): Plan {
  const { index, lexicon, dictionary, tokeniser, synonyms, prepare, pageCount, standing } = knowledge;
  const prominence: Prominence = (page, position) => {
    if (position < LEAD) return LEAD_PROMINENCE;
    const kind = standing(page, position);
    return kind === 'aside' ? ASIDE_PROMINENCE : kind === 'repeated' ? REPEATED_PROMINENCE : 1;
  };
  const retriever: Retriever = { index, prominence, inflections: createInflections(lexicon), wholes: createWholes(lexicon) };
  const correct = createCorrector(lexicon, tokeniser.segment);

  const run = async (query: string, literal: boolean): Promise<Outcome> => {
    await prepare(readHanja(query, tokeniser.readings));
    const read = dropRepeated(dropFillers(readUnits(query, tokeniser))).slice(0, MOST_UNITS);
    const units = literal ? read : addSynonyms(read, synonyms, tokeniser);
    const joining = joinWords(query, units, tokeniser, retriever);
    // Awaited below, where a failure is told.
    joining.catch(() => undefined);
    let matches = await Promise.all(units.map((unit) => retrieve(unit, retriever)));
    matches = await Promise.all(matches.map((match) => retrieveNumbered(match, tokeniser, retriever)));
    if (!literal) matches = await correctUnits(matches, correct, retriever);
    matches = await Promise.all(matches.map(async (match) => (match.pages.size > 0 ? match : retrieveLoose(match.unit, retriever))));
    const question = matches.length >= QUESTION_UNITS;
    matches = await Promise.all(matches.map((match) => retrieveBase(match, question, dictionary, retriever)));
    const joined = await joining;
    matches = mergeJoined(matches, joined);
    const pages = rank(
      matches.map((match) => softenUnfound(match, question)),
      pageCount,
      new Set(joined?.pages.keys()),
    );
    return { units, pages, notes: literal ? [] : describe(matches, pages) };
  };

  return async (typed, { literal = false } = {}) => {
    const raw = typed.slice(0, LONGEST_QUERY);
    const query = normaliseQuery(raw);
    if (!/[\p{L}\p{N}]/u.test(query)) return { notes: [], units: [], pages: [] };
    if (literal) return run(query, true);

    const letters = initialsOf(query);
    if (letters !== undefined) return runInitials(query, letters, knowledge, retriever);

    const other = otherLayout(raw.trim());
    if (other !== undefined) {
      const asTyped = await run(query, true);
      if (asTyped.pages.length > 0) return asTyped;
      const switched = await run(normaliseQuery(other), false);
      if (switched.pages.length === 0) return { ...switched, notes: [] };
      return { ...switched, notes: [{ kind: 'keyboard', from: query, to: [normaliseQuery(other)] }, ...switched.notes] };
    }
    return run(query, false);
  };
}

/** What a plan may cut of a query, known from the query alone: itself, and what the same keys give in the other language. */
export function textsOf(typed: string): readonly string[] {
  const raw = typed.slice(0, LONGEST_QUERY);
  const query = normaliseQuery(raw);
  if (initialsOf(query) !== undefined) return [];
  const other = otherLayout(raw.trim());
  return other === undefined ? [query] : [query, normaliseQuery(other)];
}

async function runInitials(
  query: string,
  letters: string,
  { loadInitials, prepare, tokeniser, pageCount }: Knowledge,
  retriever: Retriever,
): Promise<Outcome> {
  const words = (await findByInitials(letters, loadInitials)).slice(0, MOST_INITIALS);
  if (words.length === 0) return { notes: [], units: [], pages: [] };
  await Promise.all(words.map(prepare));
  const readings: Reading[] = words.map((word) => ({
    kind: 'synonym',
    text: word,
    terms: placeTerms(word, tokeniser).map(({ term }) => term),
    weight: 1,
  }));
  const unit: Unit = { text: query, whole: query, role: 'content', verbal: false, readings };
  const match = await retrieve(unit, retriever);
  return { notes: [{ kind: 'initials', from: query, to: words }], units: [unit], pages: rank([match], pageCount) };
}

/** A word said twice asks for nothing more. */
function dropRepeated(units: readonly Unit[]): readonly Unit[] {
  return units.filter(({ text }, at) => units.findIndex((other) => other.text === text) === at);
}

/** Question words count only when nothing else is left. */
function dropFillers(units: readonly Unit[]): readonly Unit[] {
  const says = ({ role, text }: Unit, at: number): boolean => role !== 'filler' && !(at > 0 && at === units.length - 1 && isClosing(text));
  const telling = units.flatMap((unit, at) => {
    const next = units[at + 1];
    return says(unit, at) ? [next && !says(next, at + 1) ? { ...unit, apart: true } : unit] : [];
  });
  return telling.length > 0 ? telling : units.map((unit) => ({ ...unit, role: 'content' }));
}

/** Words that are nowhere, one jamo changed; a short one only where it stands beside another word of the query. */
async function correctUnits(matches: readonly UnitMatch[], correct: FindCorrections, retriever: Retriever): Promise<UnitMatch[]> {
  return Promise.all(
    matches.map(async (match, at) => {
      if (match.pages.size > 0 || match.unit.role !== 'content') return match;
      const text = match.unit.text.replace(/\s/g, '');
      const others = matches.filter((other, index) => index !== at && other.pages.size > 0);
      for (const { text: corrected, terms } of correct(text)) {
        const reading: Reading = { kind: 'typo', text: corrected, terms, weight: TYPO_WEIGHT };
        const found = await retrieve({ ...match.unit, readings: [reading] }, retriever);
        if (found.pages.size === 0) continue;
        const supported = matches.length <= MOST_SUPPORTED && others.some((other) => standNear(found, other));
        const sure = text.length >= (matches.length >= QUESTION_UNITS ? SURE_LENGTH_IN_QUESTION : SURE_LENGTH);
        if (sure || supported) {
          return { ...found, unit: { ...match.unit, role: 'content' as const } };
        }
      }
      return match;
    }),
  );
}

/** 화정동, of which the pages name only parts: 화정1동, 화정2동. Quarters are parted by number where many people live. */
async function retrieveNumbered(match: UnitMatch, tokeniser: Tokeniser, retriever: Retriever): Promise<UnitMatch> {
  const [, quarter] = /^([가-힣]{2,})동$/.exec(match.unit.text) ?? [];
  if (match.pages.size > 0 || quarter === undefined) return match;
  const readings = Array.from({ length: MOST_PARTS }, (_, index): Reading => {
    const text = `${quarter}${String(index + 1)}동`;
    return { kind: 'synonym', text, terms: placeTerms(text, tokeniser).map(({ term }) => term), weight: PART_OF_QUARTER_WEIGHT };
  });
  const found = await retrieve({ ...match.unit, readings }, retriever);
  return found.pages.size > 0 ? { ...found, unit: match.unit } : match;
}

const MOST_PARTS = 9;
const PART_OF_QUARTER_WEIGHT = 0.9;

/** 침구류 that is nowhere is looked for as 침구, in a question 소방관 as 소방; but 쓰레기봉투 is another thing than 쓰레기. */
async function retrieveBase(match: UnitMatch, question: boolean, dictionary: Dictionary, retriever: Retriever): Promise<UnitMatch> {
  const { text, role } = match.unit;
  if (match.pages.size > 0 || role !== 'content' || !/^[가-힣]+$/.test(text)) return match;
  const base = baseOf(text, question);
  if (base === undefined || dictionary.entries.get(base)?.classes[0] !== 'N') return match;
  const reading: Reading = { kind: 'synonym', text: base, terms: [base], weight: BASE_WEIGHT };
  const found = await retrieve({ ...match.unit, readings: [reading] }, retriever);
  return found.pages.size > 0 ? { ...found, unit: match.unit } : match;
}

const BASE_WEIGHT = 0.5;

/** True where the first stands right beside the second as it was typed. */
function standNear(a: UnitMatch, b: UnitMatch): boolean {
  for (const [page, occurrences] of a.pages) {
    const others = b.pages.get(page) ?? [];
    const beside = occurrences.some(({ position, length }) =>
      others.some(
        (other) =>
          // A synonym is no witness: 마을시장 does not make 시장 of 동네 이장.
          other.kind === 'exact' &&
          other.position - (position + length) < SUPPORT_REACH &&
          position - (other.position + other.length) < SUPPORT_REACH,
      ),
    );
    if (beside) return true;
  }
  return false;
}

/** A word in -는 or -던 that is nowhere is more likely a verb than a thing that is missing. */
function softenUnfound(match: UnitMatch, question: boolean): UnitMatch {
  if (match.pages.size > 0 || !mayBeVerb(match.unit, question)) return match;
  return { ...match, unit: { ...match.unit, role: 'predicate' } };
}

/** 마을 관리 소: the words as one, cut as one. As typed (숍 인 숍), or without what says nothing (마을 관리 소 사례). */
async function joinWords(
  query: string,
  units: readonly Unit[],
  tokeniser: Tokeniser,
  retriever: Retriever,
): Promise<UnitMatch | undefined> {
  const typed = query.split(/\s+/);
  const telling = units.map(({ whole }) => whole.replace(/\s/g, ''));
  const found = await retrieveJoined(typed, units, tokeniser, retriever);
  return found ?? (typed.join(' ') === telling.join(' ') ? undefined : retrieveJoined(telling, units, tokeniser, retriever));
}

async function retrieveJoined(
  words: readonly string[],
  units: readonly Unit[],
  tokeniser: Tokeniser,
  retriever: Retriever,
): Promise<UnitMatch | undefined> {
  if (words.length > MOST_JOINED || words.join('') === words[0] || !words.every((word) => /^[가-힣]+$/.test(word))) return undefined;
  const [unit, ...rest] = readUnits(words.join(''), tokeniser);
  const [reading] = unit?.readings ?? [];
  // Cut as one, nothing may get lost: 유기농와인 is no 유기농 with particles.
  const bare = units.map(({ text }) => text.replace(/\s/g, '')).join('');
  if (!unit || !reading || rest.length > 0 || reading.terms.join('').length < bare.length) return undefined;
  const match = await retrieve({ ...unit, role: 'content', readings: [reading] }, retriever);
  return match.pages.size > 0 && match.found.every(({ weight }) => weight === 1) ? match : undefined;
}

/** Where the words stand as one, each of them stands. */
function mergeJoined(matches: UnitMatch[], joined: UnitMatch | undefined): UnitMatch[] {
  if (!joined) return matches;
  return matches.map((match) => {
    const pages = new Map(match.pages);
    for (const [page, occurrences] of joined.pages) {
      const own = pages.get(page) ?? [];
      const added = occurrences.filter(({ position }) => !own.some((other) => other.position === position));
      pages.set(
        page,
        [...own, ...added].sort((a, b) => a.position - b.position),
      );
    }
    return { ...match, pages };
  });
}

function describe(matches: readonly UnitMatch[], pages: readonly RankedPage[]): readonly Note[] {
  if (pages.length === 0) return [];
  return matches.flatMap(({ unit, found }): Note[] => {
    const typo = found.filter(({ kind }) => kind === 'typo').map(({ text }) => text);
    const synonym = found.filter(({ kind }) => kind === 'synonym').map(({ text }) => text);
    return [
      ...(typo.length > 0 ? [{ kind: 'typo' as const, from: unit.text, to: typo }] : []),
      ...(synonym.length > 0 ? [{ kind: 'synonym' as const, from: unit.text, to: [...new Set(synonym)] }] : []),
    ];
  });
}
