/**
 * The one place for what the owner of the site decides: its name, address, operator and contact.
 * `null` means "not decided yet"; pages then say so, and nothing is invented in its place.
 */
export const site = {
  name: '지자체 우수사례 모음',
  /**
   * Origin of the published site, without a path. `SITE_ORIGIN` overrides it at build time. With null, canonical links and the site map are
   * left out, and citations take the address that the reader is at.
   */
  origin: 'https://cases.example.kr',
  operator: null,
  contact: null,
} as const satisfies {
  name: string;
  origin: string | null;
  operator: string | null;
  contact: string | null;
};

/** Most cases on one page of the index; more are paged, so that it stays small on a phone. */
export const CASES_A_PAGE = 100;

/** Most rows on one page of the lists across cases. */
export const ROWS_A_PAGE = 500;
