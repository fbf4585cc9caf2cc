/** What the bench knows of a measure: its name for the command line, and how to get it ready. */
export interface Medida {
  name: string;
  /** What is measured, in one line. */
  what: string;
  prepare(banco: Banco): Promise<Comparacion[]>;
}

/** What a measure is given. */
export interface Banco {
  /** Fewer rounds and smaller data; a measure that leaves something out says so with `note`. */
  rapido: boolean;
  /** How many rows there are where growth is measured: fifty thousand, a million or, with `--grande`, five. */
  muchos: number;
  /** Says what is being done, before the first sample. */
  progress(line: string): void;
  /** Something that the reader of the table must know. */
  note(line: string): void;
  /** Runs after the measure, whatever happened, the last one first. */
  onEnd(cleanup: () => unknown): void;
}

/** One thing that the portal does, beside what it is measured against. */
export interface Comparacion {
  what: string;
  unit: 'ms' | 'bytes' | 'veces';
  own: Candidato;
  floors: Suelo[];
  /** How often each is sampled; as many as the bench thinks good when absent. */
  rounds?: number;
}

export interface Candidato {
  name: string;
  /** One sample: milliseconds for each time, bytes, or how many. */
  sample(): number | Promise<number>;
}

export interface Suelo extends Candidato {
  meta?: Meta;
}

/** What the portal's part may be, beside this floor: so many times its measure, or so much above it. */
export type Meta = { times: number } | { above: number };
