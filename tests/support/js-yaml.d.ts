// js-yaml has no types of its own; this is what we use of it.
declare module 'js-yaml' {
  export function load(text: string): unknown;
}
