// Two people of one partner with accounts: signing in with a code, one list, handing over, the own entry; and a partner with a letter.

const LOOK = ['desktop', 'phone', 'phone-dark'];

export async function accounts(tour, house) {
  const told = await house.demo('--clients', '120');
  await house.serve();
  const enter = async role => {
    const page = await tour.person();
    const account = told.accounts.find(one => one.role === role);
    await page.goto(new URL(account.sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const max = await enter('manager');
  const [first, second] = told.partner_accounts;
  const dora = await signIn(tour, first, true);
  const alan = await signIn(tour, second, false);
  await list(tour, dora);
  await answer(tour, dora, alan);
  await entry(tour, dora);
  await people(tour, max, dora, first, second, alan);
  await letter(tour, max);
}

// The address, then the code: in a made-up city it stands on the page.
async function signIn(tour, who, looks) {
  const { tally } = tour;
  const page = await tour.person(looks ? 'desktop' : 'phone');
  await page.goto('/p/inbox');
  if (looks) await tour.inspect(page, 'accounts: where the address is typed', LOOK);
  await page.getByLabel('Your e-mail address', { exact: false }).fill(who.email);
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  if (looks) await tour.inspect(page, 'accounts: where the code is typed', LOOK);
  const code = (await page.locator('.box.note').innerText()).match(/\d{6}/)[0];
  if (looks) {
    page.expects = true;
    await page.getByLabel('Code', { exact: false }).fill(code === '000000' ? '111111' : '000000');
    await page.getByRole('button', { name: 'Open my list' }).click();
    await tour.inspect(page, 'accounts: a wrong code', ['phone']);
    page.expects = false;
  }
  await page.getByLabel('Code', { exact: false }).fill(code);
  await page.getByRole('button', { name: 'Open my list' }).click();
  tally.check(`${who.name} is inside`, new URL(page.url()).pathname === '/p/team', page.url());
  return page;
}

async function list(tour, dora) {
  await tour.visit(dora, '/p/team', 'accounts: the list, whose turn', LOOK);
  await tour.visit(dora, '/p/team?show=open', 'accounts: the list, all open', LOOK);
  await tour.visit(dora, '/p/team?show=open&mine=1', 'accounts: the list, only hers', ['phone']);
  await tour.visit(dora, '/p/team?show=closed', 'accounts: the list, closed', LOOK);
  const file = await dora.request.get('/p/team/requests.csv');
  tour.tally.check('the list is a file', file.status() === 200 && (await file.text()).startsWith('Reference,Program'), String(file.status()));
  await dora.goto('/p/mine');
  await tour.inspect(dora, 'accounts: her own list', ['phone']);
}

// A new request is opened, handed over, and answered by the other.
async function answer(tour, dora, alan) {
  const { tally } = tour;
  await dora.goto('/p/team?show=open');
  const links = await dora.locator('.rows h3 a').evaluateAll(all => all.map(one => one.getAttribute('href')));
  tally.check('there is something to answer', links.length > 0, String(links.length));
  let handed = null;
  for (const link of links) {
    await dora.goto(link);
    const opening = dora.getByRole('button', { name: 'Open the request' });
    if (await opening.count()) {
      await tour.inspect(dora, 'accounts: nobody has opened it', LOOK);
      await opening.click();
    }
    const form = dora.locator('section', { has: dora.locator('#team') });
    if (!handed && await form.getByRole('button', { name: 'Hand over' }).count()) {
      await tour.inspect(dora, 'accounts: the request', LOOK);
      const name = (await form.locator('option').allInnerTexts())[1];
      await form.getByLabel('Hand it to', { exact: false }).selectOption({ label: name });
      await form.getByRole('button', { name: 'Hand over' }).click();
      tally.check('it is handed over', await dora.getByRole('status').getByText('Handed over').isVisible());
      await tour.inspect(dora, 'accounts: handed over', ['phone']);
      handed = link;
    }
  }
  tally.check('a request was handed over', Boolean(handed));
  await alan.goto(handed);
  const taken = alan.getByRole('button', { name: 'I take it' });
  if (await taken.count()) await taken.click();
  await tour.inspect(alan, 'accounts: the colleague', ['phone']);
}

async function entry(tour, dora) {
  const { tally } = tour;
  await tour.visit(dora, '/p/team/entry', 'accounts: the own entry', LOOK);
  await dora.getByRole('button', { name: /^This is still right/ }).first().click();
  tally.check('what is right has a day and a name', /Checked on .* by .* of /.test(await dora.locator('main').innerText()));
  await dora.locator('summary', { hasText: 'Open, waitlist or full' }).first().click();
  const form = dora.locator('details[open] form').first();
  await form.getByRole('radio', { name: 'Waitlist' }).check({ force: true });
  await tour.inspect(dora, 'accounts: the switch', ['desktop', 'phone']);
  await form.getByRole('button', { name: /^Save/ }).click();
  tally.check('it has a waitlist', await dora.locator('.tag', { hasText: 'Waitlist' }).first().isVisible());
  await dora.locator('summary', { hasText: 'Announce closed days' }).click();
  dora.expects = true;
  await dora.getByRole('button', { name: 'Announce' }).click();
  await tour.inspect(dora, 'accounts: closed days with complaints', ['desktop', 'phone']);
  dora.expects = false;
  await dora.goto('/p/team/entry');
  await dora.getByRole('link', { name: /^Change/ }).first().click();
  await tour.inspect(dora, 'accounts: a service of ours', LOOK);
  await dora.getByRole('textbox', { name: /^What it is/ }).fill('Bays from 500 to 6,000 sq ft, with a shared dock.');
  await dora.getByRole('button', { name: 'Save', exact: true }).click();
  tally.check('the entry says it', await dora.getByText('with a shared dock').isVisible());
}

async function people(tour, max, dora, first, second, alan) {
  const { tally } = tour;
  await tour.visit(dora, '/p/team/people', 'accounts: the team', LOOK);
  await max.goto('/partners');
  await max.goto(await max.getByRole('link', { name: first.partner }).first().getAttribute('href'));
  await tour.inspect(max, 'accounts: the partner, for staff', LOOK);
  await dora.goto('/p/team/people');
  const row = dora.locator('.rows > li', { hasText: second.name });
  await row.locator('summary').click();
  await tour.inspect(dora, 'accounts: ending one', ['phone']);
  await row.getByRole('button', { name: /^End the account/ }).click();
  tally.check('it is ended', !(await row.getByText('Account since').isVisible()));
  await alan.goto('/p/team');
  tally.check('whoever lost it is out', new URL(alan.url()).pathname === '/p/inbox', alan.url());
  await max.reload();
  await max.getByRole('button', { name: `Give ${second.name} an account` }).click();
  tally.check('and is given it again', await max.getByRole('button', { name: `End the account of ${second.name}` }).isVisible());
  await dora.goto('/p/team');
  await dora.getByRole('button', { name: 'Sign out' }).click();
  tally.check('out is out', new URL(dora.url()).pathname === '/p/inbox');
}

// A letter for the partner of a request that waits, and the code typed at /c.
async function letter(tour, max) {
  const { tally } = tour;
  await max.goto('/referrals?turn=partner');
  const links = await max.locator('.rows h3 a').evaluateAll(all => all.map(one => one.getAttribute('href')));
  for (const link of links) {
    await max.goto(link);
    if (await max.locator('summary', { hasText: 'Letter with a code for the partner' }).count()) break;
  }
  await max.locator('summary', { hasText: 'Letter with a code for the partner' }).click();
  await tour.inspect(max, 'accounts: a letter for the partner, before', LOOK);
  await max.getByRole('button', { name: 'Print a letter for the partner' }).click();
  await tour.inspect(max, 'accounts: the partner’s letter', LOOK);
  const [reference, code] = await max.locator('.letter .code').allInnerTexts();
  await max.emulateMedia({ media: 'print', colorScheme: 'light' });
  const shown = await max.evaluate(() => [...document.querySelectorAll('nav, header.bar, .btn')].filter(el => el.checkVisibility()).length);
  tally.check('the partner’s letter is printed alone', shown === 0);
  await max.screenshot({ path: new URL('pictures/accounts-letter-printed.png', import.meta.url).pathname, fullPage: true });
  await max.emulateMedia({ media: 'screen' });
  const sal = await tour.person('phone');
  await sal.goto('/c');
  await sal.getByLabel('Reference').fill(reference);
  await sal.getByLabel('Code', { exact: false }).last().fill(code);
  await sal.getByRole('button', { name: 'Open' }).click();
  await tour.inspect(sal, 'accounts: behind the letter', ['phone']);
  await sal.getByLabel('Your name', { exact: false }).fill('Sal Silva');
  await sal.getByRole('button', { name: 'Open the request' }).click();
  tally.check('the code opens the request', /^\/p\/r\//.test(new URL(sal.url()).pathname), sal.url());
}
