// The whole loop, three people at once: space for a client, with a partner who never answers; a technology referral on hold, then disputed.

const LOOK = ['desktop', 'phone', 'phone-dark'];

export async function loop(tour, house) {
  const told = await house.demo('--clients', '40');
  await house.serve();
  const people = new People(tour, house, told);
  await technology(people);
  await space(people);
}

// Advisor, partner and entrepreneur, each with a browser of their own that stays open all the while.
class People {
  constructor(tour, house, told) {
    Object.assign(this, { tour, house, told, tally: tour.tally, today: told.until });
  }

  async meet() {
    this.ada = await this.tour.person('desktop');
    this.lee = await this.tour.person('phone');
    this.rosa = await this.tour.person('phone');
    await this.signIn();
  }

  async signIn() {
    const account = this.told.accounts.find(one => one.role === 'advisor');
    await this.ada.goto(new URL(account.sign_in_link).pathname);
    await this.ada.getByRole('button', { name: 'Sign in' }).click();
  }

  day(ahead) {
    const on = new Date(`${this.today}T12:00:00Z`);
    on.setUTCDate(on.getUTCDate() + ahead);
    return on.toISOString().slice(0, 10);
  }

  // The newest link to the partner of a referral, as its notice in the outbox carries it.
  async link(referral = this.referral) {
    const { ada } = this;
    await ada.goto(referral);
    const label = (await ada.locator('h1').locator('xpath=..').innerText()).match(/R-\d+/)?.[0] ?? (await ada.title()).match(/R-\d+/)[0];
    let next = '/outbox';
    while (next) {
      await ada.goto(next);
      const notices = await ada.locator('textarea').evaluateAll(all => all.map(one => one.value));
      const found = notices.filter(one => one.includes(label)).map(one => one.match(/\/p\/[0-9a-z]{52}/)?.[0]).filter(Boolean);
      if (found.length) return found[0];
      next = await ada.locator('a[rel=next]').count() ? await ada.locator('a[rel=next]').getAttribute('href') : null;
    }
    throw new Error(`no notice carries a link to ${label}`);
  }

  async open(page, link, name) {
    await page.goto(link);
    await page.getByLabel('Your name', { exact: false }).fill(name);
    await twice(page, page.getByRole('button', { name: 'Open the request' }));
  }

  // The partner's form of an answer, unfolded.
  async answer(words, page = this.lee) {
    const details = page.locator('details').filter({ has: page.locator('summary', { hasText: words }) }).first();
    if (!(await details.evaluate(one => one.open))) await details.locator('summary').first().click();
    return details;
  }

  async send(form, page = this.lee) {
    await twice(page, form.getByRole('button', { name: /Send this answer/ }).first());
  }

  // Everybody looks: words of the three pages, and pictures where it matters.
  async look(name, pictures = false) {
    await this.ada.goto(this.referral);
    await this.rosa.goto(this.status);
    if (this.desk) await this.lee.goto(this.desk);
    const said = {};
    for (const [who, page] of Object.entries({ ada: this.ada, lee: this.lee, rosa: this.rosa })) {
      if (pictures) await this.tour.inspect(page, `loop: ${name}, ${WHO[who]}`, who === 'ada' ? ['desktop', 'phone-dark'] : ['phone']);
      said[who] = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    }
    return said;
  }

  // The day by which somebody has to move, as the partner reads it, stands on the other two pages.
  async sameClock(name, said) {
    const due = (await this.lee.locator('.hero b').first().innerText()).trim();
    this.tally.check(`loop: ${name}: the advisor reads the day the partner reads`, said.ada.includes(due.replace(/^\w+day, /, '')), `${due} is not in: ${said.ada.slice(0, 700)}`);
    this.tally.check(`loop: ${name}: the entrepreneur reads the day the partner reads`, said.rosa.includes(due), `${due} is not in: ${said.rosa.slice(0, 900)}`);
  }

  // The clock that stands still says so in the same words on all three pages.
  standsStill(name, said) {
    const words = said.lee.match(/The partner's clock (has stood|stands) still [^.]*\./)?.[0];
    for (const who of ['ada', 'lee', 'rosa']) this.tally.check(`loop: ${name}: ${WHO[who]} reads that the clock stands still`, Boolean(words) && said[who].includes(words), `${words} is not in: ${said[who].slice(0, 900)}`);
  }

  says(name, said, who, words, not = false) {
    this.tally.check(`loop: ${name}: ${WHO[who]} ${not ? 'does not read' : 'reads'} "${words}"`, said[who].includes(words) !== not, said[who].slice(0, 1200));
  }

  // Each deed stands in the history once, however often its button was pressed.
  async grew(name, by = 1) {
    await this.ada.goto(this.referral);
    const count = await this.ada.locator('ol.spine[reversed] > li').count();
    this.tally.check(`loop: ${name} is recorded once`, count === this.count + by, `${this.count} and then ${count}`);
    this.count = count;
  }

  // Today's history, to count from.
  async begin() {
    this.count = 0;
    await this.ada.goto(this.referral);
    this.count = await this.ada.locator('ol.spine[reversed] > li').count();
  }
}

const WHO = { ada: 'the advisor', lee: 'the partner', rosa: 'the entrepreneur' };

// A double click: what is done is done once.
async function twice(page, button) {
  await Promise.all([page.waitForNavigation(), button.dblclick()]);
  await page.waitForLoadState('networkidle');
}

// The partner's answers, as somebody would give them.
async function accept(people, page = people.lee) {
  const form = await people.answer('Yes, we can help', page);
  await form.getByLabel('Who will look after it?').fill('Lee Long');
  await form.getByLabel('By when will you contact them?').fill(people.day(2));
  await form.getByLabel('Did you check', { exact: false }).selectOption({ label: 'Yes' });
  await people.send(form, page);
}

async function start(people, stage) {
  const form = await people.answer('We have started');
  await form.getByLabel('First contact was on').fill(people.day(0));
  await form.getByLabel('How', { exact: true }).selectOption('call');
  await form.getByLabel('Where it stands').selectOption(stage);
  await form.getByLabel('Next news around', { exact: false }).fill(people.day(10));
  return form;
}

async function progress(people, stage, ahead) {
  const form = await people.answer('Give an update');
  await form.getByLabel('Where it stands').selectOption(stage);
  await form.getByLabel('Next news around', { exact: false }).fill(people.day(ahead));
  return form;
}

async function done(people, results) {
  const form = await people.answer('It is done');
  await form.getByLabel('Did it meet the need?').selectOption('fully_met');
  await form.getByLabel('What was delivered', { exact: false }).fill('All that was asked for');
  await form.getByLabel('It ended on').fill(people.day(0));
  await form.getByLabel('What came of it', { exact: false }).first().selectOption(results);
  return form;
}

// What the private page of the entrepreneur asks after "it is done".
async function says(people, met, happened) {
  const { rosa } = people;
  if (!await rosa.getByLabel('Did it happen as they say?').isVisible()) await rosa.getByText('Say more, if you want').click();
  await rosa.getByLabel('Did you get the help you needed?').selectOption({ label: met });
  await rosa.getByLabel('Did it happen as they say?').selectOption({ label: happened });
  await twice(rosa, rosa.getByRole('button', { name: /Send my answer/ }).first());
}

// Told by the advisor that the client said yes; sent; the links of both sides.
async function agree(people) {
  const { ada } = people;
  await ada.getByRole('radio', { name: 'Yes, they said it to me' }).check({ force: true });
  await twice(ada, ada.getByRole('button', { name: /^Save what they said/ }));
}

async function technology(people) {
  const { tour, tally, told } = people;
  await people.meet();
  const { ada, lee, rosa } = people;
  await ada.goto(`/clients/${told.clients[0]}`);
  const client = (await ada.locator('h1').innerText()).trim();
  await ada.goto(`/clients/${told.clients[0]}/referrals/new?kind=technology_transfer`);
  await ada.getByLabel('Summary for everybody who is asked', { exact: false }).fill('A tougher coating for metal parts; wants tests of how it wears');
  await ada.getByLabel('Kind of help wanted', { exact: false }).selectOption('testing');
  await ada.locator('input[name=contact]').first().check({ force: true });
  const why = ada.getByLabel(/ask them all the same|anyway|reason/i);
  if (await why.count()) await why.first().fill('They know this process best');
  await twice(ada, ada.getByRole('button', { name: 'Save draft' }));
  people.referral = new URL(ada.url()).pathname;
  tally.check('loop: a draft is made once', /^\/referrals\/[0-9a-z]{20,}$/.test(people.referral), (await ada.locator('main').innerText()).slice(0, 900));
  await ada.goto(`${people.referral}/confidential`);
  await ada.getByLabel('Details', { exact: false }).fill('SECRET-OF-THE-COATING in two passes');
  await twice(ada, ada.getByRole('button', { name: 'Save details' }));
  await people.begin();
  await agree(people);
  // Asked and answered in one act: two events.
  await people.grew('the yes', 2);
  await twice(ada, ada.getByRole('button', { name: /^Send/ }).first());
  await people.grew('the sending');
  people.status = (await ada.content()).match(/\/s\/[0-9a-z]{52}/)[0];
  await inEnglish(people.rosa, people.status);
  const link = await people.link();

  // Two browsers at the partner: both have the page open, and the second is told what changed.
  await people.open(lee, link, 'Lee Long');
  people.desk = new URL(lee.url()).pathname;
  let said = await people.look('technology, asked', true);
  await people.sameClock('technology, asked', said);
  people.says('technology, asked', said, 'lee', 'A tougher coating');
  people.says('technology, asked', said, 'lee', client, true);
  people.says('technology, asked', said, 'lee', 'SECRET-OF', true);
  const second = await lee.context().newPage();
  await second.goto(people.desk);
  await twice(lee, lee.getByRole('button', { name: 'We have it and are reading it' }));
  await people.grew('the acknowledgment');
  await accept(people, second);
  tally.check('loop: two editors: the later one reads what changed', (await second.locator('main').innerText()).includes('Nothing of yours was saved'), (await second.locator('main').innerText()).slice(0, 600));
  await people.grew('nothing of the later editor', 0);
  await second.close();
  // A used link, and somebody else's browser.
  const stranger = await tour.person('phone');
  stranger.expects = true;
  const dead = await stranger.goto(link);
  tally.check('loop: a used link opens nothing', dead.status() === 404 && (await stranger.content()).includes('This link has stopped working'));
  await tour.inspect(stranger, 'loop: a used link', ['phone', 'desktop-dark']);
  const foreign = await stranger.goto(people.desk);
  tally.check('loop: the address alone opens nothing', foreign.status() === 404);
  await people.open(stranger, new URL(told.partner_links[0]).pathname, 'Somebody Else');
  const theirs = await stranger.goto(people.desk);
  tally.check('loop: another partner’s visit opens nothing of it', theirs.status() === 404 && !(await stranger.content()).includes('coating'));
  await stranger.context().close();

  await lee.goto(people.desk);
  await accept(people);
  await people.grew('the acceptance');
  said = await people.look('technology, accepted', true);
  await people.sameClock('technology, accepted', said);
  people.says('technology, accepted', said, 'lee', client);
  people.says('technology, accepted', said, 'lee', 'SECRET-OF', true);

  // The agreement is signed and written down; only then the confidential part opens.
  await ada.goto(`${people.referral}/confidential`);
  await ada.getByLabel('Signed by both sides on').fill(people.day(-1));
  await ada.getByLabel('Holds until').fill(people.day(700));
  await ada.getByLabel('Who signed for the client').fill('The owner');
  await ada.getByLabel('Who signed for the partner').fill('Lee Long');
  await ada.getByLabel('Where the signed paper is', { exact: false }).fill('NDA-7.pdf');
  await twice(ada, ada.getByRole('button', { name: 'Record the agreement' }));
  await lee.goto(people.desk);
  await Promise.all([lee.waitForNavigation(), lee.getByRole('button', { name: 'Open the confidential details' }).click()]);
  tally.check('loop: after the agreement the confidential part opens', (await lee.content()).includes('SECRET-OF-THE-COATING'));
  await lee.goto(people.desk);
  await people.send(await start(people, 'assessment'));
  await people.grew('the start');
  said = await people.look('technology, under way');
  await people.sameClock('technology, under way', said);

  const hold = await people.answer('Put on hold');
  await hold.getByLabel('Why does it pause?').selectOption('partner_staffing');
  await hold.getByLabel('Look at it again on').fill(people.day(20));
  await people.send(hold);
  await people.grew('the hold');
  said = await people.look('technology, on hold', true);
  await people.sameClock('technology, on hold', said);
  people.standsStill('technology, on hold', said);
  await lee.goto(people.desk);
  const again = await people.answer('It is moving again');
  await again.getByLabel('What changed').fill('The machine is back');
  await again.getByLabel('Next news around', { exact: false }).fill(people.day(12));
  await people.send(again);
  await people.grew('the resumption');
  said = await people.look('technology, resumed');
  await people.sameClock('technology, resumed', said);
  people.says('technology, resumed', said, 'rosa', 'still while this is on hold', true);

  await lee.goto(people.desk);
  const end = await done(people, 'equipment_or_process_adopted');
  await end.locator('summary').evaluateAll(all => all.forEach(one => { one.parentElement.open = true; }));
  await end.getByLabel('Jobs gained by it', { exact: false }).last().fill('1');
  await end.getByLabel('Jobs lost by it', { exact: false }).last().fill('0');
  await end.getByLabel('Were the workers asked beforehand?', { exact: false }).last().selectOption('yes');
  await people.send(end);
  await people.grew('the completion');
  people.desk = null;
  said = await people.look('technology, done', true);
  people.says('technology, done', said, 'rosa', 'Did you get the help you needed?');

  // The entrepreneur says no; the loop is open until a step is agreed.
  await says(people, 'No', 'No');
  await people.grew('the answer of the entrepreneur');
  said = await people.look('technology, disputed', true);
  people.says('technology, disputed', said, 'ada', 'They do not agree');
  people.says('technology, disputed', said, 'ada', 'Loop open:');
  await ada.getByLabel('Next step', { exact: true }).selectOption('other_help_given');
  await ada.getByLabel('Talked with the client on').fill(people.day(0));
  await ada.getByLabel('Note that all sides can read', { exact: false }).first().fill('The lab measures once more, with us in the room');
  await twice(ada, ada.getByRole('button', { name: /^Save ?: Record the next step/ }));
  await people.grew('the next step');
  said = await people.look('technology, a next step', true);
  people.says('technology, a next step', said, 'ada', 'Loop closed.');
  people.says('technology, a next step', said, 'rosa', 'measures once more');
  for (const page of [ada, lee, rosa]) await page.context().close();
}

// One need put to two landlords: one never answers and is stopped by the clock, the other signs a lease.
async function space(people) {
  const { tour, tally } = people;
  people.desk = null;
  await people.meet();
  const { ada, lee, rosa } = people;
  await ada.goto('/sites');
  await ada.getByRole('link', { name: 'Foundry Building, unit 4' }).click();
  await ada.waitForLoadState('load');
  await ada.locator('#waiting').locator('xpath=..').getByRole('link').first().click();
  await ada.waitForURL(/\/space/);
  const client = (await ada.locator('main').getByRole('link', { name: /./ }).first().innerText()).trim();
  await ada.getByLabel('Most they can pay').fill('7,500');
  await Promise.all([ada.waitForNavigation(), ada.getByRole('button', { name: 'Show matches' }).click()]);
  await ada.getByLabel('Foundry Building, unit 4').check();
  await ada.getByLabel('Dock Street Works, unit 12').check();
  await Promise.all([ada.waitForNavigation(), ada.getByRole('button', { name: 'Write message to the partners chosen' }).click()]);
  await twice(ada, ada.getByRole('button', { name: /^Save 2 messages/ }));
  await tour.inspect(ada, 'loop: space, two messages', ['desktop', 'phone']);
  const drafts = await ada.locator('main a[href^="/referrals/"]').evaluateAll(all => [...new Set(all.map(one => one.getAttribute('href')))]);
  tally.check('loop: a double click made two drafts, one for each landlord', drafts.length === 2, drafts.join(' '));
  const [own, other] = await landlords(ada, drafts);
  people.referral = own;
  await people.begin();
  tally.check('loop: one yes for both is offered', await ada.getByText('one yes for all that are ticked').isVisible());
  await agree(people);
  await people.grew('one yes for two', 2);
  await tour.inspect(ada, 'loop: space, agreed', ['desktop', 'phone-dark']);
  await sendOne(ada, other);
  await sendOne(ada, own);
  await people.grew('the sending');
  people.status = (await ada.content()).match(/\/s\/[0-9a-z]{52}/)[0];
  await inEnglish(people.rosa, people.status);
  const link = await people.link();

  await people.open(lee, link, 'Lee Long');
  people.desk = new URL(lee.url()).pathname;
  let said = await people.look('space, asked', true);
  await people.sameClock('space, asked', said);
  people.says('space, asked', said, 'lee', client, true);
  people.says('space, asked', said, 'lee', 'Foundry Building, unit 4');
  people.says('space, asked', said, 'lee', '7,500', true);
  await accept(people);
  await people.grew('the acceptance');
  said = await people.look('space, accepted', true);
  await people.sameClock('space, accepted', said);
  people.says('space, accepted', said, 'lee', client);

  let form = await start(people, 'tours');
  await form.locator('summary').evaluateAll(all => all.forEach(one => { one.parentElement.open = true; }));
  await form.getByLabel('Tour on', { exact: false }).fill(people.day(3));
  await people.send(form);
  await people.grew('the tour');
  said = await people.look('space, tours');
  await people.sameClock('space, tours', said);
  form = await progress(people, 'offer_or_loi', 75);
  await form.locator('summary').evaluateAll(all => all.forEach(one => { one.parentElement.open = true; }));
  await form.getByLabel('Written on', { exact: false }).fill(people.day(0));
  await people.send(form);
  await people.grew('the letter of intent');
  said = await people.look('space, letter of intent', true);
  await people.sameClock('space, letter of intent', said);

  await silence(people, other);

  // A month later the visit is over and the link is used: a new one is asked for, and its notice waits in the outbox.
  lee.expects = true;
  await lee.goto(link);
  await twice(lee, lee.getByRole('button', { name: 'Send a new link' }));
  tally.check('loop: a dead link asks for a living one', (await lee.content()).includes('We look for your request'));
  lee.expects = false;
  await people.open(lee, await people.link(own), 'Lee Long');
  await people.begin();
  said = await people.look('space, a month later');
  await people.sameClock('space, a month later', said);
  await lee.goto(people.desk);
  form = await done(people, 'lease_signed');
  await form.locator('summary').evaluateAll(all => all.forEach(one => { one.parentElement.open = true; }));
  await form.locator('[name=signed_sq_ft]').first().fill('5200');
  await form.locator('[name=signed_rent_cents]').first().fill('16.50');
  await form.locator('[name=signed_rent_unit]').first().selectOption('sq_ft_year');
  await form.locator('[name=signed_term_months]').first().fill('60');
  await form.locator('[name=signed_start_on]').first().fill(people.day(30));
  await tour.inspect(lee, 'loop: space, the terms of the lease, the partner', ['phone', 'desktop-dark']);
  await people.send(form);
  await people.grew('the lease');
  people.desk = null;
  said = await people.look('space, the lease is signed', true);
  for (const words of ['5,200 sq ft', '$16.50', '60 months']) people.says('space, the lease is signed', said, 'ada', words);
  await says(people, 'Yes', 'Yes');
  await people.grew('the word of the entrepreneur');
  said = await people.look('space, confirmed', true);
  people.says('space, confirmed', said, 'ada', 'Loop closed.');
  people.says('space, confirmed', said, 'ada', 'They do not agree', true);
  for (const page of [ada, lee, rosa]) await page.context().close();
}

// Which of two drafts is to the landlord of the foundry, and which to the other.
async function landlords(ada, drafts) {
  await ada.goto(drafts[0]);
  const isFirst = (await ada.locator('h1').innerText()).includes('Northgate');
  return isFirst ? drafts : drafts.reverse();
}

// Sends one; a partner who is slow or full takes a reason.
async function sendOne(ada, referral) {
  await ada.goto(referral);
  const button = ada.getByRole('button', { name: /^(Save ?: )?Send to the partner/ });
  ada.expects = true;
  await twice(ada, button.first());
  const why = ada.locator('[name=override_reason]');
  if (await button.count() && await why.count()) {
    await why.first().fill('The only other unit that fits');
    await twice(ada, button.first());
  }
  ada.expects = false;
}

// Time is moved day by day until the clock stops the one who never answered; whoever answered goes on.
async function silence(people, other) {
  const { house, tally, ada, rosa, tour } = people;
  await ada.goto(other);
  const status = (await ada.content()).match(/\/s\/[0-9a-z]{52}/)[0];
  let stopped = false;
  for (let moves = 0; moves < 14 && !stopped; moves += 1) {
    do people.today = people.day(moves === 0 ? 26 : 1); while ([0, 6].includes(new Date(`${people.today}T12:00:00Z`).getUTCDay()));
    await house.rest();
    await house.demo('--until', people.today);
    await house.serve();
    await people.signIn();
    for (let looks = 0; looks < 20 && !stopped; looks += 1) {
      await ada.goto(other);
      stopped = (await ada.locator('main').innerText()).includes('Stopped');
      if (!stopped) await ada.waitForTimeout(200);
    }
  }
  tally.check('loop: whoever never answers is stopped by the clock', stopped);
  await tour.inspect(ada, 'loop: space, stopped by the clock, the advisor', ['desktop', 'phone-dark']);
  await inEnglish(rosa, status);
  await tour.inspect(rosa, 'loop: space, stopped by the clock, the entrepreneur', ['phone']);
  tally.check('loop: the entrepreneur reads that it is not their fault', (await rosa.locator('main').innerText()).includes('did not answer'), (await rosa.locator('main').innerText()).slice(0, 700));
  await ada.goto(people.referral);
  tally.check('loop: the other goes on', (await ada.locator('main').innerText()).includes('In progress'));
}

// Whoever reads another language chooses this one, which is kept for all of their pages.
async function inEnglish(page, status) {
  await page.goto(status);
  await page.locator('.langs button[value=en]').click();
}
