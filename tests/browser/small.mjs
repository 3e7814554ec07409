// An organization on its first day: signing in, accounts, programs, the first client, the first service.
import { day } from './house.mjs';

export async function small(tour, house) {
  const invitation = house.init();
  const invited = { Ada: house.invite('Ada', 'advisor', 'First Floor'), Aud: house.invite('Aud', 'auditor') };
  await house.serve();
  const { tally } = tour;

  const root = await tour.person();
  await tour.visit(root, '/sign-in', 'sign-in', ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  await root.getByLabel('E-mail address').fill('who@fairfloor.test');
  await root.getByLabel('Password').fill('not it');
  root.expects = true;
  await root.getByRole('button', { name: 'Sign in' }).click();
  await tour.inspect(root, 'sign-in with a complaint');
  tally.check('the title says that something is wrong', (await root.title()).startsWith('Error: '));
  await tour.visit(root, '/no/such/page', 'not found', ['desktop', 'phone-dark'], 404);
  await tour.visit(root, invitation, 'invitation');
  await house.welcome(root, invitation);
  root.expects = false;

  await tour.visit(root, '/accounts', 'accounts');
  await tour.visit(root, '/programs', 'programs');
  await tour.visit(root, '/account', 'own account');
  await tour.visit(root, '/reports', 'report without anything');
  await tour.visit(root, '/audit', 'not allowed', ['desktop'], 403);
  await root.goto('/programs');
  root.expects = true;
  await root.getByLabel('Name', { exact: true }).last().fill('');
  await root.getByRole('button', { name: 'Start the program' }).or(root.getByRole('button', { name: /^Start/ })).first().click();
  await tour.inspect(root, 'programs with a complaint');
  root.expects = false;

  const aud = await tour.person();
  await house.welcome(aud, invited.Aud);
  await tour.visit(aud, '/audit', 'the record');

  const ada = await tour.person();
  await ada.goto(invited.Ada);
  await house.welcome(ada, invited.Ada);
  await tour.visit(ada, '/today', 'today, first day');
  await tour.visit(ada, '/clients', 'clients, none yet');
  await tour.visit(ada, '/clients/new', 'register a client');
  await ada.goto('/clients/new');
  await ada.getByLabel('Name of the business').fill('Rosa Metal Works');
  await ada.getByLabel('First name').fill('Rosa');
  await ada.getByLabel('Last name').fill('Alvarez');
  await ada.getByLabel('Telephone').fill('718 555 0134');
  await ada.getByRole('button', { name: 'Register client' }).last().click();
  await tour.inspect(ada, 'client page, new');
  const client = new URL(ada.url()).pathname;
  tally.check('registering leads to the client', /^\/clients\/[0-9a-z]{26}$/.test(client), ada.url());

  // From Today: whom, save. What it was and how long have defaults.
  await ada.goto('/today');
  await ada.getByLabel('Client', { exact: true }).fill('Rosa Metal Works');
  await ada.getByRole('button', { name: 'Save' }).click();
  tally.check('a service is logged from Today in two actions', await ada.getByRole('status').getByText('Saved:').isVisible());
  await tour.inspect(ada, 'today, with a message');
  await ada.getByRole('button', { name: 'Undo' }).click();
  tally.check('and taken back in one', await ada.getByText('Taken back:').isVisible());
  await ada.getByLabel('Client', { exact: true }).fill('Nobody I know');
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save' }).click();
  await tour.inspect(ada, 'whom was it for');
  ada.expects = false;
  for (const [path, name] of [['', 'client page'], ['/facts', 'facts of a client'], ['/owners', 'owners of a client'], ['/call', 'call'], ['/resources', 'resources of a client']]) {
    await tour.visit(ada, client + path, name);
  }
  await tour.visit(ada, '/find?q=rosa', 'find');
  await tour.visit(ada, '/clients/waiting', 'waiting longest');
  await tour.visit(ada, '/follow-ups/new', 'new follow-up');

  // The keyboard alone: the palette opens, finds, closes, and the focus is back where it was.
  await ada.goto('/today');
  await ada.keyboard.press('Control+k');
  await ada.getByRole('dialog').getByRole('searchbox').fill('rosa');
  await ada.getByRole('dialog').getByText('Rosa Metal Works').first().waitFor();
  await tour.inspect(ada, 'palette', ['desktop']);
  await ada.keyboard.press('Escape');
  tally.check('Escape closes the palette', !(await ada.getByRole('dialog').isVisible()));

  await withoutScript(tour, house, ada, client);
  await refer(tour, root, ada, client);
}

// From the need to the partner's yes: each side sees the same thing in its own words.
async function refer(tour, root, ada, client) {
  const { tally } = tour;
  await root.goto('/partners');
  await root.getByLabel('Name', { exact: true }).fill('Harbor Loft Trust');
  await root.getByRole('checkbox', { name: 'Space', exact: true }).check({ force: true });
  await root.getByRole('button', { name: 'Add partner' }).click();
  await root.getByLabel('Name', { exact: true }).first().fill('Sal Silva');
  await root.locator('#contact_email').fill('sal@harbor.test');
  await root.getByRole('button', { name: 'Add person' }).click();
  await tour.inspect(root, 'partner, with somebody to ask');
  await tour.visit(ada, '/partners', 'partners');

  await ada.goto(`${client}/referrals/new?kind=real_estate`);
  await tour.inspect(ada, 'new referral');
  await ada.getByLabel('The need', { exact: false }).fill('3,000 square feet near the F train, 400 amps');
  await ada.getByLabel('Harbor Loft Trust, Sal Silva').check();
  await ada.getByRole('button', { name: 'Save draft' }).click();
  await tour.inspect(ada, 'referral, asking for a yes');
  const referral = new URL(ada.url()).pathname;
  await ada.getByRole('radio', { name: 'Yes, they said it to me' }).check({ force: true });
  await ada.getByRole('button', { name: /^Save what they said/ }).click();
  await ada.getByRole('button', { name: 'Send' }).first().click();
  await tour.inspect(ada, 'referral, sent');
  await tour.visit(ada, '/referrals', 'referrals');
  await tour.visit(ada, '/outbox', 'outbox');
  const notices = (await ada.locator('textarea').evaluateAll(all => all.map(one => one.value))).join('\n');
  const partnerLink = notices.match(/\/p\/[0-9a-z]{52}/)?.[0];
  const statusLink = notices.match(/\/s\/[0-9a-z]{52}/)?.[0]
    ?? (await ada.goto(referral), (await ada.content()).match(/\/s\/[0-9a-z]{52}/)?.[0]);
  tally.check('the outbox carries a link for the partner', Boolean(partnerLink), notices);
  tally.check('there is a private page for the entrepreneur', Boolean(statusLink));

  const rosa = await tour.person('phone');
  await tour.visit(rosa, statusLink, 'status page, sent', ['phone', 'phone-dark', 'desktop']);
  const before = await rosa.locator('h1').innerText();
  const sal = await tour.person('phone');
  await tour.visit(sal, partnerLink, 'partner, before opening');
  await sal.getByLabel('Your name', { exact: false }).fill('Sal Silva');
  await sal.getByRole('button', { name: 'Open the request' }).click();
  await tour.inspect(sal, 'partner, the request');
  tally.check('nobody is named before acceptance', !(await sal.content()).includes('Rosa'));
  await sal.locator('summary', { hasText: /^Yes/ }).first().click();
  const form = sal.locator('details[open]').filter({ has: sal.locator('summary', { hasText: /^Yes/ }) }).first();
  for (const field of await form.locator('input:visible, textarea:visible').all()) {
    const kind = await field.getAttribute('type');
    if (kind === 'date') await field.fill(day(1));
    else if (!(await field.inputValue())) await field.fill((await field.getAttribute('name')).endsWith('_on') ? day(1) : 'Sal Silva');
  }
  for (const choice of await form.locator('select').all()) await choice.selectOption({ label: 'Yes' });
  await form.getByRole('button', { name: /Send this answer/ }).click();
  const complaints = sal.locator('#errors');
  if (await complaints.isVisible()) tally.check('the partner’s yes is taken', false, await complaints.innerText());
  await tour.inspect(sal, 'partner, after a yes');
  tally.check('the name is shown after acceptance', (await sal.content()).includes('Rosa Metal Works'));
  await rosa.reload();
  const after = await rosa.locator('h1').innerText();
  tally.check('the entrepreneur reads another sentence', before !== after, `${before} / ${after}`);
  await tour.inspect(rosa, 'status page, accepted', ['phone', 'desktop-dark']);
  await tour.visit(ada, referral, 'referral, accepted');
  await tour.visit(ada, client, 'client page, with a referral');
  await tour.visit(root, `/reports?period=${day().slice(0, 4)}`, 'report, this year');
  tally.check('the report counts it', (await root.locator('[id="totals.referrals_accepted.value"]').innerText()).startsWith('1'));
  const stopping = await rosa.goto(`${statusLink}/stopping`);
  tally.check('the entrepreneur can stop', stopping.status() === 200);
  await tour.inspect(rosa, 'status page, stopping', ['phone']);
  const plain = await tour.person('phone', { javaScriptEnabled: false });
  tally.check('without script: the status page', (await plain.goto(statusLink)).status() === 200 && await plain.locator('h1').innerText() === after);
}

// The same things with scripts off.
async function withoutScript(tour, house, ada, client) {
  const plain = await tour.person('phone', { javaScriptEnabled: false, storageState: await ada.context().storageState() });
  for (const path of ['/today', '/clients', '/clients/new', client, `${client}/call`, `${client}/owners`, '/find?q=rosa']) {
    const answer = await plain.goto(path);
    tour.tally.check(`without script: ${path.replace(client, 'client')}`, answer.status() === 200 && await plain.locator('h1').isVisible());
  }
  await plain.goto('/today');
  await plain.getByLabel('Client', { exact: true }).fill('Rosa Metal Works');
  await plain.getByRole('button', { name: 'Save' }).click();
  tour.tally.check('without script: a service is logged', await plain.getByText('Saved:').isVisible());
  tour.tally.check('without script: the console is clean', plain.noted.length === 0, plain.noted.join('; '));
}
