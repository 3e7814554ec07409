// Notes about clients: one with a warning that is changed, one for oneself that nobody else sees; a message that waits, and an advisor away.
import { inFull } from './services.mjs';

const LOOK = ['desktop', 'phone', 'phone-dark'];

export async function notes(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const enter = async (role, nth = 0) => {
    const page = await tour.person();
    const account = told.accounts.filter(one => one.role === role)[nth];
    await page.goto(new URL(account.sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const [ada, marcus, max, adam] = [await enter('advisor'), await enter('advisor', 1), await enter('manager'), await enter('admin')];
  const client = await shown(tour, ada);
  await written(tour, ada, client);
  await hidden(tour, marcus, max, client);
  await kept(tour, ada, client);
  await waiting(tour, ada, max);
  await tour.visit(adam, '/programs', 'notes: programs, how long notes are kept', LOOK);
  await inFull(tour, ada, adam, client);
}

// The demo's first client with notes of both levels.
async function shown(tour, ada) {
  await ada.goto('/clients?q=');
  for (let address = '/clients'; address;) {
    await ada.goto(address);
    const links = await ada.locator('main a[href^="/clients/"]').evaluateAll(all => [...new Set(all.map(one => one.getAttribute('href')))]);
    const next = await ada.locator('a[rel=next]').count() ? await ada.locator('a[rel=next]').getAttribute('href') : null;
    for (const link of links.filter(one => /^\/clients\/[0-9a-z]{26}$/.test(one))) {
      await ada.goto(`${link}?show=notes`);
      if ((await ada.locator('main').innerText()).includes('Only you read it')) {
        await tour.visit(ada, `${link}?show=notes`, 'notes: timeline of notes', LOOK);
        await tour.visit(ada, link, 'notes: client', LOOK);
        return link;
      }
    }
    address = next;
  }
  throw new Error('no client of the demo has a note for oneself');
}

// A word about papers is warned about, the text is changed, and the second is kept for oneself.
async function written(tour, ada, client) {
  const { tally } = tour;
  await tour.visit(ada, `${client}/notes`, 'notes: notes of a client', LOOK);
  await ada.locator('#body').fill('She waits for her green card.\nCall on Monday about the lease.');
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save note' }).click();
  await tour.inspect(ada, 'notes: the warning', LOOK);
  ada.expects = false;
  tally.check('notes: the warning names the words', (await ada.locator('main').innerText()).includes('green card'));
  await ada.locator('textarea:not([hidden])').fill('Call on Monday about the lease.');
  await ada.getByRole('button', { name: 'Save with my changes' }).click();
  await tour.inspect(ada, 'notes: saved, with undo', LOOK);
  tally.check('notes: the changed text is saved', (await ada.locator('main').innerText()).includes('Call on Monday about the lease.'));
  await ada.goto(`${client}/notes`);
  await ada.locator('#body').fill('Only for me: ask about the bank first.');
  await ada.getByRole('radio', { name: 'Only you' }).check();
  await ada.getByRole('button', { name: 'Save note' }).click();
  tally.check('notes: one for oneself is saved', (await ada.locator('main').innerText()).includes('Only for me'));
  await ada.goto(`${client}/notes`);
  await ada.locator('#body').fill('Her number is 123-45-6789');
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save note' }).click();
  await tour.inspect(ada, 'notes: a number that is never kept', LOOK);
  ada.expects = false;
}

// Another advisor and the manager see the one for the team, and nothing of the other.
async function hidden(tour, marcus, max, client) {
  for (const [page, name] of [[marcus, 'another advisor'], [max, 'the manager']]) {
    for (const address of [client, `${client}?show=notes`, `${client}/notes`]) {
      await page.goto(address);
      const words = await page.locator('main').innerText();
      tour.tally.check(`notes: ${name} reads the team's`, words.includes('Call on Monday about the lease.'), address);
      tour.tally.check(`notes: ${name} sees nothing of the other`, !words.includes('Only for me') && !words.includes('Only you read it'), address);
    }
  }
}

// The page of one note: it is changed, and its day is.
async function kept(tour, ada, client) {
  await ada.goto(`${client}?show=notes`);
  const note = await ada.locator('a[href^="/notes/"]').first().getAttribute('href');
  await tour.visit(ada, note, 'notes: one note', LOOK);
  await ada.getByLabel('Why').fill('She asked us to');
  await ada.getByRole('button', { name: 'Change the day' }).click();
  await tour.inspect(ada, 'notes: one note, another day', LOOK);
  tour.tally.check('notes: the reason stands beside the day', (await ada.locator('main').innerText()).includes('She asked us to'));
}

// A message waits for an answer: one press leads into the field; whoever is away hands it on.
async function waiting(tour, ada, max) {
  const { tally } = tour;
  await ada.goto('/today');
  await ada.getByRole('link', { name: 'Read and answer' }).first().click();
  tally.check('notes: the cursor stands in the field', await ada.evaluate(() => document.activeElement?.id === 'body'));
  await ada.locator('summary', { hasText: 'No answer needed?' }).click();
  await tour.inspect(ada, 'notes: messages, no answer needed', LOOK);
  await tour.visit(ada, '/account', 'notes: account, away', LOOK);
  await tour.visit(max, '/today', 'notes: the manager\'s today', LOOK);
  tally.check('notes: the manager sees what waits', (await max.locator('main').innerText()).includes('a message without reply'));
}
