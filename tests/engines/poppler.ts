/** What the tools of poppler (Debian: poppler-utils) say of a PDF. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A word as printed. Measures in points from the top of its page. */
export interface Word {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
}

/** Output of a tool for a file. Throws where the tool is not installed or cannot read the file. */
export function askPoppler(tool: 'pdffonts' | 'pdfinfo' | 'pdftotext', pdf: Uint8Array, options: readonly string[] = []): string {
  const dir = mkdtempSync(join(tmpdir(), 'pdf-'));
  const file = join(dir, 'a.pdf');
  try {
    writeFileSync(file, pdf);
    return execFileSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error(`${tool}를 실행할 수 없습니다. ‘apt-get install poppler-utils’로 설치한 뒤 다시 실행하세요.`, { cause: error });
    throw error;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Words of each page, in the order of the file. */
export function readWords(pdf: Uint8Array): Word[][] {
  return askPoppler('pdftotext', pdf, ['-bbox'])
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/yMin="(-?[\d.]+)" xMax="[^"]*" yMax="(-?[\d.]+)">(.*?)<\/word>/g)].map(([, top, bottom, text]) => ({
        text: text ?? '',
        top: Number(top),
        bottom: Number(bottom),
      })),
    );
}

/**
 * Lines that stand at the foot of one page and again at the head of the next: a browser that cuts a line in two prints it on both and shows
 * a half of it on each. Pages are counted from 1; `top` and `foot` are the edges of what is printed on, in points.
 */
export function findCutLines(pages: readonly Word[][], { top, foot }: { top: number; foot: number }): string[] {
  return pages.flatMap((words, index) => {
    const crossing = words.filter((word) => word.top < foot && word.bottom > foot + 1).map(({ text }) => text);
    const next = new Set((pages[index + 1] ?? []).filter((word) => word.top < top && word.bottom > top - 1).map(({ text }) => text));
    const twice = crossing.filter((text) => next.has(text));
    return twice.length === 0 ? [] : [`page ${String(index + 1)}: ${twice.join(' ').slice(0, 60)}`];
  });
}
