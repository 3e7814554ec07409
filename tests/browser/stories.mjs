// Stories: the lists, one that is shown, one that is changed, one that is written and asked about; agreed to by a private link on a telephone,
// read by a stranger in Arabic, taken back, and gone. Without script too.

const LOOK = ['desktop', 'phone', 'phone-dark'];
const NARROW = { viewport: { width: 320, height: 640 } };

export async function stories(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const ada = await tour.person();
  await ada.goto(new URL(told.accounts.find(one => one.role === 'advisor').sign_in_link).pathname);
  await ada.getByRole('button', { name: 'Sign in' }).click();
  await tour.visit(ada, '/stories', 'stories: list', LOOK);
  await tour.visit(ada, '/stories?state=ended', 'stories: none of them', ['phone']);
  await ada.goto('/stories?state=live');
  await ada.locator('main h3 a[href^="/stories/"]').last().click();
  await tour.inspect(ada, 'stories: one that is shown', LOOK);
  const live = new URL(ada.url()).pathname;
  const client = await ada.locator('main .head a[href^="/clients/"]').first().getAttribute('href');
  await tour.visit(ada, `${live}/facts`, 'stories: changing takes it down', LOOK);
  await tour.visit(ada, `${client}/stories`, 'stories: of a client', ['desktop', 'phone']);
  await ada.goto('/stories?state=wished');
  await ada.locator('main h3 a[href^="/stories/"]').first().click();
  await tour.inspect(ada, 'stories: the client wants it different', LOOK);
  const one = await written(tour, ada, client);
  await heard(tour, ada, one);
  await answered(tour, house, ada);
  const max = await tour.person();
  await max.goto(new URL(told.accounts.find(account => account.role === 'manager').sign_in_link).pathname);
  await max.getByRole('button', { name: 'Sign in' }).click();
  await tour.visit(max, '/reports/operations#stories', 'stories: in the report of operations', ['desktop', 'phone']);
}

// A form that complains, then one that is saved, and asked about.
async function written(tour, ada, client) {
  await tour.visit(ada, `${client}/stories/new`, 'stories: a new one', LOOK);
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save the draft' }).click();
  await tour.inspect(ada, 'stories: what is missing', LOOK);
  ada.expects = false;
  await ada.getByLabel('Title').fill('A second oven');
  await ada.getByLabel('The story').fill('One oven is one oven.\n\nNow there are two.');
  await ada.getByLabel('In a file that the program hands on').check();
  await ada.getByRole('button', { name: 'Save the draft' }).click();
  const one = new URL(ada.url()).pathname;
  await ada.getByRole('button', { name: 'Ask with a private link' }).click();
  await tour.inspect(ada, 'stories: asked about', LOOK);
  return one;
}

// Said face to face, with a place missing at first.
async function heard(tour, ada, one) {
  await ada.goto(one);
  await ada.getByText('They say it face to face').click();
  await ada.getByRole('radio', { name: 'Yes, it may be shown' }).check();
  for (const box of await ada.locator('details[open] input[type=checkbox]').all()) await box.uncheck();
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save what they said' }).click();
  await tour.inspect(ada, 'stories: heard, and a place is missing', LOOK);
  ada.expects = false;
}

// The link as the outbox shows it: agreed to on a telephone, in Spanish; the public page; taken back.
async function answered(tour, house, ada) {
  await ada.goto('/outbox?show=to-send');
  const texts = await ada.locator('textarea').evaluateAll(all => all.map(one => one.value));
  const link = texts.map(text => text.match(/\/y\/[0-9a-z]{52}/)?.[0]).find(Boolean);
  tour.tally.check('stories: the link is in the outbox', Boolean(link));
  const rosa = await tour.person('phone');
  await tour.visit(rosa, link, 'stories: may it be shown', LOOK);
  rosa.expects = true;
  await rosa.locator('section[aria-labelledby=agree] button').click();
  await tour.inspect(rosa, 'stories: no place was ticked', LOOK);
  rosa.expects = false;
  await rosa.locator('#public').check();
  await rosa.locator('section[aria-labelledby=agree] button').click();
  await tour.inspect(rosa, 'stories: it is shown', LOOK);
  const page = await rosa.locator('a[href^="/story/"]').first().getAttribute('href');
  const plain = await tour.person('phone', { javaScriptEnabled: false, ...NARROW });
  await plain.goto(page);
  await plain.locator('button[lang=ar]').click();
  tour.tally.check('stories: without script at 320', await plain.evaluate(() => document.documentElement.scrollWidth) <= 320);
  const stranger = await tour.person('phone');
  await stranger.goto(page);
  await stranger.locator('button[lang=ar]').click();
  await tour.inspect(stranger, 'stories: the public page, in Arabic', LOOK);
  await rosa.locator('form[action$="/withdrawal"] button').click();
  await tour.inspect(rosa, 'stories: taken back', LOOK);
  stranger.expects = true;
  const gone = await stranger.goto(page);
  tour.tally.check('stories: the public page is gone', gone.status() === 404);
  stranger.expects = false;
}
