import type { SelloDeTiempo } from '#infra/tsa/sello-de-tiempo.ts';

/** What a document needs to know of its seal while it is drawn. */
export interface CampoDeSello {
  /** Bytes to leave free for the CMS. */
  reserva: number;
  /** The certificate's first moment: a document that is older is sealed with this date. */
  vigenteDesde: Date;
}

/** The institute's seal inside a PDF (PAdES): readers show the document as signed, and notice a changed byte. */
export interface SelloDePdf {
  campo: CampoDeSello;
  /**
   * Fills the field that `campo` left free, in place. Rejects when the key cannot be used. Without an answer of the time
   * stamping service the document is sealed all the same, with the reason in `motivo`.
   */
  seal(pdf: Buffer): Promise<{ selloDeTiempo: SelloDeTiempo | null; motivo: string | null }>;
}
