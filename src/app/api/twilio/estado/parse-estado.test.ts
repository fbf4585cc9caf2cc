import { describe, expect, it } from 'vitest';
import { groupFields, parseEstado } from './parse-estado.ts';

const read = (body: string) => parseEstado(new URLSearchParams(body));

describe('parseEstado', () => {
  it.each([
    ['MessageSid=SM1&MessageStatus=delivered', 'SM1', ['delivered'], ''],
    ['MessageSid=SM1&MessageStatus=failed&ErrorCode=30005', 'SM1', ['failed'], '30005'],
    ['MessageSid=SM1&MessageStatus=sent&ErrorCode=null', 'SM1', ['sent'], ''],
    ['MessageSid=SM1&MessageStatus=sent&ErrorCode=', 'SM1', ['sent'], ''],
    ['MessageSid=SM1&MessageStatus=sent&ErrorCode=undefined', 'SM1', ['sent'], ''],
    ['MessageSid=SM1&MessageStatus=failed&ErrorCode=null&ErrorCode=30003', 'SM1', ['failed'], '30003'],
    ['SmsSid=SM1&SmsStatus=delivered', 'SM1', ['delivered'], ''],
    ['MessageSid=SM1&SmsSid=SM1&SmsStatus=undelivered', 'SM1', ['undelivered'], ''],
    ['MessageSid=SM1&MessageStatus=&SmsStatus=delivered', 'SM1', ['delivered'], ''],
    ['MessageSid=SM1&MessageStatus=null&SmsStatus=sent', 'SM1', ['sent'], ''],
    ['MessageSid=null&SmsSid=SM1&SmsStatus=failed&ErrorCode=0', 'SM1', ['failed'], ''],
    ['MessageSid=SM1&MessageSid=SM1&MessageStatus=sent&MessageStatus=delivered', 'SM1', ['sent', 'delivered'], ''],
    ['MessageSid=SM1&MessageStatus=DELIVERED', 'SM1', ['delivered'], ''],
    ['messagesid=SM1&MESSAGESTATUS=Delivered', 'SM1', ['delivered'], ''],
    ['MessageSid=SM1&MessageStatus=teleported&Otro=1&Otro=2&%F0%9F%99%82=x', 'SM1', ['teleported'], ''],
    ['MessageSid=%20SM1%20&MessageStatus=%20sent%0A', 'SM1', ['sent'], ''],
  ])('%s', (body, sid, estados, codigo) => expect(read(body)).toEqual({ sid, estados, codigo }));

  it.each([
    '',
    'MessageSid=SM1',
    'MessageStatus=sent',
    'MessageSid=..%2F&MessageStatus=sent',
    'MessageSid=SM1&MessageStatus=%00',
  ])('is null when it does not say of which SMS, or what: %s', (body) => expect(read(body)).toBeNull());
});

it('groups what is signed by field, whatever its name', () => {
  const grouped = groupFields(new URLSearchParams('b=1&a=2&b=3&__proto__=x&constructor=y'));
  expect(Object.entries(grouped)).toEqual([
    ['b', ['1', '3']],
    ['a', '2'],
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
});
