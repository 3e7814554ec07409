// Somebody's own pages in a browser: coming in with a code, the first page, a referral, what is forgotten on signing out; in English,
// Spanish and Arabic, on a telephone of 360 px, and without script.

const NARROW = { viewport: { width: 360, height: 740 } };
const LOOK = ['phone', 'phone-dark', 'desktop'];

export async function own(tour, house) {
  const told = await house.demo('--clients', '120');
  await house.serve();
  const [{ email: address }] = told.own_pages;
  await comes(tour, address);
  await forgets(tour, address);
  for (const language of ['es', 'ar']) await reads(tour, address, language);
  await plain(tour, address);
}

// In a made-up city without a mail server the code stands on the page.
async function enter(page, address, stays = false) {
  await page.goto('/me/sign-in');
  await page.locator('#contact').fill(address);
  await page.locator('form[action="/me/sign-in/codes"] button').click();
  const code = (await page.locator('.box.note').first().innerText()).match(/\d{6}/)[0];
  await page.locator('#code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  if (stays) await page.locator('#stay').check();
  await page.locator('form[action="/me/sign-in"] button').click();
}

async function comes(tour, address) {
  const { tally } = tour;
  const rosa = await tour.person('phone', NARROW);
  await tour.visit(rosa, '/me/sign-in', 'own: sign in', LOOK);
  await rosa.locator('#contact').fill('nobody');
  rosa.expects = true;
  await rosa.locator('form[action="/me/sign-in/codes"] button').click();
  await tour.inspect(rosa, 'own: sign in, no address', ['phone']);
  rosa.expects = false;
  await rosa.locator('#contact').fill(address);
  await rosa.locator('form[action="/me/sign-in/codes"] button').click();
  await tour.inspect(rosa, 'own: type the code', LOOK);
  tally.check('the telephone may fill in the code', await rosa.locator('#code').getAttribute('autocomplete') === 'one-time-code');
  await enter(rosa, address, true);
  await rosa.locator('button[name=language][value=en]').click();
  tally.check('she is inside', new URL(rosa.url()).pathname === '/me', rosa.url());
  await tour.visit(rosa, '/me', 'own: home', LOOK);
  tally.check('what there is to do is the head of the page', /thing/.test(await rosa.locator('h1').innerText()));
  await rosa.locator('summary', { hasText: 'Where you are signed in' }).click();
  await tour.inspect(rosa, 'own: home, devices', ['phone']);
  await tour.visit(rosa, '/me/outcomes', 'own: what came of it', LOOK);
  await rosa.goto('/me');
  const referral = await rosa.locator('a[href^="/me/referrals/"]').first().getAttribute('href');
  const page = referral.split('#')[0];
  await tour.visit(rosa, page, 'own: a referral', LOOK);
  for (const summary of await rosa.locator('summary').all()) await summary.click();
  await tour.inspect(rosa, 'own: a referral, all unfolded', ['phone', 'desktop-dark']);
  await rosa.locator('#wrong').fill('The telephone number is an old one');
  await rosa.getByRole('button', { name: 'Tell my advisor' }).click();
  tally.check('she reads that it was told', await rosa.getByText('something is wrong').first().isVisible());
  await tour.visit(rosa, '/me/messages', 'own: messages', LOOK);
  await tour.visit(rosa, '/me/requests', 'own: ask for help', LOOK);
  await tour.visit(rosa, '/me/kept', 'own: nothing kept', ['phone']);
  await tour.visit(rosa, '/status', 'own: quick look', LOOK);
  await rosa.goto(page);
  await rosa.locator('summary', { hasText: 'A quick look' }).click();
  const how = await rosa.locator('#short').innerText();
  const [, reference, code] = how.match(/(R-\d+) · ([0-9A-Z]{4}-[0-9A-Z]{4})/);
  const anybody = await tour.person('phone', NARROW);
  await anybody.goto('/status');
  await anybody.locator('#reference').fill(reference);
  await anybody.locator('#code').fill(code);
  await anybody.getByRole('button', { name: 'Look' }).click();
  await tour.inspect(anybody, 'own: quick look, seen', LOOK);
  // The device that stays signed in, without the visit: looks, and asks for a code before a deed.
  const kept = (await rosa.context().cookies()).filter(cookie => cookie.name === 'status');
  const later = await tour.person('phone', NARROW);
  await later.context().addCookies(kept);
  await tour.visit(later, '/me', 'own: home, on a device that stays signed in', ['phone']);
  await later.goto('/me/messages');
  tally.check('another page asks for a code', new URL(later.url()).pathname === '/me/sign-in', later.url());
}

// After signing out the Back button shows nothing, and nothing of a draft is left.
async function forgets(tour, address) {
  const { tally } = tour;
  const rosa = await tour.person('phone', NARROW);
  await enter(rosa, address);
  const page = (await rosa.locator('a[href^="/me/referrals/"]').first().getAttribute('href')).split('#')[0];
  await rosa.goto(page);
  const name = await rosa.locator('.hero h1').innerText();
  await rosa.locator('#body').fill('A draft that nobody else may read');
  await rosa.locator('footer button').first().click();
  tally.check('signing out leads to the sign-in page', new URL(rosa.url()).pathname === '/me/sign-in', rosa.url());
  for (let back = 0; back < 3; back += 1) {
    await rosa.goBack().catch(() => {});
    const text = await rosa.locator('body').innerText();
    tally.check(`back ${back + 1}: nothing of hers is shown`, !text.includes(name) && !text.includes('A draft that nobody'), text.slice(0, 200));
  }
  await rosa.goto('/me/sign-in');
  const stored = await rosa.evaluate(() => [localStorage.length, sessionStorage.length]);
  tally.check('nothing is stored in the browser', stored.every(length => length === 0), stored.join());
  const cookies = (await rosa.context().cookies()).map(cookie => cookie.name);
  tally.check('no cookie is left', !cookies.includes('portal') && !cookies.includes('status'), cookies.join());
}

async function reads(tour, address, language) {
  const { tally } = tour;
  const rosa = await tour.person('phone', { ...NARROW, locale: language });
  await tour.visit(rosa, '/me/sign-in', `own: sign in (${language})`, ['phone']);
  await enter(rosa, address);
  await rosa.locator(`button[name=language][value=${language}]`).click();
  tally.check(`${language}: the first page is hers`, await rosa.evaluate(() => document.documentElement.lang) === language);
  await tour.visit(rosa, '/me', `own: home (${language})`, ['phone', 'desktop']);
  const page = (await rosa.locator('a[href^="/me/referrals/"]').first().getAttribute('href')).split('#')[0];
  await tour.visit(rosa, page, `own: a referral (${language})`, ['phone']);
  for (const summary of await rosa.locator('summary').all()) await summary.click();
  await tour.inspect(rosa, `own: a referral, all unfolded (${language})`, ['phone']);
  for (const [path, what] of [['/me/messages', 'messages'], ['/me/requests', 'ask for help'], ['/status', 'quick look']]) {
    await tour.visit(rosa, path, `own: ${what} (${language})`, ['phone']);
  }
  await rosa.goto('/me');
  await rosa.locator('button[name=language][value=en]').click();
}

// Without script, from the first page to an answer.
async function plain(tour, address) {
  const { tally } = tour;
  const rosa = await tour.person('phone', { ...NARROW, javaScriptEnabled: false });
  await enter(rosa, address);
  tally.check('without script: she is inside', new URL(rosa.url()).pathname === '/me', rosa.url());
  await rosa.locator('footer button').first().click();
  tally.check('without script: she is out', new URL(rosa.url()).pathname === '/me/sign-in', rosa.url());
}
