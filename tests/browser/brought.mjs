// Referrals that a file tells of: rows that make no story, the preview, the record of the import, and one of them on its page, where
// nothing can be shared before the client was asked.

const LOOK = ['desktop', 'phone', 'phone-dark'];
const HEAD = 'Business name,Referred to,Kind,Status,Sent on,Accepted on,Declined on,Closed on,Outcome\n';

export async function brought(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const max = await tour.person();
  await max.goto(new URL(told.accounts.find(one => one.role === 'manager').sign_in_link).pathname);
  await max.getByRole('button', { name: 'Sign in' }).click();
  await max.goto('/clients');
  const client = (await max.locator('main h3 a[href^="/clients/"], main td a[href^="/clients/"], main li a[href^="/clients/"]').first().innerText()).trim();
  await max.goto('/partners');
  const partner = (await max.locator('main a[href^="/partners/"]:not([href$="/new"])').first().innerText()).trim();
  const file = rows => HEAD + rows.map(row => `"${client}","${partner}",${row}\n`).join('');
  const look = async (name, rows) => {
    await max.goto('/imports');
    await max.getByLabel('What is in it?').selectOption('referrals');
    await max.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(file(rows)) });
    await max.getByRole('button', { name: 'Look at it first' }).click();
  };

  max.expects = true;
  await look('wrong.csv', ['Space,accepted,2024-05-06,2024-05-01,,,', 'Space,declined,2024-05-06,2024-05-08,2024-05-09,,']);
  await tour.inspect(max, 'brought: rows that make no story', LOOK);
  max.expects = false;
  await look('referrals.csv', ['Space,closed,2024-03-04,2024-03-08,,2024-06-03,Yes', 'Space,accepted,2024-09-02,2024-09-05,,,']);
  await tour.inspect(max, 'brought: what would come in', LOOK);
  await max.getByRole('button', { name: 'Import 2 rows' }).click();
  await max.locator('h1').filter({ hasText: 'referrals.csv' }).waitFor();
  await tour.inspect(max, 'brought: the record of the import', LOOK);

  await max.goto('/clients');
  await max.getByRole('link', { name: client }).first().click();
  const addresses = await max.locator('a[href^="/referrals/"]').evaluateAll(found => [...new Set(found.map(one => one.getAttribute('href').split('#')[0]))]);
  let seen = 0;
  for (const address of addresses.filter(one => /^\/referrals\/[0-9a-z]+$/.test(one))) {
    await max.goto(address);
    if (!(await max.locator('#main').innerText()).includes('consent not held here')) continue;
    seen += 1;
    await tour.inspect(max, `brought: referral ${seen} of the file`, LOOK);
  }
  tour.tally.check('brought: both stand on pages that say where they came from', seen === 2, `${seen} of ${addresses.length}`);
}
