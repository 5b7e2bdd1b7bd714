/**
 * Organisations across cases. Within a case the author has already put the spellings of one organisation into one row; across cases this file
 * joins rows that name the same one, and says nothing about those that only share a common name (구의회, 주민센터).
 */
import { indexKey } from '../korean/initial.ts';
import { withoutLegalForm } from '../korean/legal-form.ts';
import type { ValidCase } from '../content/read.ts';
import type { Organisation } from '../content/schema/case.ts';

/** An organisation in one case. */
export interface Mention {
  slug: string;
  row: Organisation;
}

/** An organisation with everything the cases say of it. */
export interface JoinedOrganisation {
  /** `<slug>-<row id>` of the first mention: an anchor on `/organisations/` and a key in the data. */
  id: string;
  /** As the first case writes it. */
  name: string;
  /** Every other spelling, in order of appearance. */
  variants: string[];
  /** In order of appearance; more than one when cases class it differently. */
  kinds: string[];
  /** In the order of the cases. */
  mentions: Mention[];
}

/**
 * Kinds whose names mean the same organisation wherever they are used. The other kinds (협의체, 중간지원조직, 행정부서 …) use common names:
 * the 사회적경제지원센터 of two cities are two.
 */
const NATIONWIDE: ReadonlySet<string> = new Set(['중앙행정기관', '지방자치단체', '공공기관', '금융기관', '국제기구', '매체', '기업']);

/** Names that only mean one organisation within their city: 중구청, 서구, 시, 지역기업. */
const LOCAL = /^(?:.{0,2}[시군구]청?|.{0,3}지방자치단체|지자체|타.*|지역.*|.*\s등)$/;

/** Spelling without what varies: spaces, middle dots and the legal form. */
export function spellingKey(name: string): string {
  return withoutLegalForm(name.normalize('NFC'))
    .replaceAll(/[\s·ㆍ“”‘’"']/g, '')
    .toLowerCase();
}

/** True when a name stands for the same organisation in every case. */
function isNationwide(name: string, kind: string): boolean {
  return NATIONWIDE.has(kind) && !LOCAL.test(name);
}

/** Joins the rows of all cases into organisations, in the order of first appearance. */
export function joinOrganisations(cases: readonly ValidCase[]): JoinedOrganisation[] {
  const joined: JoinedOrganisation[] = [];
  const known = new Map<string, JoinedOrganisation>();
  for (const { slug, data } of cases) {
    for (const row of data.organisations) {
      const names = [row.name, ...(row.aliases ?? [])];
      const keys = names.filter((name) => isNationwide(name, row.kind)).map((name) => `${row.kind} ${spellingKey(name)}`);
      const found = keys.map((key) => known.get(key)).find((one) => one !== undefined);
      const organisation = found ?? { id: `${slug}-${row.id}`, name: row.name, variants: [], kinds: [], mentions: [] };
      if (!found) joined.push(organisation);
      for (const key of keys) if (!known.has(key)) known.set(key, organisation);
      for (const name of names) if (name !== organisation.name && !organisation.variants.includes(name)) organisation.variants.push(name);
      if (!organisation.kinds.includes(row.kind)) organisation.kinds.push(row.kind);
      organisation.mentions.push({ slug, row });
    }
  }
  return joined;
}

const { compare } = new Intl.Collator('ko');

/** Organisations in the order of a Korean index; of one kind when it is named. */
export function listOrganisations(joined: readonly JoinedOrganisation[], kind?: string): JoinedOrganisation[] {
  return joined
    .filter(({ kinds }) => kind === undefined || kinds.includes(kind))
    .sort((a, b) => compare(indexKey(a.name), indexKey(b.name)) || (a.id < b.id ? -1 : 1));
}
