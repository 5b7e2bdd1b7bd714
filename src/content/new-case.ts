/** The text of a new case file: what is known of it, and a hint for each line that only a person can write. */
import { idPattern } from './schema/fields.ts';
import type { Casebook } from './schema/casebook.ts';
import type { Place, Sector, Vocabulary } from './schema/vocabulary.ts';
import type { Content } from './read.ts';
import { nearest } from '../korean/nearest.ts';
import { UserError } from '../user-error.ts';

export const USAGE = 'npm run new-case -- seoul-jongno';

/** Whose case it is, as its name says: `seoul-jongno` or, for a further one, `seoul-jongno-2018-social-economy`. Throws UserError. */
function findMunicipality(slug: string, places: readonly Place[]): { province: string; municipality: string } {
  const [provinceId = '', municipalityId = ''] = slug.split('-');
  const province = places.find(({ id }) => id === provinceId);
  if (!province) {
    const ids = places.map(({ id }) => id);
    const near = nearest(provinceId, ids);
    throw new UserError(
      `‘${provinceId}’: content/vocabulary/places.yaml에 없는 지역입니다.${near === undefined ? '' : ` ‘${near}’이면 그렇게 고치세요.`} 있는 지역: ${ids.join(', ')}\n` +
        '새 지역이면 places.yaml에 추가하고 다시 실행하세요.',
    );
  }
  const municipality = province.municipalities.find(({ id }) => id === municipalityId);
  if (!municipality)
    throw new UserError(
      `‘${municipalityId}’: ${province.name}에 아직 없는 지자체입니다. content/vocabulary/places.yaml의 ${province.id} 아래에 한 행을 추가하고 다시 실행하세요.\n` +
        `    - { id: ${municipalityId || 'jongno'}, name: ○○구, today: ○○구 }`,
    );
  return { province: province.name, municipality: municipality.name };
}

/** The sector that the name of a further case ends with (`…-2018-social-economy`); undefined for a first one. Throws UserError. */
function findSector(slug: string, sectors: readonly Sector[]): string | undefined {
  const id = slug.split('-').slice(3).join('-');
  if (id === '') return undefined;
  const sector = sectors.find((one) => one.id === id);
  if (!sector) throw new UserError(`‘${id}’: 없는 분야입니다. 있는 분야: ${sectors.map((one) => one.id).join(', ')}`);
  return sector.name;
}

/** The part of a book that the case stands in: the one asked for, or the only one of its sector and tier. Throws UserError. */
function findCasebook(
  books: readonly Casebook[],
  asked: string | undefined,
  sector: string | undefined,
  tier: string | undefined,
): Casebook {
  const ids = books.map(({ id }) => id);
  if (ids.length === 0) throw new UserError('content/casebooks/에 사례집이 없습니다. 사례집 파일을 먼저 추가하세요.');
  if (asked !== undefined) {
    const book = books.find(({ id }) => id === asked);
    if (!book)
      throw new UserError(
        `‘${asked}’: 없는 사례집입니다. 있는 사례집: ${ids.join(', ')}\n새 사례집이면 content/casebooks/에 파일을 추가하세요.`,
      );
    return book;
  }
  const fitting = books.filter(
    (book) => (sector === undefined || book.sector.includes(sector)) && (tier === undefined || book.tier.includes(tier)),
  );
  const [book, ...others] = fitting;
  if (book && others.length === 0) return book;
  throw new UserError(
    fitting.length === 0
      ? `${[sector, tier].filter((one) => one !== undefined).join(', ')}의 사례집이 없습니다. 있는 사례집: ${ids.join(', ')}\n새 사례집이면 content/casebooks/에 파일을 추가하세요.`
      : `맞는 사례집이 여럿입니다. ‘--book ${book?.id ?? ''}’처럼 하나를 고르세요. 고를 수 있는 사례집: ${fitting.map(({ id }) => id).join(', ')}`,
  );
}

/** What a new file is made of. */
export interface NewCase {
  slug: string;
  /** Id of the casebook; found from sector and tier when left out. */
  book?: string | undefined;
  /** Printed pages, `173-180`; a line to fill in when left out. */
  pages?: string | undefined;
  /** As printed; likewise. */
  title?: string | undefined;
}

/**
 * The text of a new case file.
 * @param taken every slug that a case has or had
 * @param today ISO day on which the page is meant to appear; changed by hand when it appears later
 * @throws UserError when the name is taken, was taken once, or says no known municipality
 */
export function writeNewCase(
  { slug, book: asked, pages = '', title = '' }: NewCase,
  content: Content,
  taken: ReadonlySet<string>,
  today: string,
): string {
  const { places, sectors, tiers, casebooks } = content.vocabulary;
  if (!idPattern.test(slug))
    throw new UserError(`‘${slug}’: 파일 이름은 <지역>-<지자체>이며 소문자 영문, 숫자, 붙임표(-)로만 적습니다. 예시: ${USAGE}`);
  if (taken.has(slug))
    throw new UserError(
      `‘${slug}’: 이미 쓴 이름입니다. 한번 게시한 링크는 다른 사례에 주지 않습니다. 같은 지자체의 다른 사례에는 뒤에 연도와 분야를 붙이세요. 예시: ${slug}-2018-social-economy`,
    );
  const { province, municipality } = findMunicipality(slug, places);
  const sector = findSector(slug, sectors);
  const tier = tiers.find(({ name }) => municipality.endsWith(name))?.name;
  const book = findCasebook(casebooks, asked, sector, tier);
  // Of a part that mixes sectors or tiers, the first: the check holds what is chosen against the book.
  const head = { province, municipality, tier: tier ?? book.tier[0] ?? '', sector: sector ?? book.sector[0] ?? '' };
  return formatCase({ ...head, pages, title }, book, content.vocabulary, today);
}

type CaseHead = Readonly<Record<'province' | 'municipality' | 'tier' | 'sector' | 'pages' | 'title', string>>;

function formatCase(head: CaseHead, book: Casebook, { kinds }: Vocabulary, today: string): string {
  const oneOf = (entries: readonly { name: string }[]) => entries.map(({ name }) => name).join(', ');
  return `---
# 사례집에 적힌 사례명 그대로
title:${head.title === '' ? '' : ` ${JSON.stringify(head.title)}`}
province: ${head.province}
municipality: ${head.municipality}
tier: ${head.tier}
sector: ${head.sector}
# 관련공약을 적힌 대로, 여럿이면 행마다 하나
pledges:
  - text:
casebook: ${book.id}
# 사례가 실린 쪽. ${book.pages} 안에서 "150-156"처럼
pages:${head.pages === '' ? '' : ` ${head.pages}`}
# 두세 문장. 누가 무엇을 왜 했고 얼마가 들었는지
summary:
# 요약에서 한 일을 적은 문장이 몇 번째인지. 목록에 그 문장이 보인다
# doneSentence: 2
# content/vocabulary/topics.yaml에 있는 말에서 고른다
topics:
  -

published: "${today}"

# 아래는 사례에 있는 것만 ‘# ’를 떼고 적는다. id는 소문자 영문이고, 행마다 쪽(page)을 적는다.
# 완성된 예시는 content/cases/에 있는 다른 사례이다.

# 사업 기간. 이어지는 사업이면 end 대신 ongoing: true
# period:
#   start: "2016-11"
#   end: "2017-12"
#   page:

# 예산. 수는 쉼표 없이, 단위는 적힌 대로. headline은 맨 위에 크게 보일 수치 세 개에서 여섯 개에만, 보일 순서대로 1, 2, 3
# budget:
#   - id: subsidy
#     label:
#     value:
#     unit: 천원
#     page:
#     headline: 1

# 인용할 만한 수. label은 이것만 읽어도 무엇의 수인지 알게. 범위이면 value 대신 min과 max
# kind: ${oneOf(kinds.figure)}
# figures:
#   - id: members
#     kind:
#     label:
#     value:
#     unit:
#     page:

# 날짜가 있는 일. 달까지만 알면 "2016-11", 기간이면 date 대신 start와 end. planned는 사례집이 계획으로 적은 일에만
# events:
#   - id: opening
#     date: "2016-11-22"
#     title:
#     page:
#     planned: true

# 이름이 나온 조직
# kind: ${oneOf(kinds.organisation)}
# part: ${oneOf(kinds.part)}
# organisations:
#   - id: centre
#     name:
#     kind:
#     part:
#     role:
#     page:

# 법, 조례, 협약, 제도, 사업
# kind: ${oneOf(kinds.instrument)}
# instruments:
#   - id: ordinance
#     kind:
#     name:
#     role:
#     page:

# 표. 본문의 알맞은 자리에 <Table id="results" />를 둔다
# tables:
#   - id: results
#     caption:
#     page:
#     columns: [구분, 수]
#     rows: |
#       | 첫 행 | 1 |

# 사례집이 서로 다르게 적은 곳. 본문의 그 문장 끝에 <Note id="members" />를 붙인다
# kind: ${oneOf(kinds.note)}
# notes:
#   - id: members
#     kind:
#     topic:
#     readings:
#       - page:
#         text:

# 본문이 답하지만 그 말로는 적히지 않은 물음. 사례를 읽으며 적고, 60자까지
# asks:
#   - passage: background
#     text:
---

## 추진 배경 [#background, ${head.pages || book.pages}쪽]

`;
}
