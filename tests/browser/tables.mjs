// Required tables of other funders: income is asked beside published limits, HUD's table is made, a funder's own table gets its lines, and a
// row for each client waits where something is missing. Without script too.

const LOOK = ['desktop', 'phone', 'phone-dark'];
const NARROW = { viewport: { width: 320, height: 640 } };

export async function tables(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const enter = async role => {
    const page = await tour.person();
    const account = told.accounts.find(one => one.role === role);
    await page.goto(new URL(account.sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const [max, stu] = [await enter('manager'), await enter('steward')];
  await limited(tour, max);
  const hud = await counted(tour, stu);
  const own = await composed(tour, stu);
  const rows = await rowed(tour, stu);
  const plain = await tour.person('phone', { javaScriptEnabled: false, ...NARROW, storageState: await stu.context().storageState() });
  for (const path of ['/filings', hud, own, rows]) {
    await plain.goto(path);
    tour.tally.check(`tables: without script at 320: ${path.slice(0, 9)}`, await plain.evaluate(() => document.documentElement.scrollWidth) <= 320);
  }
}

// What counts as low and moderate income is written down by the manager, and shown to whoever is asked.
async function limited(tour, max) {
  await max.goto('/reports');
  await max.getByRole('link', { name: 'Which questions are asked' }).first().click();
  await tour.inspect(max, 'questions: with income limits', LOOK);
  const page = max.url();
  max.expects = true;
  await max.getByLabel('Moderate: 80 percent').fill('86900 99300');
  await max.getByRole('button', { name: 'Save the limits' }).click();
  await tour.inspect(max, 'questions: limits that cannot be', LOOK);
  max.expects = false;
  await max.goto(page);
  await max.getByLabel('Year').fill('2027');
  await max.getByRole('button', { name: 'Save the limits' }).click();
  tour.tally.check('questions: new limits are kept', await max.getByLabel('Year').inputValue() === '2027');
}

async function counted(tour, stu) {
  await tour.visit(stu, '/filings', 'filings: what is owed, and recording', LOOK);
  const hud = await stu.getByRole('link', { name: 'City Department of Housing' }).getAttribute('href');
  await tour.visit(stu, hud, 'filings: CDBG', LOOK);
  await tour.visit(stu, `${hud.replace('/filings/', '/checks/')}?first=2026-07-01&last=2026-09-30`, 'checks: CDBG', LOOK);
  await stu.goto(hud);
  await stu.locator('#first').fill('2026-07-01');
  await stu.locator('#last').fill('2026-09-30');
  const [file] = await Promise.all([stu.waitForEvent('download'), stu.getByRole('button', { name: 'Make the file' }).click()]);
  tour.tally.check('filings: the table for HUD', file.suggestedFilename() === 'cdbg-2026-07-01-to-2026-09-30.csv', file.suggestedFilename());
  await stu.goto(hud);
  await tour.inspect(stu, 'filings: CDBG with a file', ['desktop', 'phone']);
  return hud;
}

async function record(stu, form, more = async () => {}) {
  await stu.goto('/filings');
  await stu.getByLabel('Program', { exact: true }).selectOption({ index: 1 });
  await stu.getByLabel('Who gets it').fill(`Office for ${form}`);
  await stu.getByLabel('What requires it').fill('Agreement 9');
  await stu.getByLabel('How it is written').selectOption(form);
  await stu.getByLabel('From when').fill('2026-01-01');
  await more();
  await stu.getByRole('button', { name: 'Record the filing' }).click();
}

async function composed(tour, stu) {
  await record(stu, 'own_table');
  await tour.inspect(stu, 'filings: an own table without a line', LOOK);
  const own = new URL(stu.url()).pathname;
  await stu.getByLabel('Under which head').fill('Outputs');
  await stu.getByLabel('What the funder calls it').fill('Coaching hours');
  await stu.getByLabel('What is counted').selectOption('clients_joined');
  await stu.getByLabel('Of one kind').selectOption('services.coaching');
  stu.expects = true;
  await stu.getByRole('button', { name: 'Add the line' }).click();
  await tour.inspect(stu, 'filings: a line that counts no such kind', LOOK);
  stu.expects = false;
  await stu.getByLabel('What is counted').selectOption('contact_time');
  await stu.getByRole('button', { name: 'Add the line' }).click();
  await tour.inspect(stu, 'filings: an own table with a line', LOOK);
  await stu.goto('/filings');
  await stu.getByRole('link', { name: 'Harbor Foundation' }).click();
  await tour.inspect(stu, 'filings: a logic model', LOOK);
  return own;
}

async function rowed(tour, stu) {
  stu.expects = true;
  await record(stu, 'ssbci', async () => { await stu.getByLabel('Organization type').selectOption('nonprofit'); });
  await tour.inspect(stu, 'filings: SSBCI lacks a question', LOOK);
  stu.expects = false;
  await stu.getByLabel('Self-certification for SSBCI').check();
  await stu.getByLabel('Relationship to the grant').selectOption('contractor');
  await stu.getByRole('button', { name: 'Record the filing' }).click();
  await tour.inspect(stu, 'filings: SSBCI', LOOK);
  const rows = new URL(stu.url()).pathname;
  await tour.visit(stu, `${rows.replace('/filings/', '/checks/')}?first=2026-07-01&last=2026-09-30`, 'checks: SSBCI', LOOK);
  return rows;
}
