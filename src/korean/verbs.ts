/**
 * From a conjugated verb or adjective to the stems it may come from, by rule and without a dictionary:
 * 고쳐 · 고친 · 고치는 · 고쳤다 → 고치; 어려운 → 어렵; 만든 → 만들. Several stems are possible; the caller knows which exist.
 */
import { type Syllable, joinSyllable, splitSyllable } from './jamo.ts';

/** Auxiliaries that follow a verb in -아/어: 돌봐 주다, 고쳐 놓다. */
const AUXILIARIES = [
  '주',
  '준',
  '줄',
  '줬',
  '줘',
  '드리',
  '드린',
  '놓',
  '놓은',
  '두',
  '둔',
  '보',
  '본',
  '내',
  '낸',
  '가',
  '간',
  '오',
  '온',
  '지',
  '진',
  '버린',
  '버리',
];

/** Endings that follow a whole syllable, longest first. */
const ENDINGS = [
  '었습니다',
  '았습니다',
  '습니까',
  '습니다',
  '었나요',
  '았나요',
  '는지요',
  '을까요',
  '었던',
  '았던',
  '었다',
  '았다',
  '었고',
  '았고',
  '었는',
  '았는',
  '나요',
  '는가',
  '는지',
  '는데',
  '으면',
  '으로',
  '으며',
  '으니',
  '어서',
  '아서',
  '어요',
  '아요',
  '지만',
  '도록',
  '려고',
  '거나',
  '면서',
  '다가',
  '던',
  '는',
  '은',
  '을',
  '고',
  '게',
  '기',
  '며',
  '면',
  '다',
  '나',
  '니',
  '지',
  '어',
  '아',
  '서',
  '요',
  '자',
  '음',
  '러',
  '려',
].sort((a, b) => b.length - a.length);

const FINAL = { none: 0, n: 4, d: 7, s: 19, l: 8, m: 16, b: 17, ss: 20 } as const;
const MEDIAL = { a: 0, ae: 1, eo: 4, yeo: 6, o: 8, wa: 9, wae: 10, oe: 11, u: 13, wo: 14, eu: 18, i: 20 } as const;
const INITIAL = { r: 5, ng: 11 } as const;

/** Candidate stems, the most literal first. Empty when the word is not Hangul. */
export function findStems(word: string): readonly string[] {
  const stems = new Set<string>();
  const bodies = new Set([word]);
  for (const ending of ENDINGS) {
    if (word.length > ending.length && word.endsWith(ending)) bodies.add(word.slice(0, -ending.length));
  }
  for (const body of [...bodies]) {
    for (const auxiliary of AUXILIARIES) {
      if (body.length > auxiliary.length && body.endsWith(auxiliary)) bodies.add(body.slice(0, -auxiliary.length));
    }
  }
  for (const body of bodies) for (const stem of restore(body)) stems.add(stem);
  // 지어, 지은 → 짓; 걸어, 들은 → 걷, 듣
  const [, vowelStem] = /^(.*)[어아은을었았](?:.?)$/.exec(word) ?? [];
  const last = splitSyllable(vowelStem?.at(-1) ?? '');
  if (vowelStem !== undefined && last && (last.final === FINAL.none || last.final === FINAL.l)) {
    const final = last.final === FINAL.none ? FINAL.s : FINAL.d;
    stems.add(vowelStem.slice(0, -1) + joinSyllable({ ...last, final }));
  }
  return [...stems];
}

/** Undoes what happens at the end of a stem: contraction, -ㄴ/-ㄹ/-ㅆ, dropped ㄹ, ㅂ and 르 irregulars. */
function restore(body: string): readonly string[] {
  const head = body.slice(0, -1);
  const last = splitSyllable(body.at(-1) ?? '');
  if (!last) return [];
  const stems = [body];
  const put = (syllable: Syllable, before = head): void => {
    stems.push(before + joinSyllable(syllable));
  };
  const open: Syllable = { ...last, final: FINAL.none };
  if (last.final === FINAL.n || last.final === FINAL.l || last.final === FINAL.m || last.final === FINAL.b || last.final === FINAL.ss) {
    put(open);
    if (last.final === FINAL.n) put({ ...last, final: FINAL.l });
  }
  const expanded = expandVowel(open);
  if (expanded && (last.final === FINAL.none || last.final === FINAL.ss)) put(expanded);
  if (last.final === FINAL.none) put({ ...last, final: FINAL.l });
  // 어려운, 어려워, 도와 → 어렵, 돕
  const before = splitSyllable(head.at(-1) ?? '');
  if (before?.final === FINAL.none && last.initial === INITIAL.ng) {
    if (last.medial === MEDIAL.u || last.medial === MEDIAL.wo || last.medial === MEDIAL.wa) {
      put({ ...before, final: FINAL.b }, head.slice(0, -1));
    }
  }
  // 골라, 달라 → 고르, 다르
  if (before?.final === FINAL.l && last.initial === INITIAL.r && (last.medial === MEDIAL.a || last.medial === MEDIAL.eo)) {
    stems.push(
      head.slice(0, -1) +
        joinSyllable({ ...before, final: FINAL.none }) +
        joinSyllable({ initial: INITIAL.r, medial: MEDIAL.eu, final: FINAL.none }),
    );
  }
  return stems;
}

/** 쳐 → 치, 눠 → 누, 봐 → 보, 해 → 하, 돼 → 되. */
function expandVowel(syllable: Syllable): Syllable | undefined {
  const medial = new Map<number, number>([
    [MEDIAL.yeo, MEDIAL.i],
    [MEDIAL.wo, MEDIAL.u],
    [MEDIAL.wa, MEDIAL.o],
    [MEDIAL.ae, MEDIAL.a],
    [MEDIAL.wae, MEDIAL.oe],
  ]).get(syllable.medial);
  return medial === undefined ? undefined : { ...syllable, medial };
}

/**
 * Whether a word that no lexicon knows looks like a verb or an adjective rather than a noun with a particle:
 * 챙겨주는, 굶는, 손꼽히게, 나눠준.
 */
export function looksConjugated(word: string): boolean {
  if (
    /(?:[아어여해겨려쳐혀져켜셔워와줘봐눠태나라]|히|리|기|이|우|추)(?:주는|준|줄|주고|주나요|준다|줬다|드리는|놓은|지는|진|는|게|고|서)$/.test(
      word,
    )
  )
    return true;
  return /(?:하는|되는|했던|해서|하게|하고|하기|한다|했다|스러운|로운|다운|시키는|시킨|당한|받는|받은|싶은|키운|없이|습니다|나요|까요|네요|어요|아요|는데|는지|니까|려고|도록|면서|다가)$/.test(
    word,
  );
}
