// npm run test:vscode -- node|web [text]: the suites inside a real VS Code, for quick rounds.
import { reExecUnderToolNode } from './lib/node24.mjs';

reExecUnderToolNode();
const { runInVSCode } = await import('./lib/suites.mjs');
const [host = 'node', grep = ''] = process.argv.slice(2);
const untrusted = host === 'untrusted';
const result = await runInVSCode(untrusted ? { host: 'node', suites: 'untrusted', flags: [], grep } : { host, grep });
if (result.details) console.log(result.details);
console.log(`${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
process.exitCode = result.failed > 0 ? 1 : 0;
