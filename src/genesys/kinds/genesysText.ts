/** Words by which a file of no format of Genesys Cloud's own shows that it is about Genesys Cloud. */
const GENESYS = /genesys|purecloud|pure\.cloud|\barchy\b|(?<!git )\bgc [a-z]{3}/i;

/** Whether a file of a general format belongs to Genesys Cloud: a host, a variable or a tool of it is named. */
export function mentionsGenesys(text: string): boolean {
  return GENESYS.test(text);
}
