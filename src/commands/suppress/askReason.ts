import { isCredentialWord } from '../../engine/detect/index.ts';
import { dayOf, isDay, isOver } from '../../engine/suppression/index.ts';
import { t } from '../../messages/index.ts';
import type { Ui } from '../ports/ui.ts';

/** Why something is silenced, and until when. */
export interface Reason {
  readonly reason: string;
  readonly until?: string;
}

/**
 * Asks for a reason and a last day. A reason that quotes a credential is refused: it is there for everyone to read.
 * @param value that must not be quoted
 */
export async function askReason(ui: Ui, title: string, value: string): Promise<Reason | undefined> {
  const isWrong = (typed: string): string | undefined => problemOfReason(typed, value);
  const prompt = t('ignore.reason.prompt');
  const reason = await ask(ui, { title, prompt, ignoreFocusOut: true, validateInput: isWrong }, isWrong);
  if (reason === undefined) return undefined;
  const options = { title: t('ignore.until'), prompt: t('ignore.until.prompt'), ignoreFocusOut: true };
  const until = await ask(ui, { ...options, validateInput: problemOfDay }, problemOfDay);
  if (until === undefined) return undefined;
  return until === '' ? { reason } : { reason, until };
}

type Problem = (typed: string) => string | undefined;

/** What is typed is looked at once more: not every editor waits for the check. */
async function ask(ui: Ui, options: Parameters<Ui['input']>[0], isWrong: Problem): Promise<string | undefined> {
  const typed = (await ui.input(options))?.trim();
  const problem = typed === undefined ? undefined : isWrong(typed);
  if (problem === undefined) return typed;
  await ui.warn(problem);
  return undefined;
}

/** Shorter values are words that a reason may need. */
const SHORTEST_QUOTE = 4;

function problemOfReason(typed: string, value: string): string | undefined {
  const reason = typed.trim();
  if (reason === '' || /[\r\n]/.test(reason)) return t('ignore.reason.empty');
  const quotes = value.length >= SHORTEST_QUOTE && reason.includes(value);
  if (quotes || isCredentialWord(reason)) return t('ignore.reason.credential');
  return /(?:^|[\s[])until +\d/.test(reason) ? t('ignore.reason.until') : undefined;
}

function problemOfDay(typed: string): string | undefined {
  const day = typed.trim();
  if (day === '' || (isDay(day) && !isOver(day, dayOf(new Date())))) return undefined;
  return t('ignore.until.bad');
}
