/**
 * Build side only: as much of CBOR (RFC 8949) as is needed to take Pagefind's files apart and put them together again. Items are passed on as
 * the bytes they are; only array heads and texts are read.
 */

const ARRAY = 4;
const TEXT = 3;
const BYTES = 2;
const SIMPLE = 7;

interface Head {
  readonly major: number;
  /** Length, count or value. */
  readonly value: number;
  /** Offset of what follows. */
  readonly next: number;
}

/** The items of the array that begins at `start`, as bytes. Throws a `RangeError` when there is no whole array. */
export function readArray(bytes: Uint8Array, start = 0): readonly Uint8Array[] {
  const { major, value, next } = readHead(bytes, start);
  if (major !== ARRAY) throw new RangeError(`no array at ${start}`);
  const items: Uint8Array[] = [];
  let at = next;
  for (let left = value; left > 0; left--) {
    const end = skip(bytes, at);
    items.push(bytes.subarray(at, end));
    at = end;
  }
  return items;
}

/** The text that an item is. Throws a `RangeError` when it is none. */
export function readText(item: Uint8Array): string {
  const { major, value, next } = readHead(item, 0);
  if (major !== TEXT) throw new RangeError('no text');
  return new TextDecoder().decode(item.subarray(next, next + value));
}

export function writeArray(items: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([writeHead(ARRAY, items.length), ...items]);
}

export function writeText(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([writeHead(TEXT, bytes.length), bytes]);
}

/** Where the item at `start` ends. */
function skip(bytes: Uint8Array, start: number): number {
  const { major, value, next } = readHead(bytes, start);
  if (major === TEXT || major === BYTES) return next + value;
  if (major !== ARRAY) return next;
  let at = next;
  for (let left = value; left > 0; left--) at = skip(bytes, at);
  return at;
}

function readHead(bytes: Uint8Array, at: number): Head {
  const first = bytes[at];
  if (first === undefined) throw new RangeError('the bytes end too early');
  const major = first >> 5;
  const short = first & 31;
  if (short < 24) return { major, value: short, next: at + 1 };
  const size = [1, 2, 4, 8][short - 24];
  // Maps, tags and arrays without a length are not written by Pagefind.
  if (size === undefined || (major > ARRAY && major !== SIMPLE)) throw new RangeError(`not understood at ${at}: ${first}`);
  let value = 0;
  for (let offset = 1; offset <= size; offset++) value = value * 256 + (bytes[at + offset] ?? 0);
  return { major, value, next: at + 1 + size };
}

function writeHead(major: number, value: number): Uint8Array {
  const top = major << 5;
  if (value < 24) return Uint8Array.of(top | value);
  if (value < 0x100) return Uint8Array.of(top | 24, value);
  if (value < 0x10000) return Uint8Array.of(top | 25, value >> 8, value & 255);
  return Uint8Array.of(top | 26, (value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}
