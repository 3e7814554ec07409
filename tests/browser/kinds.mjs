// Technology transfer from the need to its results, with a confidential part; a training for one person; the lists of a manager.
import { day } from './house.mjs';

export async function kinds(tour, house) {
  const invitation = house.init();
  const invited = house.invite('Ada', 'advisor', 'First Floor');
  await house.serve();
  const { tally } = tour;
  const root = await tour.person();
  await root.goto(house.url + invitation);
  await house.welcome(root, invitation);
  const ada = await tour.person();
  await house.welcome(ada, invited);
  await ada.goto('/clients/new');
  await ada.getByLabel('Name of the business').fill('Rosa Metal Works');
  await ada.getByLabel('First name').fill('Rosa');
  await ada.getByLabel('Last name').fill('Alvarez');
  await ada.getByLabel('Telephone').fill('718 555 0134');
  await ada.getByRole('button', { name: 'Register client' }).last().click();
  const client = new URL(ada.url()).pathname;
  await partner(root, 'Riverton Process Lab', 'Technology transfer');
  await partner(root, 'Weld School', 'Hiring and training');

  await technology(tour, ada, client);
  await training(tour, ada, client);

  await tour.visit(root, '/lists', 'lists');
  await root.goto('/lists?list=hold');
  root.expects = true;
  await root.getByLabel('What staff and partners read').fill('Machine is broken');
  await root.getByRole('button', { name: 'Add to the list' }).click();
  await tour.inspect(root, 'lists with a complaint');
  root.expects = false;
  await root.getByLabel('What the entrepreneur reads', { exact: false }).fill('Their machine is being repaired');
  await root.getByLabel('What kind of reason?').selectOption('capacity');
  await root.getByLabel('Whose reason is it?').selectOption('partner');
  await root.getByRole('button', { name: 'Add to the list' }).click();
  tally.check('a manager extends a list', await root.getByRole('heading', { name: 'Machine is broken' }).isVisible());
  await tour.inspect(root, 'lists, extended');
}

export async function partner(root, name, kind) {
  await root.goto('/partners');
  await root.getByLabel('Name', { exact: true }).fill(name);
  await root.getByRole('checkbox', { name: kind, exact: true }).check({ force: true });
  await root.getByRole('button', { name: 'Add partner' }).click();
  await root.getByLabel('Name', { exact: true }).first().fill('Lee Long');
  await root.getByLabel('E-mail').first().fill('lee@lab.test');
  await root.getByRole('button', { name: 'Add person' }).click();
}

// The client says yes on the telephone; gives back the links of both sides.
async function send(ada, referral) {
  await ada.getByRole('radio', { name: 'Yes, they said it to me' }).check({ force: true });
  await ada.getByRole('button', { name: /^Save what they said/ }).click();
  await ada.getByRole('button', { name: 'Send' }).first().click();
  await ada.goto('/outbox');
  const notices = (await ada.locator('textarea').evaluateAll(all => all.map(one => one.value))).join('\n');
  await ada.goto(referral);
  const status = (await ada.content()).match(/\/s\/[0-9a-z]{52}/)?.[0];
  return { partner: notices.match(/\/p\/[0-9a-z]{52}/)?.[0], status };
}

async function open(lee, link) {
  await lee.goto(link);
  await lee.getByLabel('Your name', { exact: false }).fill('Lee Long');
  await lee.getByRole('button', { name: 'Open the request' }).click();
}

// Unfolds an answer of the partner; gives back its form.
async function answer(lee, words) {
  const summary = lee.locator('summary', { hasText: words }).first();
  const details = lee.locator('details').filter({ has: lee.locator('summary', { hasText: words }) }).first();
  if (!(await details.evaluate(one => one.open))) await summary.click();
  return details;
}

async function accept(lee) {
  const form = await answer(lee, 'Yes, we can help');
  await form.getByLabel('Who will look after it?').fill('Lee Long');
  await form.getByLabel('By when will you contact them?').fill(day(1));
  await form.getByLabel('Did you check', { exact: false }).selectOption({ label: 'Yes' });
  await form.getByRole('button', { name: /Send this answer/ }).first().click();
}

async function technology(tour, ada, client) {
  const { tally } = tour;
  await ada.goto(`${client}/referrals/new?kind=technology_transfer`);
  await tour.inspect(ada, 'kinds: new technology referral', ['desktop', 'desktop-dark', 'phone']);
  await ada.getByLabel('Summary for everybody who is asked', { exact: false }).fill('Coating that cures at 180 °C with TiO2');
  await ada.getByLabel('Riverton Process Lab, Lee Long').check();
  await ada.getByLabel('Kind of help wanted', { exact: false }).selectOption('testing');
  await ada.locator('summary', { hasText: 'How ready it is' }).click();
  await ada.getByLabel('How ready is it now? (TRL)', { exact: false }).selectOption('4');
  await ada.locator('summary', { hasText: 'Money' }).click();
  await ada.getByLabel('Matching funds there are', { exact: false }).fill('4,000');
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save draft' }).click();
  await tour.inspect(ada, 'kinds: a summary that tells too much');
  ada.expects = false;
  tally.check('the words that tell too much are quoted', await ada.getByText('180 °C', { exact: true }).isVisible());
  await ada.getByLabel('Summary for everybody who is asked', { exact: false }).fill('A tougher coating for metal parts; wants tests of how it wears');
  await ada.getByRole('button', { name: 'Save draft' }).click();
  const referral = new URL(ada.url()).pathname;
  await tour.inspect(ada, 'kinds: technology draft');
  await tour.visit(ada, `${referral}/needs`, 'kinds: change what they need');
  await tour.visit(ada, `${referral}/confidential`, 'kinds: confidential part, none yet');
  await ada.getByLabel('Details', { exact: false }).fill('SECRET-OF-THE-COATING in two passes');
  await ada.getByRole('button', { name: 'Save details' }).click();
  await ada.goto(referral);
  const links = await send(ada, referral);

  const lee = await tour.person('phone');
  await open(lee, links.partner);
  await tour.inspect(lee, 'kinds: technology, the partner sees the needs');
  tally.check('the needs are there and the money is not', (await lee.content()).includes('parts work together in a lab') && !(await lee.content()).includes('$4,000'));
  await accept(lee);
  await tour.inspect(lee, 'kinds: technology, after a yes');
  tally.check('after a yes the money is shown, the secret is not', (await lee.content()).includes('$4,000') && !(await lee.content()).includes('SECRET-OF'));

  await ada.goto(`${referral}/confidential`);
  ada.expects = true;
  await ada.getByRole('button', { name: 'Record the agreement' }).click();
  await tour.inspect(ada, 'kinds: an agreement with complaints', ['desktop']);
  ada.expects = false;
  await ada.getByLabel('Signed by both sides on').fill(day(-2));
  await ada.getByLabel('Holds until').fill(day(700));
  await ada.getByLabel('Who signed for the client').fill('Rosa Alvarez');
  await ada.getByLabel('Who signed for the partner').fill('Lee Long');
  await ada.getByLabel('Where the signed paper is', { exact: false }).fill('NDA-2026-7.pdf');
  await ada.getByRole('button', { name: 'Record the agreement' }).click();
  await tour.inspect(ada, 'kinds: an agreement recorded');
  await lee.reload();
  await lee.getByRole('button', { name: 'Open the confidential details' }).click();
  await tour.inspect(lee, 'kinds: the confidential details');
  tally.check('with a signed agreement it opens', (await lee.content()).includes('SECRET-OF-THE-COATING'));
  await lee.getByRole('link', { name: 'Back to the request' }).click();

  let form = await answer(lee, 'We have started');
  await form.getByLabel('First contact was on').fill(day(0));
  await form.getByLabel('How', { exact: true }).selectOption('call');
  await form.getByLabel('Where it stands').selectOption('assessment');
  await form.getByLabel('Next news around', { exact: false }).fill(day(10));
  await form.getByLabel('What was reached?', { exact: false }).selectOption('agreement');
  await form.locator('summary', { hasText: 'If an agreement was signed' }).click();
  await form.getByLabel('Kind of agreement', { exact: false }).selectOption('fee_for_service');
  await form.getByLabel('Your own number for it', { exact: false }).fill('LAB-118');
  await tour.inspect(lee, 'kinds: starting, with an agreement');
  await form.getByRole('button', { name: /Send this answer/ }).first().click();
  tally.check('work is under way', await lee.getByRole('heading', { name: 'Work is under way' }).isVisible());
  form = await answer(lee, 'Put on hold');
  await form.getByLabel('Why does it pause?').selectOption('partner_staffing');
  await form.getByLabel('Look at it again on').fill(day(20));
  await form.getByRole('button', { name: /Send this answer/ }).first().click();
  tally.check('it is on hold', await lee.getByRole('heading', { name: 'This request is on hold' }).isVisible());
  form = await answer(lee, 'It is moving again');
  await form.getByLabel('What changed').fill('The machine is back');
  await form.getByLabel('Next news around', { exact: false }).fill(day(12));
  await form.getByRole('button', { name: /Send this answer/ }).first().click();
  form = await answer(lee, 'It is done');
  await form.getByLabel('Did it meet the need?').selectOption('fully_met');
  await form.getByLabel('What was delivered', { exact: false }).fill('A report and 6 hours');
  await form.getByLabel('It ended on').fill(day(0));
  await form.getByLabel('What came of it', { exact: false }).first().selectOption('equipment_or_process_adopted');
  lee.expects = true;
  await form.getByRole('button', { name: /Send this answer/ }).first().click();
  await tour.inspect(lee, 'kinds: done, what it meant for the workers is asked');
  lee.expects = false;
  await lee.getByLabel('Jobs gained by it', { exact: false }).last().fill('1');
  await lee.getByLabel('Jobs lost by it', { exact: false }).last().fill('0');
  await lee.getByLabel('Were the workers asked beforehand?', { exact: false }).last().selectOption('yes');
  await (await answer(lee, 'It is done')).getByRole('button', { name: /Send this answer/ }).first().click();
  tally.check('the partner is thanked', await lee.getByRole('heading', { name: /Thank you/ }).isVisible(), lee.url());

  const rosa = await tour.person('phone');
  await tour.visit(rosa, links.status, 'kinds: status page, done', ['phone', 'phone-dark']);
  tally.check('the client reads how often the secret was opened', (await rosa.content()).includes('they opened them 1 time'));
  await tour.visit(ada, referral, 'kinds: technology, with its results', ['desktop', 'phone-dark']);
  tally.check('the results are on the page', (await ada.content()).includes('LAB-118'));
}

async function training(tour, ada, client) {
  const { tally } = tour;
  await ada.goto(`${client}/referrals/new?kind=workforce`);
  await ada.getByLabel('The need', { exact: false }).fill('A welding course in the evening');
  await ada.getByLabel('What is wanted?', { exact: false }).selectOption('train');
  await ada.getByLabel('Weld School, Lee Long').check();
  await ada.locator('summary', { hasText: 'It is for one person who works there' }).click();
  await ada.getByLabel('First name').fill('Marisol');
  await ada.getByLabel('Last name', { exact: false }).fill('Vega');
  await ada.getByLabel('E-mail', { exact: false }).fill('marisol@home.test');
  await tour.inspect(ada, 'kinds: a training for one person');
  await ada.getByRole('button', { name: 'Save draft' }).click();
  const referral = new URL(ada.url()).pathname;
  await tour.inspect(ada, 'kinds: training draft', ['desktop']);
  const links = await send(ada, referral);
  const marisol = await tour.person('phone');
  await tour.visit(marisol, links.status, 'kinds: the page of a trainee', ['phone', 'desktop-dark']);
  tally.check('the trainee is spoken to by name', (await marisol.locator('h1').innerText()).startsWith('Marisol'));
  tally.check('the trainee reads nothing of the owner', !(await marisol.content()).includes('Rosa Alvarez'));
  const lee = await tour.person('phone');
  await open(lee, links.partner);
  await accept(lee);
  tally.check('the school learns the trainee’s name after a yes', (await lee.content()).includes('Marisol Vega'));
}
