/** What a walk needs of a browser: as little as its protocol of automation makes the same everywhere. */
export interface Conductor {
  goto(url: string): Promise<void>;
  /** Runs the text of a function in the page; gives what JSON can carry of what it returns. */
  evaluate<T>(source: string, ...args: string[]): Promise<T>;
  /** The element that it returns, or null. */
  find(source: string, ...args: string[]): Promise<Elemento | null>;
  /** As a person: with a pointer in the middle of it, with keys, with a choice of files. */
  click(elemento: Elemento): Promise<void>;
  type(elemento: Elemento, texto: string): Promise<void>;
  upload(elemento: Elemento, archivos: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Only its browser knows what it is. */
export type Elemento = Readonly<Record<string, string>>;

export interface Ventana {
  width: number;
  height: number;
}
