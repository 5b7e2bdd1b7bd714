import { describe, expect, test } from 'vitest';
import { arrangeTitle, fullTitle, quoteTitle } from '../../src/case/titles.ts';

describe('a subtitle', () => {
  test.each([
    '경제 양극화 해결을 위한',
    '‘주민과 함께하는’',
    '청년이 돌아오는',
    '우리 마을의',
    '더 나은 내일을 향한',
    '지속적인',
    '새로운',
    '지혜로운',
  ])('%s begins the title', (subtitle) => {
    expect(fullTitle({ title: '사회적경제', subtitle })).toBe(`${subtitle} 사회적경제`);
  });

  test.each([
    '철길마을 토박이 어르신의 인생역전 프로젝트',
    '사회적경제 활성화 기반 구축 사업',
    '양천가방협동조합이야기',
    '주민과의 회의',
    '마을 민주주의',
    '남한과 북한',
    '공간의 재발견',
    '도시 정원',
    '함께 사는 마을',
    '2017',
  ])('%s stands behind the title', (subtitle) => {
    expect(arrangeTitle({ title: '되다.', subtitle })).toEqual({ before: undefined, title: '되다.', after: subtitle });
    expect(fullTitle({ title: '되다.', subtitle })).toBe(`되다. ― ${subtitle}`);
  });

  test('is not needed', () => {
    expect(fullTitle({ title: '제목', subtitle: undefined })).toBe('제목');
  });
});

test('brackets within brackets become the smaller ones', () => {
  expect(quoteTitle('주민과 함께 성장하는「광산구 사회적 경제기업」')).toBe('「주민과 함께 성장하는〈광산구 사회적 경제기업〉」');
  expect(quoteTitle('성장 동력『서운일반산업단지』조성')).toBe('「성장 동력〈서운일반산업단지〉조성」');
});
