// Tokens of an organization's own systems: making one, what it opens, ending it; and the page about the API.

const LOOK = ['desktop', 'phone', 'phone-dark'];

export async function systems(tour, house) {
  const { tally } = tour;
  const told = await house.demo('--clients', '60');
  await house.serve();
  const enter = async role => {
    const page = await tour.person();
    const account = told.accounts.find(one => one.role === role);
    await page.goto(new URL(account.sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const [max, adam, ada] = [await enter('manager'), await enter('admin'), await enter('advisor')];
  const guest = await tour.person();
  await tour.visit(guest, '/api', 'systems: about the API', LOOK);
  await tour.visit(max, '/tokens', 'systems: no token yet', LOOK);
  await tour.visit(ada, '/tokens', 'systems: not for advisors', ['desktop'], 403);

  // With mistakes first.
  await max.goto('/tokens');
  max.expects = true;
  await max.getByLabel('It runs out on', { exact: false }).fill('2031-01-01');
  await max.getByRole('button', { name: 'Make the token' }).click();
  await tour.inspect(max, 'systems: a token with mistakes', LOOK);
  max.expects = false;
  const until = new Date(Date.parse(`${told.until}T12:00:00Z`) + 30 * 86_400_000).toISOString().slice(0, 10);
  await max.goto('/tokens');
  await max.getByLabel('Which system is it for', { exact: false }).fill('Nightly copy');
  for (const box of await max.getByRole('group', { name: 'Programs' }).getByRole('checkbox').all()) await box.check();
  await max.getByLabel('Read, add and change clients').check();
  await max.getByLabel('It runs out on', { exact: false }).fill(until);
  await max.getByRole('button', { name: 'Make the token' }).click();
  await tour.inspect(max, 'systems: a token, shown once', LOOK);
  const token = await max.locator('.box.note code').innerText();
  tally.check('the token is shown', /^fairfloor_[0-9a-z]{52}$/.test(token), token);
  const call = path => fetch(house.url + path, { headers: { authorization: `Bearer ${token}` } });
  const page = await call('/api/v1/clients?limit=5');
  tally.check('it reads clients', page.status === 200 && (await page.json()).items.length === 5, String(page.status));
  tally.check('and nothing else', (await call('/api/v1/services')).status === 403);
  await tour.visit(max, '/tokens', 'systems: a token that works', LOOK);
  tally.check('it is shown once', !(await max.content()).includes(token));
  await tour.visit(adam, '/tokens', 'systems: tokens, administrator', LOOK);

  await max.getByText('End it').click();
  await tour.inspect(max, 'systems: ending a token', LOOK);
  await max.getByLabel('Why').fill('The copy is made elsewhere now');
  await max.getByRole('button', { name: 'End this token' }).click();
  await tour.inspect(max, 'systems: an ended token', LOOK);
  tally.check('ended, it opens nothing', (await call('/api/v1/clients')).status === 401);
  await told_of(tour, max, adam);
}

// An address that is told of referrals.
async function told_of(tour, max, adam) {
  const { tally } = tour;
  await tour.visit(max, '/hooks', 'systems: nobody is told yet', LOOK);
  max.expects = true;
  await max.getByLabel('Where the other system is called', { exact: false }).fill('http://example.org/told');
  await max.getByRole('button', { name: 'Name the address' }).click();
  await tour.inspect(max, 'systems: an address with mistakes', LOOK);
  max.expects = false;
  await max.goto('/hooks');
  await max.getByLabel('Where the other system is called', { exact: false }).fill('https://systems.example/told');
  await max.getByLabel('accept', { exact: true }).check();
  await max.getByRole('button', { name: 'Name the address' }).click();
  await tour.inspect(max, 'systems: an address and its secret', LOOK);
  tally.check('the secret is shown', /^whsec_/.test(await max.locator('.box.note code').innerText()));
  await tour.visit(max, '/hooks', 'systems: an address that is told', LOOK);
  tally.check('it is shown once', !(await max.content()).includes('whsec_'));
  await tour.visit(adam, '/hooks', 'systems: addresses, administrator', LOOK);
  await max.getByText('End it').click();
  await max.getByLabel('Why').fill('Not used any more');
  await max.getByRole('button', { name: 'End this address' }).click();
  await tour.inspect(max, 'systems: an ended address', LOOK);
}
