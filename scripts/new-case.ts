/**
 * `npm run new-case -- seoul-jongno`: writes the file of a new case with everything that its name already says.
 * What only a person can write stays empty, with a hint; the content check then names each such line.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { todayInKorea } from '../src/content/check/check.ts';
import { readContent, type Content } from '../src/content/read.ts';
import type { Casebook } from '../src/content/schema/casebook.ts';
import { idPattern } from '../src/content/schema/fields.ts';
import { readLedger } from '../src/content/schema/ledgers.ts';
import type { Place, Sector, Vocabulary } from '../src/content/schema/vocabulary.ts';
import { ContentError } from '../src/content/yaml.ts';
import { nearest } from '../src/korean/nearest.ts';
import { runMain } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';

const USAGE = 'npm run new-case -- seoul-jongno';

/** Whose case it is, as its name says: `seoul-jongno` or, for a further one, `seoul-jongno-2018-social-economy`. Throws UserError. */
function findMunicipality(slug: string, places: readonly Place[]): { province: string; municipality: string } {
  const [provinceId = '', municipalityId = ''] = slug.split('-');
  const province = places.find(({ id }) => id === provinceId);
  if (!province) {
    const ids = places.map(({ id }) => id);
    const near = nearest(provinceId, ids);
    throw new UserError(
      `‘${provinceId}’: content/vocabulary/places.yaml에 없는 지역이다. 있는 지역: ${ids.join(', ')}.${near ? ` 이것을 뜻했는지: ${near}` : ''}`,
    );
  }
  const municipality = province.municipalities.find(({ id }) => id === municipalityId);
  if (!municipality)
    throw new UserError(
      `‘${municipalityId}’: ${province.name}에 아직 없는 지자체다. content/vocabulary/places.yaml의 ${province.id} 아래에 한 줄을 더하고 다시 실행한다.\n` +
        `    - { id: ${municipalityId || 'jongno'}, name: ○○구, today: ○○구 }`,
    );
  return { province: province.name, municipality: municipality.name };
}

/** The sector that the name of a further case ends with (`…-2018-social-economy`); undefined for a first one. Throws UserError. */
function findSector(slug: string, sectors: readonly Sector[]): string | undefined {
  const id = slug.split('-').slice(3).join('-');
  if (id === '') return undefined;
  const sector = sectors.find((one) => one.id === id);
  if (!sector) throw new UserError(`‘${id}’: 없는 분야다. 있는 분야: ${sectors.map((one) => one.id).join(', ')}.`);
  return sector.name;
}

/**
 * The text of a new case file.
 * @param today ISO day on which the page is meant to appear; changed by hand when it appears later
 * @throws UserError when the name is taken, was taken once, or says no known municipality
 */
export function writeNewCase(slug: string, content: Content, taken: ReadonlySet<string>, today: string): string {
  if (!idPattern.test(slug))
    throw new UserError(`‘${slug}’: 파일 이름은 <지역>-<지자체>이고 소문자 영문, 숫자, 붙임표(-)로만 적는다. 보기: ${USAGE}`);
  if (taken.has(slug))
    throw new UserError(
      `‘${slug}’: 이미 쓴 이름이다. 한번 펴낸 주소는 다른 사례에 주지 않는다. 같은 지자체의 다른 사례는 뒤에 해와 분야를 붙인다. 보기: ${slug}-2018-social-economy`,
    );
  const { province, municipality } = findMunicipality(slug, content.vocabulary.places);
  const sector = findSector(slug, content.vocabulary.sectors);
  const books = content.vocabulary.casebooks;
  const book = books.findLast((one) => sector === undefined || one.sector === sector) ?? books.at(-1);
  if (!book) throw new UserError('content/casebooks/에 사례집이 없다. 사례집 파일을 먼저 더한다.');
  return formatCase(province, municipality, sector ?? book.sector, book, content.vocabulary, today);
}

function formatCase(
  province: string,
  municipality: string,
  sector: string,
  book: Casebook,
  { casebooks, kinds }: Vocabulary,
  today: string,
): string {
  const oneOf = (entries: readonly { name: string }[]) => entries.map(({ name }) => name).join(', ');
  return `---
title: # 사례집에 적힌 사례명 그대로
province: ${province}
municipality: ${municipality}
tier: ${book.tier}
sector: ${sector}
pledges: # 관련공약을 적힌 대로, 여럿이면 줄마다 하나
  - text:
casebook: ${book.id}${casebooks.length > 1 ? ` # ${casebooks.map(({ id }) => id).join(', ')}` : ''}
pages: # 사례가 실린 쪽. ${book.pages} 안에서 "150-156"처럼
summary: # 두 줄에서 네 줄. 누가 무엇을 왜 했고 얼마가 들었는지
topics: # content/vocabulary/topics.yaml에 있는 말에서 고른다
  -

published: "${today}"

# 아래는 사례에 있는 것만 ‘# ’를 떼고 적는다. id는 소문자 영문, 줄마다 쪽(page)을 적는다.
# 다 적은 본보기는 content/cases/busan-yeonje.mdx이다.

# period: # 사업 기간
#   start: "2016-11"
#   end: "2017-12" # 이어지는 사업이면 이 줄 대신 ongoing: true
#   page:

# budget: # 예산. 수는 쉼표 없이, 단위는 적힌 대로
#   - id: subsidy
#     label:
#     value:
#     unit: 천원
#     page:
#     headline: true # 쪽 위에 크게 보일 수 서너 개에만

# figures: # 인용할 만한 수
#   - id: members
#     kind: # ${oneOf(kinds.figure)}
#     label: # 이것만 읽어도 무엇의 수인지 알게
#     value:
#     unit:
#     page:

# events: # 날짜가 있는 일
#   - id: opening
#     date: "2016-11-22" # 달까지만 알면 "2016-11"
#     title:
#     page:
#     planned: true # 하려던 일에만

# organisations: # 이름이 나온 기관
#   - id: centre
#     name:
#     kind: # ${oneOf(kinds.organisation)}
#     part: # ${oneOf(kinds.part)}
#     role:
#     page:

# instruments: # 법, 조례, 협약, 제도
#   - id: ordinance
#     kind: # ${oneOf(kinds.instrument)}
#     name:
#     role:
#     page:

# tables: # 본문에 넣는 법은 본보기에 있다
#   - id: results
#     caption:
#     page:
#     columns: [구분, 수]
#     rows: |
#       | 첫 줄 | 1 |

# notes: # 사례집이 서로 다르게 적은 곳. 본문에 다는 법은 본보기에 있다
#   - id: members
#     kind: # ${oneOf(kinds.note)}
#     topic:
#     readings:
#       - page:
#         text:
---

## 추진 배경 [#background, ${book.pages}쪽]

`;
}

if (import.meta.main)
  await runMain(() => {
    const [slug, ...rest] = process.argv.slice(2);
    if (slug === undefined || rest.length > 0) throw new UserError(`만들 사례의 이름을 하나 적는다. 보기: ${USAGE}`);
    const file = join('content/cases', `${slug}.mdx`);
    if (existsSync(file)) throw new UserError(`${file}: 이미 있는 파일이다. 그 파일을 고친다.`);
    try {
      writeFileSync(file, writeNewCase(slug, readContent('content'), takenSlugs(), todayInKorea(new Date())), { flag: 'wx' });
    } catch (error) {
      throw error instanceof ContentError ? new UserError(error.message) : error;
    }
    console.log(`${file}: 만들었다. 빈 곳을 채우고 ‘npm run check:content’로 검사한다.`);
    return Promise.resolve();
  });

/** Every name that a case has or had, from the ledger of addresses. */
function takenSlugs(): Set<string> {
  return new Set(Object.keys(readLedger('content').pages).flatMap((path) => /^\/cases\/([^/]+)\/$/.exec(path)?.[1] ?? []));
}
