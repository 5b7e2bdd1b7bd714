/**
 * The seventeen 시·도 as tiles, row by row from the north: a map that says where, not how large. `PlaceTiles` sets each in its place.
 * Names are the short ones that did not change when 강원 and 전북 became 특별자치도.
 */
const TILES = [
  ['incheon', '인천'],
  ['seoul', '서울'],
  ['gyeonggi', '경기'],
  ['gangwon', '강원'],
  ['chungnam', '충남'],
  ['sejong', '세종'],
  ['chungbuk', '충북'],
  ['gyeongbuk', '경북'],
  ['jeonbuk', '전북'],
  ['daejeon', '대전'],
  ['daegu', '대구'],
  ['ulsan', '울산'],
  ['gwangju', '광주'],
  ['jeonnam', '전남'],
  ['gyeongnam', '경남'],
  ['busan', '부산'],
  ['jeju', '제주'],
] as const;

/** The id of a 시·도 by its short name, as the map knows it: with another id it would not be on the map. */
export function provinceIdOf(short: string): string | undefined {
  return TILES.find(([, name]) => name === short)?.[0];
}

/** A tile: `count` is 0 where no case comes from. */
export interface Tile {
  id: string;
  name: string;
  count: number;
}

/** All tiles in their order. `undefined` when a place is none of them: a map must not leave one out. */
export function placeTiles(counts: ReadonlyMap<string, number>): Tile[] | undefined {
  const tiles = TILES.map(([id, name]) => ({ id, name, count: counts.get(id) ?? 0 }));
  return [...counts.keys()].every((id) => tiles.some((tile) => tile.id === id)) ? tiles : undefined;
}
