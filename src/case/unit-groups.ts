/** What a unit counts, so that like can be put beside like. Ids stand in addresses (`/figures/?unit=money`). */
export const UNIT_GROUPS = [
  { id: 'money', name: '금액', units: /원$|달러$/ },
  { id: 'people', name: '사람', units: /(?:명|인|세대|가구)$/ },
  { id: 'bodies', name: '기업·기관', units: /(?:개소|개사|업체|기업|기관|개교|학교|단체|팀|조합)$/ },
  { id: 'times', name: '횟수', units: /(?:회|건|차례|번)$/ },
  { id: 'share', name: '비율', units: /(?:%|퍼센트|배|위)$/ },
  { id: 'time', name: '기간', units: /(?:년|개월|달|주|일|시간|분|초|세)$/ },
  { id: 'area', name: '면적', units: /(?:㎡|㎢|m2|ha|평|필지)$/ },
  { id: 'other', name: '기타', units: /./ },
] as const;

export type UnitGroup = (typeof UNIT_GROUPS)[number]['id'];

/** The group of a printed unit; white space in it is ignored. */
export function unitGroupOf(unit: string): UnitGroup {
  const squeezed = unit.replaceAll(/\s/g, '');
  return UNIT_GROUPS.find(({ units }) => units.test(squeezed))?.id ?? 'other';
}
