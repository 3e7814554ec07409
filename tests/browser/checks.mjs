// What is looked at on every page: its status, axe's rules, sideways scrolling, the console, other origins. Pictures are taken.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const PICTURES = new URL('pictures/', import.meta.url).pathname;

export const LOOKS = {
  desktop: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  'desktop-dark': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true },
  'phone-dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true },
};

// Passed and failed checks, by name.
export class Tally {
  passed = 0;
  failed = [];
  pages = new Set();

  check(name, fine, words = '') {
    if (fine) { this.passed += 1; return; }
    this.failed.push(name);
    console.error(`FAILED ${name}${words ? `: ${words}` : ''}`);
  }

  end() {
    console.log(`${this.pages.size} pages and states`);
    console.log(`${this.passed} passed, ${this.failed.length} failed`);
    return this.failed.length === 0;
  }
}

// A page that notes what goes wrong on it.
export async function watched(context, origin) {
  const page = await context.newPage();
  page.noted = [];
  page.on('console', said => { if (said.type() === 'error' && !page.expects) page.noted.push(`console: ${said.text()}`); });
  page.on('pageerror', error => page.noted.push(`script: ${error.message}`));
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) page.noted.push(`another origin: ${url}`);
  });
  return page;
}

export function empty() {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
}

// Everything that must be true of the page that stands open now.
export async function inspect(tally, page, name, look) {
  const where = `${name} (${look})`;
  tally.pages.add(name);
  for (const width of look.startsWith('phone') ? [390, 320] : [1280]) {
    await page.setViewportSize({ width, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const who = wide <= 0 ? '' : await page.evaluate(() => [...document.querySelectorAll('body *')]
      .filter(el => el.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !el.closest('.scroll'))
      
      .concat([...document.querySelectorAll('body *')].filter(el => el.scrollWidth > el.clientWidth + 1 && getComputedStyle(el).display !== 'inline' && !el.closest('.scroll, .vh')))
      .slice(-3).map(el => el.outerHTML.slice(0, 120)).join(' | '));
    tally.check(`${where}: nothing scrolls sideways at ${width}`, wide <= 0, `${wide} px: ${who}`);
  }
  await page.setViewportSize(LOOKS[look].viewport);
  await page.evaluate(AXE);
  const found = await page.evaluate(tags => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), RULES);
  const words = found.violations.map(v => `${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary?.split('\n')[1] ?? ''}`);
  tally.check(`${where}: axe finds nothing`, words.length === 0, words.join('\n    '));
  const targets = await page.evaluate(() => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, a.btn')]
    .filter(el => el.checkVisibility() && !el.closest('.vh') && !el.matches('.vh, [type=radio], [type=checkbox]'))
    .map(el => [el.outerHTML.slice(0, 90), el.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.height < 24 || box.width < 24)).map(([html]) => html));
  tally.check(`${where}: controls are 24 px at least`, targets.length === 0, targets.join(' | '));
  tally.check(`${where}: one h1 and a title`, await page.evaluate(() => document.querySelectorAll('h1').length === 1 && document.title.length > 3));
  tally.check(`${where}: console and origin are clean`, page.noted.length === 0, page.noted.join('; '));
  page.noted.length = 0;
  await page.screenshot({ path: `${PICTURES}${name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.${look}.png`, fullPage: true });
}

// The weight of a page on the wire, as its budget counts it.
export async function weigh(tally, page, url, name, most) {
  const html = await (await page.request.get(url)).text();
  const size = gzipSync(html).length;
  tally.check(`${name}: at most ${most} bytes of HTML, zipped`, size <= most, `${size}`);
}
