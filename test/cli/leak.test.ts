import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { damagedFile } from '../support/leak/damagedFile.ts';
import { Markers, passwordMarker, tokenMarker } from '../support/leak/markers.ts';
import { plantedFiles } from '../support/leak/planted.ts';
import { plantedComments, plantedTeamFile } from '../support/leak/plantedSilencing.ts';
import { dataAction, hasGit, runIn, tempFolder } from './support.ts';

describe('the search for markers', () => {
  const marker = passwordMarker();
  const markers = new Markers();
  markers.add('here', marker);

  it.each([
    ['as it is', marker],
    ['in part', `…${marker.slice(5, 13)}…`],
    ['in lower case', marker.toLowerCase()],
    ['in JSON', JSON.stringify({ a: marker })],
    ['in JSON in JSON', JSON.stringify(JSON.stringify({ a: marker }))],
    ['percent-encoded', encodeURIComponent(marker)],
    ['in base64', Buffer.from(marker).toString('base64')],
    ['in base64 behind something', Buffer.from(`svc:${marker}`).toString('base64url')],
  ])('finds one %s', (_, text) => {
    expect(markers.in(text)).toEqual(['here']);
  });

  it('finds none in other texts', () => {
    expect(markers.in(tokenMarker())).toEqual([]);
  });
});

describe('no marker is written', () => {
  const markers = new Markers();
  const files = plantedFiles(markers);
  const asFolder = markers.add('a folder name', tokenMarker());
  const missing = markers.add('a missing path', tokenMarker());
  const typed = markers.add('a command', tokenMarker());

  it.each(['text', 'json'])('in the format %s', async (format) => {
    const folder = tempFolder();
    for (const { fileName, text } of files) {
      folder.write(fileName, text);
      folder.write(`${asFolder}/${fileName}`, text);
      folder.write(`binary/${fileName}`, `\u0000${text}`);
      folder.write(`cut/${fileName}`, text.slice(0, text.length / 2));
    }
    const { code, out, err } = await runIn(folder.path, 'scan', '--format', format, '.', `${missing}/x.json`);
    expect(code).toBe(2);
    expect(out.length).toBeGreaterThan(10_000);
    expect(markers.in(`${out}\n${err}`)).toEqual([]);
    expect(out).toContain('[hidden]');
  });

  it.each(['text', 'json'])('of damaged files with chosen passwords, in the format %s', async (format) => {
    const folder = tempFolder();
    let printed = 0;
    for (let number = 0; number < 100; number++) {
      const { file, pieces } = damagedFile(number, 77);
      const chosen = new Markers();
      chosen.addPieces(`${file.name} (${number})`, pieces);
      folder.write(file.name, file.text);
      const { out, err } = await runIn(folder.path, 'scan', '--format', format, file.name);
      expect(chosen.in(`${out}\n${err}`)).toEqual([]);
      printed += out.length;
    }
    expect(printed).toBeGreaterThan(50_000);
  });

  it.each(['text', 'json'])(
    'by the names of files and headers that are chosen values, in the format %s',
    async (format) => {
      const folder = tempFolder();
      const chosen = new Markers();
      const password = chosen.add('a chosen password', ['Sommerferien', 2000 + randomInt(99), '!'].join(''));
      folder.write(`${password}.custom.json`, dataAction(password));
      folder.write(
        `${password}/a.custom.json`,
        dataAction(password).replace('"Authorization"', JSON.stringify(`${password}-Key`)),
      );
      folder.write('a.csv', `key,apiKey\n${password},${password}\n`);
      const { code, out, err } = await runIn(folder.path, 'scan', '--format', format, '.');
      expect(code).toBe(1);
      expect(out).toContain('[hidden]');
      expect(chosen.in(`${out}\n${err}`)).toEqual([]);
    },
  );

  it.each([
    [typed],
    ['scan', `--${typed}`],
    ['scan', '--format', typed],
    ['scan', `--fail-on=${typed}`],
    ['scan', `--help=${typed}`],
    ['scan', '--config-from', typed],
    ['scan', `--list-silenced=${typed}`],
    ['scan', `${typed}.json`],
  ])('for a wrong command line (%#)', async (...args) => {
    const { code, out, err } = await runIn(tempFolder().path, ...args);
    expect(code).toBe(2);
    expect(markers.in(`${out}\n${err}`)).toEqual([]);
  });

  it('when a file alone is scanned', async () => {
    const folder = tempFolder();
    for (const { place, fileName, text } of files) {
      folder.write(fileName, text);
      const { out, err } = await runIn(folder.path, 'scan', fileName);
      expect(markers.in(`${out}\n${err}`), place).toEqual([]);
    }
  });

  it.each(['text', 'json'])('of silencings, in the format %s', async (format) => {
    const folder = tempFolder();
    const make = (): string => markers.add('a silencing', tokenMarker());
    for (const { fileName, text } of files) folder.write(fileName, text);
    folder.write('comments.yaml', plantedComments(make));
    folder.write('genesys-secrets.yaml', plantedTeamFile(make).replace(/^version: .*/, 'version: 1'));
    const listed = await runIn(folder.path, 'scan', '--list-silenced', '--format', format);
    expect(listed.out).toMatch(/public demo/);
    expect(markers.in(`${listed.out}\n${listed.err}`)).toEqual([]);
    if (!hasGit()) return;
    folder.git('init', '-q');
    folder.git('commit', '-q', '--allow-empty', '-m', 'x');
    const proposed = await runIn(folder.path, 'scan', '--config-from', 'HEAD', '--list-silenced', '--format', format);
    expect(proposed.out).toMatch(/public demo/);
    expect(markers.in(`${proposed.out}\n${proposed.err}`)).toEqual([]);
  });
});
