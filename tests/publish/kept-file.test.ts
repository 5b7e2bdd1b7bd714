import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { keepFile, keyOf } from '../../src/publish/kept-file.ts';

const KIND = 'kept-file-test';
const FOLDER = `node_modules/.cache/${KIND}`;
const remove = () => {
  rmSync(FOLDER, { recursive: true, force: true });
};
beforeEach(remove);
afterAll(remove);

const CARD = Buffer.from('the bytes of a card');
let made = 0;
const keep = () => {
  made = 0;
  return keepFile(KIND, 'card', () => {
    made += 1;
    return Promise.resolve(CARD);
  });
};

test('what was made is made once, and nothing else lies beside it', async () => {
  expect(await keep()).toEqual(CARD);
  expect(made).toBe(1);
  expect(await keep()).toEqual(CARD);
  expect(made).toBe(0);
  expect(readdirSync(FOLDER)).toEqual(['card']);
});

test.for([
  [
    'cut short',
    () => {
      truncateSync(`${FOLDER}/card`, 40);
    },
  ],
  [
    'empty',
    () => {
      truncateSync(`${FOLDER}/card`, 0);
    },
  ],
  [
    'other',
    () => {
      writeFileSync(`${FOLDER}/card`, readFileSync(`${FOLDER}/card`).fill(0, 40));
    },
  ],
] as const)('a file that is %s is made anew', async ([, spoil]) => {
  await keep();
  spoil();
  expect(await keep()).toEqual(CARD);
  expect(made).toBe(1);
  expect(await keep()).toEqual(CARD);
  expect(made).toBe(0);
});

test('where nothing can be kept, it is made each time', async () => {
  writeFileSync(FOLDER, 'no folder');
  expect(await keep()).toEqual(CARD);
  expect(await keep()).toEqual(CARD);
  expect(made).toBe(1);
  expect(existsSync(`${FOLDER}/card`)).toBe(false);
});

test('the parts of a key do not run into one another', () => {
  expect(keyOf('ab', 'c')).not.toBe(keyOf('a', 'bc'));
  expect(keyOf('a', 'b')).toMatch(/^[0-9a-f]{24}$/);
});
