const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a relay must offer STARTTLS before anything is said to it: where SMTP_URL carries a password that would
 * otherwise cross the network in clear (RFC 8314). `?requireTLS=…` in the address has the last word.
 */
export function requiresTls(smtpUrl: string): boolean {
  const { protocol, username, hostname } = new URL(smtpUrl);
  return protocol === 'smtp:' && username !== '' && !THIS_MACHINE.includes(hostname);
}
