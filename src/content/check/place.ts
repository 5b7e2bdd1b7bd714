import { nearest } from '../../korean/nearest.ts';
import { withParticle } from '../../korean/particle.ts';
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
export function checkPlace({ file, data, vocabulary, unread, slugs }: CheckedCase, { at }: Report): void {
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
      suggest(nearest(data.municipality, accepted), '값', accepted, '새 지자체이면 content/vocabulary/places.yaml에 추가하세요.'),
    );
    return;
  }
  const slug = `${province.id}-${municipality.id}`;
  const sector = sectors.find((one) => one.name === data.sector)?.id ?? '';
  const isFurther = new RegExp(`^${slug}-\\d{4}-${sector}$`).test(file.slug);
  if (!idPattern.test(file.slug) || file.slug === slug || isFurther) return;
  const further = `‘${slug}-2018-${sector}.mdx’처럼 연도와 분야를 붙이세요`;
  at(
    ['municipality'],
    '파일',
    `파일 이름 ‘${file.slug}.mdx’: 지자체(${data.province} ${data.municipality})와 맞지 않습니다.`,
    slugs.has(slug)
      ? `‘${slug}.mdx’ 파일이 이미 있으므로 그 이름으로 바꾸지 마세요. 같은 지자체의 다른 사례이면 ${further}.`
      : `파일 이름을 ‘${slug}.mdx’로 바꾸세요. 같은 지자체의 다른 사례이면 ${further}.`,
  );
}

/** The tier that a municipality's name ends in: 연제구 is a 구. */
function tierOfName({ data, vocabulary }: CheckedCase): string | undefined {
  return vocabulary.tiers.find(({ name }) => data.municipality.endsWith(name))?.name;
}

/** The tier is that of the municipality's name. */
export function checkTier(subject: CheckedCase, { at }: Report): void {
  const { data } = subject;
  const named = tierOfName(subject);
  if (named === undefined || named === data.tier) return;
  at(
    ['tier'],
    'tier',
    `‘${data.tier}’: 지자체 이름(${data.municipality})과 맞지 않습니다.`,
    `${withParticle(`‘tier: ${named}’`, '으로')} 적으세요.`,
    {
      from: data.tier,
      to: named,
    },
  );
}

/** Sector and tier are those of the part of the book; a sector ticked otherwise is another field. */
export function checkBook(subject: CheckedCase, { at }: Report): void {
  const { data, vocabulary } = subject;
  const book = vocabulary.casebooks.find(({ id }) => id === data.casebook);
  if (!book) return;
  const other = '다른 책의 사례이면 casebook을 그 책으로 바꾸세요. 없는 책이면 content/casebooks/에 파일을 추가하세요.';
  const [sector = '', ...sectors] = book.sector;
  if (!book.sector.includes(data.sector))
    at(
      ['sector'],
      'sector',
      `‘${data.sector}’: 사례집의 이 부분(${book.part})은 ‘${book.sector.join(', ')}’ 분야입니다.`,
      `${withParticle(`‘sector: ${sector}’`, '으로')} 적고, 표지에 표시된 분야가 다르면 sectorAsTicked에 적으세요. ${other}`,
      sectors.length === 0 ? { from: data.sector, to: sector } : undefined,
    );
  const tier = tierOfName(subject) ?? data.tier;
  if (data.tier === tier && !book.tier.includes(tier))
    at(
      ['tier'],
      'tier',
      `‘${tier}’: 사례집의 이 부분(${book.part})은 ‘${book.tier.join(', ')}’의 사례입니다.`,
      `지자체 이름과 casebook을 사례집에서 다시 확인하세요. ${other}`,
    );
  if (data.sectorAsTicked === data.sector)
    at(
      ['sectorAsTicked'],
      'sectorAsTicked',
      'sectorAsTicked가 sector와 같습니다.',
      '표지와 목차의 분야가 다를 때만 적습니다. 이 행을 지우세요.',
    );
}
