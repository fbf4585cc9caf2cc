import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isValidTwilioSignature } from './twilio-signature.ts';

const authToken = 'not-a-real-token';
const url = 'https://buzon.example/api/twilio/estado?aviso=1';
const params = { MessageSid: 'SM1', MessageStatus: 'delivered', To: '+525512345678' };

/** As Twilio writes it down: the address, then each field and its value by name, HMAC-SHA1, base64. */
function sign(address: string, fields: Record<string, string>, token = authToken): string {
  const text = Object.keys(fields)
    .sort()
    .reduce((all, name) => all + name + fields[name], address);
  return createHmac('sha1', token).update(text, 'utf8').digest('base64');
}

describe('isValidTwilioSignature', () => {
  it('accepts what the account’s token signed', () => {
    expect(isValidTwilioSignature({ authToken, signature: sign(url, params), url, params })).toBe(true);
  });

  it('refuses another token, address or field', () => {
    const signature = sign(url, params);
    expect(isValidTwilioSignature({ authToken: 'other', signature, url, params })).toBe(false);
    expect(isValidTwilioSignature({ authToken, signature, url: `${url}2`, params })).toBe(false);
    expect(isValidTwilioSignature({ authToken, signature, url, params: { ...params, MessageStatus: 'failed' } })).toBe(
      false,
    );
    expect(isValidTwilioSignature({ authToken, signature, url, params: { ...params, Extra: '' } })).toBe(false);
  });

  it.each([null, '', 'x', '🙂', 'A'.repeat(10_000)])('refuses the signature %j', (signature) => {
    expect(isValidTwilioSignature({ authToken, signature, url, params })).toBe(false);
  });

  it('refuses everything when there is no token to sign with', () => {
    expect(isValidTwilioSignature({ authToken: '', signature: sign(url, params, ''), url, params })).toBe(false);
  });
});
