/** Is told of everything that a port lets out of the program, by the surface it comes out of. */
export type Hear = (surface: string, value: unknown) => void;
