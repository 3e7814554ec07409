// Certificates of a client: a list where one ends soon and one is new, what is missing, one that is changed, seen and taken back; those that
// end soon, from Today.

const LOOK = ['desktop', 'phone', 'phone-dark'];

export async function certifications(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const link = new URL(told.accounts.find(one => one.role === 'advisor').sign_in_link).pathname;
  const ada = await tour.person();
  await ada.goto(link);
  await ada.getByRole('button', { name: 'Sign in' }).click();
  await ada.goto('/today');
  await ada.locator('a[href="/certifications"]').click();
  await tour.inspect(ada, 'certifications: ending soon', LOOK);
  await ada.locator('main h3 a[href^="/certifications/"]').first().click();
  await tour.inspect(ada, 'certifications: one that ends soon', LOOK);
  const list = await ada.locator('main .head a[href$="/certifications"]').getAttribute('href');
  await tour.visit(ada, list, 'certifications: of a client', LOOK);
  await tour.visit(ada, list.replace('/certifications', ''), 'certifications: card on the page of a client', ['desktop', 'phone']);
  await written(tour, ada, list);
}

// A form that complains, then one that is saved, seen and taken back.
async function written(tour, ada, list) {
  await ada.goto(list);
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save the certificate' }).click();
  await tour.inspect(ada, 'certifications: what is missing', LOOK);
  ada.expects = false;
  await ada.getByLabel('Which certificate?').selectOption('sbe');
  await ada.getByLabel('Who certified?').fill('City of Millrace');
  await ada.getByLabel('Good until').fill('2028-06-30');
  await ada.getByRole('button', { name: 'Save the certificate' }).click();
  await ada.getByRole('link', { name: 'Small business enterprise (SBE)' }).click();
  await ada.getByRole('button', { name: 'I saw the document' }).click();
  tour.tally.check('certifications: the document was seen', (await ada.locator('#main').innerText()).includes('Document seen'));
  await ada.getByRole('button', { name: 'Take this certificate back' }).click();
  await tour.inspect(ada, 'certifications: taken back', ['desktop', 'phone']);
}
