import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Loaded before a portal: the first SIGUSR2 begins to note where its processor goes, the second writes it to BUZON_PERFIL. */
const session = new Session();
session.connect();
let isOn = false;
process.on('SIGUSR2', async () => {
  isOn = !isOn;
  if (isOn) {
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return;
  }
  const { profile } = await session.post('Profiler.stop');
  writeFileSync(process.env.BUZON_PERFIL, JSON.stringify(profile));
});
