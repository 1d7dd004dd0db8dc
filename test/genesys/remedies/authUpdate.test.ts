import { describe, expect, it } from 'vitest';
import { type AuthAction, planAuthUpdate } from '../../../src/genesys/remedies/authUpdate.ts';

const ACTION: AuthAction = {
  method: 'POST',
  request: { url: 'https://login.example.com/token', headers: { Accept: 'a' }, body: 'grant_type=client_credentials' },
  response: { translationMap: { a: '$.a', b: '$.b' }, translationMapDefaults: {}, successTemplate: '' },
};

function changed(parts: Partial<AuthAction>) {
  return planAuthUpdate({ ...ACTION, ...parts }, ACTION).changed;
}

describe('the custom auth action becomes what the file says', () => {
  it.each<readonly [string, Partial<AuthAction>, readonly unknown[]]>([
    ['nothing', {}, []],
    ['the method', { method: 'GET' }, ['method']],
    ['the URL', { request: { ...ACTION.request, url: 'https://x.example' } }, ['url']],
    ['a header more', { request: { ...ACTION.request, headers: { Accept: 'a', B: 'b' } } }, [{ header: 'B' }]],
    ['a header less', { request: { ...ACTION.request, headers: {} } }, [{ header: 'Accept' }]],
    ['the body', { request: { ...ACTION.request, body: '' } }, ['body']],
    ['the answer', { response: { ...ACTION.response, successTemplate: '{}' } }, ['response']],
    ['a variable', { response: { ...ACTION.response, translationMap: { a: '$.c', b: '$.b' } } }, ['response']],
  ])('%s', (_what, parts, places) => {
    expect(changed(parts)).toEqual(places);
  });

  it('and the order of variables is no change', () => {
    expect(changed({ response: { ...ACTION.response, translationMap: { b: '$.b', a: '$.a' } } })).toEqual([]);
  });
});
