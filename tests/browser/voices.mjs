// A person with a telephone and a letter; a dispute that becomes a next step and another try; messages, requests and triage.

const LOOK = ['desktop', 'phone', 'phone-dark'];

export async function voices(tour, house) {
  const told = await house.demo('--clients', '120');
  await house.serve();
  const enter = async role => {
    const page = await tour.person();
    const account = told.accounts.find(one => one.role === role);
    await page.goto(new URL(account.sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const ada = await enter('advisor');
  await tour.visit(ada, '/today', 'voices: today', LOOK);
  await tour.visit(ada, '/referrals', 'voices: board', LOOK);
  await letter(tour, ada);
  await dispute(tour, ada);
  await triage(tour, ada);
  await partner(tour, told);
}

// The first referral on a part of the board whose page holds these words.
async function find(page, address, words) {
  let next = address;
  while (next) {
    await page.goto(next);
    const links = await page.locator('.rows h3 a').evaluateAll(all => all.map(one => one.getAttribute('href')));
    next = await page.locator('a[rel=next]').count() ? await page.locator('a[rel=next]').getAttribute('href') : null;
    for (const link of links) {
      await page.goto(link);
      if ((await page.locator('main').innerText()).includes(words)) return link;
    }
  }
  throw new Error(`no referral says "${words}"`);
}

// Consent, status, a message, withdrawal: all with a code from a letter.
async function letter(tour, ada) {
  const { tally } = tour;
  const referral = await find(ada, '/referrals?turn=client', 'have not answered');
  await ada.locator('summary', { hasText: 'Give them a code' }).click();
  await tour.inspect(ada, 'voices: referral, give a code', LOOK);
  await ada.getByRole('button', { name: 'Read it out' }).click();
  await tour.inspect(ada, 'voices: a code to read out', LOOK);
  await ada.goto(referral);
  await ada.locator('summary', { hasText: 'Give them a code' }).click();
  await ada.getByRole('button', { name: 'Print a letter' }).click();
  await tour.inspect(ada, 'voices: the letter', LOOK);
  const [reference, code] = await ada.locator('.letter .code').allInnerTexts();
  await ada.emulateMedia({ media: 'print', colorScheme: 'light' });
  const shown = await ada.evaluate(() => [...document.querySelectorAll('nav, header.bar, .btn')].filter(el => el.checkVisibility()).length);
  tally.check('the letter is printed alone', shown === 0);
  await ada.screenshot({ path: new URL('pictures/voices-letter-printed.png', import.meta.url).pathname, fullPage: true });
  await ada.emulateMedia({ media: 'screen' });

  const rosa = await tour.person('phone', { javaScriptEnabled: true });
  await tour.visit(rosa, '/c', 'voices: enter code', LOOK);
  const enter = async (what, how) => {
    await rosa.getByLabel('Reference').fill(what);
    await rosa.getByLabel('Code', { exact: false }).last().fill(how);
    await rosa.getByRole('button', { name: 'Open' }).click();
  };
  rosa.expects = true;
  await enter(reference, '0000-0000-0000');
  await tour.inspect(rosa, 'voices: a code that opens nothing', ['phone']);
  rosa.expects = false;
  await enter(reference.toLowerCase(), code.toLowerCase().replaceAll('-', ' '));
  tally.check('the code opens the first of her pages', new URL(rosa.url()).pathname === '/me', rosa.url());
  await rosa.goto(`/me${referral}`);
  await tour.inspect(rosa, 'voices: her page, asked to share', LOOK);
  await english(rosa);
  await rosa.getByRole('button', { name: 'Yes, share this' }).first().click();
  await tour.inspect(rosa, 'voices: her page, agreed', ['phone']);
  tally.check('she agreed', (await rosa.locator('.hero').innerText()).includes('You agreed to share'));
  await ada.goto(referral);
  await ada.getByRole('button', { name: /^Send/ }).first().click();
  await rosa.reload();
  tally.check('she reads that it was sent', (await rosa.locator('.hero').innerText()).includes('your request is with the partner'));
  await rosa.getByLabel('Write a message', { exact: false }).fill('Please call me after four, not before.');
  await rosa.getByRole('button', { name: 'Send the message' }).click();
  tally.check('she reads her own message', await rosa.getByText('Please call me after four').isVisible());
  await tour.inspect(rosa, 'voices: her page, with a message', LOOK);
  await ada.goto('/today');
  tally.check('the message is a task', await ada.getByRole('link', { name: /a message without reply/ }).first().isVisible());
  await ada.goto(referral);
  await tour.inspect(ada, 'voices: referral, with a message', LOOK);
  await ada.getByLabel('Write a message', { exact: false }).fill('I call you at a quarter past four.');
  await ada.getByRole('button', { name: 'Send the message' }).click();
  await tour.visit(rosa, `/me${referral}/messages`, 'voices: her messages', LOOK);
  tally.check('she reads the answer', await rosa.getByText('a quarter past four').isVisible());

  await tour.visit(rosa, `/me${referral}/requests`, 'voices: ask for something else', LOOK);
  await rosa.getByLabel('What is it about?').selectOption({ index: 1 });
  await rosa.getByLabel('What do you need?', { exact: false }).fill('Somebody to look at my books before the bank does');
  await rosa.getByRole('button', { name: 'Ask for help' }).click();
  await tour.inspect(rosa, 'voices: asked for something else', ['phone', 'desktop']);

  await tour.visit(rosa, `/me${referral}/stopping`, 'voices: stop it', ['phone', 'desktop-dark']);
  await rosa.getByRole('button', { name: /Stop this referral/ }).first().click();
  tally.check('it is stopped', (await rosa.locator('.hero').innerText()).includes('this request was stopped'));
  await rosa.getByRole('button', { name: 'Sign out' }).click();
  await rosa.goto(`/me${referral}`);
  tally.check('whoever signs out is out', new URL(rosa.url()).pathname === '/me/sign-in', rosa.url());
}

// Whoever it is, they read English from here on, so that this tour finds its words.
async function english(page) {
  await page.locator('.langs button[value="en"]').click();
}

// The partner says done, the client says no: next step, then another try.
async function dispute(tour, ada) {
  const { tally } = tour;
  const referral = await find(ada, '/referrals?turn=client', 'has not said yet if it met the need');
  const page = new URL(await ada.getByRole('link', { name: 'See what the client sees' }).getAttribute('href'), 'http://x').pathname;
  const rosa = await tour.person('phone');
  await tour.visit(rosa, page, 'voices: is that right', LOOK);
  await english(rosa);
  await rosa.getByText('Say more, if you want').click();
  await rosa.getByLabel('Did you get the help you needed?').selectOption({ label: 'No' });
  await rosa.getByLabel('Did it happen as they say?').selectOption({ label: 'Not quite' });
  await rosa.getByLabel('What was missing', { exact: false }).selectOption({ label: 'It cost too much' });
  await rosa.getByLabel('Were you treated with respect?', { exact: false }).selectOption({ label: 'Mostly' });
  await rosa.getByLabel('Anything to add', { exact: false }).fill('It cost twice what they said at first.');
  await rosa.getByRole('button', { name: /Send my answer/ }).click();
  await tour.inspect(rosa, 'voices: answered', ['phone']);
  await ada.goto(referral);
  tally.check('the two voices stand side by side', await ada.getByText('They do not agree').first().isVisible());
  tally.check('the loop is open', await ada.getByText('Loop open:').isVisible());
  await tour.inspect(ada, 'voices: a dispute', LOOK);

  await tour.visit(ada, '/referrals/next-steps', 'voices: next steps', LOOK);
  const row = ada.locator('form fieldset').first();
  const label = (await row.locator('legend').textContent()).match(/R-\d+/)[0];
  tally.check('no day is filled in beforehand', (await row.getByLabel('Talked with the client on').inputValue()) === '');
  await row.getByLabel('Next step').selectOption('other_help_given');
  await row.getByLabel('In words', { exact: false }).fill('We ask for the price in writing with you');
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save the next steps' }).click();
  await tour.inspect(ada, 'voices: next steps with a complaint', ['desktop', 'phone']);
  ada.expects = false;
  await ada.locator('form fieldset').filter({ hasText: label }).first().getByLabel('Talked with the client on').fill('2026-01-05');
  await ada.getByRole('button', { name: 'Save the next steps' }).click();
  tally.check('a row that is saved is gone', !(await ada.locator('main').innerText()).includes(label));
  await ada.goto(referral);
  await ada.getByLabel('Next step', { exact: true }).selectOption('other_help_given');
  await ada.getByLabel('Talked with the client on').fill('2026-01-05');
  await ada.getByLabel('Note that all sides can read', { exact: false }).first().fill('We ask for the price in writing with you');
  await ada.getByRole('button', { name: /^Save ?: Record the next step/ }).click();
  tally.check('the loop is closed', await ada.getByText('Loop closed.').isVisible());
  await ada.getByRole('button', { name: 'Try another partner' }).click();
  await tour.inspect(ada, 'voices: another try', LOOK);
  tally.check('another try is a draft that asks anew', (await ada.locator('main').innerText()).includes('Draft'));
}

async function triage(tour, ada) {
  await tour.visit(ada, '/referrals/triage', 'voices: waiting to be taken', LOOK);
  const links = await ada.locator('.rows h3 a').evaluateAll(all => all.map(one => one.getAttribute('href')));
  const inbound = links.find(link => link.startsWith('/inbound/'));
  const asked = links.find(link => link.startsWith('/referrals/'));
  tour.tally.check('both kinds wait', Boolean(inbound && asked), links.join(' '));
  await tour.visit(ada, inbound, 'voices: somebody a partner sent', LOOK);
  await tour.visit(ada, asked, 'voices: a request of a client', ['desktop', 'phone']);
  await ada.getByRole('button', { name: 'Take it' }).click();
  await ada.goto('/referrals/triage');
  tour.tally.check('what is taken waits no more', !(await ada.content()).includes(asked));
}

async function partner(tour, told) {
  const sal = await tour.person('phone');
  await sal.goto(new URL(told.partner_links[0]).pathname);
  await sal.getByLabel('Your name', { exact: false }).fill('Sal Silva');
  await sal.getByRole('button', { name: 'Open the request' }).click();
  await tour.visit(sal, `${new URL(sal.url()).pathname}/somebody`, 'voices: send us somebody', LOOK);
  await sal.getByRole('textbox', { name: 'Their name' }).fill('Dana Whitfield');
  sal.expects = true;
  await sal.getByRole('button', { name: 'Send us this person' }).click();
  await tour.inspect(sal, 'voices: send us somebody, with complaints', ['phone']);
  sal.expects = false;
  await sal.getByLabel('Their telephone').fill('614 555 0142');
  await sal.getByLabel('What is it about?').selectOption({ index: 1 });
  await sal.getByLabel('What do they need?').fill('A shed with a dock');
  await sal.getByRole('checkbox', { name: /They said yes/ }).check();
  await sal.getByRole('button', { name: 'Send us this person' }).click();
  tour.tally.check('the partner sent somebody', await sal.getByText('It waits for the next advisor').first().isVisible());
}
