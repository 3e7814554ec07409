// Who somebody is: the questions in every language on a telephone, without script too; a device handed over; what is read out; the switches.

const LANGUAGES = ['en', 'es', 'zh-Hans', 'zh-Hant', 'vi', 'ar'];
const NARROW = { viewport: { width: 360, height: 740 } };
// The question after the first, as each page's address says.
const LATER = ['sex', 'disability', 'veteran'];

export async function about(tour, house) {
  const told = await house.demo('--clients', '60');
  await house.serve();
  const link = new URL(told.self_identification_links[0]).pathname;
  for (const language of LANGUAGES) {
    await plain(tour, link, language);
    await questions(tour, link, language);
  }
  await office(tour, house, told);
  await handed(tour, house, told);
}

async function opened(tour, link, language, more = {}) {
  const page = await tour.person('phone', { ...NARROW, ...more });
  await page.goto(link);
  await page.locator(`.langs button[value="${language}"]`).click();
  tour.tally.check(`about me: ${language} comes back to the questions`, new URL(page.url()).pathname.startsWith(link), page.url());
  return page;
}

const boxes = page => page.locator('.tick input[type=checkbox]');
const save = page => page.locator('form .both .btn.main').click();
const skip = page => page.locator('form .both .btn').last().click();

// Without script: one tap on an answer, one on the button. An answer and "I would rather not say" exclude each other, and that is said.
async function plain(tour, link, language) {
  const { tally } = tour;
  const name = `about me, ${language}, without script`;
  const page = await opened(tour, link, language, { javaScriptEnabled: false });
  tally.check(`${name}: the page says its language`, await page.locator('html').getAttribute('lang') === language);
  tally.check(`${name}: and its direction`, (await page.locator('html').getAttribute('dir') ?? 'ltr') === (language === 'ar' ? 'rtl' : 'ltr'));
  await boxes(page).nth(1).check({ force: true });
  await boxes(page).last().check({ force: true });
  page.expects = true;
  await save(page);
  tally.check(`${name}: a group and "rather not say" is put right by the person`, await page.locator('#errors').isVisible());
  tally.check(`${name}: what was ticked is still ticked`, await page.locator('.tick input:checked').count() === 2);
  page.expects = false;
  await boxes(page).last().uncheck({ force: true });
  await save(page);
  tally.check(`${name}: two taps lead to the next question`, page.url().endsWith('/questions/sex'), page.url());
  while (page.url().includes('/questions/')) await skip(page);
  tally.check(`${name}: the last page is "saved"`, page.url().includes('/saved'), page.url());
  await page.goto(link);
  tally.check(`${name}: a stored answer is not shown again`, await page.locator('input:checked').count() === 0);
  await page.context().close();
}

async function questions(tour, link, language) {
  const { tally } = tour;
  const name = `about me, ${language}`;
  const page = await opened(tour, link, language);
  await tour.visit(page, link, `${name}: first question`, ['phone', 'phone-dark']);
  await boxes(page).nth(1).check({ force: true });
  await save(page);
  for (const question of LATER) {
    tally.check(`${name}: then ${question}`, page.url().endsWith(`/questions/${question}`), page.url());
    await tour.inspect(page, `${name}: ${question}`, ['phone']);
    if (question === 'disability') await skip(page);
    else {
      await page.locator('.tick input[type=radio]').first().check({ force: true });
      await save(page);
    }
  }
  while (page.url().includes('/questions/')) await skip(page);
  await tour.inspect(page, `${name}: saved`, ['phone', 'phone-dark']);
  await page.goto(link);
  tally.check(`${name}: a stored answer is not shown again`, await page.locator('input:checked').count() === 0);
  await tour.inspect(page, `${name}: answered before`, ['phone']);
  await page.goto('/never-asked');
  await page.locator(`.langs button[value="${language}"]`).click();
  await tour.inspect(page, `${name}: never asked`, ['phone']);
  await page.context().close();
}

async function enter(tour, house, told, role, look) {
  const page = await tour.person(look);
  await house.enter(page, told.accounts.find(one => one.role === role).sign_in_link);
  return page;
}

async function office(tour, house, told) {
  const { tally } = tour;
  const advisor = await enter(tour, house, told, 'advisor');
  await advisor.goto(`/clients/${told.clients[0]}`);
  await advisor.getByRole('link', { name: /read out/ }).first().click();
  await tour.inspect(advisor, 'about me: read out', ['desktop', 'phone-dark']);
  tally.check('about me: the page for reading out is empty', await advisor.locator('input:checked').count() === 0);
  advisor.expects = true;
  await advisor.getByRole('button', { name: 'Save and forget' }).click();
  tally.check('about me: nothing read out is told so', await advisor.locator('#errors').isVisible());
  await tour.inspect(advisor, 'about me: read out, something to put right', ['desktop']);
  advisor.expects = false;
  const manager = await enter(tour, house, told, 'manager');
  await manager.goto('/reports');
  await manager.getByRole('link', { name: 'Which questions are asked' }).click();
  await tour.inspect(manager, 'about me: switches', ['desktop', 'phone-dark']);
}

// After the last page nothing leads back, and the member of staff is signed out.
async function handed(tour, house, told) {
  const { tally } = tour;
  const device = await enter(tour, house, told, 'advisor', 'phone');
  await device.goto(`/clients/${told.clients[0]}`);
  await device.getByRole('button', { name: /^Hand over this device/ }).first().click();
  await tour.inspect(device, 'about me: handed over', ['phone', 'phone-dark']);
  const first = device.url();
  await boxes(device).first().check({ force: true });
  await save(device);
  while (device.url().includes('/questions/')) await skip(device);
  if (device.url().includes('/saved')) await device.locator('form[action$="/ending"] button').click();
  await tour.inspect(device, 'about me: handed back', ['phone', 'phone-dark']);
  device.expects = true;
  await device.goBack();
  tally.check('about me: Back shows no question', await device.locator('.tick input').count() === 0, device.url());
  const closed = await device.goto(first);
  tally.check('about me: the address is closed', closed.status() === 404, `${closed.status()}`);
  await device.goto('/today');
  tally.check('about me: no staff page is open', device.url().includes('/sign-in'), device.url());
}
