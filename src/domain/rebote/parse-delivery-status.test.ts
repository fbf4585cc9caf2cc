import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeliveryStatus } from './parse-delivery-status.ts';

const POSTFIX = `Reporting-MTA: dns; mail.example
X-Postfix-Queue-ID: 4XyZ
Arrival-Date: Mon,  2 Mar 2026 12:30:05 -0600 (CST)

Final-Recipient: rfc822; ana@correo.example
Original-Recipient: rfc822;ana@correo.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.correo.example
Diagnostic-Code: smtp; 550 5.1.1 <ana@correo.example>: Recipient address
    rejected: User unknown
`;

describe('parseDeliveryStatus', () => {
  it('reads action, code and diagnosis, also folded over lines', () => {
    expect(parseDeliveryStatus(POSTFIX)).toEqual([
      {
        accion: 'failed',
        codigo: '5.1.1',
        diagnostico: 'smtp; 550 5.1.1 <ana@correo.example>: Recipient address rejected: User unknown',
      },
    ]);
  });

  it('takes the line ends of any system and names in any case', () => {
    const odd = POSTFIX.replaceAll('\n', '\r\n').replace('Action', 'ACTION').replace('Status', 'status');
    expect(parseDeliveryStatus(odd)).toEqual(parseDeliveryStatus(POSTFIX));
  });

  it('tells a delay from a failure, and several recipients apart', () => {
    const text = 'Reporting-MTA: dns; x\n\nAction: delayed\nStatus: 4.4.1\n\nAction: failed\nStatus: 5.2.2 (full)\n';
    expect(parseDeliveryStatus(text).map(({ accion, codigo }) => [accion, codigo])).toEqual([
      ['delayed', '4.4.1'],
      ['failed', '5.2.2'],
    ]);
  });

  it('never throws, and never gives more than there can be', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('', 'Action: failed', 'Status: 5.1.1', ' folded', 'a:b'));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        for (const { codigo, diagnostico } of parseDeliveryStatus(lines.join('\n'))) {
          expect(codigo).toMatch(/^([245]\.\d{1,3}\.\d{1,3})?$/);
          expect(diagnostico.length).toBeLessThanOrEqual(500);
        }
      }),
    );
  });
});
