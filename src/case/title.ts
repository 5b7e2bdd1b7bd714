/** How the title of a case reads together with its subtitle. */

/** A title with the words of its subtitle on the side where they read as Korean. */
export interface TitleParts {
  /** A subtitle that modifies the title: `경제 양극화 해결을 위한`. */
  before?: string;
  title: string;
  /** A subtitle that stands by itself. */
  after?: string;
}

/** Ends in a form that wants a noun after it: 위한, 통한, 함께하는, 만드는, 구민의. */
const MODIFIER = /(?:[위통대관향인]한|[가-힣]는|[가-힣]의)$/;
/** Nouns that end in the same letter: 협의, 강의. */
const NOUN = /(?:[강건결논동문발심이정주질토편합협회]의|예의|신의|호의)$/;

/** Where the subtitle of a case stands: before the title when it modifies it, otherwise after it. */
export function titleParts({ title, subtitle }: { title: string; subtitle?: string | undefined }): TitleParts {
  if (subtitle === undefined) return { title };
  return MODIFIER.test(subtitle) && !NOUN.test(subtitle) ? { before: subtitle, title } : { title, after: subtitle };
}
