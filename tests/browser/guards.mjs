// Those who guard the data: break-glass by two people, a deletion, a filing, and what a small office declares.

export async function guards(tour, house) {
  const { tally } = tour;
  const invitation = house.init();
  const invited = {
    Ada: house.invite('Ada', 'advisor', 'First Floor'),
    Stu: house.invite('Stu', 'steward'),
    Aud: house.invite('Aud', 'auditor'),
  };
  await house.serve();
  const [ada, stu, aud, root] = [await tour.person(), await tour.person(), await tour.person(), await tour.person()];
  await house.welcome(ada, invited.Ada);
  const keys = { stu: await house.welcome(stu, invited.Stu), aud: await house.welcome(aud, invited.Aud) };
  await house.welcome(root, invitation);
  for (const [business, first] of [['Rosa Metal Works', 'Rosa'], ['Ben Tool', 'Ben']]) {
    await ada.goto('/clients/new');
    await ada.getByLabel('Name of the business').fill(business);
    await ada.getByLabel('First name').fill(first);
    await ada.getByLabel('Last name').fill('Alvarez');
    await ada.getByRole('button', { name: 'Register client' }).last().click();
  }
  const rosa = new URL(ada.url()).pathname;

  await tour.visit(stu, '/glass', 'break-glass, nothing asked', ['desktop', 'phone', 'phone-dark']);
  await tour.visit(stu, '/erasures', 'erasures, nothing asked', ['desktop', 'phone']);
  await tour.visit(stu, '/filings', 'filings, none', ['desktop', 'phone']);
  await tour.visit(stu, '/office', 'who guards the data', ['desktop', 'phone']);
  await tour.visit(root, '/office', 'who guards the data, administrator');
  await tour.visit(aud, '/glass', 'break-glass, auditor');
  await tour.visit(ada, '/glass', 'break-glass is not for advisors', ['desktop'], 403);

  // Somebody else made these accounts today: for a week they guard nothing. The page says so before the button, and the deed refuses.
  await stu.goto('/glass');
  tally.check('before the button: not yet', await stu.getByText("You cannot ask to see somebody's answers before").isVisible());
  await named(stu, 'F-0001', 'Rosa Alvarez');
  await stu.getByLabel('Why it is needed').fill('A court orders it, case 26-104');
  await house.prove(stu, keys.stu);
  stu.expects = true;
  await stu.getByRole('button', { name: 'Ask' }).click();
  await tour.inspect(stu, 'break-glass, refused to a new guard', ['desktop', 'phone']);
  stu.expects = false;
  tally.check('it says what, until when and why', await stu.getByText('makes two guards alone').isVisible());
  await tour.visit(stu, '/account', 'own account of a new guard', ['desktop', 'phone', 'phone-dark']);
  await tour.visit(root, '/office', 'who guards the data, not yet', ['desktop', 'phone']);
  await root.goto('/accounts');
  await root.getByRole('link', { name: 'New sign-in link for Aud' }).click();
  await tour.inspect(root, 'a new sign-in link', ['desktop', 'phone', 'phone-dark']);
  root.expects = true;
  await root.getByRole('button', { name: 'Make the link' }).click();
  await tour.inspect(root, 'a new sign-in link, without a proof', ['phone']);
  root.expects = false;
  tally.check('giving access asks who one is', await root.getByText('This is not your password').first().isVisible());
  await house.settle();

  // Asked with a mistake first, then rightly.
  await stu.goto('/glass');
  await named(stu, 'F-0001', 'Rosa Alvarez');
  stu.expects = true;
  await stu.getByRole('button', { name: 'Ask' }).click();
  await tour.inspect(stu, 'break-glass with a complaint', ['desktop', 'phone']);
  stu.expects = false;
  tally.check('the name is still there', await stu.getByLabel('The person’s name', { exact: false }).or(stu.locator('#name')).inputValue() === 'Rosa Alvarez');
  await stu.getByLabel('Why it is needed').fill('A court orders it, case 26-104');
  await house.prove(stu, keys.stu);
  await stu.getByRole('button', { name: 'Ask' }).click();
  await tour.inspect(stu, 'break-glass, waits', ['desktop', 'phone']);
  const request = new URL(stu.url()).pathname;
  tally.check('the request names a file and no person', !(await stu.content()).includes('Rosa'));
  await aud.goto(request);
  await tour.inspect(aud, 'break-glass, the second person', ['desktop', 'phone']);
  await house.prove(aud, keys.aud);
  await aud.getByRole('button', { name: 'Agree' }).click();
  tally.check('the second person sees that it is open', await aud.getByText('Open now').isVisible());
  tally.check('and no button to look', await aud.getByRole('button', { name: 'Show the answers' }).count() === 0);
  await stu.goto(request);
  await tour.inspect(stu, 'break-glass, open', ['desktop', 'phone']);
  await stu.getByRole('button', { name: 'Show the answers' }).click();
  await tour.inspect(stu, 'break-glass, the answers', ['desktop', 'phone', 'phone-dark']);
  tally.check('every question is there', await stu.getByText('Race and ethnicity').isVisible());
  await stu.getByRole('button', { name: /^Done/ }).click();
  tally.check('it is ended', await stu.getByText('Ended early').isVisible());
  await tour.visit(ada, '/outbox', 'outbox, with the notice');
  await tour.visit(aud, '/glass', 'break-glass, what the other guard was told', ['desktop', 'phone', 'phone-dark']);
  tally.check('the other guard is told', await aud.getByText('Stu looked at one person').isVisible());

  // A filing.
  await stu.goto('/filings');
  await stu.getByLabel('Program').selectOption({ label: 'First Floor' });
  await stu.getByLabel('Who gets it').fill('Office of Small Makers');
  await stu.getByLabel('What requires it').fill('Rule 13, section 2');
  await stu.getByLabel('Race and ethnicity').check();
  await stu.getByLabel('From when').fill('2026-01-01');
  await house.prove(stu, keys.stu);
  await stu.getByRole('button', { name: 'Record the filing' }).click();
  await tour.inspect(stu, 'a filing', ['desktop', 'phone']);
  const filing = new URL(stu.url()).pathname;
  await stu.locator('#first').fill('2026-01-01');
  await stu.locator('#last').fill('2026-03-31');
  await house.prove(stu, keys.stu);
  const [file] = await Promise.all([stu.waitForEvent('download'), stu.getByRole('button', { name: 'Make the file' }).click()]);
  tally.check('the file has the days in its name', file.suggestedFilename() === 'filing-2026-01-01-to-2026-03-31.csv', file.suggestedFilename());
  await tour.visit(stu, filing, 'a filing with a file', ['desktop', 'phone']);

  // A hold stops a deletion; lifted, the person is gone from every page.
  await stu.goto('/erasures');
  await named(stu, 'F-0002', 'Ben Alvarez');
  await stu.getByLabel('Or keep their data for now').fill('A case is open.');
  await house.prove(stu, keys.stu);
  await stu.getByRole('button', { name: 'Put on hold' }).click();
  await tour.inspect(stu, 'erasures, one on hold', ['desktop', 'phone', 'phone-dark']);
  await stu.getByPlaceholder('Why it can go').fill('The case is closed');
  await stu.getByRole('button', { name: 'Lift the hold' }).click();
  await named(stu, 'F-0002', 'Ben Alvarez');
  await stu.getByLabel('I know that this cannot be undone').check();
  await house.prove(stu, keys.stu);
  await stu.getByRole('button', { name: 'Delete this person' }).click();
  await tour.inspect(stu, 'erasures, one deleted', ['desktop', 'phone']);
  await tour.visit(ada, rosa, 'client page of a deleted business', ['desktop', 'phone']);
  tally.check('the name is gone', !(await ada.content()).includes('Ben'));

  // A small office says so.
  await root.goto('/office');
  await root.getByLabel('Why the roles cannot be kept apart').fill('We are three people.');
  await root.getByLabel('Who stands outside and agrees').fill('Riverton Foundation');
  await root.getByRole('button', { name: 'Declare that we cannot keep the roles apart' }).click();
  await tour.inspect(root, 'who guards the data, declared', ['desktop', 'phone']);
  await tour.visit(root, '/reports', 'report that prints the declaration');
  tally.check('the report prints it', (await root.content()).includes('We are three people.'));

  const plain = await tour.person('phone', { javaScriptEnabled: false, storageState: await stu.context().storageState() });
  for (const path of ['/glass', request, '/erasures', '/filings', filing, '/office']) {
    const answer = await plain.goto(path);
    tally.check(`without script: ${path}`, answer.status() === 200 && await plain.locator('h1').isVisible());
  }
}

async function named(page, file, name) {
  await page.locator('#file').fill(file);
  await page.locator('#name').fill(name);
}
