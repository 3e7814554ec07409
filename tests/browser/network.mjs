// The network's edges: a directory from elsewhere, the open file of outcomes, what Today asks for, and sending to several of whom one
// takes a reason.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

async function begin(tour, house) {
  const told = await house.demo('--clients', '180');
  await house.serve();
  return async role => {
    const page = await tour.person();
    await page.goto(new URL(told.accounts.find(one => one.role === role).sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
}

const four = ['desktop', 'phone', 'phone-dark'];

export async function network(tour, house) {
  const enter = await begin(tour, house);
  const { tally } = tour;
  const manager = await enter('manager');
  await tour.visit(manager, '/today', 'network: today of a manager', four);
  await manager.goto('/imports');
  await manager.getByLabel('What is in it?').selectOption('partners');
  await manager.locator('#file').setInputFiles(fileURLToPath(new URL('../hsds/foreign.json', import.meta.url)));
  manager.expects = true;
  await manager.getByRole('button', { name: 'Look at it first' }).click();
  await tour.inspect(manager, 'network: a directory that does not say its kinds', four);
  tally.check('network: what is missing is named by its path', await manager.getByText('contents[0]: which kind of referral').isVisible());
  manager.expects = false;
  await manager.getByLabel('Services without a kind are for').selectOption({ label: 'Hiring and training' });
  await manager.getByRole('button', { name: 'Read again' }).click();
  await tour.inspect(manager, 'network: a directory from elsewhere', four);
  await manager.getByRole('button', { name: 'Import 4 rows' }).click();
  await manager.getByText('First partners it brought').waitFor();
  tally.check('network: its partners are in the directory', await manager.getByRole('link', { name: 'Canal Row Trade School' }).isVisible());
  await tour.inspect(manager, 'network: the record of a directory');

  // A file with a row that nobody can read: it is handed back alone, without a word about who owners are.
  await manager.goto('/imports');
  await manager.getByLabel('What is in it?').selectOption('clients');
  const wrong = 'Business name,City,Race\nGood Forge,Riverton,White\n,Riverton,Asian\n';
  await manager.locator('#file').setInputFiles({ name: 'wrong.csv', mimeType: 'text/csv', buffer: Buffer.from(wrong) });
  manager.expects = true;
  await manager.getByRole('button', { name: 'Look at it first' }).click();
  await tour.inspect(manager, 'network: a file with a row to fix', four);
  manager.expects = false;
  const coming = manager.waitForEvent('download');
  await manager.getByRole('button', { name: 'Download only the rows to fix' }).click();
  const rows = readFileSync(await (await coming).path(), 'utf8');
  tally.check('network: only the row to fix is handed back', rows.startsWith('Line,Business name,City,What to fix\n3,,Riverton,') && !/White|Asian|Good/.test(rows));

  // Rows that may be clients here: a person says of each what it is, and keeps how the file was read.
  const choose = async (name, text) => {
    await manager.goto('/imports');
    await manager.getByLabel('What is in it?').selectOption('clients');
    await manager.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await manager.getByRole('button', { name: 'Look at it first' }).click();
  };
  await choose('forges.csv', 'Business name,ZIP,Telephone\nTwelve Oaks Forge,11299,718 555 0191\n');
  await manager.getByRole('button', { name: 'Import 1 rows' }).click();
  await manager.getByText('First clients it brought').waitFor();
  await choose('again.csv', 'Business name,ZIP,Telephone\nTwelve Oaks Forge LLC,11299,718-555-0191\nTwelve Oak Forge,11299,\nGolden Doors,11298,718.555.0191\n');
  await tour.inspect(manager, 'network: rows that may be clients here', four);
  tally.check('network: what speaks for it is said', await manager.getByText('same telephone; unlike names').isVisible());
  manager.expects = true;
  await manager.getByRole('button', { name: 'Import 3 rows' }).click();
  await tour.inspect(manager, 'network: rows that are not decided yet');
  manager.expects = false;
  tally.check('network: nothing comes in before all is decided', await manager.getByText('Nothing was imported: 2 rows are not decided yet').isVisible());
  await manager.getByLabel('What is line 3?').selectOption({ index: 1 });
  await manager.getByRole('button', { name: 'Keep these answers' }).click();
  tally.check('network: an answer is kept', await manager.getByText('1 not decided yet').isVisible());
  await manager.getByLabel('What is line 4?').selectOption({ label: 'Another business' });
  await manager.getByRole('button', { name: 'Import 3 rows' }).click();
  await manager.getByText('First clients it brought').waitFor();
  await manager.locator('#preset-name').fill('Forges');
  await manager.getByRole('button', { name: 'Keep it' }).click();
  await tour.inspect(manager, 'network: imports with a preset that is kept', four);
  tally.check('network: the preset is kept', await manager.getByText('Presets you keep').isVisible());

  await tour.visit(manager, '/reports/referrals', 'network: measures with the open file', ['desktop', 'phone']);
  const open = manager.getByRole('link', { name: 'Open file (CSV)' });
  const file = await manager.request.get(await open.getAttribute('href'));
  tally.check('network: the open file is handed over', file.status() === 200 && file.headers()['content-disposition'].includes('referral_outcomes_open.csv'));
  tally.check('network: the page says what was merged', await manager.getByText('Too few were alike to show everything').isVisible());
  tally.check('network: somebody never answered', !(await manager.locator('main').innerText()).includes('No response\n0 '));
  await tour.visit(manager, '/referrals/clocks', 'network: days and limits', four);
}

// One need, three partners, one of them slow.
export async function several(tour, house) {
  const enter = await begin(tour, house);
  const { tally } = tour;
  const advisor = await enter('advisor');
  await tour.visit(advisor, '/today', 'network: today of an advisor', four);
  await advisor.goto('/clients');
  await advisor.locator('main').getByRole('link').filter({ hasText: /\w+ \w+/ }).nth(3).click();
  const client = new URL(advisor.url()).pathname;
  await advisor.goto(`${client}/referrals/new?kind=business_development`);
  await advisor.getByRole('textbox', { name: /need/i }).first().fill('A line of credit for sheet steel');
  const topic = advisor.locator('[name=bd_topic]').first();
  if ((await topic.evaluate(one => one.tagName)) === 'SELECT') await topic.selectOption('financing');
  else await advisor.locator('[name=bd_topic][value=financing]').check({ force: true });
  const offers = advisor.locator('li.match');
  // Whoever is slow or full comes first, so that one of them takes a reason.
  const slow = offers.filter({ hasText: 'write down why' }).getByRole('checkbox').first();
  const has = (await slow.count()) > 0;
  if (has) await slow.check();
  let ticked = has ? 1 : 0;
  for (let at = 0; at < await offers.count() && ticked < 3; at += 1) {
    const box = offers.nth(at).getByRole('checkbox').first();
    if ((await box.count()) && !(await box.isChecked())) {
      await box.check();
      ticked += 1;
    }
  }
  tally.check('network: several partners are ticked', ticked > 1, `${ticked}`);
  await advisor.getByRole('button', { name: 'Save draft' }).click();
  await advisor.getByRole('radio', { name: 'Yes, they said it to me' }).check();
  await advisor.getByRole('button', { name: 'Save what they said' }).click();
  await tour.inspect(advisor, 'network: ready to send to several', four);
  const asked = await advisor.getByLabel(/^Why do you send it to/).count();
  const send = advisor.getByRole('button', { name: /^Send to \d partners$/ });
  if (asked) {
    advisor.expects = true;
    await send.click();
    await tour.inspect(advisor, 'network: one takes a reason', four);
    tally.check('network: what is missing is said', await advisor.getByRole('alert').isVisible());
    advisor.expects = false;
    for (let at = 0; at < asked; at += 1) await advisor.getByLabel(/^Why do you send it to/).nth(at).fill('The client knows them');
  }
  await send.click();
  tally.check('network: it was sent to all', (await advisor.locator('section[aria-labelledby=together]').getByText('Sent').count()) >= ticked);
  tally.check('network: whoever is slow took a reason', asked > 0 || !has, `${asked}`);
}
