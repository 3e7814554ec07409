// Figures without demographics: the page in a city with a history and zones, narrowed, in days before anything, and its file.

export async function operations(tour, house) {
  const told = await house.demo('--clients', '180');
  await house.serve();
  const { tally } = tour;
  const manager = await tour.person();
  const account = told.accounts.find(one => one.role === 'manager');
  await manager.goto(new URL(account.sign_in_link).pathname);
  await manager.getByRole('button', { name: 'Sign in' }).click();

  await manager.goto('/reports');
  await manager.getByRole('link', { name: 'Operations, exactly' }).click();
  tally.check('operations: the link leads there', new URL(manager.url()).pathname === '/reports/operations', manager.url());
  const year = Number(told.until.slice(0, 4)) - 1;
  await tour.visit(manager, `/reports/operations?from=${year}-01-01&to=${year}-12-31`, 'operations: a year',
    ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  const number = async id => Number((await manager.locator(`[id="${id}"]`).textContent()).replace(/\D/g, ''));
  const stations = [];
  for (const point of ['enrolled', 'served', 'referred', 'accepted', 'completed']) stations.push(await number(`funnel.${point}.count`));
  tally.check('operations: the way never widens', stations[0] > 0 && stations.every((count, at) => at === 0 || count <= stations[at - 1]), stations.join(' '));

  // The map is its table: as many numbers on it as rows with a number.
  const marks = await manager.locator('svg.heat text').evaluateAll(all => new Set(all.map(one => one.textContent)).size);
  const rows = await manager.locator('[id^="place.zone.zone-"][id$=".enrolled"]').count();
  tally.check('operations: every area of the map has its row', marks > 0 && marks === rows, `${marks} ${rows}`);
  const file = await manager.getByRole('link', { name: 'CSV' }).getAttribute('href');
  const answer = await manager.request.get(file);
  const csv = await answer.text();
  tally.check('operations: the file is handed over', answer.status() === 200 && answer.headers()['content-disposition'].startsWith('attachment'));
  const line = csv.split('\r\n').find(one => one.endsWith(',funnel.served.count'));
  tally.check('operations: the file says what the page says', line.split(',').includes(String(stations[1])), line);

  // One zone: fewer, and the choice stays in the address.
  await manager.getByLabel('Zone', { exact: true }).selectOption({ index: 1 });
  await manager.getByRole('button', { name: 'Update' }).click();
  tally.check('operations: what was chosen stands in the address', manager.url().includes('zone='), manager.url());
  const fewer = await number('funnel.enrolled.count');
  tally.check('operations: one zone is fewer', fewer < stations[0], `${fewer} of ${stations[0]}`);
  await tour.inspect(manager, 'operations: one zone', ['desktop', 'phone']);
  await tour.visit(manager, '/reports/operations?from=2001-01-01&to=2001-12-31', 'operations: before anything', ['desktop', 'phone-dark']);
  tally.check('operations: an empty page says why', await manager.getByText('Nobody joined in these days').isVisible());
  await tour.visit(manager, '/reports/operations?from=2026-02-01&to=2026-01-01', 'operations: days the wrong way round', ['desktop'], 422);
}
