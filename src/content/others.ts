/** Files of `content/` that no case draws on: the check reads them, pages read what they need of them by themselves. */
import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './fault.ts';
import { MOVED, WITHDRAWN } from './schema/departures.ts';
import { GLOSSARY, type Term } from './schema/glossary.ts';
import { byCharacter, HANJA_FILE } from './schema/hanja.ts';
import { FINGERPRINTS, PERMALINKS, type Fingerprints, type Ledger } from './schema/ledgers.ts';
import { SYNONYMS } from './schema/synonyms.ts';
import { VOCABULARY_FILES } from './schema/vocabulary.ts';
import type { YamlSource } from './source.ts';
import { openFile, type ContentFile, type OpenedFile } from './yaml.ts';

/** What these files say, `undefined` where one has a fault. */
export interface OtherFiles {
  glossary: { terms: readonly Term[]; lineAt: YamlSource['lineAt'] } | undefined;
  /** Character → reading. */
  hanja: ReadonlyMap<string, string> | undefined;
  ledger: Ledger | undefined;
  fingerprints: Fingerprints | undefined;
  faults: readonly Fault[];
}

/** Reads them with all their faults, and finds files that belong nowhere. Never throws. */
export function openOthers(contentDir: string): OtherFiles {
  const faults: Fault[] = findStrays(contentDir);
  const open = <T>(file: ContentFile<T>): OpenedFile<T> => {
    const opened = openFile(contentDir, file);
    faults.push(...opened.faults);
    return opened;
  };
  open(SYNONYMS);
  const { data: terms, source } = open(GLOSSARY);
  const hanja = open(HANJA_FILE).data;
  const ledger = open(PERMALINKS).data;
  const fingerprints = open(FINGERPRINTS).data;
  return { glossary: terms && { terms, lineAt: source.lineAt }, hanja: hanja && byCharacter(hanja), ledger, fingerprints, faults };
}

/** Folders of `content/` with the ending of the files in them; '' for the folder itself. */
const ENDINGS: Readonly<Record<string, string>> = { cases: '.mdx', casebooks: '.yaml', vocabulary: '.yaml' };

const KNOWN = new Set(
  [GLOSSARY, HANJA_FILE, SYNONYMS, PERMALINKS, FINGERPRINTS, MOVED, WITHDRAWN, ...VOCABULARY_FILES].map(({ name }) => name),
);

/** What systems and editors leave behind: nobody put it there, and nothing reads it. */
const LEFT_BEHIND = /^\.|~$|\.(?:bak|orig|rej|swp|tmp)$|^#.*#$|^(?:Thumbs\.db|desktop\.ini|Icon\r)$/;

function findStrays(contentDir: string): Fault[] {
  const entriesOf = (folder: string): Dirent[] => {
    try {
      return readdirSync(join(contentDir, folder), { withFileTypes: true }).filter(({ name }) => !LEFT_BEHIND.test(name));
    } catch {
      // A folder that is not there has no strays; what is missed in it is told where it is read.
      return [];
    }
  };
  return ['', ...Object.keys(ENDINGS)].flatMap((folder) => {
    const entries = entriesOf(folder);
    const names = new Set(entries.map(({ name }) => name));
    return entries.flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const isFolder = entry.isDirectory();
      // A folder with the name of a file is told by who reads it.
      if (folder === '' ? (isFolder && entry.name in ENDINGS) || KNOWN.has(path) : isExpected(folder, entry.name)) return [];
      return [
        {
          file: `content/${path}`,
          line: 1,
          field: '파일',
          problem: isFolder ? '여기에 둘 수 없는 폴더입니다.' : '여기에 둘 수 없는 파일입니다.',
          fix: isFolder ? '폴더를 이 자리에서 옮기세요. 폴더 안의 파일은 읽지 않습니다.' : adviseOnName(folder, entry.name, names),
        },
      ];
    });
  });
}

function isExpected(folder: string, name: string): boolean {
  return folder === 'vocabulary' ? KNOWN.has(`${folder}/${name}`) : name.endsWith(ENDINGS[folder] ?? '');
}

/** The name that was probably meant, never one that would overwrite a file. */
function adviseOnName(folder: string, name: string, names: ReadonlySet<string>): string {
  const ending = ENDINGS[folder] ?? '.yaml';
  const meant = name.replace(/(?:\.(?:ya?ml|mdx?|txt))+$/i, '') + ending;
  const isMeant = /\.(?:ya?ml|mdx?)(?:\.txt)?$/i.test(name) && isExpected(folder, meant) && (folder !== '' || KNOWN.has(meant));
  if (isMeant && names.has(meant))
    return `‘${meant}’ 파일이 이미 있습니다. 두 파일을 비교해 필요한 내용을 ‘${meant}’에 옮기고 이 파일을 지우세요.`;
  if (isMeant) return `이름을 ‘${meant}’로 바꾸세요. 이 폴더에서는 ‘${ending}’로 끝나는 파일만 읽습니다.`;
  return '이 파일을 content 밖으로 옮기세요.';
}
