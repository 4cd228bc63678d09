process.env.AWS_LAMBDA_JS_RUNTIME='nodejs22.x'; process.env.TMPDIR='/tmp/shots/chromium-tmp'; import { mkdirSync } from 'node:fs'; mkdirSync('/tmp/shots/chromium-tmp',{recursive:true});
const { chromium } = await import('playwright-core'); const sp = (await import('@sparticuz/chromium')).default;
const b = await chromium.launch({ executablePath: await sp.executablePath(), args: ['--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const shots = JSON.parse(process.argv[2]);
for (const [name, path, w, key] of shots) {
  const ctx = await b.newContext({ viewport: { width: w, height: w < 500 ? 800 : 900 }, baseURL: 'http://localhost:3105' });
  const p = await ctx.newPage(); const errs=[]; p.on('console', m => m.type()==='error' && errs.push(m.text())); p.on('pageerror', e=>errs.push(String(e)));
  if (key) { await p.goto('/en/sign-in'); await p.locator(`button[value="${key}"]`).click(); await p.waitForTimeout(1500); }
  const t=Date.now(); const r = await p.goto(path); await p.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: false }); console.log(name, r.status(), p.url(), Date.now()-t, errs.slice(0,3).join(' | '));
  await ctx.close();
}
await b.close();
