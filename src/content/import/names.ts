/** Names in a casebook: what stands in quotation marks, organisations and instruments by how their names end. */
import type { Vocabulary } from '../schema/vocabulary.ts';

/** A name as it stands in a text, at a UTF-16 offset. */
export interface FoundName {
  readonly start: number;
  readonly name: string;
  /** Of `content/vocabulary/kinds.yaml`, as its end suggests; a person decides. */
  readonly kind: string;
}

const MARKS: readonly (readonly [string, string])[] = [
  ['「', '」'],
  ['『', '』'],
  ['｢', '｣'],
  ['‘', '’'],
  ['“', '”'],
  ["'", "'"],
  ['"', '"'],
];
const LONGEST_QUOTE = 60;

/** Names between quotation marks, each once, in order of appearance. Shortened years (‘15.9.) are none. */
export function findQuoted(text: string): readonly { start: number; name: string }[] {
  const found = MARKS.flatMap(([open, close]) =>
    [...text.matchAll(new RegExp(`\\${open}([^\\${open}\\${close}]{2,${String(LONGEST_QUOTE)}})\\${close}`, 'g'))].map((match) => ({
      start: match.index + 1,
      name: (match[1] ?? '').replaceAll(/\s+/g, ' ').trim(),
    })),
  ).filter(({ name }) => /[가-힣A-Za-z]{2}/.test(name) && !/^\d{2}\s?[.년]/.test(name) && !/^[\s,.)]/.test(name));
  return found.filter(({ name }, at) => found.findIndex((other) => other.name === name) === at).sort((a, b) => a.start - b.start);
}

/** By their ends; the first that fits counts. Alone, none of the ends is a name. */
const ORGANISATIONS: readonly (readonly [string, RegExp])[] = [
  [
    '중앙행정기관',
    /^(?:행정자치|행정안전|고용노동|보건복지|기획재정|농림축산식품|중소벤처기업|산업통상자원|국토교통|교육|문화체육관광|여성가족|환경|통일|법무|해양수산|미래창조과학|과학기술정보통신)부$|(?:중소기업|산림|농촌진흥|문화재|관세|조달|특허|국세)청$/,
  ],
  [
    '교육기관',
    /(?:대학교|대학|초등학교|중학교|고등학교|학교|여고|여상|여대|교대|공고|외고|산고|무역고|정보고|과학고|교육청|교육지원청|유치원)$|^(?!최|기|당|애|년|월|연)[가-힣]{2,3}초$/,
  ],
  ['복지기관', /(?:시니어클럽|복지관|복지센터|돌봄센터|요양원|어린이집|경로당)$/],
  ['의료기관', /(?:병원|(?<!국회|시|구|군)의원|보건소)$/],
  ['협동조합', /협동조합$/],
  ['자활기업', /자활(?:센터|기업)$/],
  ['시민단체', /(?:재단|재단법인|사단법인|노동조합|노총|시민연대|시민회의|YMCA|YWCA|NGO)$/],
  ['경제단체', /(?:상공회의소|경제인연합회|상인회|번영회|중앙회|경영자총협회|협회)$/],
  ['협의체', /(?:협의회|협의체|위원회|추진단|협의기구|연합회|네트워크|자문단|기획단|연구회|포럼)$/],
  ['중간지원조직', /(?:센터|연구소|지원단|지원기관|(?:인력|일자리)은행)$/],
  ['공공기관', /(?:공사|공단|진흥원|연구원|개발원|관리공단)$/],
  ['금융기관', /(?:은행|금고|신협|농협)$/],
  ['지방의회', /(?:구|시|군|도)의회$/],
  ['매체', /(?:신문|일보|방송|저널|타임즈|뉴스|소식지|구보|시보)$|^(?:KBS|MBC|SBS|CJ|TBS|OBS|YTN)$/],
  [
    '행정부서',
    /(?:지원|정책|경제|복지|교육|문화|행정|기획|총무|도시|환경|건설|청년|창조|일자리|자치)[가-힣]{0,4}(?:팀|담당관)$|^[가-힣]{2,}(?:지원|정책|경제|복지|교육|문화|행정|기획|총무|도시|환경|건설|청년|일자리|자치)과$|[가-힣\d]동\s?주민센터$/,
  ],
  ['지방자치단체', /(?:특별시|광역시|특별자치시|특별자치도|[가-힣]{2,3}(?:시|군|구)청)$/],
  ['주민조직', /(?:봉사단|주민회|부녀회|청년회|자치회|입주자대표회의|서포터즈단?|동아리|공동체)$/],
  ['마을기업', /(?:영농조합법인|조합법인|마을기업)$/],
  ['기업', /^(?:㈜|\(주\)|주식회사).+|.+(?:㈜|\(주\))$|(?:백화점|마트|아울렛|주식회사|인더스트리|푸드|건설)$/],
];
/** Words that say what kind of thing it is and whose, not which. */
const COMMON =
  /^(?:(?:예비|신규|일반|우수|최우수|관내|지역|지역내|마을|학교|주민|민간|민관|통합|지원|공동|상호|조직간?|참여|기타|해당|각종|전체|전국|최초|중간|건축|돌봄|주거|사회|사회적경제|사회적|기업|조직|단체|안내|소개|내용|대상|사례|연합체|씨앗|확산|지속|형성|구성|운영|설립|동|구|시|군|읍면동|혁신|도시재생|글로벌|온라인|오프라인|공모|시범|청소년|청년|어르신|노인|여성|시니어|관련공약|먹을거리|친환경|최근|향후|기존|활성화|다양화|확장|협업|창업|연계|추진|공유|자원봉사|현장|기반|거점|허브|지원기관|인큐베이팅|사회적기업|마을기업|자활기업|협동조합|사회적협동조합|(?:초|중|고|초등|중|고등|중고등|대)학교)\s?)*(?:협동조합|협의회|협의체|위원회|추진단|네트워크|센터|연구소|대학|대학교|학교|교육청|병원|의원|복지관|재단|공사|공단|신문|방송|협회|포럼|은행|금고|공동체|동아리|자문단|지원단|기획단|연구회|서포터즈단?|뉴스|일보|주민센터|자치센터|주민자치센터|지원기관|마을기업|사회적기업|자활기업|영농조합법인|조합법인|경로당|어린이집|로컬푸드|연합회|소식지|시민단체|비영리단체|NGO|자문위원회)$/;
/** Of common words alone, and yet a name. */
const NAMED = /^(?:사회적기업|협동조합|마을기업|자활기업|사회적경제)(?:\s?(?:협의회|협의체|위원회|연합회)|지원센터|네트워크)$/;
const isCommon = (name: string): boolean => COMMON.test(name) && !NAMED.test(name);
/** Ends that stand apart from the words that name them. */
const APART =
  /^(?:사회적협동조합|협동조합|협의회|협의체|위원회|추진단|네트워크|센터|지원센터|통합지원센터|연합회|청년회|부녀회|자치회|기획단|서포터즈단?|교육청|교육지원청)$/;
const PLACE =
  /^(?:[가-힣]{1,4}(?:구|시|군|도|동)|[가-힣]{2}(?:광역|특별)시|서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|한국|전국)$/;
/** What joins a name to the words around it and is none of it. */
const PARTICLE =
  /(?<=[가-힣A-Za-z0-9)])(?:에서는|에서|에게|으로|로부터|에는|에도|과의|와의|간의|까지|부터|이라는|라는|은|는|이|가|을|를|의|에|와|과|로|등|내|간)$/;
const JOINER =
  /^(?:민|관|학|및|등|또는|그리고|위한|통한|관한|대한|관련|따른|있는|하는|되는|함께하는|찾아가는|함께|더불어|약|총|각|내|외|간|주관|주최|통해|위해|의|\d.*)$|(?:은|는|을|를|의|에|와|과|하고|하여|되어|하는|되는|한|된|할|로|고|며|가|던|인|적|서)$/;
const WORD = /[가-힣A-Za-z0-9㈜&+]+(?:\(주\))?|\(주\)[가-힣A-Za-z0-9]+/g;

interface Word {
  start: number;
  text: string;
  /** Only one space stands between it and the word before. */
  joined: boolean;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = -1;
  for (const match of text.matchAll(WORD)) {
    words.push({ start: match.index, text: match[0], joined: end >= 0 && /^\s+$/.test(text.slice(end, match.index)) });
    end = match.index + match[0].length;
  }
  return words;
}

function kindOf(word: string): { name: string; kind: string } | undefined {
  for (const name of [word, word.replace(PARTICLE, ''), word.replace(/(?<=과)장$/, '')]) {
    const kind = ORGANISATIONS.find(([, pattern]) => pattern.test(name))?.[0];
    if (kind !== undefined) return { name, kind };
  }
  return undefined;
}

/** Organisations by the ends of their names; words before are taken in where the end alone is no name or a place stands before it. */
export function findOrganisations(text: string, { kinds, places }: Pick<Vocabulary, 'kinds' | 'places'>): readonly FoundName[] {
  const known = new Set(kinds.organisation.map(({ name }) => name));
  const municipalities = new Set(places.flatMap((place) => [place.name, ...place.municipalities.map(({ name }) => name)]));
  const words = wordsOf(text);
  return words.flatMap((word, index) => {
    const bare = word.text.replace(PARTICLE, '');
    if (municipalities.has(bare) && words[index + 1]?.joined !== true) return [{ start: word.start, name: bare, kind: '지방자치단체' }];
    const found = kindOf(word.text);
    if (found === undefined || !known.has(found.kind)) return [];
    let from = index;
    let { name } = found;
    while (from > 0 && index - from < 3 && words[from]?.joined === true) {
      const before = words[from - 1]?.text ?? '';
      if (JOINER.test(before) || !(PLACE.test(before) || (APART.test(found.name) && isCommon(name)))) break;
      from -= 1;
      name = `${before} ${name}`;
      if (PLACE.test(before)) break;
    }
    return isCommon(name) || name.length < 3 || /^\d/.test(name)
      ? []
      : [{ start: words[from]?.start ?? word.start, name, kind: found.kind }];
  });
}

/** Fields of a list whose value is an organisation by itself. */
const ORGANISATION_KEY =
  /^(?:공동체|공동체명|기업명|단체명|업체명|마을기업명|협약기관|협력기관|참여기관|운영기관|수행기관|수탁기관|위탁기관|주관기관|주최|주관|주최\/주관|후원|운영주체|추진주체|사업주체|시행주체|수행주체|협약대상|협약체결|시행기관|시행사|사업시행자)$/;

/** Organisations in the value of a field such as `협약기관 : …`; their kind is `undefined` where their names do not say it. */
export function readOrganisations(key: string, value: string): readonly { name: string; kind: string | undefined }[] {
  if (!ORGANISATION_KEY.test(key.replaceAll(/\s/g, ''))) return [];
  return value
    .replaceAll(/\([^()]*\)/g, ' ')
    .split(/[,/·‧․]|\s및\s|\s\+\s|\s-\s/)
    .map((part) =>
      part
        .replaceAll(/\s+/g, ' ')
        .replace(/\s(?:등|외)\s?.*$/, '')
        .trim(),
    )
    .filter((name) => name.length >= 2 && name.length <= 25 && /[가-힣A-Za-z]/.test(name) && !isCommon(name) && !/\d+(?:개|명)/.test(name))
    .map((name) => ({ name, kind: kindOf(name.split(' ').at(-1) ?? name)?.kind }));
}

const INSTRUMENTS: readonly (readonly [string, RegExp])[] = [
  ['조례', /조례$/],
  ['규칙', /(?:시행규칙|규정|지침|훈령)$/],
  ['법률', /(?<!방|비|불|기|문|용|공|해|수|요|화)법(?:률)?(?:\s?제\s?\d+조(?:의\d+)?)?$/],
  ['협약', /(?:협약|협약서|MOU)$/],
  ['계획', /(?:기본|종합|발전|추진|활성화|중장기|육성|실행)\s?계획(?:\(.{1,6}\))?$/],
  ['제도', /(?:공시제|할당제|인증제|제도|시스템|생활임금|바우처|의무제)$/],
  ['인증', /(?:기업|조합|경영|품질)\s?(?:인증|지정)$/],
  [
    '사업',
    /(?:공모\s?사업|지원\s?사업|육성\s?사업|특화\s?사업|조성\s?사업|개발\s?사업|활성화\s?사업|재생\s?사업|특구\s?사업|프로젝트|공모전|아카데미|캠페인|펀딩|밸리|클러스터|사업)$/,
  ],
];
const ENDS =
  /(?:조례|시행규칙|법률?(?:\s?제\s?\d+조(?:의\d+)?)?|협약|기본계획|종합계획|발전계획|활성화계획|중장기계획|공시제|할당제|프로젝트|공모\s?사업|지원\s?사업|육성\s?사업|특화\s?사업|특구\s?사업|(?:만들기|살리기|가꾸기|활성화|조성|밸리)\s사업|아카데미|공모전|펀딩\s?대회)(?=[은는이가을를의에와과로]?(?:[\s,.)(/:‘“』」]|$))/g;
const SHORTEST = 5;

/** The kind of instrument that a name calls itself; `undefined` when it is none. */
export function instrumentKind(name: string): string | undefined {
  return INSTRUMENTS.find(([, pattern]) => pattern.test(name.trim()))?.[0];
}

/** Instruments: quoted names that end like one, and runs of words up to such an end. */
export function findInstruments(text: string, { kinds }: Pick<Vocabulary, 'kinds'>): readonly FoundName[] {
  const known = new Set(kinds.instrument.map(({ name }) => name));
  const quoted = findQuoted(text).flatMap(({ start, name }) => {
    const kind = instrumentKind(name);
    return kind === undefined ? [] : [{ start, name, kind }];
  });
  const plain = [...text.matchAll(ENDS)].flatMap((match) => {
    const end = match.index + match[0].length;
    const found = runBefore(text, match.index, end);
    const kind = found && instrumentKind(found.name);
    return found === undefined || kind === undefined ? [] : [{ ...found, kind }];
  });
  const inQuotes = (start: number): boolean => quoted.some((name) => start >= name.start - 1 && start <= name.start + name.name.length);
  return [...quoted, ...plain.filter(({ start, name }) => !inQuotes(start) && !inQuotes(start + name.length - 1))].filter(({ kind }) =>
    known.has(kind),
  );
}

/** The words that belong to an end: back to a sign, a particle or a joining word; 에 관한 and 및 may stand within an ordinance. */
function runBefore(text: string, at: number, end: number): { start: number; name: string } | undefined {
  const before = text.slice(Math.max(0, at - 50), at);
  const run = /[가-힣A-Za-z0-9\s·․‧&~洞]*$/.exec(before)?.[0] ?? '';
  const ordinance = /조례|규칙/.test(text.slice(at, end));
  const law = /법/.test(text.slice(at, end)) && !/관한\s*$/.test(before);
  const words = run.split(/(?<=\s)/);
  let from = words.length;
  while (from > 0) {
    const word = (words[from - 1] ?? '').trim();
    const stops = ordinance ? /^(?:위한|관련|통한|등|또는)$|(?:은|는|을|를|하고|하여|며)$/.test(word) : JOINER.test(word);
    if (from < words.length && word !== '' && (stops || law)) break;
    if (from === words.length && /\s$/.test(run) && word !== '' && stops) break;
    from -= 1;
  }
  const kept = words.slice(from).join('');
  const start = at - kept.length + (kept.length - kept.trimStart().length);
  const name = text
    .slice(start, end)
    .replaceAll(/\s+/g, ' ')
    .replace(/(법률?)\s?제/, '$1 제')
    .trim();
  const content = name.replace(/^(?:관련|해당|동|각종)\s/, '');
  return content.replaceAll(/\s/g, '').length < SHORTEST ? undefined : { start, name: content };
}
