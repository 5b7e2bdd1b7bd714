/**
 * As much of CBOR (RFC 8949) as Pagefind writes: whole numbers, texts and lists of known length. `cborg` reads all of it, but is 6.4 KB of the 60 that a first
 * search may cost; the tests hold this against it.
 */

const MAJOR = { positive: 0, negative: 1, text: 3, list: 4 } as const;

/** The one item that the bytes are: a number, a text, or a list of items. Throws a `RangeError` when it is not whole or of another kind. */
export function decodeCbor(bytes: Uint8Array): unknown {
  const texts = new TextDecoder();
  let at = 0;
  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw new RangeError('the bytes end too early');
    return byte;
  };
  const item = (): unknown => {
    const head = next();
    const major = head >> 5;
    let value = head & 31;
    if (value >= 24) {
      // One, two, four or eight bytes follow.
      if (value > 27) throw new RangeError(`not understood: ${head}`);
      let size = 1 << (value - 24);
      for (value = 0; size > 0; size--) value = value * 256 + next();
    }
    if (major === MAJOR.positive) return value;
    if (major === MAJOR.negative) return -1 - value;
    if (major === MAJOR.text) {
      if (at + value > bytes.length) throw new RangeError('the bytes end too early');
      return texts.decode(bytes.subarray(at, (at += value)));
    }
    if (major !== MAJOR.list) throw new RangeError(`not understood: ${head}`);
    const items: unknown[] = [];
    for (; value > 0; value--) items.push(item());
    return items;
  };
  const whole = item();
  if (at !== bytes.length) throw new RangeError('other bytes than one item');
  return whole;
}
