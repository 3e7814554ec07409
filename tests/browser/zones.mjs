// Zones: imported by hand, broken files refused; a client is put on the map and its lease written down; the city's own zones.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ring = (south, west, side) => [[west, south], [west, south + side], [west + side, south + side], [west + side, south], [west, south]];
const zone = (name, coordinates) => ({ type: 'Feature', properties: { name, borough: 'Riverside' }, geometry: { type: 'Polygon', coordinates } });
const collection = features => JSON.stringify({ type: 'FeatureCollection', name: 'Old yards (Planning office, 2026)', features });

export async function zones(tour, house) {
  const told = await house.demo('--clients', '120');
  await house.serve();
  const { tally } = tour;
  const enter = async (role, look) => {
    const page = await tour.person(look);
    await page.goto(new URL(told.accounts.find(one => one.role === role).sign_in_link).pathname);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const manager = await enter('manager');
  const looks = ['desktop', 'desktop-dark', 'phone', 'phone-dark'];
  await tour.visit(manager, '/zones', 'zones: the city’s', looks);
  await manager.getByRole('link', { name: 'Canal Yards', exact: true }).click();
  await tour.visit(manager, new URL(manager.url()).pathname, 'zones: one zone', looks);
  await tour.visit(manager, '/leases?whose=all', 'zones: leases ending');
  await tour.visit(manager, '/zones/rules', 'zones: rules');
  await tour.visit(manager, '/zones/rules/lease_soon', 'zones: a rule');
  await tour.visit(manager, '/zones/import', 'zones: choose a file');
  await broken(tour, house, manager);
  await imported(tour, house, manager);
  await printed(tour, manager);

  const advisor = await enter('advisor');
  await tour.visit(advisor, '/leases', 'zones: leases of my clients', ['desktop', 'phone']);
  await put(tour, advisor, told.clients[0]);
  const plain = await tour.person('phone', { javaScriptEnabled: false });
  await plain.goto(new URL(told.accounts.find(one => one.role === 'advisor').sign_in_link).pathname);
  await plain.getByRole('button', { name: 'Sign in' }).click();
  await plain.goto('/zones');
  tally.check('without script: the map and its list', await plain.locator('svg[role=img]').first().isVisible() && await plain.getByRole('link', { name: 'Harborside', exact: true }).isVisible());
  if (process.env.ZONES) await real(tour, manager, process.env.ZONES);
}

async function choose(page, house, name, text) {
  const file = join(house.dir, name);
  writeFileSync(file, text);
  await page.goto('/zones/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Look at it first' }).click();
}

async function broken(tour, house, page) {
  const { tally } = tour;
  const swapped = ring(40.7, -73.95, 0.01).map(([x, y]) => [y, x]);
  const files = {
    'cut.geojson': [collection([zone('Yard', [ring(40.7, -73.95, 0.01)])]).slice(0, 90), 'no whole JSON'],
    'swapped.geojson': [collection([zone('Yard', [swapped])]), 'Latitude and longitude are swapped'],
    'feet.geojson': [collection([zone('Yard', [[[1009000, 201000], [1009000, 202000], [1010000, 202000], [1009000, 201000]]])]), 'state-plane feet'],
    'open.geojson': [collection([zone('Yard', [ring(40.7, -73.95, 0.01).slice(0, 4)])]), 'is not closed'],
    'table.csv': ['name,lat,lon\n', 'no whole JSON'],
  };
  for (const [name, [text, words]] of Object.entries(files)) {
    page.expects = true;
    await choose(page, house, name, text);
    tally.check(`${name} is refused by name`, await page.getByRole('alert').getByText(words).isVisible(), await page.locator('main').innerText());
    if (name === 'swapped.geojson') await tour.inspect(page, 'zones: a swapped file');
    if (name === 'cut.geojson') await tour.inspect(page, 'zones: a file that was cut off', ['desktop']);
  }
  page.expects = false;
  page.noted.length = 0;
}

async function imported(tour, house, page) {
  const file = collection([zone('Old Yard', [ring(39.90, -82.80, 0.008), ring(39.902, -82.797, 0.002)]), zone('Rope Walk', [ring(39.909, -82.80, 0.004)])]);
  await choose(page, house, 'yards.geojson', file);
  await tour.inspect(page, 'zones: look at a file');
  await page.getByLabel('What one of them is').fill('Old yard');
  await page.getByRole('button', { name: 'Import 2 zones' }).click();
  tour.tally.check('the new zones stand on the page', await page.getByRole('link', { name: 'Rope Walk' }).isVisible());
  await page.goto('/zones/import');
  await page.getByRole('button', { name: /^Undo this import.*Old yards/ }).click();
  tour.tally.check('the import is undone', await page.getByText('Undone').first().isVisible());
  await tour.inspect(page, 'zones: imports, one undone', ['desktop', 'phone']);
}

async function put(tour, page, id) {
  await page.goto(`/clients/${id}/place`);
  await tour.inspect(page, 'zones: place and lease');
  page.expects = true;
  await page.getByLabel('Latitude, longitude').fill('-82.7370, 39.9410');
  await page.getByRole('button', { name: 'Save the place' }).click();
  tour.tally.check('swapped numbers are refused', await page.getByText('look swapped').first().isVisible());
  await tour.inspect(page, 'zones: a place with a complaint', ['desktop', 'phone-dark']);
  page.expects = false;
  page.noted.length = 0;
  await page.getByLabel('Latitude, longitude').fill('39.941000, -82.737000');
  await page.getByRole('button', { name: 'Save the place' }).click();
  await page.goto(`/clients/${id}/place`);
  await page.getByLabel('On what terms').selectOption('month_to_month');
  await page.getByLabel('Last day of the lease').fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  tour.tally.check('the client is in its zone', await page.locator('.card', { hasText: 'Place and lease' }).getByRole('link', { name: 'Canal Yards' }).isVisible());
  await tour.visit(page, `/clients/${id}`, 'zones: the page of a client');
}

async function printed(tour, page) {
  await page.goto('/zones');
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  tour.tally.check('print: the map is there', await page.locator('svg[role=img]').first().isVisible());
  tour.tally.check('print: a document', (await page.pdf({ format: 'Letter' })).length > 10_000);
  await page.emulateMedia({ media: 'screen' });
}

// By hand, with a real file: ZONES=file.
async function real(tour, page, file) {
  await page.goto('/zones/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await tour.inspect(page, 'zones: the real file', ['desktop', 'phone']);
  await page.getByLabel('What one of them is').fill('Industrial Business Zone');
  await page.getByRole('button', { name: /^Import \d+ zones/ }).click();
  await tour.visit(page, '/zones', 'zones: the real zones', ['desktop', 'phone', 'phone-dark']);
  for (const name of ['Southwest Brooklyn', 'Staten Island West Shore']) {
    await page.goto('/zones');
    await page.getByRole('link', { name, exact: true }).click();
    await tour.visit(page, new URL(page.url()).pathname, `zones: real ${name}`, ['desktop', 'phone']);
  }
}
