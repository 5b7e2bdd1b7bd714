/** Files spoilt at random: whatever is in a file under `content/`, the check ends, tells its faults in Korean and names a line that is there. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import { openContent } from '../../src/content/read.ts';
import { isAudit } from '../audit.ts';
import { OTHER_SAMPLE, SAMPLE, SAMPLE_FOLDER } from './sample.ts';

/** Mutants of each file. */
const EACH = isAudit ? 120 : 4;

const dir = mkdtempSync(join(tmpdir(), 'every-file-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** A sequence that is the same on every machine: mulberry32. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof createRandom>;

/** What gets into a file by a slip of the hand, a broken editor or ill will. */
const PIECES = [
  ...[
    '"',
    "'",
    '“',
    ':',
    ': ',
    '：',
    ' #',
    '- ',
    '\t',
    '    ',
    '[',
    ']',
    '{',
    '}',
    '|',
    '|\n',
    '>',
    '&a ',
    '*a',
    '!!x ',
    '%',
    '@',
    '`',
    '<b>',
    '~~',
    '**',
  ],
  ...[
    '\u0000',
    '\u202e',
    '\u00a0',
    '\ufeff',
    '\ufffd',
    '\ud83d',
    '\u1100\u1161',
    '\\u202E',
    '---\n',
    '...\n',
    '<<<<<<< a\n',
    'null',
    '0x1F',
    '.inf',
    '1e999',
  ],
  ...['__proto__: 1\n', 'constructor: 1\n', `${'['.repeat(3000)}`, `${'- '.repeat(3000)}`, 'a'.repeat(20_000), '漢'],
];

function spoil(bytes: Buffer, random: Random): Buffer {
  const text = bytes.toString('utf8');
  const lines = text.split('\n');
  const line = random(lines.length);
  const at = random(text.length + 1);
  switch (random(8)) {
    case 0:
      return Buffer.from(lines.toSpliced(line, 1).join('\n'));
    case 1:
      return Buffer.from(lines.toSpliced(line, 0, lines[random(lines.length)] ?? '').join('\n'));
    case 2:
      return Buffer.from(lines.with(line, `${' '.repeat(random(6))}${(lines[line] ?? '').trimStart()}`).join('\n'));
    case 3:
      return Buffer.from(text.slice(0, at));
    case 4: {
      const broken = Buffer.from(bytes);
      if (broken.length > 0) broken[random(broken.length)] = random(256);
      return broken;
    }
    case 5:
      return Buffer.from(text.slice(0, at) + text.slice(at + 1 + random(20)));
    default:
      return Buffer.from(text.slice(0, at) + (PIECES[random(PIECES.length)] ?? '') + text.slice(at));
  }
}

cpSync(SAMPLE_FOLDER, dir, { recursive: true });
cpSync('content/permalinks.json', join(dir, 'permalinks.json'));
writeFileSync(join(dir, 'fingerprints.json'), '{ "cases": {}, "casebooks": {} }\n');
writeFileSync(
  join(dir, 'withdrawn.yaml'),
  '- slug: busan-jung\n  title: 제목\n  municipality: 부산광역시 중구\n  date: "2026-11-30"\n  why: 사유\n',
);
writeFileSync(join(dir, 'moved.yaml'), '- from: /topics/old/\n  to: /topics/governance/\n');
cpSync(SAMPLE_FOLDER, join(dir, 'cases'), { recursive: true, filter: (path) => path === SAMPLE_FOLDER });
writeFileSync(join(dir, 'cases/busan-yeonje.mdx'), SAMPLE);
writeFileSync(join(dir, 'cases/busan-sasang.mdx'), OTHER_SAMPLE);
const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  .filter((name) => statSync(join(dir, name)).isFile())
  .sort();

test('every kind of file is here', () => {
  expect(names).toHaveLength(readdirSync('content/vocabulary').length + 7);
});

test.for(names.map((name, index) => [name, index] as const))(
  '%s',
  { timeout: 600_000 },
  ([name, index]) => {
    const path = join(dir, name);
    const sound = readFileSync(path);
    const random = createRandom(index + 1);
    try {
      for (let n = 0; n < EACH; n += 1) {
        const spoilt = spoil(sound, random);
        writeFileSync(path, spoilt);
        const begin = performance.now();
        const faults = checkContent(openContent(dir), '2026-12-01');
        const lines = new Map<string, number>();
        for (const { file, line, field, problem, fix } of faults) {
          const said = `${file}:${String(line)} ${field} | ${problem} | ${fix}`;
          const count = lines.get(file) ?? countLines(join(dir, file.replace('content/', '')));
          lines.set(file, count);
          expect(line, said).toBeGreaterThan(0);
          expect(line, said).toBeLessThanOrEqual(count + 1);
          expect(`${problem} ${fix}`.replaceAll(/‘[^’]*’/g, ''), said).not.toMatch(
            /\b(?:expected|received|[Ii]nvalid|Unrecognized|undefined|null|NaN|Error)\b|\[object/,
          );
        }
        // A generous bound: nothing may be quadratic or worse in the size of a file.
        expect(performance.now() - begin, `${name} ${String(n)}`).toBeLessThan(20_000);
      }
    } finally {
      writeFileSync(path, sound);
    }
  },
);

function countLines(path: string): number {
  try {
    return readFileSync(path, 'utf8').split('\n').length;
  } catch {
    // What cannot be read is told on its first line.
    return 1;
  }
}
