import type { APIRoute } from 'astro';
import { absoluteUrl, hasOrigin } from '../url.ts';

export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n${hasOrigin ? `Sitemap: ${absoluteUrl('/sitemap.xml')}\n` : ''}`);
