import type { ValidCase } from './content.ts';
import type { CaseData } from './schema.ts';

/** Another case and why a reader of this one may want it. */
export interface RelatedCase {
  slug: string;
  data: CaseData;
  /** Said to the reader: `주제어 ‘공공구매’, ‘판로 지원’이 같다`. Never empty. */
  reason: string;
}

const SAME_CITY = 3;
const SAME_PROVINCE = 0.75;
const SAME_SECTOR = 0.25;
/** Topics named in a reason, the rarest first. */
const NAMED_TOPICS = 3;

/** How many cases carry each topic; made once for all pages. */
export function countTopics(cases: readonly ValidCase[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { data } of cases) for (const topic of data.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

/**
 * The cases nearest to one: shared topics count the more the fewer cases have them (a topic of every case counts nothing), then the same city,
 * province and sector. Equal cases keep the book's order, so the same content gives the same list.
 */
export function relateCases(
  entry: ValidCase,
  cases: readonly ValidCase[],
  topicCounts: ReadonlyMap<string, number>,
  most: number,
): RelatedCase[] {
  const rarity = (topic: string) => Math.log(cases.length / (topicCounts.get(topic) ?? cases.length));
  return cases
    .filter(({ slug }) => slug !== entry.slug)
    .map((other, index) => {
      const shared = entry.data.topics
        .filter((topic) => other.data.topics.includes(topic))
        .sort((a, b) => rarity(b) - rarity(a) || (a < b ? -1 : 1));
      const sameProvince = other.data.province === entry.data.province;
      const sameCity = sameProvince && other.data.municipality === entry.data.municipality;
      const score =
        shared.reduce((sum, topic) => sum + rarity(topic), 0) +
        (sameCity ? SAME_CITY : sameProvince ? SAME_PROVINCE : 0) +
        (other.data.sector === entry.data.sector ? SAME_SECTOR : 0);
      return { other, index, shared, sameProvince, sameCity, score };
    })
    .filter(({ shared, sameProvince }) => shared.length > 0 || sameProvince)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, most)
    .map(({ other, shared, sameProvince, sameCity }) => ({
      slug: other.slug,
      data: other.data,
      reason: explain(other.data, shared, sameProvince, sameCity),
    }));
}

function explain(data: CaseData, shared: readonly string[], sameProvince: boolean, sameCity: boolean): string {
  const place = sameCity ? `같은 ${data.municipality}` : sameProvince ? `같은 ${data.province}` : '';
  const named = shared.slice(0, NAMED_TOPICS).map((topic) => `‘${topic}’`);
  const more = shared.length - named.length;
  const topics = named.length === 0 ? '' : `같은 주제어 ${named.join(', ')}${more > 0 ? ` 외 ${String(more)}개` : ''}`;
  return [topics, place].filter((part) => part !== '').join(', ');
}
