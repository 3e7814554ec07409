// Who pays and who decides: funders, what clients bring, days; bodies, members with their own words by link, meetings, decisions. Without script too.

const LOOK = ['desktop', 'phone', 'phone-dark'];
const NARROW = { viewport: { width: 320, height: 640 } };

export async function bodies(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const max = await tour.person();
  const managers = told.accounts.filter(one => one.role === 'manager');
  await max.goto(new URL(managers[0].sign_in_link).pathname);
  await max.getByRole('button', { name: 'Sign in' }).click();
  await max.goto('/reports');
  await max.getByRole('link', { name: 'Who pays', exact: true }).click();
  const funding = new URL(max.url()).pathname;
  await tour.visit(max, `${funding}?from=2025-01-01`, 'bodies: who pays', [...LOOK, 'desktop-dark']);
  await tour.visit(max, `${funding}?from=2001-01-01&to=2001-12-31`, 'bodies: who pays, none of these days', ['phone']);
  await max.goto(funding);
  await max.getByRole('link', { name: 'Add a funder' }).click();
  await max.getByLabel('Name', { exact: false }).first().fill('Canal Street fund');
  await max.getByLabel('Under which test').selectOption('lending');
  max.expects = true;
  await max.getByRole('button', { name: 'Add funder' }).click();
  await tour.inspect(max, 'bodies: a funder that complains', LOOK);
  max.expects = false;
  await max.getByLabel('Kind of money').selectOption('bank');
  await max.getByRole('button', { name: 'Add funder' }).click();
  tour.tally.check('bodies: a bank is incomplete', await max.getByText('incomplete').count() > 0);
  await tour.inspect(max, 'bodies: a bank without its purpose', ['phone']);
  await max.goto('/reports');
  await max.getByRole('link', { name: 'Who decides', exact: true }).click();
  await tour.inspect(max, 'bodies: list', LOOK);
  await max.getByRole('link', { name: 'Makers loan committee' }).click();
  await tour.inspect(max, 'bodies: one', LOOK);
  const body = new URL(max.url()).pathname;
  for (const [path, name] of [['members', 'add a member'], ['meetings', 'add a meeting'], ['facts', 'change']]) {
    await tour.visit(max, `${body}/${path}`, `bodies: ${name}`, LOOK);
  }
  await max.goto(body);
  await max.getByRole('link', { name: 'Open the seat of Sam Whitfield' }).click();
  await max.getByRole('button', { name: 'Make their link' }).click();
  await tour.inspect(max, 'bodies: a member and their link', LOOK);
  const link = new URL(await max.locator('#link').inputValue()).pathname;
  const sam = await tour.person('phone');
  await tour.visit(sam, link, 'bodies: a member’s own page', LOOK);
  sam.expects = true;
  await sam.getByRole('button', { name: 'Show my words' }).click();
  await tour.inspect(sam, 'bodies: own words that complain', LOOK);
  sam.expects = false;
  await sam.locator('#words').fill('I lend money for a living, and I say no more often than I like.');
  await sam.locator('#agrees').check();
  await sam.getByRole('button', { name: 'Show my words' }).click();
  await tour.inspect(sam, 'bodies: own words shown', LOOK);
  const narrow = await tour.person('phone', { locale: 'ar', ...NARROW });
  await narrow.goto(link);
  tour.tally.check('bodies: own page at 320 in Arabic', await narrow.evaluate(() => document.documentElement.scrollWidth) <= 320);
  await tour.inspect(narrow, 'bodies: own page in Arabic', ['phone']);
  await max.goto(body);
  tour.tally.check('bodies: own words on the page of the body', await max.getByText('more often than I like').count() === 1);
  await max.locator('#meetings').locator('..').locator('..').getByRole('link').nth(1).click();
  await tour.inspect(max, 'bodies: a meeting', LOOK);
  const meeting = new URL(max.url()).pathname;
  await tour.visit(max, `${meeting}/decisions`, 'bodies: add a decision', LOOK);
  await max.goto(meeting);
  await max.locator('#decisions').locator('..').locator('..').locator('h3 a').first().click();
  await tour.inspect(max, 'bodies: a decision', LOOK);
  const decision = new URL(max.url()).pathname;
  await tour.visit(max, '/reports/operations?from=2025-01-01', 'bodies: who decides in the figures', ['desktop', 'phone']);
  tour.tally.check('bodies: own words in the figures', await max.getByText('more often than I like').count() === 1);
  await sam.getByRole('button', { name: 'Take my words back' }).click();
  await max.reload();
  tour.tally.check('bodies: taken back at once', await max.getByText('more often than I like').count() === 0);
  const plain = await tour.person('phone', { javaScriptEnabled: false, ...NARROW, storageState: await max.context().storageState() });
  for (const path of [funding, body, meeting, `${meeting}/decisions`, decision, link]) {
    await plain.goto(path);
    tour.tally.check(`bodies: without script at 320: ${path}`, await plain.evaluate(() => document.documentElement.scrollWidth) <= 320);
  }
}
