import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { type BuildOptions, build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sdkAliases, sdkConfiguration, sdkDefine } from '../../scripts/sdkAliases.mjs';
import { scriptedOrg } from './support/scriptedOrg.ts';

const run = promisify(execFile);

const BUILD = {
  entryPoints: ['src/cloud/index.ts'],
  bundle: true,
  minify: true,
  write: false,
  target: 'es2023',
  legalComments: 'none',
  metafile: true,
  globalName: 'cloud',
} as const satisfies BuildOptions;

/** The room as the build bundles it. */
const AS_BUILT = {
  ...BUILD,
  platform: 'neutral',
  mainFields: ['browser', 'module', 'main'],
  alias: sdkAliases,
  define: sdkDefine,
  plugins: [sdkConfiguration],
} as const satisfies BuildOptions;

/** The room with the SDK as it comes, to see that the trap is one. */
const AS_IT_COMES = { ...BUILD, platform: 'node' } as const satisfies BuildOptions;

const SHIPPED = fileURLToPath(new URL('../../dist/chunks/cloud.mjs', import.meta.url));
const isShipped = existsSync(SHIPPED);

/** The chunk of the last build, where there is one. */
async function shipped(): Promise<readonly string[]> {
  return isShipped ? [await readFile(SHIPPED, 'utf8')] : [];
}

async function bundled(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...options, write: false });
  return outputFiles[0]?.text ?? '';
}

describe('the bundle', () => {
  let home: string;

  beforeAll(async () => {
    home = await realpath(await mkdtemp(join(tmpdir(), 'cloud-')));
  });

  afterAll(() => rm(home, { recursive: true, force: true }));

  it('is smaller than 100 KB', async () => {
    expect((await bundled({ ...AS_BUILT, format: 'esm' })).length).toBeLessThan(100_000);
  });

  it('imports nothing, and of other packages it holds the SDK only', async () => {
    const { metafile } = await build({ ...AS_BUILT, format: 'esm' });
    expect(Object.values(metafile.outputs).flatMap((output) => output.imports)).toEqual([]);
    const packages = Object.keys(metafile.inputs).filter((input) => input.includes('node_modules'));
    expect(packages.filter((input) => !input.includes('node_modules/purecloud-platform-client-v2/'))).toEqual([]);
  });

  it('has no code that reads, watches or looks for a configuration file', async () => {
    const built = await bundled({ ...AS_BUILT, format: 'esm' });
    for (const code of [built, ...(await shipped())]) {
      expect(code).not.toMatch(/configparser|genesyscloudjavascript|watchFile|homedir|winston|live_reload_config["']/i);
      // What is left of `fs` are certificates of another way to sign in, and the stand-in throws.
      expect(code).not.toMatch(/updateConfigFromFile|configPath|log_file_path/);
    }
    const comes = await bundled({ ...AS_IT_COMES, format: 'esm' });
    expect(comes).toMatch(/updateConfigFromFile/);
    expect(comes).toMatch(/genesyscloudjavascript/);
  }, 20_000);

  it('has no way to load anything either: no file, no module', async () => {
    const code = await bundled({ ...AS_BUILT, format: 'esm' });
    expect(code).not.toMatch(/\b(?:require|import)\s*\(|\bprocess\.binding|["']node:/);
  });

  /**
   * Stores a value in a process whose home folder has the hostile file.
   * @param chunk the bundle, as CommonJS or, with the ending `mjs`, as a module
   */
  async function storeFrom(
    chunk: string,
    nodeOptions: (files: readonly string[]) => readonly string[],
    ending: 'cjs' | 'mjs' = 'cjs',
  ) {
    const trap = await scriptedOrg();
    const org = await scriptedOrg({ answers: [{ json: { id: 'c-1' } }] });
    const folder = await mkdtemp(join(home, 'run-'));
    await mkdir(join(folder, '.genesyscloudjavascript'));
    await writeFile(
      join(folder, '.genesyscloudjavascript', 'config'),
      hostileConfig(trap.origin, join(folder, 'sdk.log')),
    );
    const value = randomUUID();
    const files = [join(folder, `cloud.${ending}`), join(folder, `run.${ending}`)] as const;
    await writeFile(files[0], chunk);
    await writeFile(files[1], storing(ending, org.origin, value));
    const options = { env: { HOME: folder, USERPROFILE: folder }, cwd: folder };
    const { stdout, stderr } = await run(process.execPath, [...nodeOptions(files), files[1]], options);
    const log = await readFile(join(folder, 'sdk.log'), 'utf8').catch(() => '');
    const left = (await readdir(folder, { recursive: true })).sort();
    return { stdout, printed: `${stdout}${stderr}${log}`, value, trap, org, left };
  }

  it('would obey a hostile configuration file in the home folder if the SDK came as it is', async () => {
    const { printed, value } = await storeFrom(await bundled({ ...AS_IT_COMES, format: 'cjs' }), () => []);
    expect(printed).toContain(value);
  }, 20_000);

  it('does not obey a hostile configuration file in the home folder', async () => {
    const chunk = await bundled({ ...AS_BUILT, format: 'cjs' });
    const { stdout, printed, value, trap, org } = await storeFrom(chunk, onlyReading);
    expect(stdout.trim()).toBe('c-1');
    expect(printed).not.toContain(value);
    expect([...trap.seen, ...trap.logins]).toEqual([]);
    expect([org.logins.length, org.seen.length]).toEqual([1, 1]);
  }, 20_000);

  it.skipIf(!isShipped)(
    isShipped ? 'does not obey it as it is shipped: dist/chunks/cloud.mjs' : 'dist/chunks/cloud.mjs (not built)',
    async () => {
      const [chunk = ''] = await shipped();
      const { stdout, printed, value, trap, org, left } = await storeFrom(chunk, onlyReading, 'mjs');
      expect(stdout.trim()).toBe('c-1');
      expect(printed).not.toContain(value);
      expect([...trap.seen, ...trap.logins]).toEqual([]);
      expect([org.logins.length, org.seen.length]).toEqual([1, 1]);
      expect(left).toEqual([
        '.genesyscloudjavascript',
        join('.genesyscloudjavascript', 'config'),
        'cloud.mjs',
        'run.mjs',
      ]);
    },
    20_000,
  );

  it('runs where there is neither Node nor a page, as in the web extension host', async () => {
    const { AbortController, AbortSignal, btoa, atob, Headers, Request, Response, setTimeout, TextEncoder, URL } =
      globalThis;
    const { URLSearchParams } = globalThis;
    const worker = {
      AbortController,
      AbortSignal,
      btoa,
      atob,
      Headers,
      Request,
      Response,
      setTimeout,
      TextEncoder,
      URL,
    };
    const context = createContext({ ...worker, URLSearchParams, region: 'mypurecloud.de' });
    const code = `${await bundled({ ...AS_BUILT, format: 'iife' })};
      const fetch = async ({ url }) => Response.json(url.endsWith('/token') ? { access_token: 't' } : { id: '1', name: 'Northwind' });
      const clientSecret = { reveal: () => 's' };
      cloud.connectOrg({ at: { key: 'k', domain: region }, clientId: 'c', clientSecret, fetch })
        .then((client) => client.organization())
        .then(({ name }) => name + ' ' + [typeof process, typeof require, typeof window, typeof self].join());`;
    expect(await runInContext(code, context)).toBe('Northwind undefined,undefined,undefined,undefined');
  });
});

/** Every other file is out of reach. Newer versions of Node guard the network as well. */
function onlyReading(files: readonly string[]): readonly string[] {
  const net = process.allowedNodeEnvironmentFlags.has('--allow-net') ? ['--allow-net'] : [];
  return ['--permission', ...files.map((file) => `--allow-fs-read=${file}`), ...net];
}

/** Sends everything to another host, and writes bodies into a log. */
function hostileConfig(origin: string, log: string): string {
  const { hostname, port } = new URL(origin);
  return [
    '[logging]',
    'log_level = trace',
    'log_format = json',
    'log_to_console = true',
    `log_file_path = ${log}`,
    'log_request_body = true',
    'log_response_body = true',
    '[general]',
    'live_reload_config = true',
    'host = https://api.org.example',
    '[gateway]',
    `host = ${hostname}`,
    'protocol = http',
    `port = ${port}`,
    'path_params_login = login',
    'path_params_api =',
  ].join('\n');
}

/** A program that stores a value through the bundle and prints the id. */
function storing(ending: 'cjs' | 'mjs', origin: string, value: string): string {
  const load =
    ending === 'cjs' ? "const { connectOrg } = require('./cloud.cjs')" : "import { connectOrg } from './cloud.mjs'";
  return `
    ${load};
    const sensitive = (value) => ({ reveal: () => value });
    const at = { origin: ${JSON.stringify(origin)} };
    const fields = [{ name: 'apiKey', value: sensitive(${JSON.stringify(value)}) }];
    connectOrg({ at, clientId: 'c', clientSecret: sensitive('s'), fetch: (request) => fetch(request) })
      .then((client) => client.createCredential({ name: 'n', typeName: 'userDefined', fields }))
      .then(({ id }) => console.log(id));
  `;
}
