import type { Candidato, Comparacion, Meta } from './medida.ts';

export interface Medicion {
  name: string;
  median: number;
  /** One for each round, in order. */
  samples: number[];
}

/** How the portal's part stands beside one floor. */
export interface Razon extends Medicion {
  /** Median of the ratios of each round: what disturbs the machine for a while disturbs both alike. */
  ratio: number;
  /** Half of the rounds lie within. */
  middleHalf: [number, number];
  meta: Meta | null;
  isMet: boolean | null;
}

export interface Resultado {
  what: string;
  unit: Comparacion['unit'];
  own: Medicion;
  floors: Razon[];
}

interface Rounds {
  rounds: number;
  /** Rounds that are not counted. */
  warmUps: number;
  onRound?(done: number, all: number): void;
}

/** Samples the portal's part and its floors by turns, never two rounds in the same order. */
export async function compare(comparacion: Comparacion, { rounds, warmUps, onRound }: Rounds): Promise<Resultado> {
  const { own, floors, what, unit } = comparacion;
  const candidates: Candidato[] = [own, ...floors];
  const samples = candidates.map((): number[] => []);
  for (let round = -warmUps; round < rounds; round++) {
    for (const index of orderOf(candidates.length, round + warmUps)) {
      const value = await (candidates[index] as Candidato).sample();
      if (!Number.isFinite(value) || value < 0) throw new Error(`${candidates[index]?.name}: ${value} is no measure`);
      if (round >= 0) samples[index]?.push(value);
    }
    onRound?.(round + warmUps + 1, rounds + warmUps);
  }
  const [ours = [], ...theirs] = samples;
  return {
    what,
    unit,
    own: { name: own.name, median: quantile(ours, 0.5), samples: ours },
    floors: floors.map(({ name, meta }, index) => judge({ name, meta, ours, theirs: theirs[index] ?? [] })),
  };
}

/** The candidates of a round, each round beginning with another: none always runs in the wake of the same one. */
export function orderOf(count: number, round: number): number[] {
  return Array.from({ length: count }, (_, index) => (index + round) % count);
}

/** By linear interpolation between the two nearest. */
export function quantile(values: readonly number[], part: number): number {
  if (values.length === 0) throw new RangeError('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}

interface Pairs {
  name: string;
  meta?: Meta | undefined;
  ours: number[];
  theirs: number[];
}

function judge({ name, meta = undefined, ours, theirs }: Pairs): Razon {
  const ratios = ours.map((value, round) => value / (theirs[round] as number));
  const ratio = quantile(ratios, 0.5);
  const median = quantile(theirs, 0.5);
  return {
    name,
    median,
    samples: theirs,
    ratio,
    middleHalf: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    meta: meta ?? null,
    isMet: meta ? isMet(meta, ratio, quantile(ours, 0.5) - median) : null,
  };
}

function isMet(meta: Meta, ratio: number, above: number): boolean {
  return 'times' in meta ? ratio <= meta.times : above <= meta.above;
}
