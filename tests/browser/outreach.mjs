// Outreach: the list with its funnels, one written down after a form that complains, and who came of it. Without script too.

const LOOK = ['desktop', 'phone', 'phone-dark'];
const NARROW = { viewport: { width: 320, height: 640 } };

export async function outreach(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const ada = await tour.person();
  await ada.goto(new URL(told.accounts.find(one => one.role === 'advisor').sign_in_link).pathname);
  await ada.getByRole('button', { name: 'Sign in' }).click();
  await tour.visit(ada, '/outreach', 'outreach: list', LOOK);
  await tour.visit(ada, '/outreach?to=2001-01-01', 'outreach: none of these days', ['phone']);
  await tour.visit(ada, '/outreach/new', 'outreach: add', LOOK);
  await ada.getByRole('radio', { name: 'At a community group' }).check();
  await ada.getByLabel('What it was').fill('Coffee after the service');
  await ada.getByLabel('Neighborhood').fill('Hillcrest');
  await ada.getByLabel('How many did you speak to?').fill('12');
  await ada.getByLabel('How many left a way to reach them?').fill('14');
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save outreach' }).click();
  await tour.inspect(ada, 'outreach: a form that complains', LOOK);
  ada.expects = false;
  await ada.locator('#community_group').fill('Hillcrest AME Church');
  await ada.getByLabel('How many left a way to reach them?').fill('4');
  await ada.getByRole('button', { name: 'Save outreach' }).click();
  await tour.inspect(ada, 'outreach: one', LOOK);
  const one = new URL(ada.url()).pathname;
  await ada.getByLabel('Find a client').fill('F-00');
  await ada.getByRole('button', { name: 'Find a client who came of it' }).click();
  await tour.inspect(ada, 'outreach: who may have come', LOOK);
  await tour.visit(ada, `${one}/facts`, 'outreach: change', LOOK);
  await ada.goto('/outreach');
  await ada.getByRole('link', { name: 'Shops along Canal Street' }).click();
  await tour.inspect(ada, 'outreach: one with clients', LOOK);
  tour.tally.check('outreach: clients came of it', await ada.getByRole('button', { name: /^Not from here/ }).count() > 0);
  const plain = await tour.person('phone', { javaScriptEnabled: false, ...NARROW, storageState: await ada.context().storageState() });
  for (const path of ['/outreach', '/outreach/new', one]) {
    await plain.goto(path);
    tour.tally.check(`outreach: without script at 320: ${path}`, await plain.evaluate(() => document.documentElement.scrollWidth) <= 320);
  }
}
