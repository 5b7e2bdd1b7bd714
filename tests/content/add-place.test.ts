import { expect, test } from 'vitest';
import { addPlace, presentProvince, shortProvince } from '../../src/content/add-place.ts';

const TEXT = `# 지역과 지자체.
- id: busan
  name: 부산광역시
  today: 부산광역시
  short: 부산
  municipalities:
    - { id: yeonje, name: 연제구, today: 연제구 }
`;
const place = (id: string, name: string, municipality: string, own: string) => ({
  id,
  name,
  today: name,
  short: shortProvince(name),
  municipalities: [{ id: municipality, name: own, today: own }],
});

test('a municipality is added to its province, and what stands there stays as it is', () => {
  const added = addPlace(TEXT, place('busan', '부산광역시', 'jung', '중구'));
  expect(added).toBe(`${TEXT}    - { id: jung, name: 중구, today: 중구 }\n`);
  expect(addPlace(added, place('busan', '부산광역시', 'jung', '중구'))).toBe(added);
});

test('a province that is new is added with it', () => {
  expect(addPlace(TEXT, place('jeonnam', '전라남도', 'wando', '완도군'))).toBe(
    `${TEXT}- id: jeonnam\n  name: 전라남도\n  today: 전라남도\n  short: 전남\n  municipalities:\n    - { id: wando, name: 완도군, today: 완도군 }\n`,
  );
});

test.each([
  ['경상북도', '경북'],
  ['강원특별자치도', '강원'],
  ['제주특별자치도', '제주'],
  ['세종특별자치시', '세종'],
  ['경기도', '경기'],
])('%s is %s for short', (name, short) => {
  expect(shortProvince(name)).toBe(short);
});

test.each([
  ['전라북도', '전북특별자치도'],
  ['강원도', '강원특별자치도'],
  ['경기도', '경기도'],
])('%s is called %s today', (name, today) => {
  expect(presentProvince(name)).toBe(today);
});
