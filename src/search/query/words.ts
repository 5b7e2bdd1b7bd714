/**
 * Closed lists of Korean words that say nothing about what is looked for.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Question words, requests and placeholders; whole words as typed or without their particle. */
const FILLERS = list(
  '어디 어디서 어디에 어디에서 어디인가 어디인지 어디야 어느 무엇 무엇을 무엇이 무엇인가 뭐 뭐가 뭔가 뭘 누가 누구 누구를 언제 왜 어떻게 어떤 어떠한 무슨 몇 얼마 얼마나 얼마나요 ' +
    '알려줘 알려주세요 알려 알고 싶다 싶어요 싶은 궁금 궁금해요 궁금한 찾아줘 찾아주세요 찾는 찾기 주세요 해주세요 있나 있나요 있는 있는지 있을까 있을까요 있어 있어요 있다 있던 있었던 있었나 없나 없나요 없는 없는지 ' +
    '인가요 일까 하나요 하는 하는지 했나 했나요 했는지 한 할 하고 해서 하면 하여 한다 했다 했던 되는 된 되나 되나요 됐나 될 되어 되면 위한 위해 위하여 통한 통해 대한 대해 관한 관해 관련 관련된 따른 따라 의한 의해 ' +
    '것 거 게 걸 건 곳 데 지 수 등 때 중 및 또는 그리고 그런 이런 저런 그 이 저 좀 더 잘 안 못 정말 혹시 제일 가장 아주 매우 직접 함께 같이 우리 우리나라 내 나 저는 여러 모든 각 또 아니라 아닌 아니고 말고 때문 때문에 사례 사례들 사례를',
);

/** The same in whatever ending: 어디인가요, 있었나요, 알려주세요. */
const FILLER_FORMS = new RegExp(
  '^(?:' +
    '(?:어디|무엇|뭐|누구|언제|얼마)(?:야|죠|예요|인가|인지|이었|였|이에요|일까|입니까)[가-힣]{0,3}' +
    '|(?:있|없|했|됐|되었|하였)(?:었|던)?(?:나|니|나요|는가|는가요|을까|을까요|는지요|어요|습니까|습니다)' +
    '|(?:알려|찾아|말해|보여|소개해|설명해)(?:줘|줘요|줄래|줄래요|주세요|주십시오|주라|달라)' +
    ')$',
);

export function isFiller(word: string): boolean {
  return FILLERS.has(word) || FILLER_FORMS.test(word);
}

/** Said at the end of a few words of what kind a page is wanted: every page is of that kind. */
const CLOSINGS = list('지자체 자치구 지방자치단체 기초자치단체 우수사례 정보 자료 관련');

export function isClosing(word: string): boolean {
  return CLOSINGS.has(word);
}

/** Nouns that only name the kind of thing asked for: 제도 in 월급을 보태주는 제도. */
const GENERIC = list(
  '동네 구 시 군 지역 고장 도시 지자체 자치구 기초자치단체 구청 관청 사업 제도 정책 시책 방안 방법 행사 프로그램 프로젝트 활동 모임 사람 사람들 주민 시민 단체 기관 조직 기업 회사 업체 가게 물건 제품 상품 일 것 말 점 이유 까닭 결과 성과 내용 경우 이야기 소식 장소 공간 자리 지원 운영 추진 설치 도움 비용 수 날 때 해',
);

export function isGeneric(word: string): boolean {
  return GENERIC.has(word);
}

/** Adverbs: how something is done, which a page may put otherwise or leave out. */
const ADVERBS = list(
  '빨리 빠르게 갑자기 많이 많게 적게 크게 새로 새롭게 스스로 자주 가끔 서로 널리 높이 꾸준히 계속 아직 이미 벌써 먼저 나중에 다시 처음 처음으로 마침내 드디어 ' +
    '한번에 번에 한꺼번에 쉽게 어렵게 싸게 저렴하게 무료로 공짜로 직접 대신 모두 다 전부 거의 약 별로 따로 각각 각자 특히 주로 보통 항상 늘 매우 너무 조금 잠깐 오래 곧 바로 당장 함께 같이 혼자 홀로 여럿이 열심히 제대로 손꼽히게',
);

export function isAdverb(word: string): boolean {
  return ADVERBS.has(word);
}

/** Stems too common to be looked for. */
const COMMON_STEMS = list(
  '하 되 있 없 이 아니 같 위하 통하 대하 관하 따르 주 지 보 오 가 나 내 두 놓 버리 싶 말 않 못하 드리 받 시키 당하 만들 나서 밝히 적 들 열 맞 알 찾 쓰 많 크 좋 새롭 다르',
);

export function isCommonStem(stem: string): boolean {
  return COMMON_STEMS.has(stem);
}

/** Stems of the verbs and adjectives of everyday talk: what a question is put with, and a case says in other words. */
const EVERYDAY_STEMS = list(
  '하 되 있 없 주 받 보 오 가 나가 들어가 들어오 다니 다녀오 타 걷 뛰 앉 서 눕 자 먹 마시 굶 입 벗 사 팔 빌리 갚 내 벌 모으 모이 모 나누 돌리 돌아가 돌보 돕 보태 ' +
    '열 닫 차리 꾸미 짓 고치 바꾸 바뀌 옮기 늘리 늘 줄이 줄 키우 크 기르 심 만들 세우 놓 두 달 깔 싣 붙이 떼 버리 줍 치우 막 풀 묶 잡 놓치 찾 찾아오 찾아가 만나 부르 불 말하 묻 듣 읽 쓰 배우 ' +
    '가르치 알 알리 모르 정하 뽑 맡 맡기 이기 지 다투 싸우 시달리 겪 아프 다치 죽 살 태어나 늙 젊 힘들 어렵 쉽 싸 비싸 좋 나쁘 낡 비 차 모자라 남 넘 더하 빼 뭉치 합치 이어받 물려받 넘기 굽 끓이 볶 거두 되팔 ' +
    '그만두 관두 끊기 나타나 없애 견디 즐기 어울리 머무르 떠나 데려오 데려가 데려다주 나르 꺼내 무너지 아끼 힘겹 버려지 남기 쫓겨나 밀려나 찾아내 살펴보 지켜보 챙기 보살피 이끌 뛰어들 멈추 ' +
    '내리 올리 오르 떨어지 망가지 시키 가깝 멀 가볍 무겁 높 낮 넓 좁 길 짧 밝 어둡 덥 춥 뜨겁 차갑 맛있 즐겁 아름답 외롭 고맙 급하 친하 드물 흔하 얻 잃 구하 지키 지나 걸리 끝나 끝내 그리 켜 끄 묵 쌓 쌓이 섞 섞이 뒤섞이 갖추 살피 돌아다니 찾아다니 누비 주고받 물어보 알아보 둘러보 나아지 나빠지 좋아지 커지 작아지 생기 벌이 이루 이루어지 태우 실 보내 받아주 들어주 맺 잇 이어지 덜 겨루 뽐내 흩어지 흩어져 걱정하 기대하 부탁하 의논하 시작하 계속하 유명하 편하 깨끗하 조용하 다르 같',
);

/** Nouns that look like forms of everyday verbs. */
const NO_VERBS = list(
  '가게 나라 사고 보고 비서 사서 차고 신고 산 문 물 일 달 돈 손 발 말 길 글 불 절 술 줄 반 선 본 신 살 날 눈 안 간 연기 자연 열 굴 산물 이웃 살림 모임',
);

/** True when one of the stems that a word may come from is an everyday one. */
export function isEverydayVerb(word: string, stems: readonly string[]): boolean {
  return !NO_VERBS.has(word) && stems.some((stem) => EVERYDAY_STEMS.has(stem));
}

/** What makes another word of a noun without naming another thing: who deals in it, what is of its kind… */
const OF_ITS_KIND = /(?<=..)(?:가게|업체|업자|전문점|[집류용])$/;
/** …and, where a question says more, who does it and how. */
const DERIVED = /(?<=..)(?:가게|업체|업자|전문점|활동|교육|[관가사자인집류용업법원님형성화식])$/;

/** 한복 of 한복집, in a question 소방 of 소방관; none of 쓰레기봉투, which is no kind of 쓰레기. */
export function baseOf(word: string, question: boolean): string | undefined {
  const base = word.replace(question ? DERIVED : OF_ITS_KIND, '');
  return base === word ? undefined : base;
}
