import type { SelloDeTiempo } from '#infra/tsa/sello-de-tiempo.ts';

export interface CampoDeSello {
  reserva: number;
  /** The certificate's first moment: a document that is older is sealed with this date. */
  vigenteDesde: Date;
}

export interface SelloDePdf {
  campo: CampoDeSello;
  /** Fills the field in place. Rejects when the key cannot be used; without an answer about the time it seals. */
  seal(pdf: Buffer): Promise<{ selloDeTiempo: SelloDeTiempo | null; motivo: string | null }>;
  read(pdf: Buffer): SelloLeido | null;
}

/** A seal that holds: everything of the document but the seal itself is under it. */
export interface SelloLeido {
  cms: Uint8Array;
  certificado: Uint8Array;
  /** The signature, which is what a time stamp inside is of, and where its OCTET STRING begins in the CMS. */
  firma: Uint8Array;
  posicionDeFirma: number;
  antes: number;
  despues: number;
}
