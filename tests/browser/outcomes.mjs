// What came of it: written down, better known, asked about; answered by a private link on a telephone, in Spanish and Arabic, and without script.
// And what was promised for a resource, on the day somebody looks.

const LOOK = ['desktop', 'phone', 'phone-dark'];
const NARROW = { viewport: { width: 320, height: 640 } };

export async function outcomes(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const enter = async role => {
    const page = await tour.person();
    const account = told.accounts.find(one => one.role === role);
    await page.goto(new URL(account.sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const ada = await enter('advisor');
  const client = await lists(tour, ada);
  await written(tour, ada, client);
  await answered(tour, (await openLinks(tour, ada))[0]);
  const [left] = await openLinks(tour, ada);
  await withoutScript(tour, left);
  await taken(tour, await enter('manager'));
  await promised(tour, ada);
}

// A check day that has come is a task; what was found is written down, after a form that misses a word.
async function promised(tour, ada) {
  await ada.goto('/today');
  const task = await ada.locator('a[href^="/commitments/"]').first().getAttribute('href');
  await tour.visit(ada, task, 'commitments: a day has come', LOOK);
  await ada.getByRole('radio', { name: 'Broken' }).check();
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save what you found' }).click();
  await tour.inspect(ada, 'commitments: a word is missing', LOOK);
  ada.expects = false;
  await ada.getByLabel('In a few words').fill('Two were let go in the fall');
  await ada.getByRole('button', { name: 'Save what you found' }).click();
  await tour.inspect(ada, 'commitments: what was found', LOOK);
  tour.tally.check('commitments: it stays', (await ada.locator('#main').innerText()).includes('Two were let go in the fall'));
  await tour.visit(ada, `${task}/facts`, 'commitments: change one', LOOK);
  await ada.goto(task);
  await tour.visit(ada, await ada.locator('.head a[href$="/commitments"]').getAttribute('href'), 'commitments: of a resource', LOOK);
}

async function lists(tour, ada) {
  await tour.visit(ada, '/outcomes', 'outcomes: list', LOOK);
  await tour.visit(ada, '/outcomes?kind=contract_won&evidence=document_seen', 'outcomes: some of them', LOOK);
  await tour.visit(ada, '/outcomes?to=2001-01-01', 'outcomes: none of them', ['phone']);
  await ada.goto('/outcomes');
  const differing = await ada.locator('li', { hasText: 'The client says it is different' }).locator('a[href^="/outcomes/"]').first().getAttribute('href');
  await tour.visit(ada, differing, 'outcomes: the client says it is different', LOOK);
  tour.tally.check('outcomes: both figures stand there', /210,000[\s\S]*265,000[\s\S]*240,000/.test(await ada.locator('main').innerText()));
  const client = await ada.locator('main .head a[href^="/clients/"]').first().getAttribute('href');
  await tour.visit(ada, `${differing}/facts`, 'outcomes: change one that is known', LOOK);
  await tour.visit(ada, client, 'outcomes: client', LOOK);
  await tour.visit(ada, `${client}?show=outcomes`, 'outcomes: timeline', ['phone']);
  await tour.visit(ada, `${client}/outcomes`, 'outcomes: of a client', LOOK);
  return client;
}

// A form with what is missing, then one that is saved and asks; the link as the outbox shows it.
async function written(tour, ada, client) {
  await tour.visit(ada, `${client}/outcomes/new`, 'outcomes: a new one', LOOK);
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save the outcome' }).click();
  await tour.inspect(ada, 'outcomes: what is missing', LOOK);
  ada.expects = false;
  await ada.getByLabel('What came of it?').selectOption('jobs_created');
  await ada.getByLabel('Before').fill('2');
  await ada.getByLabel('After, or how much').fill('6');
  await ada.getByLabel('More about it').fill('Four on the night shift');
  await ada.getByRole('button', { name: 'Save the outcome' }).click();
  await tour.inspect(ada, 'outcomes: one that was asked about', LOOK);
  tour.tally.check('outcomes: the change is computed', (await ada.locator('h1').innerText()).includes('4 people more'));
  const one = new URL(ada.url()).pathname;
  ada.expects = true;
  await ada.getByRole('button', { name: 'Take this outcome back' }).click();
  await tour.inspect(ada, 'outcomes: taken back without a reason', ['phone']);
  ada.expects = false;
  await ada.goto(one);
}

// The links of the outbox that still ask.
async function openLinks(tour, ada) {
  const found = [];
  for (const part of ['to-send', 'sent']) {
    await ada.goto(`/outbox?show=${part}`);
    const texts = await ada.locator('textarea').evaluateAll(all => all.map(one => one.value));
    found.push(...texts.map(text => text.match(/\/o\/[0-9a-z]{52}/)?.[0]).filter(Boolean));
  }
  const visitor = await tour.person('phone');
  const open = [];
  for (const link of found) {
    visitor.expects = true;
    await visitor.goto(link);
    if (await visitor.locator('button[name=answer]').count()) open.push(link);
  }
  return open;
}

async function answered(tour, link) {
  const rosa = await tour.person('phone', NARROW);
  await tour.visit(rosa, link, 'outcomes: is it right', LOOK);
  for (const language of ['es', 'ar']) {
    await rosa.locator(`button[name=language][value=${language}]`).click();
    await tour.inspect(rosa, `outcomes: is it right, ${language}`, ['phone', 'phone-dark']);
  }
  await rosa.locator('button[name=language][value=en]').click();
  await rosa.locator('#amount').fill('five or so');
  await rosa.locator('#amount').press('Enter');
  tour.tally.check('outcomes: Enter beside a figure says nothing', await rosa.getByRole('button', { name: 'Yes, that is right' }).isVisible());
  rosa.expects = true;
  await rosa.getByRole('button', { name: 'No, something is different' }).click();
  await tour.inspect(rosa, 'outcomes: a figure that is none', ['phone']);
  rosa.expects = false;
  await rosa.locator('#amount').fill('');
  await rosa.getByRole('button', { name: 'Yes, that is right' }).click();
  await tour.inspect(rosa, 'outcomes: thanks, and did we help', LOOK);
  await rosa.getByRole('button', { name: 'Yes, a lot' }).click();
  await tour.inspect(rosa, 'outcomes: thanks', LOOK);
  const words = await rosa.locator('main').innerText();
  tour.tally.check('outcomes: no figures once it was answered', !words.includes('night shift') && words.includes('You said that it is right'));
  await tour.visit(rosa, `/o/${'0'.repeat(52)}`, 'outcomes: a dead link', ['phone'], 404);
}

async function withoutScript(tour, link) {
  const rosa = await tour.person('phone', { ...NARROW, javaScriptEnabled: false });
  await rosa.goto(link);
  await rosa.locator('button[name=answer][value=different]').click();
  tour.tally.check('outcomes: answered without script', /different|diferente/.test(await rosa.locator('main').innerText()));
}

async function taken(tour, manager) {
  await manager.goto('/outcomes');
  await manager.getByRole('link', { name: 'Take them out as a file' }).click();
  await manager.waitForURL(/\/exports\?kind=outcomes$/);
  tour.tally.check('outcomes: the page that takes them out', (await manager.title()).startsWith('Exports'), await manager.title());
}
