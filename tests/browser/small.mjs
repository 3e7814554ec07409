// An organization on its first day: signing in, accounts, programs, the first client, the first service.

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
