/**
 * A case of a casebook that was never printed, as a PDF extractor would give it: its own bullets, wrapped lines, shadows of letters, a flattened
 * table, a running page number at the foot of each page. No line of a real book stands here.
 */
import { readVocabulary, type Vocabulary } from '../../../src/content/schema/vocabulary.ts';

const real = readVocabulary('content');

/** The vocabulary of the site with a city and a book of its own. */
export const vocabulary: Vocabulary = {
  ...real,
  places: [
    ...real.places,
    { id: 'gaon', name: '가온도', today: '가온도', short: '가온', municipalities: [{ id: 'narae', name: '나래시', today: '나래시' }] },
  ],
  casebooks: [
    ...real.casebooks,
    { id: 'made-up', title: '지어낸 사례집', part: '2분야 시', sector: ['도시재생'], tier: ['시'], asOf: '2019', pages: '10-30' },
  ],
};

export const text = `지어낸 사례집
지 자 체 명 가온도 나래시
사 례 명 빈집을 고쳐 여는 ‘볕드는 집’
분 야 1분야-사회적경제 분야( ), 2분야-도시재생 분야( ○ ), 3분야-청년문제해소 분야( )
관련공약 빈집 정비와 마을 되살리기(2-1-4)
사례요약
❍ 추진기간 : 2018. 3. ~ 2019. 11.
❍ 사 업 비 : 1억 2,500만 5천 원(시비 100%)
- 11 -
Ⅰ 추진배경
111111111111 빈집 현황
□ 빈집 조사 결과(’18. 4. 30. 기준) : 빈집 312호, 그 가운데 위험한 집 27곳
□ ｢나래시 빈집 정비에 관한 조례｣ 제정(’18.9.12.)
   ○ 나래시 빈집협의회 구성(2018. 10월)
     - 위원 15명, 정기회의 연 4회
- 12 -
Ⅱ 추진내용
1. 집 고치기
가. 볕드는 집 1호점 문을 열다
  ❚일    시 : 2018. 12. 1.(토) 14:00~16:00
  ❚장    소 : 나래시 물빛동 마을마당
  ❚참여인원 : 주민 120여명
나. 볕드는 집 2호점 문을 열다
  ❚일    시 : 2019. 5. 4. ~ 5. 6.
  ❚장    소 : 나래시 솔빛동 어울터
  ❚참여인원 : 주민 85명
2. 고친 집 현황
(단위 : 채, 천원)
구    분 계 2018년 2019년
고친 집 19 7 12
들인 돈 95,000 35,000 60,000
※ 가온대학교와 업무협약 체결(2019. 2. 20.)
- 13 -
Ⅲ 향후계획
○ 2020년 상반기 : 볕드는 집 3호점 개소 예정
○ 빈집은행 누리집 구축(2019년 6월 10회 회의)
- 14 -
`;
