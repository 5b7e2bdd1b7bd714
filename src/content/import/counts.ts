/** Counted and measured numbers of a casebook: 13명, 약 250여 곳, 10~15분 이내, 168㎡, 19.7%, 2만2000명. */
import { fold } from '../../korean/normalise.ts';
import { parseNumeral } from '../../korean/numerals.ts';

/** A count as it stands in a text; offsets are UTF-16. Either `value` or both ends of a range. */
export interface PrintedCount {
  readonly start: number;
  readonly end: number;
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly unit: string;
  readonly qualifier?: '약' | '여' | '이상' | '이하' | '이내' | '미만' | '초과';
}

/** What is counted in one syllable or two; 개 and 개소 take the noun behind them. The longer spelling stands first. */
const COUNTERS = [
  ...[
    '개\\s?(?:기업|단체|기관|업체|사업|분야|학교|학급|강좌|과제|조합|팀|동(?![가-힣])|읍면동|작업장|조직|부스|프로그램|과정|부서|마을|시군구)',
    '개월',
    '개소',
    '개사',
    '개교',
    '개국',
    '개',
  ],
  ...[
    '명',
    '곳',
    '회',
    '건',
    '가구',
    '세대@',
    '학급',
    '시간',
    '업체',
    '기업',
    '단체',
    '학교',
    '품목',
    '주년',
    '필지',
    '그루',
    '켤레',
    '농가',
  ],
  ...['강@', '부@', '대@', '팀', '평@', '쪽', '인@', '일간', '주간', '년간', '점@', '매@'],
  ...['배@', '톤', '위@', '달러', '유로', '분@', '종@', '석@', '권@', '마리', '벌', '살', '통', '상자', '자리', '종목', '과목'],
  ...['㎡', '㎢', '㎥', 'm²', 'm2', '㎏', '㎞', 'km', 'kg', '㏊', 'ha', 'm(?![a-z])', '%p', '%', '퍼센트'],
];
/** A counter of one syllable ends the word, but for what is said of a count. */
const END = '(?=(?:씩|의|가|이|를|을|로|으로|은|는|에|와|과|만|도|당|까지|부터|정도|내외|쯤|이며|임|이고|으로)?(?![가-힣]))';
const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
const SCALED = String.raw`${NUMBER}(?:\s?[천만억](?:\s?\d[\d,]*(?:\s?천)?)?)?`;
const COUNT = new RegExp(
  String.raw`(약\s?|최대\s?|총\s?|매월\s?|월\s?|연\s?|년\s?)?(?<![\d.,:'-])(?:(${NUMBER})\s?~\s?)?(${SCALED})\s?(여)?\s?(${COUNTERS.map((counter) => counter.replace(/@$/, END)).join('|')})(?:\s?(이상|이하|이내|미만|초과))?`,
  'gi',
);
/** No count: 제1회, 제23조, 2분야, '민선6기', 19세 and streets. */
const ORDINAL = /(?:제|민선|지하철|버스|시즌|part)\s?$/i;

/** All counts in order of appearance, outside the stretches that are taken by dates and amounts. */
export function findCounts(text: string, taken: readonly { start: number; end: number }[]): readonly PrintedCount[] {
  // ㎡ and its like stay what they are: fold keeps them.
  const folded = fold(text);
  return [...folded.matchAll(COUNT)].flatMap((match) => {
    const [whole, before = '', low, number = '', more, unit = '', bound] = match;
    const start = match.index + before.length;
    const end = match.index + whole.length;
    if (ORDINAL.test(folded.slice(0, start)) || taken.some((span) => start < span.end && end > span.start)) return [];
    // 9,574천㎡ keeps its unit; 2만2000명 has no other than 명.
    const scaled = /^([\d,]+(?:\.\d+)?)\s?([천만억])$/.exec(number);
    const value = parseNumeral(scaled?.[1] ?? number);
    if (value === undefined || value === 0) return [];
    const min = low === undefined ? undefined : parseNumeral(low);
    const word = (bound ?? more ?? (before.trim() === '약' ? '약' : undefined)) as PrintedCount['qualifier'];
    const amount = min === undefined || min >= value ? { value } : { min, max: value };
    const printed = `${scaled?.[2] ?? ''}${scaled && /^(?:달러|유로)$/.test(unit) ? ' ' : ''}${unit.trim().replace(/\s+/, ' ')}`;
    return [{ start, end, ...amount, unit: printed, ...(word === undefined ? {} : { qualifier: word }) }];
  });
}
