const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** Where a password of SMTP_URL would cross the network in clear (RFC 8314), unless `?requireTLS=…` says else. */
export function requiresTls(smtpUrl: string): boolean {
  const { protocol, username, hostname } = new URL(smtpUrl);
  return protocol === 'smtp:' && username !== '' && !THIS_MACHINE.includes(hostname);
}
