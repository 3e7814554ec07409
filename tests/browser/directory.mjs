// The directory of partners: found, read, checked, said to be full, changed, and chosen for a referral.

export async function directory(tour, house) {
  const told = await house.demo('--clients', '60');
  await house.serve();
  const { tally } = tour;
  const enter = async (role, look) => {
    const page = await tour.person(look);
    const account = told.accounts.find(one => one.role === role);
    await page.goto(new URL(account.sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };

  const advisor = await enter('advisor');
  await tour.visit(advisor, '/partners', 'directory: list', ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  await tour.visit(advisor, '/partners?q=submarine', 'directory: nothing found');
  await advisor.goto('/partners');
  await advisor.getByLabel('Find a partner').fill('apprentices');
  await advisor.getByRole('button', { name: 'Find' }).click();
  tally.check('a partner is found by what it offers', await advisor.getByRole('link', { name: 'Union Hall Apprenticeships' }).isVisible());
  const page = async name => {
    await advisor.goto('/partners');
    return new URL(await advisor.getByRole('link', { name }).getAttribute('href'), house.url).pathname;
  };
  const full = await page('Harborside Industrial Space');
  await tour.visit(advisor, full, 'directory: a partner that is full', ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  await tour.visit(advisor, await page('Riverton State University Materials Lab'), 'directory: a partner that closes');
  await tour.visit(advisor, await page('Union Hall Apprenticeships'), 'directory: not checked for long');
  await advisor.getByRole('button', { name: /I checked this today/ }).first().click();
  tally.check('a check says who made it', await advisor.getByText(/Checked on .* by /).first().isVisible());
  await advisor.goto(full);
  await advisor.getByText(/Open, waitlist or full/).first().click();
  await advisor.getByRole('radio', { name: 'Waitlist' }).check({ force: true });
  await advisor.getByLabel(/^Until/).fill('');
  await advisor.getByRole('button', { name: /whether .* is open/ }).click();
  tally.check('the switch says waitlist', await advisor.locator('.tag.wait', { hasText: 'Waitlist' }).first().isVisible());
  await tour.visit(advisor, `/clients/${told.clients[0]}/referrals/new?kind=real_estate`, 'directory: whom to ask', ['desktop', 'phone']);

  const manager = await enter('manager');
  await tour.visit(manager, '/partners', 'directory: the manager’s list', ['desktop', 'phone']);
  await tour.visit(manager, full, 'directory: the manager’s partner', ['desktop', 'phone-dark']);
  await tour.visit(manager, `${full}/services/new`, 'directory: a new service', ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  manager.expects = true;
  await manager.goto(`${full}/services/new`);
  await manager.getByRole('button', { name: 'Save service' }).click();
  await tour.inspect(manager, 'directory: a service with a complaint', ['desktop', 'phone']);
  manager.expects = false;
  for (const ending of ['csv', 'json']) {
    const file = await manager.request.get(`/exports/partners.${ending}`);
    tally.check(`the directory as ${ending}`, file.status() === 200 && (file.headers()['content-disposition'] ?? '').startsWith('attachment'), `${file.status()} ${(await file.text()).slice(0, 300)}`);
  }
  const plain = await tour.person('phone', { javaScriptEnabled: false, storageState: await manager.context().storageState() });
  tally.check('without script: the partner', (await plain.goto(full)).status() === 200 && await plain.locator('h1').isVisible());
}
