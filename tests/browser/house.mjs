// A data folder, the program that serves it, and people who sign in through its pages.
import { spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PASSWORD = 'copper teapot seventeen lanterns';

// The zone `init` gives an organization that names none.
const ZONE = 'America/New_York';

// The day it is where the organization is, or so many days later: at night it is tomorrow elsewhere already.
export function day(ahead = 0) {
  const [month, date, year] = new Date().toLocaleDateString('en-US', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).split('/');
  const at = new Date(`${year}-${month}-${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + ahead);
  return at.toISOString().slice(0, 10);
}

// Cities that were made, by the words they were made with.
const MADE = new Map();

// Takes them away again.
export async function forget() {
  for (const made of MADE.values()) {
    const { first } = await made.catch(() => ({}));
    if (first) rmSync(dirname(first), { recursive: true, force: true });
  }
}

// The last day of a made-up city that names none: a Monday.
const LAST_DAY = '2026-11-30';

export class House {
  constructor(program) {
    this.program = program;
    this.dir = mkdtempSync(join(tmpdir(), 'fairfloor-tour-'));
    this.data = join(this.dir, 'data');
  }

  run(...args) {
    const done = spawnSync(this.program, args, { encoding: 'utf8', cwd: this.dir });
    if (done.status !== 0) throw new Error(`fairfloor ${args.join(' ')}: ${done.stderr}`);
    return done.stdout;
  }

  knows(command) {
    return spawnSync(this.program, [command, '--help']).status === 0;
  }

  // An empty organization; gives back the administrator's first link.
  init() {
    const said = this.run('init', '--data', this.data, '--organization', 'City of Tours', '--program', 'First Floor',
      '--admin', 'root@fairfloor.test');
    return `/invitation/${said.split('/invitation/')[1].split(/\s/)[0]}`;
  }

  // A made-up city; gives back what `demo --json` says. The same words make the same data, so it is made once and copied. It ends on a
  // day of its own: what waits for whom in it hangs on the day, and a tour must not.
  async demo(...args) {
    if (existsSync(this.data)) return this.play(this.data, args);
    if (!args.includes('--until')) args.push('--until', LAST_DAY);
    const key = args.join(' ');
    if (!MADE.has(key)) {
      const first = join(mkdtempSync(join(tmpdir(), 'fairfloor-made-')), 'data');
      MADE.set(key, this.play(first, args).then(told => ({ first, told })));
    }
    const { first, told } = await MADE.get(key);
    await cp(first, this.data, { recursive: true });
    await cp(`${first}.keys`, `${this.data}.keys`);
    return structuredClone(told);
  }

  // Runs beside the walks of others, who would stand still meanwhile.
  async play(data, args) {
    const child = spawn(this.program, ['demo', '--data', data, '--no-serve', '--json', ...args], { cwd: this.dir });
    const said = { stdout: '', stderr: '' };
    for (const way of ['stdout', 'stderr']) child[way].setEncoding('utf8').on('data', more => { said[way] += more; });
    const status = await new Promise(done => child.on('close', done));
    if (status !== 0) throw new Error(`fairfloor demo ${args.join(' ')}: ${said.stderr}`);
    return JSON.parse(said.stdout);
  }

  invite(name, role, program) {
    const args = ['account', 'invite', '--data', this.data, '--email', `${name.toLowerCase()}@fairfloor.test`, '--name', name,
      '--role', role];
    if (program) args.push('--program', program);
    return `/invitation/${this.run(...args).split('/invitation/')[1].trim()}`;
  }

  // Served again, it has the address it had, so that open browsers find it.
  async serve(...more) {
    this.child = spawn(this.program, ['serve', '--data', this.data, '--listen', this.url ? new URL(this.url).host : '127.0.0.1:0', ...more],
      { cwd: this.dir, env: { ...process.env, RUST_LOG: 'error' } });
    this.child.stderr.on('data', said => process.stderr.write(said));
    this.url = await new Promise((found, failed) => {
      let said = '';
      this.child.stdout.on('data', more => {
        said += more;
        const url = said.match(/http:\/\/127\.0\.0\.1:\d+/);
        if (url) found(url[0]);
      });
      this.child.on('exit', status => failed(new Error(`the program ended with ${status}`)));
    });
  }

  // Lets a week pass for whoever was invited: the instant when their access was set is put back.
  async settle() {
    await this.rest();
    const script = 'import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute("UPDATE account SET access_set_at = access_set_at - 8 * 86400000"); db.commit(); db.close()';
    const done = spawnSync('python3', ['-c', script, join(this.data, 'fairfloor.db')], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`a week could not pass: ${done.stderr}`);
    await this.serve();
  }

  // Stops serving; the folder stays.
  async rest() {
    this.child.removeAllListeners('exit');
    const ended = new Promise(done => this.child.on('exit', done));
    this.child.kill('SIGTERM');
    await ended;
  }

  async stop() {
    if (this.child) await this.rest();
    rmSync(this.dir, { recursive: true, force: true });
  }

  // From the invitation to the first page inside.
  async welcome(page, invitation) {
    await page.goto(this.url + invitation);
    await page.getByLabel('Password', { exact: false }).first().fill(PASSWORD);
    await page.getByLabel('The same password again').fill(PASSWORD);
    await page.getByRole('button', { name: 'Save password' }).click();
    const secret = (await page.locator('code').first().innerText()).replaceAll(' ', '');
    await page.getByRole('textbox', { name: 'Code' }).fill(code(secret));
    await page.getByRole('button', { name: 'Finish and sign in' }).click();
    return { secret, last: step() };
  }

  // Proves once more who sits there: the password, and a code that was not used yet. Each code works for half a minute, and a little before.
  async prove(page, key) {
    const next = Math.max(step(), key.last + 1);
    while (next > step() + 1) await new Promise(done => setTimeout(done, 500));
    key.last = next;
    await page.locator('form:has(#password) #password').fill(PASSWORD);
    await page.locator('form:has(#password) #code').fill(code(key.secret, next));
  }

  // By a demo folder's link.
  async enter(page, link) {
    await page.goto(new URL(link, this.url).pathname.replace(/^/, this.url));
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
}

// The half minute it is.
function step() {
  return Math.floor(Date.now() / 30000);
}

// The six digits an authenticator would show in a half minute.
function code(secret, at = step()) {
  const bits = [...secret].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(at));
  const sum = createHmac('sha1', key).update(counter).digest();
  const place = sum[19] & 15;
  return String((sum.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
