/** Which hit is kept where several rules see the same characters: the higher one. */
export const RANK = {
  knownToken: 100,
  privateKey: 100,
  authorization: 80,
  urlCredential: 65,
  connectionString: 60,
  /** A shape of many values, told by a name: says more than the name alone. */
  namedToken: 45,
  named: 40,
  /** A shape whose checksum is wrong: any other evidence for the same characters says more. */
  doubtfulToken: 20,
} as const;
