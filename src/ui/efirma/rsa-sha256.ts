/** The signature of every e.firma: RSASSA-PKCS1-v1_5 with SHA-256, as WebCrypto names it. */
export const RSA_SHA256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
