import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signIn } from '../../../src/commands/signIn/signIn.ts';
import { signOut } from '../../../src/commands/signIn/signOut.ts';
import { PRACTICE_REGION } from '../../../src/practice/index.ts';
import { EDITOR, signInDesk } from './support/signInDesk.ts';

const WITH_SECRET = 'With a client ID and a client secret';
const IN_BROWSER = 'In the browser, as yourself';

describe('with client credentials', () => {
  it('signs in, and says where and as whom', async () => {
    const { ports, author, said, sessions, org } = signInDesk();
    Object.assign(author, { picks: [WITH_SECRET], inputs: [org.client.id, ` ${org.client.secret} `] });
    const session = await signIn(ports, PRACTICE_REGION);
    expect(session).toMatchObject({ at: 'practice', grant: 'client', who: 'Secrets Client', orgName: org.name });
    expect(said).toEqual([`Signed in to ${org.name} as Secrets Client.`]);
    const secret = sessions.secrets.get(session?.id ?? '');
    expect(secret && 'clientSecret' in secret && secret.clientSecret.reveal()).toBe(org.client.secret);
    expect(JSON.stringify([session, said, secret])).not.toContain(org.client.secret);
  });

  it('says in a sentence of its own that the org refused, and keeps nothing', async () => {
    const { ports, author, said, sessions, org } = signInDesk();
    const typed = randomUUID();
    Object.assign(author, { picks: [WITH_SECRET], inputs: [org.client.id, typed] });
    expect(await signIn(ports, PRACTICE_REGION)).toBe(undefined);
    expect(said).toEqual([expect.stringContaining('The org refused the sign-in.')]);
    expect(said.join()).not.toContain(typed);
    expect(sessions.known).toEqual([]);
  });

  it('is not offered where no client secret can be kept', async () => {
    const { ports, author, org } = signInDesk();
    Object.assign(author, { picks: [WITH_SECRET], inputs: [org.user.id] });
    const session = await signIn({ ...ports, keepsClientSecrets: () => false }, PRACTICE_REGION);
    expect(session?.grant).toBe('user');
    expect(author.picks).toEqual([WITH_SECRET]);
  });

  it('takes no client secret for a client ID', async () => {
    const { ports, author, org } = signInDesk();
    Object.assign(author, { picks: [WITH_SECRET], inputs: [`${org.client.id} ${org.client.secret}`] });
    expect(await signIn(ports, PRACTICE_REGION)).toBe(undefined);
    expect(org.log).toEqual([]);
  });
});

describe('in the browser', () => {
  it.each(['loopback', 'uri', 'paste'] as const)('signs in by way of %s, and hears nothing more', async (way) => {
    const { ports, author, heard, browser, org, said } = signInDesk(way);
    Object.assign(author, { picks: [IN_BROWSER], inputs: [org.user.id] });
    const session = await signIn(ports, PRACTICE_REGION);
    expect(session).toMatchObject({ grant: 'user', who: 'Jo Northwind', clientId: org.user.id });
    expect(browser.cameBackTo.startsWith(EDITOR)).toBe(way === 'uri');
    expect(heard.size).toBe(0);
    expect(said).toEqual([`Signed in to ${org.name} as Jo Northwind.`]);
  });

  it.each(['loopback', 'uri', 'paste'] as const)('that is refused there by way of %s keeps nothing', async (way) => {
    const { ports, author, heard, said, sessions, org } = signInDesk(way);
    Object.assign(author, { picks: [IN_BROWSER], inputs: [org.user.id], onPage: 'Deny' });
    expect(await signIn(ports, PRACTICE_REGION)).toBe(undefined);
    expect([said, sessions.known, heard.size]).toEqual([['The sign-in was refused in the browser.'], [], 0]);
  });

  it.each(['loopback', 'uri'] as const)(
    'that is cancelled by way of %s listens no more and says nothing',
    async (way) => {
      const { ports, author, heard, said, org } = signInDesk(way);
      Object.assign(author, { picks: [IN_BROWSER], inputs: [org.user.id], onPage: 'nothing', cancels: true });
      expect(await signIn(ports, PRACTICE_REGION)).toBe(undefined);
      expect([said, heard.size]).toEqual([[], 0]);
    },
  );

  it.each(['loopback', 'uri'] as const)('that takes too long by way of %s is said to be over', async (way) => {
    const { ports, author, heard, said, org } = signInDesk(way);
    Object.assign(author, { picks: [IN_BROWSER], inputs: [org.user.id], onPage: 'nothing' });
    expect(await signIn({ ...ports, patience: 1 }, PRACTICE_REGION)).toBe(undefined);
    expect([said, heard.size]).toEqual([['Nobody signed in for five minutes. Try again.'], 0]);
  });

  it('says that no port is free', async () => {
    const { ports, author, said, org } = signInDesk('loopback');
    Object.assign(author, { picks: [IN_BROWSER], inputs: [org.user.id] });
    const loopback = async () => ({ listenOnLoopback: async () => undefined });
    expect(await signIn({ ...ports, chunks: { ...ports.chunks, loopback } }, PRACTICE_REGION)).toBe(undefined);
    expect(said.join()).toContain('47811, 47812 and 47813');
  });

  it('asks for nothing that is known of an earlier session', async () => {
    const { ports, author, org } = signInDesk();
    Object.assign(author, { picks: [IN_BROWSER], inputs: [org.user.id] });
    const earlier = await signIn(ports, PRACTICE_REGION);
    expect(await signIn(ports, PRACTICE_REGION, earlier)).toMatchObject({ who: 'Jo Northwind', grant: 'user' });
  });
});

describe('signing out', () => {
  it('ends the token of a user at the org, and forgets what is kept of an org that nobody is signed in to', async () => {
    const { ports, author, said, sessions, org } = signInDesk();
    Object.assign(author, { picks: [IN_BROWSER, IN_BROWSER], inputs: [org.user.id] });
    const first = await signIn(ports, PRACTICE_REGION);
    const second = await signIn(ports, PRACTICE_REGION, first);
    await signOut(ports, first?.id ?? '');
    expect(said.at(-1)).toBe(`Signed out of ${org.name}. The token is deleted here and ended in Genesys Cloud.`);
    expect(org.log.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/v2/tokens/me', status: 204 });
    expect(sessions.forgotten).toEqual([]);
    await signOut(ports, second?.id ?? '');
    expect([sessions.known, sessions.secrets.size, sessions.forgotten]).toEqual([[], 0, [second?.orgId]]);
  });

  it('says that client credentials stay valid, and asks the org for nothing', async () => {
    const { ports, author, said, sessions, org } = signInDesk();
    Object.assign(author, { picks: [WITH_SECRET], inputs: [org.client.id, org.client.secret] });
    const session = await signIn(ports, PRACTICE_REGION);
    const before = org.log.length;
    await signOut(ports, session?.id ?? '');
    expect(said.at(-1)).toContain('still valid in Genesys Cloud');
    expect([org.log.length, sessions.known]).toEqual([before, []]);
  });

  it('forgets the session although the org cannot be reached, and says that the token was not ended', async () => {
    const { ports, author, said, sessions, org } = signInDesk();
    Object.assign(author, { picks: [IN_BROWSER], inputs: [org.user.id] });
    const session = await signIn(ports, PRACTICE_REGION);
    const connect = () => Promise.reject(new TypeError('fetch failed'));
    await signOut({ ...ports, connect }, session?.id ?? '');
    expect(said.at(-1)).not.toContain('ended in Genesys Cloud.');
    expect(sessions.known).toEqual([]);
  });
});
