import { isSeq, parseDocument } from 'yaml';
import type { Place } from './schema/vocabulary.ts';

/** `경상북도` → 경북, `강원특별자치도` → 강원, `부산광역시` → 부산 */
export function shortProvince(name: string): string {
  const [, region, side] = /^(충청|전라|경상)(북|남)도$/.exec(name) ?? [];
  return region !== undefined && side !== undefined ? region.slice(0, 1) + side : name.slice(0, 2);
}

/** Provinces that became 특별자치도 and the name they have now. */
const RENAMED: Readonly<Record<string, string>> = {
  강원도: '강원특별자치도',
  전라북도: '전북특별자치도',
  제주도: '제주특별자치도',
};

/** The name that a province has today, by the one that a book gives it. */
export function presentProvince(name: string): string {
  return RENAMED[name] ?? name;
}

/**
 * Adds a municipality to the text of `vocabulary/places.yaml`, and its province where that is new. What stands there keeps its comments and its order.
 * @param place its `municipalities` are those to add
 */
export function addPlace(text: string, place: Place): string {
  const document = parseDocument(text);
  const places = document.toJS() as Place[];
  const index = places.findIndex(({ id }) => id === place.id);
  if (index < 0) document.add(document.createNode({ ...place, municipalities: [] }));
  const list = document.getIn([index < 0 ? places.length : index, 'municipalities']);
  if (!isSeq(list)) throw new Error(`places.yaml: ${place.id} has no list of municipalities`);
  list.flow = false;
  for (const municipality of place.municipalities)
    if (!places[index]?.municipalities.some(({ id }) => id === municipality.id))
      list.add(document.createNode(municipality, { flow: true }));
  return document.toString({ lineWidth: 0 });
}
