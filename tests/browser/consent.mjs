// A yes for several partners in one act, undone and stopped one by one; questions that name nobody; the list of a partner's contact.
import { createServer } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partner } from './kinds.mjs';

const LOOK = ['desktop', 'phone-dark'];

export async function consent(tour, house) {
  const told = await house.demo('--clients', '40');
  await house.serve();
  const manager = await tour.person();
  await enter(manager, told, 'manager');
  for (const name of ['Mill Street Credit Union', 'Fund for Makers', 'Second Shift Books']) await partner(manager, name, 'Business services');
  await manager.context().close();
  const ada = await tour.person();
  await enter(ada, told);
  await together(tour, ada, told);
  await questions(tour, ada, told);
  await list(tour, house, ada, told);
}

async function enter(page, told, role = 'advisor') {
  const account = told.accounts.find(one => one.role === role);
  await page.goto(new URL(account.sign_in_link).pathname);
  await press(page, page.getByRole('button', { name: 'Sign in' }));
}

async function press(page, button) {
  await Promise.all([page.waitForNavigation(), button.click()]);
}

// The text of every notice that waits to be sent, page after page.
async function notices(ada) {
  const found = [];
  let next = '/outbox';
  while (next) {
    await ada.goto(next);
    found.push(...await ada.locator('textarea').evaluateAll(all => all.map(one => one.value)));
    next = await ada.locator('a[rel=next]').count() ? await ada.locator('a[rel=next]').getAttribute('href') : null;
  }
  return found;
}

// Up to five partners, one yes, its copy, its undo, and one stopped alone.
async function together(tour, ada, told) {
  const { tally } = tour;
  await ada.goto(`/clients/${told.clients[1]}/referrals/new?kind=business_development`);
  await ada.getByLabel('The need', { exact: false }).fill('A loan for a second oven, about $30,000');
  await ada.locator('select[name=bd_topic]').selectOption({ index: 1 });
  const boxes = ada.locator('input[name=contact]');
  const asked = Math.min(5, await boxes.count());
  for (let place = 0; place < asked; place += 1) await boxes.nth(place).check({ force: true });
  await tour.inspect(ada, 'consent: several partners ticked', LOOK);
  await press(ada, ada.getByRole('button', { name: 'Save draft' }).first());
  const referral = new URL(ada.url()).pathname;
  await tour.inspect(ada, 'consent: the question to the client', LOOK);
  tally.check('consent: the words name every partner', await ada.getByText(`One need, ${asked} partners.`).isVisible(), `${asked}`);
  await ada.getByRole('radio', { name: 'Yes, they said it to me' }).check({ force: true });
  await press(ada, ada.getByRole('button', { name: /^Save what they said/ }));
  await tour.inspect(ada, 'consent: agreed for all of them', LOOK);
  const status = (await ada.content()).match(/\/s\/[0-9a-z]{52}/)?.[0];
  tally.check('consent: the copy goes to the client', Boolean(status) && (await notices(ada)).some(one => one.includes(status)), status);

  const rosa = await tour.person('phone');
  await tour.visit(rosa, status, 'consent: the copy, the client', LOOK);
  tally.check('consent: it can be undone for a day', await rosa.locator('summary', { hasText: 'Undo my yes' }).isVisible());
  await send(ada, referral, asked);
  await tour.inspect(ada, 'consent: sent to all of them', ['desktop', 'phone']);
  await tour.visit(rosa, status, 'consent: sent to all of them, the client', LOOK);
  const stops = rosa.getByRole('button', { name: /Stop sharing with/ });
  const before = await stops.count();
  tally.check('consent: each partner can be stopped alone', before >= asked - 1, `${before}`);
  if (before > 0) {
    await press(rosa, stops.last());
    await tour.inspect(rosa, 'consent: one partner stopped, the client', LOOK);
    tally.check('consent: the others go on', await stops.count() === before - 1, `${await stops.count()}`);
  }
  await ada.goto(referral);
  await tour.inspect(ada, 'consent: one partner stopped', ['desktop']);

  // A partner without e-mail gets a letter.
  await ada.locator('summary', { hasText: 'Letter with a code for the partner' }).click();
  const print = ada.getByRole('button', { name: 'Print a letter for the partner' });
  await press(ada, print);
  await tour.inspect(ada, 'consent: the letter to a partner', ['desktop', 'phone']);
  await ada.emulateMedia({ media: 'print', colorScheme: 'light' });
  await ada.screenshot({ path: new URL('pictures/consent-letter-printed.png', import.meta.url).pathname, fullPage: true });
  await ada.emulateMedia({ media: 'screen' });
  const plain = await tour.person('phone', { javaScriptEnabled: false });
  tally.check('consent: without script: the client’s page', (await plain.goto(status)).status() === 200 && await plain.locator('h1').isVisible());
}

// One press for all; where somebody is slow or full, each on its own page with a reason.
async function send(ada, referral, asked) {
  await ada.goto(referral);
  const drafts = await ada.locator('main a[href^="/referrals/"]').evaluateAll(all => [...new Set(all.map(one => one.getAttribute('href')))]);
  ada.expects = true;
  await press(ada, ada.getByRole('button', { name: `Send to ${asked} partners` }));
  ada.expects = false;
  for (const draft of [referral, ...drafts.filter(one => /^\/referrals\/[0-9a-z]{20,}$/.test(one))]) {
    await ada.goto(draft);
    const button = ada.getByRole('button', { name: /^(Save ?: )?Send to the partner/ }).first();
    if (!(await button.count())) continue;
    ada.expects = true;
    await press(ada, button);
    const why = ada.locator('[name=override_reason]');
    if (await button.count() && await why.count()) {
      await why.first().fill('They asked for all of them');
      await press(ada, button);
    }
    ada.expects = false;
  }
  await ada.goto(referral);
}

// Asked of several without a name; one answers behind a link; the answer becomes a referral.
async function questions(tour, ada, told) {
  const { tally } = tour;
  let shown = null;
  for (const id of told.clients) {
    await ada.goto(`/clients/${id}/questions?kind=real_estate`);
    if ((await ada.locator('main').innerText()).includes('pattern shop')) { shown = id; break; }
  }
  tally.check('questions: the demo shows one with its answers', Boolean(shown));
  await tour.inspect(ada, 'questions: asked and answered', [...LOOK, 'desktop-dark']);
  const client = `/clients/${told.clients.find(id => id !== shown)}`;
  await ada.goto(client);
  const name = (await ada.locator('h1').innerText()).trim();
  await tour.visit(ada, `${client}/questions?kind=real_estate`, 'questions: none yet', LOOK);
  const words = 'Is anything with a dock and 3,000 square feet free in spring?';
  await ada.locator('textarea[name=text]').fill(`${name} looks for 3,000 square feet`);
  await ada.locator('input[name=contact]').first().check({ force: true });
  ada.expects = true;
  await press(ada, ada.getByRole('button', { name: 'Ask', exact: true }));
  await tour.inspect(ada, 'questions: it names the client', LOOK);
  tally.check('questions: the word that names the client is quoted', (await ada.locator('main').innerText()).includes('name of the business'));
  ada.expects = false;
  await ada.locator('textarea[name=text]').fill(words);
  await ada.locator('input[name=contact]').nth(1).check({ force: true });
  await press(ada, ada.getByRole('button', { name: 'Ask', exact: true }));
  await tour.inspect(ada, 'questions: asked', ['desktop', 'phone']);
  const links = (await notices(ada)).map(one => one.match(/\/q\/[0-9a-z]{52}/)?.[0]).filter(Boolean);
  tally.check('questions: each gets a link of its own', links.length >= 2, `${links.length}`);

  const sal = await tour.person('phone');
  let link = null;
  for (const one of links) {
    await sal.goto(one);
    if ((await sal.locator('main').innerText()).includes('3,000 square feet')) { link = one; break; }
  }
  await tour.visit(sal, link, 'questions: the partner answers', [...LOOK, 'desktop-dark']);
  tally.check('questions: the partner reads no name', !(await sal.content()).includes(name));
  sal.expects = true;
  await press(sal, sal.getByRole('button', { name: 'Send this answer' }));
  await tour.inspect(sal, 'questions: an answer with complaints', ['phone']);
  sal.expects = false;
  await sal.getByRole('radio', { name: /yes/i }).first().check({ force: true });
  await sal.getByLabel('Your name', { exact: false }).fill('Sal Silva');
  await sal.locator('[name=sentence]').fill('One bay with a dock, from April.');
  await press(sal, sal.getByRole('button', { name: 'Send this answer' }));
  await tour.inspect(sal, 'questions: thanked', ['phone', 'desktop']);
  await tour.visit(ada, client, 'questions: the answer on the client’s page', ['desktop', 'phone']);
  tally.check('questions: the answer is on the page of the client', (await ada.locator('main').innerText()).includes('One bay with a dock'));
  await tour.visit(ada, '/today', 'questions: the answer on Today', ['desktop']);
}

// A mail server that takes everything, in this process.
function mailServer() {
  const letters = [];
  const server = createServer(socket => {
    let text = null, held = '';
    socket.on('error', () => {});
    socket.write('220 tour\r\n');
    socket.on('data', more => {
      held += more;
      for (let at = held.indexOf('\r\n'); at >= 0; at = held.indexOf('\r\n')) {
        const line = held.slice(0, at);
        held = held.slice(at + 2);
        if (text === null) {
          if (/^DATA/i.test(line)) text = '';
          socket.write(/^DATA/i.test(line) ? '354 go on\r\n' : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
        } else if (line === '.') {
          letters.push(text.replace(/=\n/g, ''));
          text = null;
          socket.write('250 taken\r\n');
        } else text += `${line}\n`;
      }
    });
  });
  return new Promise(found => server.listen(0, '127.0.0.1', () => found({ letters, port: server.address().port, close: () => server.close() })));
}

// Everything of one contact behind a mailed code, and "no change" for what goes on.
async function list(tour, house, ada, told) {
  const { tally } = tour;
  const email = await busiest(ada, told.partner_accounts.map(one => one.email));
  const mail = await mailServer();
  const config = join(house.dir, 'fairfloor.toml');
  writeFileSync(config, `[mail]\nserver = "127.0.0.1"\nport = ${mail.port}\nsecurity = "none"\nfrom = "Riverton Makers <office@riverton.example>"\nreply_to = "team@riverton.example"\n`);
  await house.rest();
  await house.serve('--config', config);
  const sal = await tour.person('phone');
  await tour.visit(sal, '/p/inbox', 'list: the address', LOOK);
  await sal.getByLabel('Your e-mail address', { exact: false }).fill(email);
  await press(sal, sal.getByRole('button', { name: 'Mail me a code' }));
  await tour.inspect(sal, 'list: the code', ['phone', 'desktop-dark']);
  const code = await letterWith(mail, sal);
  sal.expects = true;
  await sal.getByLabel('Your e-mail address', { exact: false }).fill(email);
  await sal.getByLabel('Code', { exact: false }).fill(code === '000000' ? '111111' : '000000');
  await press(sal, sal.getByRole('button', { name: 'Open my list' }));
  await tour.inspect(sal, 'list: a wrong code', ['phone']);
  sal.expects = false;
  await sal.getByLabel('Code', { exact: false }).fill(code);
  await press(sal, sal.getByRole('button', { name: 'Open my list' }));
  tally.check('list: the code opens it', new URL(sal.url()).pathname === '/p/mine', sal.url());
  await tour.inspect(sal, 'list: everything of a contact', [...LOOK, 'desktop-dark']);
  const boxes = sal.locator('input[name=with]');
  tally.check('list: something goes on', await boxes.count() > 0);
  sal.expects = true;
  await press(sal, sal.getByRole('button', { name: 'No change' }));
  await tour.inspect(sal, 'list: nothing is ticked beforehand', ['phone']);
  sal.expects = false;
  const count = await boxes.count();
  for (let place = 0; place < count; place += 1) await boxes.nth(place).check({ force: true });
  const next = new Date(`${told.until}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 20);
  await sal.getByLabel('next', { exact: false }).first().fill(next.toISOString().slice(0, 10));
  await press(sal, sal.getByRole('button', { name: 'No change' }));
  await tour.inspect(sal, 'list: no change recorded', ['phone', 'desktop']);
  tally.check('list: one press for all', (await sal.locator('main').innerText()).includes(`Recorded: no change for ${count}.`), (await sal.locator('main').innerText()).slice(0, 400));
  mail.close();
}

// The e-mail of a contact who has work going on, and no account: with one the same code opens the list of the whole team.
async function busiest(ada, withAccount) {
  await ada.goto('/referrals?turn=partner');
  const links = await ada.locator('.rows h3 a').evaluateAll(all => all.map(one => one.getAttribute('href')));
  for (const link of links) {
    await ada.goto(link);
    const words = await ada.locator('main').innerText();
    const email = words.match(/E-mail\s+(\S+@\S+)/)?.[1];
    if (words.includes('In progress') && email && !withAccount.includes(email)) return email;
  }
  throw new Error('nobody has work going on');
}

async function letterWith(mail, page) {
  for (let looks = 0; looks < 100; looks += 1) {
    const code = mail.letters.map(one => one.match(/Your code is (\d{6})/)?.[1]).find(Boolean);
    if (code) return code;
    await page.waitForTimeout(100);
  }
  throw new Error(`no code came: ${mail.letters.length} letters`);
}
