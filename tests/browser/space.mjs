// Finding space, and a vacancy first: two wait for one unit, the rule says who gets it, one press tells and one press confirms.

export async function space(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-11-24'); // a business day: landlords are asked on no other
  await house.serve();
  const { tally } = tour;
  const enter = async (role, look) => {
    const page = await tour.person(look);
    const account = told.accounts.find(one => one.role === role);
    await page.goto(new URL(account.sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const advisor = await enter('advisor');

  // The vacancy first: who waits, and by which rule.
  await tour.visit(advisor, '/sites', 'sites', ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  await advisor.getByRole('link', { name: 'Foundry Building, unit 4' }).click();
  await tour.inspect(advisor, 'site, two wait', ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  const unit = new URL(advisor.url()).pathname;
  tally.check('two needs could be met there', await advisor.getByText(/^[2-9] of \d+ waiting needs could be met here/).isVisible());
  tally.check('the rule and its seed are printed', await advisor.getByText('Displaced businesses first').first().isVisible() && await advisor.getByText('Seed:').first().isVisible());
  await advisor.getByRole('button', { name: /^Tell the/ }).click();
  tally.check('those who agreed are told, once', await advisor.getByText(/told\. The notices? waits? in the outbox/).isVisible() && !(await advisor.getByRole('button', { name: /^Tell the/ }).isVisible()));
  const radios = advisor.locator('#need input[type=radio]');
  await radios.nth(1).check();
  advisor.expects = true;
  await advisor.getByRole('button', { name: 'Give the unit, and write it down' }).click();
  await tour.inspect(advisor, 'site, otherwise than the rule needs a reason', ['desktop', 'phone']);
  advisor.expects = false;
  await radios.nth(0).check();
  await advisor.getByRole('button', { name: 'Give the unit, and write it down' }).click();
  tally.check('the decision is written down', await advisor.getByText('Decisions about this unit').isVisible());
  await tour.inspect(advisor, 'site, given', ['desktop', 'phone-dark']);
  await tour.visit(advisor, '/sites/rule', 'who gets a unit');
  await tour.visit(advisor, '/sites/new', 'a new unit', ['desktop', 'phone']);
  await tour.visit(advisor, `${unit}/facts`, 'facts of a unit', ['desktop', 'phone-dark']);

  // A listing that is pasted.
  await advisor.goto('/sites/paste');
  await advisor.getByLabel('Landlord').selectOption({ label: 'Northgate Makers Trust' });
  await advisor.getByLabel('Text', { exact: false }).fill('Pattern Shop, rear\nSize: 3,000 sq ft\nRent: $14/sf/yr NNN\nPower: 200 A\nView: of the river');
  await advisor.getByRole('button', { name: 'Look at it' }).click();
  await tour.inspect(advisor, 'a pasted listing, looked at', ['desktop', 'phone']);
  await advisor.getByRole('button', { name: 'List this unit' }).click();
  tally.check('a pasted listing is a unit', await advisor.getByRole('heading', { level: 1, name: 'Pattern Shop, rear' }).isVisible());

  // Find space for one client, in three steps.
  await advisor.goto(unit);
  await advisor.locator('#waiting').locator('xpath=..').getByRole('link').first().click();
  await tour.inspect(advisor, 'find space', ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  tally.check('the order is printed', await advisor.getByText('Nothing about the owner is used.').isVisible());
  await advisor.getByLabel('Most they can pay').fill('1,000');
  await advisor.getByRole('button', { name: 'Show matches' }).click();
  await tour.inspect(advisor, 'find space, nothing fits', ['desktop', 'phone']);
  tally.check('one need relaxed is offered', await advisor.getByText(/^Nothing fits everything/).isVisible());
  await advisor.getByLabel('Most they can pay').fill('7,500');
  await advisor.getByRole('button', { name: 'Show matches' }).click();
  await advisor.getByLabel('Foundry Building, unit 4').check();
  await advisor.getByLabel('Dock Street Works, unit 12').check();
  await advisor.getByRole('button', { name: 'Write message to the partners chosen' }).click();
  await tour.inspect(advisor, 'find space, the message', ['desktop', 'desktop-dark', 'phone']);
  tally.check('what is not known is asked', await advisor.getByText(/Please tell us about Dock Street Works, unit 12/).count() > 0 || (await advisor.locator('textarea').allInnerTexts()).join(' ').includes('Please tell us') || (await advisor.locator('textarea').evaluateAll(all => all.map(one => one.value).join(' '))).includes('Please tell us about Dock Street Works, unit 12'));
  await advisor.getByRole('button', { name: /^Save 2 messages/ }).click();
  await tour.inspect(advisor, 'find space, check and send', ['desktop', 'phone-dark']);

  // Landlords are asked by the clock, or now, and answer with one press.
  await advisor.goto('/sites');
  tally.check('the next question has its day', await advisor.getByText(/The next question goes/).isVisible());
  const ask = advisor.getByRole('button', { name: 'Ask those now' });
  if (await ask.isVisible()) {
    await ask.click();
    tally.check('landlords are asked', await advisor.getByText(/landlords? (was|were) asked/).isVisible());
  }
  await advisor.goto('/outbox');
  let link = null;
  for (let turn = 0; turn < 20 && !link; turn++) {
    link = (await advisor.locator('textarea').evaluateAll(all => all.map(one => one.value).join('\n'))).match(/\/u\/[0-9a-z]{52}/)?.[0] ?? null;
    const next = advisor.getByRole('link', { name: 'Next page' });
    if (!link && await next.isVisible()) await next.click(); else break;
  }
  tally.check('the outbox carries the landlord’s link', Boolean(link));
  if (link) {
    const landlord = await tour.person('phone');
    await tour.visit(landlord, link, 'landlord, own units', ['phone', 'phone-dark', 'desktop']);
    await landlord.getByRole('button', { name: /^Still available/ }).first().click();
    tally.check('one press confirms', await landlord.getByText('Saved. Thank you.').isVisible());
    const plain = await tour.person('phone', { javaScriptEnabled: false });
    tally.check('without script: the landlord’s page', (await plain.goto(link)).status() === 200);
  }
  const plain = await tour.person('phone', { javaScriptEnabled: false, storageState: await advisor.context().storageState() });
  for (const path of ['/sites', unit, '/sites/paste', '/sites/rule']) {
    tally.check(`without script: ${path.replace(unit, 'unit')}`, (await plain.goto(path)).status() === 200 && await plain.locator('h1').isVisible());
  }
}
