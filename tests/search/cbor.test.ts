import { encode } from 'cborg';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCbor } from '../../src/search/runtime/cbor.ts';

const item = fc.letrec((tie) => ({
  item: fc.oneof(
    { depthSize: 'small' },
    fc.integer(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('item'), { maxLength: 40 }),
  ),
})).item;

test('reads what cborg writes', () => {
  fc.assert(
    fc.property(item, (value) => {
      expect(decodeCbor(encode(value))).toEqual(value);
    }),
  );
});

test('refuses what is cut short, longer, or of a kind that Pagefind does not write', () => {
  fc.assert(
    fc.property(item, fc.nat(), (value, cut) => {
      const bytes = encode(value);
      expect(() => decodeCbor(bytes.subarray(0, cut % bytes.length))).toThrow(RangeError);
      expect(() => decodeCbor(Uint8Array.of(...bytes, 0))).toThrow(RangeError);
    }),
  );
  for (const other of [{ a: 1 }, 1.5, null, true, Uint8Array.of(1)]) expect(() => decodeCbor(encode([other]))).toThrow(RangeError);
});
