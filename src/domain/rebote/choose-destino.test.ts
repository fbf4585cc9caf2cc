import { describe, expect, it } from 'vitest';
import type { DestinoReportado } from '#formats/rebote/destino-reportado.ts';
import { chooseDestino } from './choose-destino.ts';

const ANA = 'ana@correo.example';

const destino = (accion: string, ...direcciones: string[]): DestinoReportado => ({
  accion,
  codigo: '',
  diagnostico: '',
  direcciones,
});
const accionOf = (destinos: DestinoReportado[], direccion: string | null = ANA) =>
  chooseDestino(destinos, direccion)?.accion ?? null;

describe('the recipient of a report that our message was for', () => {
  it('is the one with its address, whatever befell the others', () => {
    const ours = destino('delayed', 'otra@correo.example', ANA);
    const others = [destino('failed', 'otra@correo.example'), destino('delivered', 'mas@correo.example')];
    expect(chooseDestino([...others, ours], ANA)).toBe(ours);
  });

  it('has failed if any entry of its address has', () => {
    const entries = ['delayed', 'delivered', 'relayed', 'expanded', 'failed'].map((accion) => destino(accion, ANA));
    expect(accionOf(entries)).toBe('failed');
  });

  it.each(['delivered', 'relayed', 'expanded'])(
    'where nobody has its address got it if somebody is said «%s»',
    (got) => {
      const entries = ['failed', 'delayed', got].map((accion) => destino(accion, 'alias@correo.example'));
      expect(accionOf(entries)).toBe(got);
      expect(accionOf(entries, null)).toBe(got);
    },
  );

  it('where nobody has its address failed if nobody got it, rather than being late', () => {
    expect(accionOf([destino('delayed', 'b@correo.example'), destino('failed', 'a@correo.example')])).toBe('failed');
    expect(accionOf([destino('delayed', 'b@correo.example')])).toBe('delayed');
  });

  it('had it delivered, rather than handed on or spread', () => {
    expect(accionOf([destino('expanded'), destino('relayed'), destino('delivered')])).toBe('delivered');
    expect(accionOf([destino('expanded'), destino('relayed')])).toBe('relayed');
  });

  it('is not known of words that say nothing, even for its own address', () => {
    expect(accionOf([])).toBeNull();
    expect(accionOf([destino('otra-cosa', ANA)])).toBeNull();
    expect(accionOf([destino('otra-cosa', ANA), destino('failed', 'a@correo.example')])).toBe('failed');
  });
});
