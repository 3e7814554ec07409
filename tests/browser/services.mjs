// Services in full: what is said besides, an attempt that came to nothing, what a program takes, and a training with who came.

const LOOK = ['desktop', 'phone', 'phone-dark'];

export async function inFull(tour, ada, adam, client) {
  await said(tour, ada, client);
  await tried(tour, ada, client);
  await adam.goto('/programs');
  await tour.visit(adam, await adam.locator('a[href$="/services"]').first().getAttribute('href'), 'services: what a program takes', LOOK);
  await taught(tour, ada);
}

// The line opens, and one save keeps all of it.
async function said(tour, ada, client) {
  await ada.goto(client);
  const log = ada.locator('#log');
  await log.locator('summary', { hasText: 'More about this session' }).click();
  await tour.inspect(ada, 'services: more about a session', LOOK);
  await log.getByLabel('Minutes to prepare').fill('15');
  await log.getByLabel('Filed under').selectOption('legal');
  await log.getByLabel('Spoken or written in').selectOption('es');
  await log.getByRole('button', { name: 'Save service' }).click();
  const words = await ada.locator('main').innerText();
  tour.tally.check('services: all of it stands on the timeline', words.includes('Filed under Legal issues, in Spanish, 15 min to prepare'));
  await tour.visit(ada, await ada.locator('#timeline a[href^="/services/"]').first().getAttribute('href'), 'services: one service', LOOK);
}

async function tried(tour, ada, client) {
  await ada.goto(client);
  const log = ada.locator('#log');
  await log.locator('summary', { hasText: 'More about this session' }).click();
  await log.getByRole('radio', { name: 'I left a voicemail' }).check();
  await log.getByRole('button', { name: 'Save service' }).click();
  await tour.inspect(ada, 'services: an attempt', LOOK);
  tour.tally.check('services: an attempt stands there', (await ada.locator('#timeline').innerText()).includes('Voicemail left'));
}

async function taught(tour, ada) {
  await tour.visit(ada, '/trainings', 'training: list', LOOK);
  const one = await ada.getByRole('link', { name: 'Bidding on city work' }).getAttribute('href');
  await tour.visit(ada, one, 'training: one', LOOK);
  await tour.visit(ada, `${one}?q=an`, 'training: somebody is looked for', LOOK);
  await tour.visit(ada, '/trainings/new', 'training: a new one', LOOK);
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save the training' }).click();
  await tour.inspect(ada, 'training: what is missing', LOOK);
  ada.expects = false;
}
