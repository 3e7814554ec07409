// Who somebody is: the questions in every language on a telephone without script, a device handed over, what is read out, the switches.

const LANGUAGES = ['en', 'es', 'zh-Hans', 'zh-Hant', 'vi', 'ar'];

export async function aboutMe(tour, house) {
  const told = house.demo('--clients', '60');
  await house.serve();
  const path = link => new URL(link, 'http://x').pathname;
  const enter = async (role, look) => {
    const page = await tour.person(look);
    await page.goto(path(told.accounts.find(one => one.role === role).sign_in_link));
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const link = path(told.self_identification_links[0]);
  for (const language of LANGUAGES) await questions(tour, link, language);
  await office(tour, told, enter);
  await handed(tour, told, enter);
}

// From the notice to the answer in two taps, without script.
async function questions(tour, link, language) {
  const { tally } = tour;
  const page = await tour.person('phone', { javaScriptEnabled: false });
  const name = `about me, ${language}`;
  await page.goto(link);
  await page.locator(`.langs button[value="${language}"]`).click();
  await page.goto(link);
  tally.check(`${name}: the page says its language`, await page.locator('html').getAttribute('lang') === language);
  await tour.visit(page, link, `${name}: first question`, ['phone', 'phone-dark']);
  await page.locator('.tick input[type=checkbox]').nth(1).check({ force: true });
  await page.locator('.tick input[type=checkbox]').last().check({ force: true });
  await page.locator('form .both .btn.main').click();
  tally.check(`${name}: a box and no answer exclude each other without script`, await page.locator('#errors').isVisible());
  page.expects = false;
  await tour.inspect(page, `${name}: something to put right`, ['phone']);
  await page.locator('.tick input[type=checkbox]').last().uncheck({ force: true });
  await page.locator('form .both .btn.main').click();
  for (const question of ['sex', 'disability', 'veteran']) {
    tally.check(`${name}: then ${question}`, page.url().endsWith(`/questions/${question}`), page.url());
    await tour.inspect(page, `${name}: ${question}`, ['phone']);
    if (question === 'disability') await page.locator('form .both .btn').last().click();
    else {
      await page.locator('.tick input[type=radio]').first().check({ force: true });
      await page.locator('form .both .btn.main').click();
    }
  }
  await tour.inspect(page, `${name}: saved`, ['phone', 'phone-dark']);
  tally.check(`${name}: nothing that was answered is shown`, await page.locator('input[type=checkbox]:checked, input[type=radio]:checked').count() === 0);
  await page.goto(link);
  tally.check(`${name}: a stored answer is not shown again`, await page.locator('input:checked').count() === 0);
  await tour.inspect(page, `${name}: answered before`, ['phone']);
  await page.goto('/never-asked');
  await page.locator(`.langs button[value="${language}"]`).click();
  await tour.inspect(page, `${name}: never asked`, ['phone']);
  await page.context().close();
}

async function office(tour, told, enter) {
  const advisor = await enter('advisor');
  await advisor.goto(`/clients/${told.clients[0]}`);
  await advisor.getByRole('link', { name: /^Write down what they read out/ }).first().click();
  await tour.inspect(advisor, 'about me: read out', ['desktop', 'phone-dark']);
  tour.tally.check('about me: the page for reading out is empty', await advisor.locator('input:checked').count() === 0);
  await advisor.getByRole('button', { name: 'Save and forget' }).click();
  await tour.inspect(advisor, 'about me: read out, something to put right', ['desktop']);
  const manager = await enter('manager');
  await manager.goto('/reports');
  await manager.getByRole('link', { name: 'Which questions are asked' }).click();
  await tour.inspect(manager, 'about me: switches', ['desktop', 'phone-dark']);
}

// After the last page nothing leads back, and the member of staff is signed out.
async function handed(tour, told, enter) {
  const { tally } = tour;
  const device = await enter('advisor', 'phone');
  await device.goto(`/clients/${told.clients[0]}`);
  await device.getByRole('button', { name: /^Hand over this device/ }).first().click();
  await tour.inspect(device, 'about me: handed over', ['phone', 'phone-dark']);
  const first = device.url();
  await device.locator('.tick input[type=checkbox]').first().check({ force: true });
  await device.locator('form .both .btn.main').click();
  while (device.url().includes('/questions/')) await device.locator('form .both .btn').last().click();
  await tour.inspect(device, 'about me: handed back', ['phone', 'phone-dark']);
  device.expects = true;
  await device.goBack();
  tally.check('about me: Back shows no question', await device.locator('input[type=checkbox], input[type=radio]').count() === 0, device.url());
  const closed = await device.goto(first);
  tally.check('about me: the address is closed', closed.status() === 404);
  await device.goto('/today');
  tally.check('about me: no staff page is open', device.url().includes('/sign-in'));
}
