import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Releases of the report: looking before, releasing, the page of a release and of its readers, words, the list, a code, a correction.

// Begins a look from the page that stands open, and waits until it is done.
async function look(page, button) {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('heading', { name: 'Who would be told how much' }).waitFor({ timeout: 120_000 });
}

// Releases what an address of the report offers; gives back where the release is read.
export async function release(page, address) {
  await page.goto(address);
  await look(page, 'See what would be told');
  await page.getByRole('button', { name: 'Release it', exact: true }).click();
  return new URL(page.url()).pathname;
}

export async function releases(tour, house) {
  const told = await house.demo('--clients', '60');
  await house.serve();
  const { tally } = tour;
  const looks = ['desktop', 'desktop-dark', 'phone', 'phone-dark'];
  const manager = await tour.person();
  await manager.goto(new URL(told.accounts.find(one => one.role === 'manager').sign_in_link).pathname);
  await manager.getByRole('button', { name: 'Sign in' }).click();
  const year = Number(told.until.slice(0, 4)) - 1;

  await tour.visit(manager, '/reports/releases', 'releases: none yet', ['desktop', 'phone']);
  await tour.visit(manager, `/reports?period=${year + 1}`, 'releases: an open year', ['desktop', 'phone-dark']);
  tally.check('releases: an open year says so', await manager.getByText(`${year + 1} is not over yet.`).isVisible());
  await tour.visit(manager, `/reports?period=${year}-Q4`, 'releases: a closed quarter', looks);

  // The look: under way it works without script, and is inspected when it is done.
  const plain = await tour.person('phone', { javaScriptEnabled: false, storageState: await manager.context().storageState() });
  await plain.goto(`/reports?period=${year}-Q4`);
  await plain.getByRole('button', { name: 'See what would be told', exact: true }).click();
  tally.check('releases: without script a look begins', plain.url().includes('/reports/releases/jobs/'), plain.url());
  await plain.getByRole('heading', { name: 'Who would be told how much' }).waitFor({ timeout: 120_000 });
  tally.check('releases: the whole year is offered for a quarter', await plain.getByRole('button', { name: `Look at the whole of ${year} instead` }).count() <= 1);
  await plain.context().close();

  await manager.goto(`/reports?period=${year}`);
  await look(manager, 'See what would be told');
  await tour.inspect(manager, 'releases: what would be told', looks);
  await manager.getByRole('button', { name: 'Release it', exact: true }).click();
  const address = new URL(manager.url()).pathname;
  tally.check('releases: the release has an address', /^\/reports\/releases\/[0-9a-z]{26}$/.test(address), address);
  await tour.visit(manager, address, 'releases: one', looks);
  await tour.visit(manager, `${address}?readers=public`, 'releases: for the public', ['desktop', 'phone']);
  await tour.visit(manager, `/reports?period=${year}`, 'releases: the page of a released year', ['desktop', 'phone-dark']);
  tally.check('releases: the same address shows it', (await manager.content()).includes(address));
  await tour.visit(manager, '/reports/releases', 'releases: the list', ['desktop', 'phone-dark']);
  await tour.visit(manager, '/reports/releases?code=none', 'releases: a code that is none', ['desktop', 'phone'], 404);

  await paper(tour, manager, address);

  // What the program says, refused and taken.
  await manager.goto(address);
  manager.expects = true;
  await manager.getByLabel('What should readers know').fill('Ask 123-45-6789');
  await manager.getByRole('button', { name: 'Save the words' }).click();
  await tour.inspect(manager, 'releases: words that are refused', ['desktop', 'phone']);
  manager.expects = false;
  await manager.getByLabel('What should readers know').fill('The bank closed its branch in June.');
  await manager.getByRole('button', { name: 'Save the words' }).click();
  tally.check('releases: the words stand under the findings', await manager.getByText('What the program says about it:').isVisible());

  // A correction, and the page it leaves behind.
  await manager.getByLabel('Why it is made again').fill('A loan came to light.');
  await look(manager, 'See what would be told again');
  await tour.inspect(manager, 'releases: a correction', ['desktop', 'phone']);
  await manager.getByRole('button', { name: 'Release it', exact: true }).click();
  tally.check('releases: a correction says why', await manager.getByText('A loan came to light.').first().isVisible());
  await tour.visit(manager, address, 'releases: one that was made again', ['desktop', 'phone']);
  await print(tour, manager);
}

// The PDF is tagged, and every number of the page stands in it as the page has it.
async function paper(tour, page, address) {
  await page.goto(address);
  const shown = new Set();
  const parts = await page.locator('a[href*="part="]').evaluateAll(links => links.map(link => link.href));
  for (const part of [page.url(), ...parts]) {
    await page.goto(part);
    const words = await page.locator('[id*="."]').evaluateAll(all => all.flatMap(one => [one, ...one.querySelectorAll('*')])
      .flatMap(one => [...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data.replace(/\s+/g, ' ').trim())));
    // A cell of the PDF may break its words over lines, never a number.
    words.flatMap(one => one.match(/\S*\d\S*/g) ?? []).forEach(one => shown.add(one));
  }
  const folder = mkdtempSync(join(tmpdir(), 'fairfloor-'));
  const file = join(folder, 'report.pdf');
  const sent = await page.request.get(`${address}/internal.pdf`);
  writeFileSync(file, await sent.body());
  const run = (...all) => execFileSync(all[0], all.slice(1), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });
  const text = run('pdftotext', '-layout', file, '-').replace(/\s+/g, ' ');
  const left = [...shown].filter(one => !text.includes(one));
  tour.tally.check('releases: the PDF is tagged', /^Tagged:\s+yes$/m.test(run('pdfinfo', file)));
  tour.tally.check(`releases: ${shown.size} numbers of the page stand in the PDF`, shown.size > 20 && left.length === 0, left.slice(0, 5).join(' | '));
  rmSync(folder, { recursive: true });
}

// On paper the findings come first, and nothing that is pressed.
async function print(tour, page) {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const pressed = await page.evaluate(() => [...document.querySelectorAll('nav, header.bar, form, button, .exports')]
    .filter(el => el.checkVisibility()).map(el => el.outerHTML.slice(0, 80)));
  tour.tally.check('releases: nothing to press on paper', pressed.length === 0, pressed.join(' | '));
  tour.tally.check('releases: the report code is on paper', await page.getByText(/^Report code/).first().isVisible());
  await page.emulateMedia({ media: 'screen' });
}
