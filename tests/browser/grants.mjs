// Grants: the list, one with goals beside the time that has gone by, a form that complains, what is due. Without script too.

const LOOK = ['desktop', 'phone', 'phone-dark'];
const NARROW = { viewport: { width: 320, height: 640 } };

export async function grants(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const max = await tour.person();
  await max.goto(new URL(told.accounts.find(one => one.role === 'manager').sign_in_link).pathname);
  await max.getByRole('button', { name: 'Sign in' }).click();
  await tour.visit(max, '/grants', 'grants: list', LOOK);
  await max.locator('main a[href^="/grants/"]').nth(1).click();
  await tour.inspect(max, 'grants: one', LOOK);
  const one = new URL(max.url()).pathname;
  tour.tally.check('grants: goals are counted', await max.getByRole('button', { name: /^Strike out/ }).count() > 2);
  await max.getByLabel('What is counted?').selectOption('trainings');
  await max.getByLabel('How much was promised?').fill('4');
  await max.getByLabel('Of one kind?').selectOption({ label: 'Service: Coaching' });
  max.expects = true;
  await max.getByRole('button', { name: 'Set the goal' }).click();
  await tour.inspect(max, 'grants: a form that complains', LOOK);
  max.expects = false;
  await tour.visit(max, `${one}/facts`, 'grants: change', ['desktop', 'phone']);
  await tour.visit(max, '/grants/new', 'grants: add', ['desktop', 'phone']);
  const plain = await tour.person('phone', { javaScriptEnabled: false, ...NARROW, storageState: await max.context().storageState() });
  for (const path of ['/grants', one]) {
    await plain.goto(path);
    tour.tally.check(`grants: without script at 320: ${path}`, await plain.evaluate(() => document.documentElement.scrollWidth) <= 320);
  }
}
