import type { Correo } from '#infra/correo/correo.ts';
import type { Sms } from '#infra/sms/sms.ts';
import type { Contexto } from '#tramites/contexto.ts';

/** What the worker hands messages over with. */
export type ContextoDeEnvio = Contexto & { correo: Correo; sms: Sms; esDemo: boolean };
