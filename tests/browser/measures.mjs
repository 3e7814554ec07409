// How referrals go: the page of measures in a city with a history, in one with none, cut and filtered, and its files.

export async function measures(tour, house) {
  const told = await house.demo('--clients', '180');
  await house.serve();
  const { tally } = tour;
  const manager = await tour.person();
  const account = told.accounts.find(one => one.role === 'manager');
  await manager.goto(new URL(account.sign_in_link).pathname);
  await manager.getByRole('button', { name: 'Sign in' }).click();

  // Found from the reports, by a link that says what is there.
  await manager.goto('/reports');
  await manager.getByRole('link', { name: /^How referrals go/ }).click();
  tally.check('measures: the link leads there', new URL(manager.url()).pathname === '/reports/referrals', manager.url());
  await tour.inspect(manager, 'measures', ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  await tour.visit(manager, '/reports/referrals', 'measures: the last twelve months', ['desktop']);

  const steps = async () => (await manager.locator('table.plot').first().locator('tbody td.v b').allInnerTexts()).map(Number);
  const whole = await steps();
  tally.check('measures: the funnel has five steps and never widens', whole.length === 5 && whole.every((count, at) => at === 0 || count <= whole[at - 1]), whole.join(' '));
  const sent = Number((await manager.getByText(/^Of \d+ requests sent in/).first().innerText()).match(/\d+/)[0]);
  tally.check('measures: the sentence and the funnel agree', sent === whole[0], `${sent} ${whole[0]}`);

  // One kind: fewer, and the choice stays in the address.
  await manager.getByLabel('Kind of help', { exact: true }).selectOption('real_estate');
  await manager.getByRole('button', { name: 'Update' }).click();
  const space = await steps();
  tally.check('measures: one kind is fewer', space[0] > 0 && space[0] < whole[0], `${space[0]} of ${whole[0]}`);
  tally.check('measures: what was chosen stands in the address', manager.url().includes('kind=real_estate'), manager.url());
  const file = await manager.getByRole('link', { name: 'Spreadsheet' }).getAttribute('href');
  tally.check('measures: the files are of the same choice', file.includes('kind=real_estate'), file);
  for (const name of ['Spreadsheet', 'JSON']) {
    const answer = await manager.request.get(await manager.getByRole('link', { name }).getAttribute('href'));
    tally.check(`measures: ${name} is handed over`, answer.status() === 200 && answer.headers()['content-disposition'].startsWith('attachment'));
  }

  // This month alone has nothing old enough; a year long ago has nothing.
  const month = told.until.slice(0, 7);
  await tour.visit(manager, `/reports/referrals?from=${month}&to=${month}`, 'measures: one young month', ['desktop', 'phone']);
  await tour.visit(manager, '/reports/referrals?from=2001-01&to=2001-12', 'measures: nothing sent', ['desktop', 'phone-dark']);
  tally.check('measures: an empty page says why', await manager.getByText('No request was sent in these months').isVisible());
  await tour.visit(manager, '/reports/referrals?from=2026-09&to=2026-07', 'measures: months the wrong way round', ['desktop'], 422);
}
