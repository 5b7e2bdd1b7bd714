/** Whose case a casebook's text is, in the words of `content/vocabulary/places.yaml`. */
import { withParticle } from '../../korean/particle.ts';
import type { Casebook } from '../schema/casebook.ts';
import type { Place, Vocabulary } from '../schema/vocabulary.ts';
import { ImportError } from './text.ts';

export interface Municipality {
  readonly province: string;
  readonly municipality: string;
  readonly tier: string;
  /** `busan-yeonje`, the beginning of the file name. */
  readonly slug: string;
}

/** Spellings of a province in print: 서울특별시, 서울시, 서울. */
const spellings = ({ name, today, short }: Place): string[] => [name, today, `${short}시`, `${short}도`, short];

/**
 * Finds the municipality that a text names.
 * @param said as the form prints it or the maintainer gives it: `부산광역시 연제구`, `서울시 양천구`
 * @throws ImportError when it is not in the vocabulary; the message says which line to add
 */
export function findMunicipality(
  said: string | undefined,
  { places, tiers }: Pick<Vocabulary, 'places' | 'tiers'>,
  book: Casebook,
): Municipality {
  if (said === undefined || said.trim() === '')
    throw new ImportError('글에서 지자체 이름을 찾지 못했습니다. --municipality "부산광역시 연제구"처럼 적어 주세요.');
  const province = places.find((place) => spellings(place).some((name) => new RegExp(`(?:^|\\s)${name}(?:\\s|$)`).test(said)));
  const owners = places.flatMap((place) => place.municipalities.map((one) => ({ place, one })));
  const words = said.split(/[\s,·]+/);
  const matches = owners.filter(
    ({ place, one }) => (!province || place === province) && (words.includes(one.name) || words.includes(one.today)),
  );
  const [match, other] = matches;
  if (match && !other) {
    const tier = tiers.find(({ name }) => match.one.name.endsWith(name))?.name ?? book.tier[0] ?? '';
    return { province: match.place.name, municipality: match.one.name, tier, slug: `${match.place.id}-${match.one.id}` };
  }
  if (other)
    throw new ImportError(`‘${said}’: 같은 이름의 지자체가 여럿입니다. 시·도까지 적어 주세요. 예: --municipality "부산광역시 연제구"`);
  const missing = words.findLast((word) => /[시군구]$/.test(word) && !places.some((place) => spellings(place).includes(word)));
  if (!province)
    throw new ImportError(
      `‘${said}’: content/vocabulary/places.yaml에 없는 시·도입니다. 있는 시·도는 ${places.map(({ name }) => name).join(', ')}입니다. 파일에 추가하거나 --municipality로 다시 적어 주세요.`,
    );
  throw new ImportError(
    `‘${missing ?? said}’: content/vocabulary/places.yaml의 ${province.name}에 없는 지자체입니다. ${withParticle(province.id, '으로')} 시작하는 항목에 한 줄을 추가하고 다시 실행해 주세요.\n    - { id: jongno, name: ${missing ?? '○○구'}, today: ${missing ?? '○○구'} }`,
  );
}
