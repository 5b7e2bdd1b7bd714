/**
 * Files that take long to make and are kept between builds, out of Git: the same bytes whether a file was kept or is made anew. A file is named by
 * everything that it is made of and begins with a digest of the rest, so that one that was cut short or changed is made anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'node_modules/.cache';

const digest = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(String(part.length)).update('\0').update(part);
  return hash.digest();
};

/** The name of what is made of these parts, the versions of the makers among them. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
  return digest(...parts).toString('hex', 0, 12);
}

/** The version of a package that is installed. */
export function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
}

/**
 * The bytes that `make` gives, from the file of before where it is whole. A folder that cannot be written to is no error: nothing is kept then.
 * @param kind folder below `node_modules/.cache/`
 */
export async function keepFile(kind: string, key: string, make: () => Promise<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const file = join(FOLDER, kind, key);
  const kept = readWhole(file);
  if (kept) return kept;
  const made = Buffer.from(await make());
  const aside = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(join(FOLDER, kind), { recursive: true });
    writeFileSync(aside, Buffer.concat([digest(made), made]));
    renameSync(aside, file);
  } catch {
    if (existsSync(aside)) rmSync(aside);
  }
  return made;
}

function readWhole(file: string): Buffer<ArrayBuffer> | undefined {
  try {
    const bytes = readFileSync(file);
    const made = bytes.subarray(32);
    return bytes.length > 32 && digest(made).equals(bytes.subarray(0, 32)) ? made : undefined;
  } catch {
    return undefined;
  }
}
