// Checks of a program's own equity: the stages, one with names under it, a form that complains. Without script too.

const LOOK = ['desktop', 'phone', 'phone-dark'];
const NARROW = { viewport: { width: 320, height: 640 } };

export async function equityChecks(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const max = await tour.person();
  await max.goto(new URL(told.accounts.find(one => one.role === 'manager').sign_in_link).pathname);
  await max.getByRole('button', { name: 'Sign in' }).click();
  await tour.visit(max, '/equity-checks', 'equity checks: stages', LOOK);
  await max.locator('main h3 a[href^="/equity-checks/"]').first().click();
  await tour.inspect(max, 'equity checks: one', LOOK);
  const one = new URL(max.url()).pathname;
  await tour.visit(max, `${one}/facts`, 'equity checks: change', ['desktop', 'phone']);
  await max.goto('/equity-checks');
  await max.locator('a[href$="stage=selection"]').first().click();
  await max.getByLabel('Who pays?').fill('The state');
  max.expects = true;
  await max.getByRole('button', { name: 'Save the check' }).click();
  await tour.inspect(max, 'equity checks: a form that complains', LOOK);
  max.expects = false;
  const plain = await tour.person('phone', { javaScriptEnabled: false, ...NARROW, storageState: await max.context().storageState() });
  for (const path of ['/equity-checks', one]) {
    await plain.goto(path);
    tour.tally.check(`equity checks: without script at 320: ${path}`, await plain.evaluate(() => document.documentElement.scrollWidth) <= 320);
  }
}
