/** Where a value or key of parsed YAML stands in its text. */
import { isMap, isScalar, type Document } from 'yaml';

/**
 * Offset of the value (or, for a missing key, of the object) at a path; for rows of a block of text, see `YamlSource.lineAt`.
 */
export function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], text: string): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const parent = depth > 0 ? document.getIn(path.slice(0, depth - 1), true) : undefined;
    const last = path[depth - 1];
    if (depth > 0 && isMap(parent) && typeof last === 'string') {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last);
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
      continue;
    }
    if (typeof last === 'number' && isScalar(parent) && parent.type === 'BLOCK_LITERAL' && parent.range) {
      const header = text.indexOf('\n', parent.range[0]) + 1;
      const starts = [...text.slice(header, parent.range[1]).matchAll(/^.*\S.*$/gm)].map((line) => header + line.index);
      return starts[last] ?? parent.range[0];
    }
    const node = document.getIn(path.slice(0, depth), true);
    const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}

/** Offset of the key itself. */
export function offsetOfKey(document: Document.Parsed, path: readonly PropertyKey[], key: string, text: string): number {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return offsetOf(document, path, text);
}
