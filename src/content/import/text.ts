/** The bytes of a casebook's text, as a PDF extractor wrote them, made readable or refused with a sentence. */

/** What is wrong with what the maintainer gave; the message is a sentence in Korean that says what to do. */
export class ImportError extends Error {}

/** A book of 500 pages has about 1 MB of text. */
const LARGEST = 8 * 1024 * 1024;
/** How much of a text may be damage before it is taken for something else than text. */
const MOST_DAMAGE = 0.02;

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/**
 * Decodes a text file. Line ends become `\n`, Hangul is composed, a byte order mark is dropped.
 * @throws ImportError when the file is empty, binary, too large or not in UTF-8
 */
export function decodeCasebook(bytes: Uint8Array): string {
  if (bytes.length > LARGEST)
    throw new ImportError(
      `파일이 ${megabytes(bytes.length)}MB입니다. 사례집 한 권의 글은 1MB 안팎입니다. 맞는 파일인지 확인하고, 필요한 부분만 잘라 저장해 주세요.`,
    );
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]))
    throw new ImportError('파일이 UTF-16으로 저장되어 있습니다. 편집기에서 UTF-8로 다시 저장해 주세요.');
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new ImportError('PDF 파일입니다. 먼저 PDF에서 글을 추출해 UTF-8 텍스트 파일(.txt)로 저장해 주세요.');
  if (bytes.includes(0)) throw new ImportError('텍스트 파일이 아닙니다. PDF에서 추출한 글을 담은 UTF-8 텍스트 파일(.txt)을 적어 주세요.');
  const text = decode(bytes).replaceAll(/\r\n?/g, '\n').normalize('NFC');
  if (text.trim() === '') throw new ImportError('파일이 비어 있습니다. PDF에서 글이 추출되었는지 확인해 주세요.');
  if (!/[가-힣]/.test(text))
    throw new ImportError('파일에 한글이 없습니다. 그림으로 된 PDF이면 글자를 인식(OCR)해 추출한 파일을 적어 주세요.');
  return text;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Falls through: either another encoding or UTF-8 with some damage.
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  if ((text.match(/\ufffd/g)?.length ?? 0) / text.length <= MOST_DAMAGE) return text;
  const korean = new TextDecoder('euc-kr').decode(bytes);
  throw new ImportError(
    (korean.match(/[가-힣]/g)?.length ?? 0) > korean.length * 0.1
      ? '파일이 EUC-KR(CP949)로 저장되어 있습니다. 편집기에서 UTF-8로 다시 저장해 주세요.'
      : '파일이 UTF-8이 아닙니다. PDF에서 추출한 글을 담은 UTF-8 텍스트 파일(.txt)을 적어 주세요.',
  );
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
