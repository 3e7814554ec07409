// An entrepreneur's pages in every language: chosen with a button, small on the wire, without script, at 360 and 320 px, with longer text.
import { gzipSync } from 'node:zlib';
import { LOOKS } from './checks.mjs';

const STATUS = 12 * 1024;
const PAGE = 20 * 1024;

export async function languages(tour, house) {
  const told = await house.demo('--clients', '60');
  await house.serve();
  const { tally } = tour;
  const status = told.status_links.slice(0, 3).map(link => new URL(link).pathname);

  const guest = await tour.person('phone');
  await guest.goto('/c');
  const tags = await guest.locator('.langs button').evaluateAll(all => all.map(one => one.value));
  tally.check('languages: six of them', tags.length === 6, tags.join(' '));
  for (const tag of tags) await guestPage(tour, guest, tag);

  // Scripts are for axe alone: the pages are walked without one of their own further below.
  const rosa = await tour.person('phone');
  for (const tag of tags) {
    for (const [place, link] of status.entries()) {
      await rosa.goto(link);
      await choose(rosa, tag);
      tally.check(`languages: ${tag} is the language of the page`, await rosa.evaluate(() => document.documentElement.lang) === tag);
      tally.check(`languages: ${tag} comes back to the page it was chosen on`, new URL(rosa.url()).pathname === link);
      await narrow(tour, rosa, `languages: ${tag}, status ${place + 1}`);
      await weight(tally, rosa, link, `languages: ${tag}, status ${place + 1}`, STATUS);
    }
    for (const ending of ['/messages', '/requests', '/stopping', '/answer']) {
      await rosa.goto(status[0] + ending);
      await narrow(tour, rosa, `languages: ${tag}${ending}`);
      await weight(tally, rosa, status[0] + ending, `languages: ${tag}${ending}`, PAGE);
    }
    if (tag === 'ar') await mirrored(tally, rosa, status[0]);
    rosa.expects = true;
    await rosa.goto(`/s/${'0'.repeat(52)}`);
    await narrow(tour, rosa, `languages: ${tag}, a link that stopped`);
    rosa.expects = false;
  }

  const plain = await tour.person('phone', { javaScriptEnabled: false });
  await plain.goto(status[0]);
  await choose(plain, 'vi');
  tally.check('without script: a language is chosen', await plain.locator('html').getAttribute('lang') === 'vi');
  await choose(plain, 'en');

  const staff = await tour.person('desktop');
  await house.enter(staff, told.accounts.find(one => one.role === 'advisor').sign_in_link);
  await tour.visit(staff, '/languages', 'languages: who reviewed them', ['desktop', 'phone-dark']);
}

// A notice that asks leads to one page with its buttons: the link is the first tap, the answer the second. At 360 px, without script, in
// every language; two questions of a city, so three cities.
export async function answers(tour, house) {
  const { tally } = tour;
  const tags = ['en', 'es', 'zh-Hans', 'zh-Hant', 'vi', 'ar'];
  for (let city = 1; city <= 3; city += 1) {
    const here = city === 1 ? house : new house.constructor(house.program);
    try {
      const told = await here.demo('--clients', '60', '--seed', String(city));
      await here.serve();
      const asking = [];
      for (const link of told.status_links) {
        const page = await tour.person('phone', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, baseURL: here.url });
        const path = new URL(link).pathname;
        await page.goto(`${path}/answer`);
        if (await page.locator('main .both button').count() > 1) asking.push({ page, path });
        else await page.context().close();
      }
      for (const { page, path } of asking) {
        const tag = tags.shift();
        if (!tag) break;
        await page.goto(path);
        await choose(page, tag);
        const name = `answers: ${tag}`;
        await page.goto(`${path}/answer`);
        const question = await page.locator('h1').innerText();
        tally.check(`${name}: one question, in the language`, await page.locator('html').getAttribute('lang') === tag && await page.locator('main section').count() === 1);
        await page.locator('main .both button').first().click();
        tally.check(`${name}: the answer is kept and nothing is put right`, page.url().includes(path) && await page.locator('#errors').count() === 0, page.url());
        tally.check(`${name}: the page after it speaks the language`, await page.locator('html').getAttribute('lang') === tag);
        await page.goto(`${path}/answer`);
        tally.check(`${name}: it is not asked again`, await page.locator('h1').innerText() !== question, question);
        await page.context().close();
      }
    } finally {
      if (here !== house) await here.stop();
    }
  }
  tally.check('answers: in every language', tags.length === 0, `left: ${tags.join(' ')}`);
}

async function choose(page, tag) {
  await page.locator(`.langs button[value="${tag}"]`).click();
}

async function guestPage(tour, page, tag) {
  await page.goto('/c');
  await choose(page, tag);
  tour.tally.check(`languages: a guest reads ${tag}`, await page.evaluate(() => document.documentElement.lang) === tag);
  await tour.inspect(page, `languages: ${tag}, enter a code`, ['phone', 'phone-dark']);
}

// At 360 and at 320 px, light and dark; then with every text 40 % longer, which is what a translation may be.
async function narrow(tour, page, name) {
  await tour.inspect(page, name, ['phone', 'phone-dark']);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: new URL(`pictures/${name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.360.png`, import.meta.url).pathname, fullPage: true });
  const wide = await page.evaluate(() => {
    const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) if (walk.currentNode.data.trim().length > 1) texts.push(walk.currentNode);
    for (const text of texts) text.data += text.data.slice(0, Math.ceil(text.data.length * 0.4));
    return 0;
  }) + await (async () => {
    await page.setViewportSize({ width: 320, height: 740 });
    return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  })();
  tour.tally.check(`${name}: text 40 % longer holds at 320`, wide <= 0, `${wide} px`);
  await page.setViewportSize(LOOKS[page.look].viewport);
}

// A first visit: the page and everything it asks for, zipped as it goes over the wire.
async function weight(tally, page, url, name, most) {
  const html = await (await page.request.get(url)).text();
  const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(found => found[1]);
  let size = gzipSync(html).length;
  for (const asset of new Set(assets)) size += gzipSync(await (await page.request.get(asset)).body()).length;
  tally.check(`${name}: at most ${most} bytes on the wire`, size <= most, `${size}`);
}

// From right to left the spine is on the right, and what stands at the end of a row on the left.
async function mirrored(tally, page, link) {
  await page.goto(link);
  const places = await page.evaluate(() => {
    const middle = document.documentElement.clientWidth / 2;
    const dot = document.querySelector('.spine .dot').getBoundingClientRect();
    const brand = document.querySelector('.brand').getBoundingClientRect();
    const box = getComputedStyle(document.querySelector('.box'));
    return { dot: dot.left > middle, brand: brand.left > middle, edge: parseFloat(box.borderRightWidth) > parseFloat(box.borderLeftWidth) };
  });
  tally.check('languages: Arabic is mirrored', places.dot && places.brand && places.edge, JSON.stringify(places));
}
