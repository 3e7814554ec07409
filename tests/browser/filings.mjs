// What is filed with the SBA: a manager checks and mends, the steward makes the file, and what waits is in the next one. A sign-in sheet
// is counted by groups; and what a client signed is written down. Without script too.

const LOOK = ['desktop', 'phone', 'phone-dark'];
const NARROW = { viewport: { width: 320, height: 640 } };

export async function filings(tour, house) {
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
  const check = await checked(tour, max);
  await mended(tour, max);
  await counted(tour, max);
  await made(tour, stu, check);
  const plain = await tour.person('phone', { javaScriptEnabled: false, ...NARROW, storageState: await max.context().storageState() });
  for (const path of ['/checks', check]) {
    await plain.goto(path);
    tour.tally.check(`filings: without script at 320: ${path}`, await plain.evaluate(() => document.documentElement.scrollWidth) <= 320);
  }
}

// The address of the check of form 641.
async function checked(tour, max) {
  await tour.visit(max, '/checks', 'checks: list', LOOK);
  const check = await max.locator('li', { hasText: 'form 641' }).getByRole('link').first().getAttribute('href');
  await tour.visit(max, `${check}?first=2026-07-01&last=2026-09-30`, 'checks: form 641', LOOK);
  tour.tally.check('checks: what is missing leads to where it is mended', await max.getByRole('link', { name: /^Mend it/ }).count() > 0);
  await max.getByText('How answers are written').click();
  await tour.inspect(max, 'checks: how answers are written', LOOK);
  max.expects = true;
  await max.goto(`${check}?first=2026-09-30&last=2026-07-01`);
  await tour.inspect(max, 'checks: the last day before the first', ['phone']);
  max.expects = false;
  await tour.visit(max, `${check}?first=2001-01-01&last=2001-03-31`, 'checks: nothing of these days', ['phone']);
  return check;
}

async function mended(tour, max) {
  await max.goto('/checks');
  await max.locator('li', { hasText: 'form 641' }).getByRole('link').first().click();
  await max.getByRole('link', { name: /^Mend it.*signed agreement/ }).first().click();
  await tour.inspect(max, 'intake: nothing is written down', LOOK);
  await max.getByLabel('Is their signed agreement on file?').selectOption('yes');
  max.expects = true;
  await max.getByRole('button', { name: 'Save intake' }).click();
  await tour.inspect(max, 'intake: a day is missing', LOOK);
  max.expects = false;
  await max.getByLabel('Signed on').fill('2026-02-03');
  await max.getByLabel('May a funder ask them how it went?').selectOption('no');
  await max.getByLabel('Chamber of commerce').check();
  await max.getByRole('button', { name: 'Save intake' }).click();
  tour.tally.check('intake: the client page says so', (await max.locator('#main').innerText()).includes('Agreement of February 3 on file'));
}

async function counted(tour, max) {
  await max.goto('/trainings');
  await max.getByRole('link', { name: 'Bidding on city work' }).click();
  await max.getByRole('link', { name: 'Count by groups' }).click();
  await tour.inspect(max, 'training: count by groups', LOOK);
  await max.getByLabel('Female', { exact: true }).fill('900');
  max.expects = true;
  await max.getByRole('button', { name: 'Lock the counts away' }).click();
  await tour.inspect(max, 'training: more than came', LOOK);
  max.expects = false;
  await max.getByLabel('Female', { exact: true }).fill('9');
  await max.getByRole('button', { name: 'Lock the counts away' }).click();
  await tour.inspect(max, 'training: counted by groups', LOOK);
  tour.tally.check('training: nobody can read it', (await max.locator('#main').innerText()).includes('nobody can read here what was counted'));
}

async function made(tour, stu, check) {
  const filing = check.replace('/checks/', '/filings/');
  await tour.visit(stu, check, 'checks: as the steward sees them', LOOK);
  tour.tally.check('checks: a steward has no way to case pages', await stu.getByRole('link', { name: /^Mend it/ }).count() === 0);
  await tour.visit(stu, filing, 'filings: form 641', LOOK);
  const fill = async (first, last) => {
    await stu.locator('#first').fill(first);
    await stu.locator('#last').fill(last);
  };
  await fill('2026-07-01', '2026-09-30');
  stu.expects = true;
  await stu.getByRole('button', { name: 'Make the file' }).click();
  await tour.inspect(stu, 'filings: some are not ready', LOOK);
  stu.expects = false;
  await fill('2026-07-01', '2026-09-30');
  await stu.getByLabel('What is not ready waits for a later file').check();
  const [file] = await Promise.all([stu.waitForEvent('download'), stu.getByRole('button', { name: 'Make the file' }).click()]);
  tour.tally.check('filings: the file', file.suggestedFilename() === 'sba-641-2026-07-01-to-2026-09-30.xml', file.suggestedFilename());
  await tour.visit(stu, filing, 'filings: form 641 with a file', LOOK);
  await stu.getByLabel('Which sheet').selectOption('changes');
  const [sheet] = await Promise.all([stu.waitForEvent('download'), stu.getByRole('button', { name: 'Take a copy' }).click()]);
  tour.tally.check('filings: the sheet beside it', sheet.suggestedFilename().startsWith('filing-changes-'), sheet.suggestedFilename());
  await stu.goto(filing);
  await stu.locator('a[href*="/files/"]').first().click();
  await tour.inspect(stu, 'filings: what would be written otherwise now', LOOK);
  tour.tally.check('filings: nothing changed since', (await stu.locator('#main').innerText()).includes('All of it would be written as it was'));
}
