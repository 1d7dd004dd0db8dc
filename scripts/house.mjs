// npm run house: what holds the rooms together, as figures and rules. Files of each folder, lines of extension/, circles of files, and imports
// that run the wrong way between rooms and folders. Ends with 1 where a rule is broken.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { circles, readImports } from './lib/imports.mjs';
import { ROOT } from './lib/paths.mjs';

/** No folder of the source holds more `.ts` files than this. */
const MOST_FILES = 32;

/** What a room may import besides itself; `:type` where no code of the other room may be needed. */
const ROOMS = {
  base: [],
  engine: ['base'],
  genesys: ['engine', 'base'],
  cloud: ['base'],
  store: ['engine', 'genesys', 'base', 'cloud:type'],
  practice: ['base'],
  messages: ['base'],
  commands: ['base', 'engine', 'genesys', 'store', 'messages', 'cloud:type', 'practice:type'],
  extension: ['base', 'engine', 'genesys', 'cloud', 'store', 'practice', 'messages', 'commands'],
  cli: ['messages', 'genesys', 'engine', 'base'],
};

/** The places of a room from the ground up: each may import itself and what is in the lines above its own. The longest name that fits counts. */
const FLOORS = {
  engine: [
    ['text'],
    ['tree'],
    'json yaml hcl velocity expression http shell csv'.split(' ').map((language) => `languages/${language}`),
    ['languages/assignments'],
    ['detect/contract'],
    ['detect/judge'],
    ['detect/tokens'],
    ['detect/rules'],
    ['detect'],
    ['suppression'],
  ],
  genesys: [
    ['references.ts', 'markedText.ts', 'walk.ts'],
    ['places'],
    ['kinds/fileKind.ts', 'kinds/fileNames.ts', 'kinds/genesysText.ts'],
    ['kinds/flow', 'kinds/dataAction', 'kinds/script', 'kinds/postman'],
    ['kinds/possibleKinds.ts', 'kinds/yamlComments.ts'],
    ['kinds/documents.ts'],
    ['kinds/terraform'],
    ['kinds'],
    ['rules'],
    ['flowParts.ts'],
    ['scan.ts'],
    ['gitState.ts'],
    ['reported.ts'],
    ['editorGit.ts', 'velocity'],
    ['remedies'],
    ['scanning.ts'],
  ],
  practice: [
    ['ports.ts'],
    ['http'],
    ['world'],
    ['signIn', 'actions', 'integrations', 'kept', 'seed'],
    ['faults.ts', 'org.ts'],
    ['index.ts'],
  ],
};

/** Rooms whose folders have faces: `index.ts`, or a file with the folder's name. What is outside of a folder imports its face and nothing else. */
const FACED = ['engine', 'genesys', 'practice'];

/** Files besides the faces that others may import: each is what a chunk begins with, and one face would load it with the rest. See scripts/lib/bundles.mjs. */
const DOORS = {
  'engine/languages/yaml/yamlTolerant.ts': 'the chunk `yaml`: brings a second parser, for broken YAML alone',
  'engine/suppression/silencingChunk.ts': 'the chunk `silencing`: a bundle keeps all that its entry exports',
  'engine/suppression/customPatterns.ts':
    'the chunk `patterns`: brings a regular expression engine, for team files with patterns alone',
  'genesys/velocity/render.ts': 'the chunk `velocity`: the renderer, for fixes alone',
};

const src = join(ROOT, 'src');
const { files, imports } = readImports(src);
const broken = [];

function part(title, lines) {
  console.log(`${title}\n${lines.map((line) => `  ${line}\n`).join('') || '  none\n'}`);
}

function rule(title, lines) {
  part(title, lines);
  if (lines.length > 0) broken.push(`${title}: ${lines.length}`);
}

function filesPerFolder() {
  const counts = new Map();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function linesOf(room) {
  const lines = (file) => readFileSync(join(src, file), 'utf8').split('\n').length - 1;
  return files.filter((file) => file.startsWith(`${room}/`)).reduce((sum, file) => sum + lines(file), 0);
}

const roomOf = (file) => file.split('/')[0];

function wrongRoom({ from, to, isType }) {
  const allowed = ROOMS[roomOf(from)] ?? [];
  if (roomOf(from) === roomOf(to) || allowed.includes(roomOf(to))) return false;
  return !(isType && allowed.includes(`${roomOf(to)}:type`));
}

/** The place of a file in its room and how high it is; `undefined` where the room has none for it. */
function floorOf(file) {
  const path = file.slice(roomOf(file).length + 1);
  const places = (FLOORS[roomOf(file)] ?? []).flatMap((line, height) => line.map((place) => ({ place, height })));
  const fitting = places.filter(({ place }) => path === place || path.startsWith(`${place}/`));
  return fitting.sort((a, b) => b.place.length - a.place.length)[0];
}

function wrongFloor({ from, to }) {
  if (roomOf(from) !== roomOf(to)) return false;
  const [own, other] = [floorOf(from), floorOf(to)];
  return own !== undefined && other !== undefined && own.place !== other.place && other.height >= own.height;
}

/** A room's own files are its doors, and a folder knows the files of the folders it is in. */
function pastFace({ from, to }) {
  const folder = dirname(to);
  if (!FACED.includes(roomOf(to)) || folder === roomOf(to) || from.startsWith(`${folder}/`) || to in DOORS)
    return false;
  return to !== faceOf(folder);
}

/** `index.ts` where a folder has one, else the file with the folder's name. */
function faceOf(folder) {
  const index = `${folder}/index.ts`;
  return files.includes(index) ? index : `${folder}/${basename(folder)}.ts`;
}

const arrow = ({ from, to, isType }) => `${from} → ${to}${isType ? ' (type)' : ''}`;
const all = circles(files, imports);
const ofCode = circles(
  files,
  imports.filter(({ isType, isLazy }) => !isType && !isLazy),
);

const perFolder = filesPerFolder();
part(
  'Files per folder',
  perFolder.map(([folder, count]) => `${String(count).padStart(3)}  ${folder}`),
);
part('Lines of extension/', [String(linesOf('extension'))]);
part(
  'Circles of types: pairs',
  all.filter((circle) => circle.length === 2).map((circle) => circle.join(' ↔ ')),
);
rule(
  `Folders with more than ${MOST_FILES} files`,
  perFolder.filter(([, count]) => count > MOST_FILES).map(([folder, count]) => `${folder}: ${count}`),
);
rule(
  'Circles of code',
  ofCode.map((circle) => circle.join(' ↔ ')),
);
rule(
  'Circles of types: more than a pair',
  all.filter((circle) => circle.length > 2).map((circle) => `${circle.length} files: ${circle.join(' ↔ ')}`),
);
rule('Imports the wrong way between rooms', imports.filter(wrongRoom).map(arrow));
rule('Imports the wrong way between folders', imports.filter(wrongFloor).map(arrow));
rule('Imports past the face of a folder', imports.filter(pastFace).map(arrow));
rule(
  'Doors that nobody uses',
  Object.keys(DOORS).filter((door) => !imports.some(({ to }) => to === door)),
);
rule(
  'Files without a place in their room',
  files.filter((file) => FLOORS[roomOf(file)] && !floorOf(file)),
);

console.log(broken.length > 0 ? `Broken:\n${broken.map((line) => `  ${line}\n`).join('')}` : 'No rule is broken.');
process.exitCode = broken.length > 0 ? 1 : 0;
