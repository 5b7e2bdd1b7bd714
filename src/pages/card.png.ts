import type { APIRoute } from 'astro';
import { drawCard } from '../publish/card.ts';
import { site } from '../site.ts';

/** The link preview of every page that has none of its own. */
export const GET: APIRoute = async () => {
  const png = await drawCard({
    place: '대한민국 기초지자체',
    title: '공약을 실천한 우수사례와 수치를 출처와 함께',
    sector: '',
    source: '검색, 인용, 비교, 데이터',
    site: site.name,
  });
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
