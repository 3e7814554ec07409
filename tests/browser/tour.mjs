// A tour with a real browser: every page and its states, and the walks that people make.
// FAIRFLOOR names the program, CHROMIUM the browser. Pictures go to tests/browser/pictures.
import { chromium } from 'playwright-core';
import { House, forget } from './house.mjs';
import { LOOKS, Tally, empty, inspect, watched, weigh } from './checks.mjs';
import { small } from './small.mjs';
import { directory } from './directory.mjs';
import { voices } from './voices.mjs';
import { city } from './city.mjs';
import { space } from './space.mjs';
import { clocks } from './clocks.mjs';
import { benchmarks } from './benchmarks.mjs';
import { measures } from './measures.mjs';
import { operations } from './operations.mjs';
import { releases } from './releases.mjs';
import { network, several } from './network.mjs';
import { brought } from './brought.mjs';
import { kinds } from './kinds.mjs';
import { zones } from './zones.mjs';
import { loop } from './loop.mjs';
import { accounts } from './accounts.mjs';
import { consent } from './consent.mjs';
import { notes } from './notes.mjs';
import { filings } from './filings.mjs';
import { tables } from './tables.mjs';
import { outcomes } from './outcomes.mjs';
import { equityChecks } from './equity_checks.mjs';
import { indicators } from './indicators.mjs';
import { stories } from './stories.mjs';
import { certifications } from './certifications.mjs';
import { workerSurvey } from './worker-survey.mjs';
import { grants } from './grants.mjs';
import { outreach } from './outreach.mjs';
import { workers } from './workers.mjs';
import { bodies } from './bodies.mjs';
import { rights } from './rights.mjs';
import { answers, languages } from './languages.mjs';
import { guards } from './guards.mjs';
import { own } from './own.mjs';
import { about } from './about.mjs';
import { systems } from './systems.mjs';
import { exports } from './exports.mjs';

const program = process.env.FAIRFLOOR ?? new URL('../../target/debug/fairfloor', import.meta.url).pathname;
const tally = new Tally();
empty();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
});

// What a part of the tour works with: a house, and people with a browser each.
class Tour {
  constructor(house) {
    this.house = house;
    this.tally = tally;
  }

  async person(look = 'desktop', more = {}) {
    const context = await browser.newContext({ ...LOOKS[look], reducedMotion: 'reduce', baseURL: this.house.url, ...more });
    context.setDefaultTimeout(Number(process.env.TOUR_TIMEOUT ?? 30_000));
    const page = await watched(context, this.house.url);
    page.look = look;
    return page;
  }

  // Opens an address and inspects it in the looks named, staying signed in.
  async visit(page, path, name, looks = ['desktop', 'phone-dark'], status = 200) {
    page.expects = status >= 400;
    const answer = await page.goto(path);
    tally.check(`${name}: answers ${status}`, answer.status() === status, `${answer.status()} at ${path}`);
    if (answer.status() !== status) { page.noted.length = 0; return; }
    await this.inspect(page, name, looks);
    page.expects = false;
    if (status === 200) await weigh(tally, page, page.url(), name, 20_000);
  }

  async inspect(page, name, looks = ['desktop', 'phone-dark']) {
    for (const look of looks) {
      await page.setViewportSize(LOOKS[look].viewport);
      await page.emulateMedia({ colorScheme: LOOKS[look].colorScheme });
      // Colors that change slowly would be measured halfway.
      await page.evaluate(() => Promise.all(document.getAnimations().map(one => one.finished)));
      await inspect(tally, page, name, look);
    }
    await page.setViewportSize(LOOKS[page.look].viewport);
    await page.emulateMedia({ colorScheme: LOOKS[page.look].colorScheme });
  }
}

async function part(name, walk) {
  const house = new House(program);
  try {
    await walk(new Tour(house), house);
  } catch (error) {
    tally.check(name, false, error.stack);
  } finally {
    await house.stop();
  }
}

// Every walk by its name; a name on the command line walks that one alone.
const WALKS = {
  small,
  directory,
  voices,
  city,
  space,
  clocks,
  benchmarks,
  measures,
  operations,
  releases,
  kinds,
  zones,
  loop,
  accounts,
  network,
  several,
  brought,
  consent,
  notes,
  outcomes,
  outreach,
  grants,
  equityChecks,
  indicators,
  stories,
  certifications,
  workerSurvey,
  workers,
  bodies,
  filings,
  tables,
  rights,
  languages,
  answers,
  guards,
  own,
  about,
  systems,
  exports,
};
const asked = process.argv.slice(2);
// Two at a time, each in a house of its own: a walk mostly waits for the browser or for the program, never for both.
const left = Object.entries(WALKS).filter(([name]) => asked.length === 0 || asked.includes(name));
const walks = async () => {
  for (let next = left.shift(); next; next = left.shift()) await part(...next);
};
await Promise.all(Array.from({ length: Number(process.env.TOUR_WALKS ?? 2) }, walks));
await browser.close();
await forget();
process.exit(tally.end() ? 0 : 1);
