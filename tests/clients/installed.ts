/** Programs of others that only the audit reads the site with; they have a lock file of their own beside this one. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const HOW = '‘npm ci --ignore-scripts --prefix tests/clients’로 설치한 뒤 다시 실행하세요.';

function pathOf(file: string): string {
  const path = `tests/clients/node_modules/${file}`;
  if (!existsSync(path)) throw new Error(`${file}이 없습니다. ${HOW}`);
  return path;
}

/** The JavaScript library of the Data Package standard, as far as it is used. */
interface DataPackageLibrary {
  Package: {
    load(path: string): Promise<{
      valid: boolean;
      errors: readonly Error[];
      resources: readonly { name: string; tabular: boolean; read(options: { keyed: true }): Promise<Record<string, unknown>[]> }[];
    }>;
  };
}

/** Throws where it is not installed. */
export function loadDataPackageLibrary(): DataPackageLibrary {
  pathOf('datapackage/package.json');
  return createRequire(new URL('datapackage.audit.ts', import.meta.url))('datapackage') as DataPackageLibrary;
}

export interface NuMessage {
  type: string;
  url: string;
  lastLine?: number;
  message: string;
  extract?: string;
}

/** What the Nu HTML checker says of files. Throws where it or Java is not installed. */
export function askNuChecker(files: readonly string[]): NuMessage[] {
  const jar = pathOf('vnu-jar/build/dist/vnu.jar');
  try {
    const options = ['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...files];
    const output = execFileSync('java', options, { encoding: 'utf8', maxBuffer: 1 << 28 });
    return (JSON.parse(output) as { messages: NuMessage[] }).messages;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error('Java가 없습니다. ‘apt-get install default-jre-headless’로 설치한 뒤 다시 실행하세요.', { cause: error });
    throw error;
  }
}
