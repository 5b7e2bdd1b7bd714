import { nearest } from '../../korean/nearest.ts';
import { suggest } from '../explain.ts';
import type { CaseFile } from '../read.ts';
import { idPattern } from '../schema/fields.ts';
import type { CheckedCase, Report } from './subject.ts';

/** The name of a file is its case's address. */
export function checkFileName({ slug }: CaseFile, report: Report['line']): void {
  if (idPattern.test(slug)) return;
  report(
    1,
    '파일',
    `파일 이름 ‘${slug}.mdx’: 링크로 쓸 수 없습니다.`,
    '소문자 영문으로 시작하고 소문자 영문, 숫자, 붙임표(-)로만 지으세요. 예시: busan-yeonje.mdx',
  );
}

/** The municipality lies in the province, and the file is named after it. */
export function checkPlace({ file, data, vocabulary, unread }: CheckedCase, { at }: Report): void {
  if (unread.has('places') || unread.has('sectors')) return;
  const { places, sectors } = vocabulary;
  const province = places.find((place) => place.name === data.province);
  const municipality = province?.municipalities.find((one) => one.name === data.municipality);
  if (!province || !municipality) {
    const accepted = (province?.municipalities ?? []).map((one) => one.name);
    at(
      ['municipality'],
      'municipality',
      `‘${data.municipality}’: ${data.province}에 없는 지자체입니다.`,
      suggest(nearest(data.municipality, accepted), '값', accepted),
    );
    return;
  }
  const slug = `${province.id}-${municipality.id}`;
  const sector = sectors.find((one) => one.name === data.sector)?.id ?? '';
  if (idPattern.test(file.slug) && file.slug !== slug && !new RegExp(`^${slug}-\\d{4}-${sector}$`).test(file.slug)) {
    at(
      ['municipality'],
      '파일',
      `파일 이름 ‘${file.slug}.mdx’: 지자체(${data.province} ${data.municipality})와 맞지 않습니다.`,
      `파일 이름을 ‘${slug}.mdx’로 바꾸세요. 같은 지자체의 다른 사례이면 ‘${slug}-2018-${sector}.mdx’처럼 연도와 분야를 붙이세요.`,
    );
  }
  if (data.sectorAsTicked === data.sector) {
    at(['sectorAsTicked'], 'sectorAsTicked', 'sectorAsTicked가 sector와 같습니다.', '표지와 목차의 분야가 다를 때만 적습니다. 이 행을 지우세요.');
  }
}
