import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { bundleScripts } from './src/integrations/bundle-scripts.ts';
import { bundleStyles } from './src/integrations/bundle-styles.ts';
import { font } from './src/integrations/font.ts';
import { headers } from './src/integrations/headers.ts';
import { progress } from './src/integrations/progress.ts';
import { proseOnly } from './src/integrations/prose-only.ts';
import { publicScripts } from './src/integrations/public-scripts.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { showFaults } from './src/integrations/show-faults.ts';
import { sitemap } from './src/integrations/sitemap.ts';
import { rehypeErrorNotices } from './src/content/markdown/headings.ts';
import { markdownOptions } from './src/content/markdown/plugins.ts';
import { readEnvironment } from './src/env.ts';
import { errorNoticeUrl } from './src/publish/error-notice.ts';
import { site } from './src/site.ts';

const { origin, base } = readEnvironment();

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
  // Not in node_modules, which several copies of the project may share.
  cacheDir: '.cache/astro',
  integrations: [
    mdx({ optimize }),
    proseOnly(),
    font(),
    bundleScripts(),
    bundleStyles(),
    // In this order when all pages are there.
    searchIndex(),
    sitemap(),
    publicScripts(),
    headers(),
    progress(),
    showFaults(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: unified({ ...markdownOptions, rehypePlugins: [...markdownOptions.rehypePlugins, [rehypeErrorNotices, { linkTo }]] }),
  },
  vite: { envDir: false, build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
});
