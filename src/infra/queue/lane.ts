/** Jobs that have hands of their own, so that slow or many jobs of one kind delay no other. */
export interface Lane {
  name: string;
  /** What the queue orders jobs by before their time, the lowest first. */
  priority: number;
  /** How many of its jobs a process has in hand at once. Most of the time they wait for somebody else, who may be slow. */
  hands: number;
  tasks: readonly string[];
}
