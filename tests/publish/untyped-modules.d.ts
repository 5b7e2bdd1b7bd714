declare module '@citation-js/core' {
  export class Cite {
    constructor(source: string);
    /** CSL-JSON items. */
    data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
