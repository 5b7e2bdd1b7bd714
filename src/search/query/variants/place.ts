/** Places of the catalogue by other names than on the pages: 계양 for 계양구, Bupyeong-gu, busan. */
import { editDistance, romanise } from '../../../korean/romanise.ts';
import { type Knowledge, termsOf } from '../knowledge.ts';
import type { Query, Variant } from '../term.ts';

const SHORTEST = 4;
/** One letter in so many may differ: busan and pusan, kangbuk and gangbuk. */
const LETTERS_PER_SLIP = 4;
/** What kind of place it is. */
const KIND = /(?:특별자치|특별|광역)?[시도군구]$/;

type Need = Pick<Knowledge, 'cases' | 'tokeniser' | 'parameters'>;

export function placeVariants({ terms }: Query, { cases, tokeniser, parameters }: Need): readonly Variant[] {
  const names = new Set(cases.flatMap(({ province, municipality }) => [province, municipality]));
  return terms.flatMap(({ text, whole, word, class: name, stands }, from) => {
    const make = (kind: Variant['kind'], place: string, to: number): Variant => ({
      kind,
      text: place,
      terms: termsOf(place, tokeniser),
      from,
      to,
      trust: parameters.trust.same,
    });
    if (name !== 'latin') {
      const longer = stands ? [] : [...names].filter((place) => place.replace(KIND, '') === text);
      return longer.map((place) => make('inflected', place, from + 1));
    }
    if (terms[from - 1]?.word === word || !/^[a-z]+(?:-[a-z]+)*$/.test(whole)) return [];
    const to = terms.findLastIndex((term) => term.word === word) + 1;
    return romanisedPlaces(whole.replaceAll('-', ''), names).map((place) => make('synonym', place, to));
  });
}

/** The places nearest to a word in Latin letters, as they are called and without what they are. */
function romanisedPlaces(typed: string, names: ReadonlySet<string>): readonly string[] {
  if (typed.length < SHORTEST) return [];
  const near = [...names]
    .flatMap((place) => [place, place.replace(KIND, '')].map((spelling) => ({ place, letters: romanise(spelling) })))
    .map(({ place, letters }) => ({ place, letters, slips: editDistance(typed, letters) }))
    .filter(({ letters, slips }) => letters.length >= SHORTEST && slips <= letters.length / LETTERS_PER_SLIP);
  const least = Math.min(...near.map(({ slips }) => slips));
  const best = near.filter(({ slips }) => slips === least).map(({ place }) => place);
  return [...new Set(best.flatMap((place) => [place, place.replace(KIND, '')]))];
}
