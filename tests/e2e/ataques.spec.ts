import { expect } from '@playwright/test';
import { createEscena, DIRECTOS } from '../ataques/escena.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: some attacks fill a limit, and all of them are refusals that it would tell of.
renewPortal();

test('el portal resiste cada ataque que se le hace por la red', async ({ portal }) => {
  const escena = createEscena(portal);
  for (const { nombre, intentar } of DIRECTOS)
    await test.step(nombre, async () => {
      expect(await intentar(escena), nombre).toBeNull();
    });
});
