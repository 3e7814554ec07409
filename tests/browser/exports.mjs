// Records go out: a manager chooses, waits, takes the file, and what was taken comes in again as what is here already.
import { readFileSync } from 'node:fs';

const four = ['desktop', 'phone', 'phone-dark'];

export async function exports(tour, house) {
  const told = await house.demo('--clients', '60');
  await house.serve();
  const { tally } = tour;
  const manager = await tour.person();
  await manager.goto(new URL(told.accounts.find(one => one.role === 'manager').sign_in_link).pathname);
  await manager.getByRole('button', { name: 'Sign in' }).click();
  await manager.goto('/imports');
  await manager.getByRole('link', { name: 'take records out' }).click();
  await tour.inspect(manager, 'exports: what can be taken out', four);

  // Days that make no sense are said to make none, and what was chosen stays.
  await manager.getByLabel('What', { exact: true }).selectOption('services');
  await manager.getByLabel('From').fill('2026-06-01');
  await manager.getByLabel('To', { exact: true }).fill('2026-01-01');
  manager.expects = true;
  await manager.getByRole('button', { name: 'Make the file' }).click();
  await tour.inspect(manager, 'exports: days the wrong way round', four);
  tally.check('exports: what is wrong is said', await manager.getByText('The last day lies before the first').first().isVisible());
  manager.expects = false;

  const take = async (kind, form) => {
    await manager.goto('/exports');
    await manager.getByLabel('What', { exact: true }).selectOption(kind);
    await manager.getByLabel('As', { exact: true }).selectOption(form);
    await manager.getByRole('button', { name: 'Make the file' }).click();
    const link = manager.getByRole('link', { name: 'Take the file' });
    await link.waitFor();
    return link;
  };
  const link = await take('services', 'csv');
  await tour.inspect(manager, 'exports: a file that is ready', four);
  const coming = manager.waitForEvent('download');
  await link.click();
  const file = await coming;
  const text = readFileSync(await file.path());
  tally.check('exports: the file has its name', /^services-\d{4}-\d\d-\d\d\.csv$/.test(file.suggestedFilename()), file.suggestedFilename());
  tally.check('exports: nothing about who people are, no notes', !/race|ethnic|veteran|note/i.test(text.toString().split('\n')[0]));

  // It comes in again without a word about its columns, and every row is here.
  await manager.goto('/imports');
  await manager.getByLabel('What is in it?').selectOption('services');
  await manager.locator('#file').setInputFiles({ name: 'services.csv', mimeType: 'text/csv', buffer: text });
  await manager.getByRole('button', { name: 'Look at it first' }).click();
  await manager.getByText('Nothing is changed yet').waitFor();
  const now = await manager.locator('dt:text-is("New") + dd').innerText();
  tally.check('exports: every row is here already', now.trim() === '0', now);
  await take('clients', 'xlsx');
}
