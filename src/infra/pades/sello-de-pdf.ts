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
  /** The seal of one of our documents, verified; null when it has none that holds. */
  read(pdf: Buffer): SelloLeido | null;
}

/** A seal that holds: everything of the document but the seal itself is under it. */
export interface SelloLeido {
  /** The whole of it, DER. */
  cms: Uint8Array;
  /** The certificate that sealed, DER. */
  certificado: Uint8Array;
  /** The signature, which is what a time stamp inside is of, and where its OCTET STRING begins in the CMS. */
  firma: Uint8Array;
  posicionDeFirma: number;
  /** Bytes before and after the room of the seal. */
  antes: number;
  despues: number;
}
