import type { ValidCase } from '../content/read.ts';
import type { CaseData } from '../content/schema/case.ts';

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

/** Tells the cases nearest to one, the nearest first. */
export type RelateCase = (entry: ValidCase, most: number) => RelatedCase[];

/**
 * The cases nearest to each: shared topics count the more the fewer cases have them (a topic of every case counts nothing), then the same city,
 * province and sector. Equal cases keep the book's order, so the same content gives the same list. Made once for all pages: what a topic
 * counts is reckoned here, and a case is held against others without anything being made for them.
 */
export function createRelations(cases: readonly ValidCase[]): RelateCase {
  const counts = new Map<string, number>();
  for (const { data } of cases) for (const topic of data.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const rarity = new Map([...counts].map(([topic, count]) => [topic, Math.log(cases.length / count)]));
  const rarityOf = (topic: string) => rarity.get(topic) ?? 0;
  const known = cases.map((other) => ({ other, topics: new Set(other.data.topics) }));
  return (entry, most) => {
    const { province, municipality, sector } = entry.data;
    const topics = [...entry.data.topics].sort((a, b) => rarityOf(b) - rarityOf(a) || (a < b ? -1 : 1));
    const nearest: { other: ValidCase; topics: ReadonlySet<string>; score: number }[] = [];
    for (const { other, topics: others } of known) {
      if (other.slug === entry.slug) continue;
      let related = other.data.province === province;
      let score = 0;
      for (const topic of topics) {
        if (!others.has(topic)) continue;
        related = true;
        score += rarityOf(topic);
      }
      if (!related) continue;
      if (other.data.province === province) score += other.data.municipality === municipality ? SAME_CITY : SAME_PROVINCE;
      if (other.data.sector === sector) score += SAME_SECTOR;
      const place = nearest.findIndex((one) => one.score < score);
      if (place >= 0) nearest.splice(place, 0, { other, topics: others, score });
      else if (nearest.length < most) nearest.push({ other, topics: others, score });
      if (nearest.length > most) nearest.pop();
    }
    return nearest.map(({ other: { slug, data }, topics: others }) => ({
      slug,
      data,
      reason: explain(
        data,
        topics.filter((topic) => others.has(topic)),
        data.province === province,
        data.province === province && data.municipality === municipality,
      ),
    }));
  };
}

function explain(data: CaseData, shared: readonly string[], sameProvince: boolean, sameCity: boolean): string {
  const place = sameCity ? `같은 ${data.municipality}` : sameProvince ? `같은 ${data.province}` : '';
  const named = shared.slice(0, NAMED_TOPICS).map((topic) => `‘${topic}’`);
  const more = shared.length - named.length;
  const topics = named.length === 0 ? '' : `같은 주제어 ${named.join(', ')}${more > 0 ? ` 외 ${String(more)}건` : ''}`;
  return [topics, place].filter((part) => part !== '').join(', ');
}
