/** Legal forms that stand beside the name of a body and are no part of it: ㈜거마, (사)한국협회, 주식회사 거마, 거마(주). */
const LEGAL_FORMS = /㈜|㈔|\([주사재협유]\)|주식회사|사단법인|재단법인/g;

/** The name alone: `㈜거마`, `주식회사 거마` and `거마(주)` are all `거마`. */
export function withoutLegalForm(name: string): string {
  return name.replace(LEGAL_FORMS, ' ').replace(/ {2,}/g, ' ').trim();
}
