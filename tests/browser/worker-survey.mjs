// The survey of workers: the rounds and the totals of one, the poster, the page a worker opens in two languages, a form that complains, and
// the way back.

const LOOK = ['desktop', 'phone', 'phone-dark'];

export async function workerSurvey(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const link = new URL(told.accounts.find(one => one.role === 'manager').sign_in_link).pathname;
  const max = await tour.person();
  await max.goto(link);
  await max.getByRole('button', { name: 'Sign in' }).click();
  await tour.visit(max, '/surveys', 'worker survey: rounds', LOOK);
  await max.getByRole('link', { name: 'Spring round' }).click();
  await tour.inspect(max, 'worker survey: one that was told', LOOK);
  await max.getByRole('link', { name: 'Show the totals' }).click();
  await tour.inspect(max, 'worker survey: totals', LOOK);
  await max.goto('/surveys');
  await max.getByRole('link', { name: 'Winter round' }).click();
  await tour.inspect(max, 'worker survey: one that runs', LOOK);
  await max.getByRole('link', { name: 'Show the poster' }).click();
  await tour.inspect(max, 'worker survey: poster', LOOK);
  const address = new URL(await max.locator('.poster b').innerText()).pathname;
  await max.goto('/surveys/new');
  max.expects = true;
  await max.getByRole('button', { name: 'Open the round' }).click();
  await tour.inspect(max, 'worker survey: what is missing', LOOK);
  max.expects = false;
  await answered(tour, address);
}

// A worker with a telephone: nothing chosen, then an answer, in Arabic.
async function answered(tour, address) {
  const mei = await tour.person();
  await tour.visit(mei, address, 'worker survey: questions', LOOK);
  mei.expects = true;
  await mei.getByRole('button', { name: 'Send my answers' }).click();
  await tour.inspect(mei, 'worker survey: nothing chosen', LOOK);
  mei.expects = false;
  await mei.goto(`${address}?in=ar`);
  await tour.inspect(mei, 'worker survey: from right to left', LOOK);
  await mei.locator('input[name="pay"]').first().check();
  await mei.locator('button.main').click();
  await tour.inspect(mei, 'worker survey: thanks', LOOK);
  tour.tally.check('worker survey: nothing is remembered', (await mei.context().cookies()).length === 0);
}
