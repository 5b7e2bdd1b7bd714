import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { bundleScripts } from './src/integrations/bundle-scripts.ts';
import { bundleStyles } from './src/integrations/bundle-styles.ts';
import { devSearch } from './src/integrations/dev-search.ts';
import { proseOnly } from './src/integrations/prose-only.ts';
import { unbundledData } from './src/integrations/unbundled-data.ts';
import { errorNoticeUrl } from './src/publish/error-notice.ts';
import { rehypeErrorNotices } from './src/content/markdown/headings.ts';
import { markdownOptions } from './src/content/markdown/plugins.ts';
import { site } from './src/site.ts';

const origin = (process.env.SITE_ORIGIN ?? site.origin) || undefined;
// With one slash at its end, as scripts take `import.meta.env.BASE_URL`.
const base = (process.env.BASE_PATH ?? '').replace(/\/*$/, '/');

/** Where "오류 알리기" of a section of the prose leads; the prose has no other way to know its address. */
const linkTo = (slug, { id, title, pages }) => {
  const path = `${base}cases/${slug}/#${id}`;
  return errorNoticeUrl(site.contact, { title, pages, url: origin === undefined ? path : new URL(path, origin).href });
};

/**
 * Prose that does not change becomes one text of HTML for each run between two tags, instead of an element for each word of it. Where a `div` comes
 * to stand alone it would be written otherwise than within such a run.
 */
const optimize = { ignoreElementNames: ['div'] };

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [mdx({ optimize }), proseOnly(), unbundledData(), devSearch(), bundleScripts(), bundleStyles()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({ ...markdownOptions, rehypePlugins: [...markdownOptions.rehypePlugins, [rehypeErrorNotices, { linkTo }]] }),
  },
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
});
