/**
 * `npm run lock`, after every `npm install <package>`.
 *
 * Some registries hold only part of the platform packages (macOS, Windows …). npm then leaves them out of
 * package-lock.json, and `npm ci` stops with "Missing: X from lock file". This writes an entry for each: name,
 * version, optional, os and cpu, so that npm skips it on other platforms.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockEntry {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}

const FILE = 'package-lock.json';
const OS: Readonly<Record<string, string | undefined>> = {
  darwin: 'darwin',
  win32: 'win32',
  windows: 'win32',
  win: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  linux: 'linux',
};
const CPU = ['arm64', 'x64', 'ia32', 'arm', 'wasm32'];

const lock = JSON.parse(readFileSync(FILE, 'utf8')) as { packages: Record<string, LockEntry> };
const { packages } = lock;

/** What a package sees under a name: looked up as Node does, beside the package, then in every folder above it. */
function findLocked(name: string, from: string): LockEntry | undefined {
  for (let folder = from; ; folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : '') {
    const entry = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (entry || folder === '') return entry;
  }
}

let added = 0;
for (const [folder, entry] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const locked = findLocked(name, folder);
    // Platform packages are named by exact version; another package's version in sight does not serve.
    if (locked && (!/^\d/.test(range) || locked.version === range)) continue;
    const parts = (name.split('/').at(-1) ?? '').split('-');
    const os = parts.map((part) => OS[part]).find((part) => part !== undefined);
    const cpu = parts.find((part) => CPU.includes(part));
    packages[`${locked ? `${folder}/` : ''}node_modules/${name}`] = {
      version: range.replace(/^\D*/, ''),
      ...(cpu === undefined ? {} : { cpu: [cpu] }),
      optional: true,
      ...(os === undefined ? {} : { os: [os] }),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${String(added)} entries added`);
