/** Keeps the `max` entries used last. */
export function createLruCache<Value>(max: number) {
  const entries = new Map<string, Value>();
  const touch = (key: string, value: Value) => {
    entries.delete(key);
    entries.set(key, value);
  };
  return {
    get(key: string): Value | undefined {
      const value = entries.get(key);
      if (value !== undefined) touch(key, value);
      return value;
    },
    set(key: string, value: Value): void {
      touch(key, value);
      const [oldest] = entries.keys();
      if (entries.size > max && oldest !== undefined) entries.delete(oldest);
    },
  };
}
