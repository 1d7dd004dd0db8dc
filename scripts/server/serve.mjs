// Serves VS Code for the browser on loopback, with the address that a browser keeps its secrets with: VS Code's own command
// leaves that out, and without it each secret waits for three seconds, then is kept in memory alone.
// serve.mjs FOLDER ARGS: the folder of VS Code, and the arguments of its server as JSON.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** 256 bits: half of the key that seals the secrets of a browser, which keeps the other half. */
const KEY_BYTES = 32;

const [folder, json] = process.argv.slice(2);
const args = JSON.parse(json);
const { 'server-data-dir': dataDir, 'connection-token': token } = args;

// VS Code's module is asked for its parts and starts nothing by itself.
process.env.CODE_SERVER_PARENT_PID = String(process.pid);
const { loadCodeWithNls } = await import(pathToFileURL(join(folder, 'out', 'server-main.js')).href);
const vscode = await (await loadCodeWithNls()).createServer(null, args);
const key = await keyHalf(join(dataDir, 'browser-key-half'));

const server = createServer((request, response) => {
  if (request.method === 'POST' && request.url.endsWith('/mint-key')) answerKey(request, response);
  else vscode.handleRequest(request, response);
});
server.on('upgrade', (request, socket) => vscode.handleUpgrade(request, socket));
server.listen(Number(args.port), args.host);

/** Only a page of this server has the cookie, and sends its own origin. */
function answerKey({ headers }, response) {
  const cookies = (headers.cookie ?? '').split('; ');
  const own = cookies.includes(`vscode-tkn=${token}`) && headers.origin === `http://${headers.host}`;
  response.writeHead(own ? 200 : 403, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
  response.end(own ? key : undefined);
}

async function keyHalf(file) {
  const kept = await readFile(file).catch(() => undefined);
  if (kept?.length === KEY_BYTES) return kept;
  const made = randomBytes(KEY_BYTES);
  await mkdir(dataDir, { recursive: true });
  await writeFile(`${file}.new`, made, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}
