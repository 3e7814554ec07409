// A city with a history: the demo folder's people and its pages full of data.

import { readFileSync } from 'node:fs';
import { release } from './releases.mjs';

export async function city(tour, house) {
  const told = await house.demo('--clients', '300');
  await house.serve();
  const { tally } = tour;
  const enter = async (role, look) => {
    const page = await tour.person(look);
    const account = told.accounts.find(one => one.role === role);
    await page.goto(new URL(account.sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const path = link => new URL(link, 'http://x').pathname;

  const advisor = await enter('advisor');
  await tour.visit(advisor, path(told.accounts[1].sign_in_link), 'demo: the way in', ['phone']);
  await tour.visit(advisor, '/today', 'city: today', ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  await tour.visit(advisor, '/clients', 'city: clients');
  await tour.visit(advisor, '/clients?q=metal', 'city: clients found');
  await tour.visit(advisor, '/clients/waiting', 'city: waiting longest');
  for (const id of told.clients.slice(0, 3)) await tour.visit(advisor, `/clients/${id}`, `city: client ${told.clients.indexOf(id) + 1}`);
  await tour.visit(advisor, `/clients/${told.clients[0]}/call`, 'city: call');
  await tour.visit(advisor, '/referrals', 'city: referrals');
  for (const id of told.referrals.slice(0, 4)) await tour.visit(advisor, `/referrals/${id}`, `city: referral ${told.referrals.indexOf(id) + 1}`);
  await tour.visit(advisor, '/partners', 'city: partners');
  await tour.visit(advisor, '/outbox', 'city: outbox');
  await tour.visit(advisor, '/find?q=ma', 'city: find');
  await tour.visit(advisor, `/clients/${told.other_program_clients[0]}`, 'city: a client of another program', ['desktop'], 404);

  const manager = await enter('manager');
  await tour.visit(manager, '/today', 'city: the manager’s today', ['desktop']);
  await tour.visit(manager, '/imports', 'city: imports');
  const year = Number(told.until.slice(0, 4)) - 1;
  const report = await release(manager, `/reports?period=${year}&years=1`);
  await tour.visit(manager, report, 'city: report', ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  await print(tour, manager);
  await manager.emulateMedia({ media: 'screen' });
  await tour.visit(manager, `${report}?part=1`, 'city: report, every way of counting', ['desktop', 'phone']);
  await manager.goto(report);
  for (const [button, begins] of [['PDF', '%PDF-1.7'], ['Spreadsheet', 'PK'], ['CSV', 'table,measure'], ['JSON', '{'], [/^Chart: By race/, '<svg']]) {
    const coming = manager.waitForEvent('download');
    await manager.getByRole('link', { name: button, exact: true }).first().click();
    const file = readFileSync(await (await coming).path());
    tally.check(`the report as ${button}`, file.subarray(0, begins.length).toString() === begins, file.subarray(0, 20).toString());
  }

  const visitor = await tour.person('phone');
  for (const [place, link] of told.status_links.slice(0, 5).entries()) await tour.visit(visitor, path(link), `city: status page ${place + 1}`, ['phone', 'phone-dark']);
  for (const [place, link] of told.partner_links.slice(0, 2).entries()) await tour.visit(visitor, path(link), `city: partner link ${place + 1}`, ['phone', 'desktop-dark']);
  await answer(tour, visitor, path(told.self_identification_links[0]));

  await tour.visit(await enter('admin'), '/accounts', 'city: accounts');
  await tour.visit(await enter('auditor'), '/audit', 'city: the record');
  await tour.visit(await enter('steward', 'phone'), '/audit', 'city: the record, on a telephone', ['phone']);
}

// The report as it is printed: charts and tables are there, navigation and buttons are not.
async function print(tour, page) {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const shown = await page.evaluate(() => ({
    nav: [...document.querySelectorAll('nav, header.bar, form, button')].filter(el => el.checkVisibility()).map(el => el.outerHTML.slice(0, 80)),
    tables: [...document.querySelectorAll('table')].filter(el => el.checkVisibility()).length,
  }));
  tour.tally.check('print: no navigation, no forms', shown.nav.length === 0, shown.nav.join(' | '));
  tour.tally.check('print: the tables are there', shown.tables > 0);
  const pdf = await page.pdf({ format: 'Letter' });
  tour.tally.check('print: a document of a sensible length', pdf.length > 20_000 && (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0) < 40);
  await page.emulateMedia({ media: 'screen' });
}

// Self-identification: the questions, an answer, and that the page never shows it again.
async function answer(tour, page, link) {
  await tour.visit(page, link, 'self-identification', ['phone', 'phone-dark', 'desktop']);
  await page.getByRole('checkbox').first().check({ force: true });
  // Whoever it is about may read any language.
  await page.locator('form .both .btn.main').click();
  await tour.inspect(page, 'self-identification, the next question', ['phone']);
  await page.goto(link);
  const ticked = await page.getByRole('checkbox', { checked: true }).count();
  tour.tally.check('a stored answer is not shown again', ticked === 0);
  const plain = await tour.person('phone', { javaScriptEnabled: false });
  tour.tally.check('without script: self-identification', (await plain.goto(link)).status() === 200 && await plain.locator('h1').isVisible());
}
