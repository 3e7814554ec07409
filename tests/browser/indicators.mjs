// What a community chose to look at: the list, a line against its target, a form that complains, a proposal of an entrepreneur, her order and
// what she says; in English, Spanish and Arabic. Without script too.

const LOOK = ['desktop', 'phone', 'phone-dark'];
const NARROW = { viewport: { width: 320, height: 640 } };

// In a made-up city without a mail server the code stands on the page.
async function enter(page, address) {
  await page.goto('/me/sign-in');
  await page.locator('#contact').fill(address);
  await page.locator('form[action="/me/sign-in/codes"] button').click();
  const code = (await page.locator('.box.note').first().innerText()).match(/\d{6}/)[0];
  await page.locator('#code').fill(code);
  await page.locator('form[action="/me/sign-in"] button').click();
}

export async function indicators(tour, house) {
  const told = await house.demo('--clients', '120');
  await house.serve();
  const joy = await tour.person();
  await joy.goto(new URL(told.accounts.find(one => one.role === 'manager').sign_in_link).pathname);
  await joy.getByRole('button', { name: 'Sign in' }).click();
  await tour.visit(joy, '/indicators', 'indicators: list', LOOK);
  await joy.getByRole('link', { name: 'Partners who say yes', exact: true }).first().click();
  await tour.inspect(joy, 'indicators: one with its line', LOOK);
  const one = new URL(joy.url()).pathname;
  tour.tally.check('indicators: the line is drawn', await joy.locator('svg.line path.ln').count() > 0);
  tour.tally.check('indicators: the line is read out', /Quarter/.test(await joy.locator('svg.line').getAttribute('aria-label')));
  await tour.visit(joy, `${one}/definition`, 'indicators: how it is counted', ['desktop', 'phone']);
  await tour.visit(joy, '/indicators/new?start=leases', 'indicators: begin from the set', LOOK);
  await joy.getByLabel('Target').fill('12');
  joy.expects = true;
  await joy.getByRole('button', { name: 'Propose it' }).click();
  await tour.inspect(joy, 'indicators: a form that complains', LOOK);
  joy.expects = false;
  await tour.visit(joy, '/reports/operations', 'indicators: in the report', ['desktop', 'phone']);
  const plain = await tour.person('phone', { javaScriptEnabled: false, ...NARROW, storageState: await joy.context().storageState() });
  for (const path of ['/indicators', one]) {
    await plain.goto(path);
    tour.tally.check(`indicators: without script at 320: ${path}`, await plain.evaluate(() => document.documentElement.scrollWidth) <= 320);
  }
  await says(tour, told.own_pages[0].email);
}

async function says(tour, address) {
  const rosa = await tour.person('phone', NARROW);
  await enter(rosa, address);
  await rosa.locator('button[name=language][value=en]').click();
  await tour.visit(rosa, '/me/indicators', 'indicators: her list', LOOK);
  await rosa.locator('#words').fill('How many of us have a lease of three years?');
  await rosa.getByRole('button', { name: 'Propose it' }).click();
  tour.tally.check('indicators: her proposal is on the list', await rosa.getByText('a lease of three years').first().isVisible());
  const ranked = rosa.locator('select[name=first]').first();
  await ranked.selectOption({ index: 1 });
  await rosa.getByRole('button', { name: 'Save my order' }).first().click();
  tour.tally.check('indicators: her order is kept', await rosa.locator('select[name=first]').first().inputValue() !== '');
  await rosa.getByRole('link', { name: 'Partners who say yes' }).first().click();
  await tour.inspect(rosa, 'indicators: her page of one', LOOK);
  const one = new URL(rosa.url()).pathname;
  for (const language of ['es', 'ar']) {
    await rosa.goto('/me');
    await rosa.locator(`button[name=language][value=${language}]`).click();
    await tour.visit(rosa, '/me/indicators', `indicators: her list (${language})`, ['phone']);
    await tour.visit(rosa, one, `indicators: her page of one (${language})`, ['phone']);
    const plain = await tour.person('phone', { javaScriptEnabled: false, ...NARROW, storageState: await rosa.context().storageState() });
    for (const path of ['/me/indicators', one]) {
      await plain.goto(path);
      tour.tally.check(`indicators: hers without script at 320 (${language}): ${path}`, await plain.evaluate(() => document.documentElement.scrollWidth) <= 320);
    }
  }
}
