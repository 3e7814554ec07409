// Workers of a client: the counts, one described after a form that complains, before and after a resource, the files beside that resource,
// and the tables of living wages. Without script too.

const LOOK = ['desktop', 'phone', 'phone-dark'];
const NARROW = { viewport: { width: 320, height: 640 } };

export async function workers(tour, house) {
  const told = await house.demo('--clients', '60', '--until', '2026-12-18');
  await house.serve();
  const link = role => new URL(told.accounts.find(one => one.role === role).sign_in_link).pathname;
  const ada = await tour.person();
  await ada.goto(link('advisor'));
  await ada.getByRole('button', { name: 'Sign in' }).click();
  // The client whose work somebody described first.
  await ada.goto('/clients');
  const clients = await ada.locator('a[href^="/clients/"]').evaluateAll(all => [...new Set(all.map(a => a.getAttribute('href')))].filter(href => /^\/clients\/[0-9a-z]{26}$/.test(href)));
  let jobs = null;
  for (const client of clients) {
    await ada.goto(`${client}/jobs`);
    if (await ada.locator('a[href^="/job-counts/"]').count() > 1) { jobs = `${client}/jobs`; break; }
  }
  tour.tally.check('workers: a client with counts', jobs !== null);
  await tour.visit(ada, jobs, 'workers: counts of a client', LOOK);
  await ada.locator('a[href^="/job-counts/"]').first().click();
  await tour.inspect(ada, 'workers: a count', LOOK);
  const count = new URL(ada.url()).pathname;
  await ada.getByRole('link', { name: /^Before and after/ }).click();
  await tour.inspect(ada, 'workers: before and after', LOOK);
  const both = new URL(ada.url()).pathname;
  const files = both.replace(/jobs$/, 'files');
  await tour.visit(ada, files, 'workers: no files beside a resource', ['phone']);
  await ada.locator('#file').setInputFiles({ name: 'lease.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') });
  ada.expects = true;
  await ada.getByRole('button', { name: 'Add the file' }).click();
  await tour.inspect(ada, 'workers: a file that is refused', LOOK);
  ada.expects = false;
  await ada.locator('#file').setInputFiles({ name: 'award letter.pdf', mimeType: 'text/html', buffer: Buffer.from('%PDF-1.7 made up') });
  await ada.getByRole('button', { name: 'Add the file' }).click();
  await tour.inspect(ada, 'workers: a file beside a resource', LOOK);
  const coming = ada.waitForEvent('download');
  await ada.getByRole('link', { name: 'award letter.pdf' }).click();
  tour.tally.check('workers: the file is handed over', (await coming).suggestedFilename() === 'award-letter.pdf');
  await tour.visit(ada, `${count}/facts`, 'workers: change a count', ['desktop', 'phone']);
  await ada.goto(jobs);
  await ada.getByLabel('Workers in all').fill('6');
  await ada.getByRole('button', { name: 'Save the count' }).click();
  await ada.getByRole('button', { name: /^Begin with those of/ }).waitFor();
  await tour.inspect(ada, 'workers: a count without positions', ['desktop', 'phone']);
  await ada.getByLabel('What is the work?').fill('Dyeing');
  await ada.getByLabel('How many do it?').fill('7');
  await ada.getByLabel('Pay for an hour').fill('19.50');
  ada.expects = true;
  await ada.getByRole('button', { name: 'Save the work' }).click();
  await tour.inspect(ada, 'workers: a form that complains', LOOK);
  ada.expects = false;
  await ada.getByLabel('How many do it?').fill('2');
  await ada.getByRole('button', { name: 'Save the work' }).click();
  await ada.getByRole('link', { name: 'Change Dyeing' }).click();
  await tour.inspect(ada, 'workers: change a kind of work', ['desktop', 'phone']);
  const max = await tour.person();
  await max.goto(link('manager'));
  await max.getByRole('button', { name: 'Sign in' }).click();
  await tour.visit(max, '/living-wages', 'workers: tables of living wages', LOOK);
  await max.getByRole('link', { name: /one adult without children$/ }).first().click();
  await tour.inspect(max, 'workers: a table of living wages', LOOK);
  await max.goto('/living-wages/import');
  await max.getByLabel('File').setInputFiles({ name: 'wages.csv', mimeType: 'text/csv', buffer: Buffer.from('county_fips,county,hourly\n39999,Millrace,43000\n') });
  await max.getByLabel('Published by').fill('Institute');
  await max.getByLabel('For the year').fill('2025');
  await max.getByLabel('Enough for').fill('one adult');
  max.expects = true;
  await max.getByRole('button', { name: 'Import the table' }).click();
  await tour.inspect(max, 'workers: a table that is refused', LOOK);
  max.expects = false;
  const plain = await tour.person('phone', { javaScriptEnabled: false, ...NARROW, storageState: await ada.context().storageState() });
  for (const path of [jobs, count, both, files]) {
    await plain.goto(path);
    tour.tally.check(`workers: without script at 320: ${path}`, await plain.evaluate(() => document.documentElement.scrollWidth) <= 320);
  }
}
