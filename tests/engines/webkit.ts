/**
 * WebKitGTK's own small browser through WebDriver, on a display that nobody sees. It has no headless mode of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, Key } from './engine.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAY = '/usr/bin/Xvfb';

/** The private characters of WebDriver that stand for keys. */
const KEYS: Readonly<Record<Key | 'Control', string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Control: '\uE009',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
};

/** The key of WebDriver's answer that holds the name of an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** The tool bar of this browser would keep every window wider than a phone. */
const NARROW_TOOL_BAR = '* { font-size: 1px; min-width: 0; padding: 0; margin: 0; border: 0; }';

/** No desktop is asked for anything: where there is none, each question waits for its time-out. */
const QUIET = {
  LIBGL_ALWAYS_SOFTWARE: '1',
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  GIO_USE_VFS: 'local',
  GSETTINGS_BACKEND: 'memory',
  GTK_USE_PORTAL: '0',
  NO_AT_BRIDGE: '1',
};

/** Rejects where WebKit is not installed (Debian: webkit2gtk-driver, xvfb). */
export async function launchWebKit(): Promise<Engine> {
  const missing = [...(existsSync(DRIVER) ? [] : ['webkit2gtk-driver']), ...(existsSync(DISPLAY) ? [] : ['xvfb'])];
  if (missing.length > 0) throw new Error(`WebKit을 열 수 없습니다. ‘apt-get install ${missing.join(' ')}’로 설치한 뒤 다시 실행하세요.`);
  const config = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(config, 'gtk-3.0'));
  writeFileSync(join(config, 'gtk-3.0', 'gtk.css'), NARROW_TOOL_BAR);
  const started: ChildProcess[] = [];
  const stop = (): void => {
    for (const child of started.toReversed()) child.kill();
    rmSync(config, { recursive: true, force: true });
  };
  try {
    const { display, child } = await openDisplay();
    started.push(child);
    const port = await findPort();
    started.push(
      spawn(DRIVER, [`--port=${String(port)}`, '--host=127.0.0.1'], {
        stdio: 'ignore',
        env: { ...process.env, DISPLAY: display, XDG_CONFIG_HOME: config, ...QUIET },
      }),
    );
    return await openSession(`http://127.0.0.1:${String(port)}`, stop);
  } catch (error) {
    stop();
    throw error;
  }
}

/** Starts a display whose number the server itself chooses and tells. */
async function openDisplay(): Promise<{ display: string; child: ChildProcess }> {
  const child = spawn(DISPLAY, ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise<string>((done, fail) => {
    child.stdout.once('data', (line: Buffer) => {
      done(`:${line.toString().trim()}`);
    });
    child.once('error', fail).once('exit', (code) => {
      fail(new Error(`Xvfb ended with ${String(code)}`));
    });
  });
  return { display, child };
}

/** A port of the loopback address that nobody listens at. */
async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Sends a command of WebDriver and returns its value. Rejects with the message of the driver. */
async function send(address: string, method: 'GET' | 'POST' | 'DELETE', body?: object): Promise<unknown> {
  const response = await fetch(address, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) {
    const { error = '', message = '' } = value as { error?: string; message?: string };
    throw new Error(`${error} ${message}`);
  }
  return value;
}

async function openSession(driver: string, stop: () => void): Promise<Engine> {
  const end = Date.now() + 10_000;
  while (
    !(await fetch(`${driver}/status`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > end) throw new Error('WebKitWebDriver does not answer');
    await new Promise((done) => setTimeout(done, 50));
  }
  const { sessionId } = (await send(`${driver}/session`, 'POST', { capabilities: {} })) as { sessionId: string };
  const session = `${driver}/session/${sessionId}`;
  const post = (command: string, body: object = {}) => send(`${session}/${command}`, 'POST', body);
  const keys = (actions: readonly { type: 'keyDown' | 'keyUp'; value: string }[]) =>
    post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const evaluate: Engine['evaluate'] = async (run, argument) => {
    const script = `const [argument, done] = arguments;
      Promise.resolve().then(() => (${String(run)})(argument)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = (await post('execute/async', { script, args: [argument ?? null] })) as { value?: never; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as never;
  };
  return {
    async goto(url) {
      await post('url', { url });
    },
    async back() {
      await post('back');
    },
    evaluate,
    async click(selector) {
      const found = (await post('element', { using: 'css selector', value: selector })) as Record<string, string>;
      await post(`element/${found[ELEMENT] ?? ''}/click`);
    },
    async type(text) {
      const found = (await send(`${session}/element/active`, 'GET')) as Record<string, string>;
      await post(`element/${found[ELEMENT] ?? ''}/value`, { text });
    },
    async press(key) {
      await keys([
        { type: 'keyDown', value: KEYS[key] },
        { type: 'keyUp', value: KEYS[key] },
      ]);
    },
    async paste() {
      await keys([
        { type: 'keyDown', value: KEYS.Control },
        { type: 'keyDown', value: 'v' },
        { type: 'keyUp', value: 'v' },
        { type: 'keyUp', value: KEYS.Control },
      ]);
    },
    async resize(width, height) {
      // A window has a bar of some pixels above its page.
      const bar = await evaluate(() => outerHeight - innerHeight, undefined);
      await post('window/rect', { x: 0, y: 0, width, height: height + bar });
    },
    async screenshot() {
      return Buffer.from((await send(`${session}/screenshot`, 'GET')) as string, 'base64');
    },
    print: () => Promise.resolve(undefined),
    async close() {
      await send(session, 'DELETE').finally(stop);
    },
  };
}
