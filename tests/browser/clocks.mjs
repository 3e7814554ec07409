// Clocks: the board, the outbox, the days that a manager sets, and a request nobody answers, stopped by the clock after time was moved.

export async function clocks(tour, house) {
  const told = await house.demo('--clients', '60');
  await house.serve();
  const { tally } = tour;
  const enter = async (role, look) => {
    const page = await tour.person(look);
    const account = told.accounts.find(one => one.role === role);
    await page.goto(new URL(account.sign_in_link, house.url).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };

  let manager = await enter('manager');
  await tour.visit(manager, '/referrals/clocks', 'clocks: days', ['desktop', 'desktop-dark', 'phone', 'phone-dark']);
  await manager.getByLabel('Kind of help', { exact: true }).selectOption('workforce');
  await manager.getByRole('combobox', { name: 'Step' }).selectOption('decision');
  await manager.getByLabel('Days', { exact: true }).fill('60');
  await manager.getByLabel('Why').fill('The training board meets every other Friday');
  manager.expects = true;
  await manager.getByRole('button', { name: 'Set this clock' }).click();
  await tour.inspect(manager, 'clocks: too many days');
  tally.check('clocks: what was typed is kept', await manager.getByLabel('Days', { exact: true }).inputValue() === '60');
  manager.expects = false;
  await manager.getByLabel('Days', { exact: true }).fill('7');
  await manager.getByRole('button', { name: 'Set this clock' }).click();
  tally.check('clocks: the setting stands with its reason', await manager.getByText('The training board meets every other Friday').isVisible());
  await tour.inspect(manager, 'clocks: set');
  await manager.getByLabel('Minutes, 0 to 60').fill('15');
  await manager.getByRole('button', { name: 'Save minutes' }).click();
  tally.check('clocks: notices are held as long as the manager says', await manager.getByLabel('Minutes, 0 to 60').inputValue() === '15');

  await tour.visit(manager, '/referrals', 'clocks: board', ['desktop', 'phone', 'phone-dark']);
  for (const turn of ['late', 'manager', 'silent', 'advisor', 'partner']) await tour.visit(manager, `/referrals?turn=${turn}`, `clocks: board, ${turn}`);
  for (const part of ['to-send', 'trouble', 'sent', 'stopped']) await tour.visit(manager, `/outbox?show=${part}`, `clocks: outbox, ${part}`, ['desktop', 'phone', 'desktop-dark']);

  // A request that nobody acknowledged, and a month later.
  await manager.goto('/referrals?turn=partner');
  const silent = manager.locator('li.need').filter({ hasText: 'Sent, not acknowledged' }).first().getByRole('link').first();
  const referral = await silent.getAttribute('href');
  await tour.visit(manager, referral, 'clocks: nobody answers');
  const day = new Date(`${told.until}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 35);
  let stopped = false;
  for (let moves = 0; moves < 10 && !stopped; moves += 1) {
    do day.setUTCDate(day.getUTCDate() + 1); while ([0, 6].includes(day.getUTCDay()));
    await house.rest();
    await house.demo('--until', day.toISOString().slice(0, 10));
    await house.serve();
    manager = await enter('manager');
    for (let looks = 0; looks < 20 && !stopped; looks += 1) {
      await manager.goto(referral);
      stopped = (await manager.locator('main').innerText()).includes('Stopped');
      if (!stopped) await manager.waitForTimeout(100);
    }
  }
  tally.check('clocks: a request that nobody answers is stopped by the clock, after three reminders', stopped);
  await tour.inspect(manager, 'clocks: stopped by the clock');
  await tour.visit(manager, '/outbox', 'clocks: outbox, a month later');
}
