// What is somebody's by right, in a browser: the own pages in three languages, a correction, a complaint above the line, a helper who
// may act, and the pages of staff that answer them.

const LOOK = ['phone', 'phone-dark'];
const LETTER = 'form[action$="/codes"] button:has-text("Print a letter")';
const PAGES = ['permissions', 'who-looked', 'profile', 'helpers', 'download', 'help'];

export async function rights(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const enter = async role => {
    const page = await tour.person();
    await page.goto(new URL(told.accounts.find(one => one.role === role).sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const [ada, max, adam, stu] = [await enter('advisor'), await enter('manager'), await enter('admin'), await enter('steward')];
  const referral = await corrections(tour, ada);
  const own = await comesIn(tour, ada, referral);
  for (const language of ['en', 'es', 'ar']) await ownPages(tour, own, language);
  await own.goto('/me/profile');
  await own.locator('#reads').selectOption('en');
  await own.locator('form[action="/me/profile"] button').click();
  await complaint(tour, own, max, adam, stu);
  await helper(tour, own, ada);
  await without(tour, own);
}

// The correction that the demo has, and the open referral of whoever asked for it.
async function corrections(tour, ada) {
  await tour.visit(ada, '/corrections', 'rights: corrections', ['desktop', ...LOOK]);
  const client = await ada.locator('main a[href^="/clients/"]').first().getAttribute('href');
  ada.expects = true;
  await ada.getByRole('button', { name: /^Leave it as it is/ }).first().click();
  await tour.inspect(ada, 'rights: a correction left without a word', LOOK);
  ada.expects = false;
  await ada.getByRole('textbox').first().fill('We counted with you in October: it is right as it stands.');
  await ada.getByRole('button', { name: /^Leave it as it is/ }).first().click();
  await tour.visit(ada, `${client}/helpers`, 'rights: helpers of a client', ['desktop', ...LOOK]);
  await tour.visit(ada, client, 'rights: client with a helper', ['desktop']);
  tour.tally.check('rights: the client page shows the helper', (await ada.locator('main').innerText()).includes('my cousin, see and act, until'));
  const links = await ada.locator('main a[href^="/referrals/"]').evaluateAll(all => all.map(one => one.getAttribute('href')));
  for (const link of links.map(one => one.split('#')[0]).filter(one => /^\/referrals\/[0-9a-z]{26}$/.test(one))) {
    await ada.goto(link);
    if (await ada.locator(LETTER).count()) return link;
  }
  throw new Error('no referral of the client takes a letter');
}

// By the code of a letter, on a phone of 360 px.
async function comesIn(tour, ada, referral) {
  await ada.goto(referral);
  await ada.locator('details').evaluateAll(all => all.forEach(one => { one.open = true; }));
  await ada.locator(LETTER).first().click();
  const codes = await ada.locator('b.code').allInnerTexts();
  const own = await tour.person('phone');
  await own.goto('/c');
  await own.locator('#reference').fill(codes[0]);
  await own.locator('#code').fill(codes[1]);
  await own.locator('form[action="/c"] button').click();
  return own;
}

async function ownPages(tour, own, language) {
  await own.goto('/me/profile');
  await own.locator('#reads').selectOption(language);
  await own.locator('form[action="/me/profile"] button').click();
  for (const page of PAGES) {
    await tour.visit(own, `/me/${page}`, `rights: ${page}, ${language}`, LOOK);
    tour.tally.check(`rights: ${page} is in ${language}`, (await own.locator('html').getAttribute('lang')) === language);
    await own.setViewportSize({ width: 360, height: 800 });
    await own.locator('details').evaluateAll(all => all.forEach(one => { one.open = true; }));
    await own.screenshot({ path: new URL(`pictures/rights-${page}-${language}.360.png`, import.meta.url).pathname, fullPage: true });
    const wide = await own.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    tour.tally.check(`rights: ${page}, ${language}, nothing scrolls sideways at 360, opened`, wide <= 0, `${wide}`);
  }
  await own.goto('/me/profile');
  await own.locator('form[action="/me/profile"] #telephone').fill('call me');
  own.expects = true;
  await own.locator('form[action="/me/profile"] button').click();
  await tour.inspect(own, `rights: a telephone that is none, ${language}`, LOOK);
  own.expects = false;
}

async function complaint(tour, own, max, adam, stu) {
  await own.goto('/me/help');
  await own.locator('#words').fill('Nobody told me why it takes so long.');
  await own.locator('form[action="/me/help"] button').click();
  await tour.inspect(own, 'rights: a complaint that waits', LOOK);
  await tour.visit(stu, '/complaints', 'rights: complaints of the steward', ['desktop', ...LOOK]);
  await tour.visit(stu, '/erasures', 'rights: who asked to be deleted', ['desktop', ...LOOK]);
  await tour.visit(adam, '/programs', 'rights: who hears complaints', ['desktop', ...LOOK]);
  await tour.visit(max, '/complaints', 'rights: complaints of a manager', ['desktop', ...LOOK]);
  await max.locator('main ul.rows a').first().click();
  await tour.inspect(max, 'rights: a complaint', ['desktop', ...LOOK]);
  await max.locator('#words').fill('We call you on Monday and say where it stands.');
  await max.getByRole('button', { name: 'Answer' }).click();
  await tour.inspect(max, 'rights: a complaint with its answer', ['desktop']);
}

async function helper(tour, own, ada) {
  await own.goto('/me/helpers');
  await own.locator('#name').fill('Nia');
  await own.locator('input[name=level][value=act]').check({ force: true });
  await own.locator('form[action="/me/helpers"] button').click();
  await tour.inspect(own, 'rights: the code of a helper', LOOK);
  const codes = await own.locator('b.code').allInnerTexts();
  const nia = await tour.person('phone');
  await tour.visit(nia, '/h', 'rights: coming in as a helper', LOOK);
  await nia.locator('#name').fill('Nia Moyo');
  await nia.locator('#reference').fill(codes[0]);
  await nia.locator('#code').fill('0000-0000-0000');
  nia.expects = true;
  await nia.locator('form[action="/h"] button').click();
  await tour.inspect(nia, 'rights: a code that opens nothing', LOOK);
  nia.expects = false;
  await nia.locator('#code').fill(codes[1]);
  await nia.locator('form[action="/h"] button').click();
  await tour.inspect(nia, 'rights: what a helper sees', LOOK);
  await nia.locator('form[action$="/messages"] textarea').fill('Rosa asks whether Tuesday is fine.');
  await nia.locator('form[action$="/messages"] button').click();
  await tour.visit(nia, '/me/help', 'rights: help for a helper', LOOK);
  await tour.visit(own, '/me/helpers', 'rights: what a helper did', LOOK);
  tour.tally.check('rights: the person reads what the helper did', (await own.locator('main').innerText()).includes('Nia Moyo, for you: wrote a message'));
}

// Without script, and on paper.
async function without(tour, own) {
  const plain = await tour.person('phone', { javaScriptEnabled: false, storageState: await own.context().storageState() });
  await plain.goto('/me/download');
  tour.tally.check('rights: without script the page is whole', (await plain.locator('main h1').count()) === 1);
  await plain.emulateMedia({ media: 'print' });
  await plain.screenshot({ path: new URL('pictures/rights-print.png', import.meta.url).pathname, fullPage: true });
  await own.goto('/me/download');
  const [file] = await Promise.all([own.waitForEvent('download'), own.locator('button[value=page]').click()]);
  tour.tally.check('rights: the copy is a file', file.suggestedFilename().startsWith('copy-') && file.suggestedFilename().endsWith('.html'));
  await own.locator('form[action="/me/leaving"] button').click();
  await own.goto('/me/profile');
  tour.tally.check('rights: whoever left is out', new URL(own.url()).pathname === '/me/sign-in');
}
