// Benchmarks: the list, one of them, a file that is refused and one that is imported, a choice, and the report beside it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { release } from './releases.mjs';

const header = 'GEO_ID,NAME,NAICS2017,SEX,ETH_GROUP,RACE_GROUP,RACE_GROUP_LABEL,VET_GROUP,YEAR,FIRMPDEMP,FIRMPDEMP_S';
const row = (race, label, firms) => `0400000US39,Ohio,31-33,001,001,${race},${label},001,2017,${firms},1.0`;
const file = label => `${[header, row('00', 'All firms', 1000), row('96', label, 900), row('40', 'Black', 60)].join('\n')}\n`;

export async function benchmarks(tour, house) {
  const told = await house.demo('--clients', '180');
  await house.serve();
  const { tally } = tour;
  const manager = await tour.person();
  await manager.goto(new URL(told.accounts.find(one => one.role === 'manager').sign_in_link).pathname);
  await manager.getByRole('button', { name: 'Sign in' }).click();
  const looks = ['desktop', 'desktop-dark', 'phone', 'phone-dark'];

  await manager.goto('/reports');
  await manager.getByRole('link', { name: 'Benchmarks', exact: true }).first().click();
  await tour.inspect(manager, 'benchmarks: the list', looks);
  await manager.getByRole('link', { name: /^Manufacturing/ }).first().click();
  await tour.inspect(manager, 'benchmarks: one', looks);
  await tour.visit(manager, '/benchmarks/choice', 'benchmarks: choice', looks);
  await tour.visit(manager, '/benchmarks/import', 'benchmarks: choose a file', ['desktop', 'phone']);
  manager.expects = true;
  await look(manager, house, 'wrong.csv', file('Minority'));
  tally.check('benchmarks: a mislabelled file is refused by name', await manager.getByText('the code 96 is called a minority').isVisible());
  await tour.inspect(manager, 'benchmarks: refused', ['desktop', 'phone']);
  manager.expects = false;
  await look(manager, house, 'ohio.csv', file('All firms classifiable'));
  await tour.inspect(manager, 'benchmarks: preview', ['desktop', 'phone']);
  await manager.getByRole('button', { name: /^Import 1 benchmark/ }).click();
  tally.check('benchmarks: imported', await manager.getByRole('link', { name: /Ohio/ }).isVisible());
  await release(manager, '/reports');
  tally.check('benchmarks: two stand side by side in the report', await manager.getByText(/beside All sectors|beside Manufacturing/).count() >= 4);
}

async function look(page, house, name, text) {
  const path = join(house.dir, name);
  writeFileSync(path, text);
  await page.goto('/benchmarks/import');
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: 'Look at it first' }).click();
}
