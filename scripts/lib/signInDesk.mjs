import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from './browser.mjs';
import { ROOT } from './paths.mjs';

/** The redirect addresses that the README names. */
const REDIRECT_URIS = [47811, 47812, 47813].map((port) => `http://127.0.0.1:${port}/signed-in`);

/** Longest wait for a page, in milliseconds. */
const PATIENCE = 20_000;

/**
 * A practice org over real HTTP, and somebody with a real browser who signs in to it: for suites that run inside an extension
 * host, where neither a server nor a browser can be started. A suite asks by HTTP:
 * - `GET /desk` which OAuth clients there are, and what the org was asked
 * - `POST /desk/visit` with an address and an answer: opens the page, presses the button, says where the browser went
 * - `POST /desk/expire` to let every token end
 */
export async function openDesk() {
  const { createPracticeOrg, PRACTICE_PERMISSIONS, seedPracticeOrg } = await loaded('src/practice/index.ts');
  const { servePractice } = await loaded('test/support/httpPractice.ts');
  const org = newOrg({ createPracticeOrg, PRACTICE_PERMISSIONS, seedPracticeOrg });
  let browser;
  const visit = async ({ address, answer }) => {
    browser ??= launchBrowser();
    return visited(await browser, address, answer);
  };
  const handle = async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'OPTIONS') return new Response(null, { status: 204 });
    if (pathname === '/desk') return Response.json({ clients: org.clients, log: org.practice.log });
    if (pathname === '/desk/visit') return Response.json(await visit(await request.json()));
    if (pathname === '/desk/expire') {
      org.minutes += 2 * 24 * 60;
      return new Response(null, { status: 204 });
    }
    return org.practice.handle(request);
  };
  // A web worker may talk to another origin only if that says so.
  const server = await servePractice(async (request) => allowed(await handle(request)));
  const close = async () => {
    await server.close();
    await (await browser)?.close();
  };
  return { origin: server.origin, close };
}

/** A module in TypeScript, with all it imports. */
async function loaded(file) {
  const options = { bundle: true, write: false, platform: 'node', format: 'esm', target: 'node20' };
  const { outputFiles } = await build({ ...options, entryPoints: [join(ROOT, file)] });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

function newOrg({ createPracticeOrg, PRACTICE_PERMISSIONS, seedPracticeOrg }) {
  const org = { minutes: 0 };
  const newId = () => randomUUID();
  const now = () => new Date(Date.now() + org.minutes * 60_000).toISOString();
  const { state, values } = seedPracticeOrg({ newId, now });
  const user = { name: 'Jo Northwind', redirectUris: REDIRECT_URIS, refreshes: true };
  const permissions = PRACTICE_PERMISSIONS;
  const clients = {
    client: { id: randomUUID(), secret: randomUUID(), name: 'Secrets Client', permissions },
    user: { id: randomUUID(), secret: randomUUID(), name: 'Secrets User', permissions, user },
  };
  const render = (template) => template;
  const practice = createPracticeOrg({ seed: state, values, clients: Object.values(clients), render, newId, now });
  return Object.assign(org, { clients, practice });
}

/** Where the browser went, and what stood there. */
async function visited(browser, address, answer) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const back = page.waitForRequest((request) => new URL(request.url()).pathname === '/signed-in');
    await page.goto(address);
    const asked = await page.locator('body').textContent();
    await page.getByRole('button', { name: answer }).click({ noWaitAfter: true });
    const request = await back;
    const response = await request.response().catch(() => null);
    return { asked, address: request.url(), said: response ? await response.text() : '' };
  } finally {
    await context.close();
  }
}

function allowed(response) {
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-allow-headers', '*, authorization');
  headers.set('access-control-allow-methods', '*');
  headers.set('access-control-expose-headers', '*');
  return new Response(response.body, { status: response.status, headers });
}
