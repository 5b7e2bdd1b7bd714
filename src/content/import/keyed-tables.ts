/**
 * Lists that are tables in disguise: headings of one level, one after another, with the same fields under each (일시, 장소, 참여 …). Each heading
 * becomes a row and each field a column.
 */
import { describeContext } from './labels.ts';
import { type Item, valueOf } from './outline.ts';
import type { FlatTable } from './tables.ts';

/** Fields that at least two headings share, to make columns of them. */
const FEWEST_KEYS = 2;
const FEWEST_ROWS = 2;
const LONGEST_CELL = 120;

interface Block {
  readonly name: string;
  readonly parent: Item | undefined;
  readonly level: number;
  readonly fields: readonly Item[];
}

/** Tables out of the items of a text, in order; the items stay where they are. */
export function findKeyedTables(items: readonly Item[]): readonly FlatTable[] {
  const blocks = readBlocks(items);
  const tables: FlatTable[] = [];
  for (let index = 0; index < blocks.length;) {
    const run = readRun(blocks, index);
    if (run.length >= FEWEST_ROWS) tables.push(build(run));
    index += Math.max(1, run.length);
  }
  return tables;
}

/** Every item with fields directly under it. */
function readBlocks(items: readonly Item[]): Block[] {
  const blocks: { owner: Item | undefined; fields: Item[] }[] = [];
  for (const item of items) {
    if (item.key === undefined || item.key.length > 8) continue;
    const owner = item.above.at(-1);
    const last = blocks.at(-1);
    if (last !== undefined && last.owner === owner && !last.fields.some(({ key }) => key === item.key)) last.fields.push(item);
    else blocks.push({ owner, fields: [item] });
  }
  return blocks
    .filter(({ fields }) => fields.length >= FEWEST_KEYS)
    .map(({ owner, fields }) => ({
      name: owner === undefined ? '' : owner.key === undefined ? (fields[0] ? describeContext(fields[0]) : '') : owner.text,
      parent: owner?.above.at(-1),
      level: fields[0]?.level ?? 0,
      fields,
    }));
}

/** Blocks from here on that share their fields with the one before. */
function readRun(blocks: readonly Block[], from: number): Block[] {
  const run: Block[] = [];
  for (const block of blocks.slice(from)) {
    const before = run.at(-1);
    const keys = new Set(before?.fields.map(({ key }) => key));
    const shared = block.fields.filter(({ key }) => keys.has(key)).length;
    if (
      before !== undefined &&
      (block.level !== before.level || shared < FEWEST_KEYS || shared * 2 < Math.min(keys.size, block.fields.length))
    )
      break;
    run.push(block);
  }
  return run;
}

function build(run: readonly Block[]): FlatTable {
  const fields = run.flatMap((block) => block.fields);
  const keys = [...new Set(fields.map(({ key = '' }) => key))].filter(
    (key) => fields.filter((field) => field.key === key).length >= FEWEST_ROWS,
  );
  const cell = (text: string): string => text.replaceAll('|', '/').slice(0, LONGEST_CELL).trim();
  const rows = run.map(({ name, fields: own }) => {
    const values = keys
      .map((key) => own.find((field) => field.key === key))
      .map((field) => (field === undefined ? '-' : cell(valueOf(field))));
    return [cell(name), ...values];
  });
  const lines = fields.map(({ line }) => line);
  return {
    first: Math.min(...lines),
    last: Math.max(...lines),
    pages: pagesOf(fields),
    columns: ['구분', ...keys],
    rows,
    // Every row is a guess of what belongs together.
    unclear: rows.map((_, index) => index),
    lines: new Set(lines),
  };
}

function pagesOf(fields: readonly Item[]): FlatTable['pages'] {
  const known = fields.flatMap(({ pages }) => (pages === undefined ? [] : [pages]));
  return known.length === 0
    ? undefined
    : { first: Math.min(...known.map(({ first }) => first)), last: Math.max(...known.map(({ last }) => last)) };
}
