/**
 * Texts of the index end with their build, so that a file that is empty, cut short, of another build or no file of ours at all (a host's page for
 * what is missing, sent with status 200) is told from one that holds nothing.
 */
const SEAM = '\n';

export function seal(text: string, build: string): string {
  return text + SEAM + build;
}

/** The text that was sealed. Throws a `RangeError` when the seal of this build is not there. */
export function unseal(sealed: string, build: string): string {
  const closing = SEAM + build;
  if (!sealed.endsWith(closing)) throw new RangeError('not whole, or of another build');
  return sealed.slice(0, -closing.length);
}
