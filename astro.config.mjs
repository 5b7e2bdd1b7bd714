import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { devSearch } from './scripts/dev-search.ts';
import { markdownOptions } from './src/case/markdown.ts';
import { site } from './src/site.ts';

export default defineConfig({
  site: process.env.SITE_ORIGIN ?? site.origin,
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [mdx(), devSearch()],
  markdown: { syntaxHighlight: false, processor: unified(markdownOptions) },
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
});
