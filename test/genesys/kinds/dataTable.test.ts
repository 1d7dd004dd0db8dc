import { describe, expect, it } from 'vitest';
import { foundIn, scanOf } from '../support/found.ts';
import { drawn } from '../support/values.ts';

const SECRET = drawn(1, 36);
const OTHER = drawn(2, 36);
const PASSWORD = `${drawn(3, 8)}!x`;

describe('a data table gives away', () => {
  it.each([
    ['a cell of a telling column', `key,apiKey,url\nprod,${SECRET},https://example.com\n`],
    ['a quoted cell', `"key","API Key"\n"prod","${SECRET}"\n`],
    ['a cell with CRLF', `key,apiKey\r\nprod,${SECRET}\r\n`],
    ['the last cell', `key,apiKey\nprod,${SECRET}`],
    ['a cell behind a byte order mark', `\uFEFFkey,apiKey\nprod,${SECRET}\n`],
    ['a cell between semicolons', `key;apiKey;url\nprod;${SECRET};x\n`],
    ['a cell between tabs', `KEY\tapiKey\nprod\t${SECRET}\n`],
    ['a cell that the key of its row names', `key,value\ncrm_api_key,${SECRET}\ngreeting,Hello\n`],
    ['a cell behind one with a line break', `key,note,apiKey\nprod,"a\nb, ""c""",${SECRET}\n`],
    ['a cell behind one that is half typed', `key,note,apiKey\ndev,"a,b\nprod,x,${SECRET}\n`],
    ['a value of a query', `key,url\nprod,https://example.com/x?token=${SECRET}&a=b\n`],
    ['a field of JSON in a cell', `key,json\nprod,"{""apiKey"": ""${SECRET}""}"\n`],
  ])('%s', (_what, text) => {
    expect(foundIn('Settings.csv', text)).toEqual([SECRET]);
    expect(scanOf('Settings.csv', text).kind).toBe('data-table');
  });

  it('each cell in its row', () => {
    const text = `key,user,password\ndev,a,${PASSWORD}\nprod,b,${PASSWORD}\n`;
    expect(foundIn('Logins.csv', text)).toEqual([PASSWORD, PASSWORD]);
  });

  it('a cell with a quote in it', () => {
    expect(foundIn('x.csv', `key,password\na,"${PASSWORD}""${PASSWORD}"\n`)).toEqual([`${PASSWORD}""${PASSWORD}`]);
  });

  it.each([
    ['rows of the API', { entities: [{ key: 'prod', apiKey: SECRET }], selfUri: '/api/v2/flows/datatables/x/rows' }],
    ['a list of rows', [{ key: 'prod', apiKey: SECRET, selfUri: '/api/v2/flows/datatables/x/rows/prod' }]],
    ['a row with a value', { key: 'crm_api_key', value: SECRET, selfUri: '/flows/datatables/x' }],
  ])('%s', (_what, rows) => {
    expect(foundIn('rows.json', JSON.stringify(rows))).toEqual([SECRET]);
  });
});

describe('a data table says nothing of', () => {
  it.each([
    ['ids', 'key,queueId\nsales,8f2b7c1e-4a55-4e0c-9b57-1d3f0a9c6b21\n'],
    ['names of variables', 'key,value\napiKeyVariable,Flow.apiKey\n'],
    ['words', 'key,en,de\npassword,Password,Passwort\n'],
    ['labels under the key of their row', 'key,value\nlogin.password,Password\n'],
    ['numbers', 'key,password_length\na,12\n'],
    ['prompts', 'key,value\nask_password,Please enter your password now\n'],
  ])('%s', (_what, text) => {
    expect(foundIn('Settings.csv', text)).toEqual([]);
  });

  it('other tables', () => {
    expect(scanOf('x.csv', `name,apiKey\na,${OTHER}\n`).kind).toBeUndefined();
  });
});
