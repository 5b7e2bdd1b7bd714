import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';

/** The font's licence travels with the font. */
export const GET: APIRoute = () => new Response(readFileSync('node_modules/pretendard/dist/LICENSE.txt', 'utf8'));
