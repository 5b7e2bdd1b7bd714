import {launchWebKit} from './tests/engines/webkit.ts';
import {serve} from './scripts/serve.ts';
const s=await serve({dir:'dist',port:0});
for (let i=0;i<3;i++){ let t=Date.now(); const lap=(n)=>{console.log(i,n,Date.now()-t); t=Date.now();};
const e=await launchWebKit(); lap('launch'); await e.resize(1280,900); lap('resize');
await e.goto(s.address+'cases/busan-yeonje/'); lap('goto'); await e.click('[data-search-input]'); lap('click'); await e.type('협동'); lap('type'); await e.press('ArrowDown'); lap('press'); await e.goto(s.address); lap('goto2'); await e.close(); lap('close'); }
await s.close();
