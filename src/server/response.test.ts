import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { answerNotFound, withResponse } from './response.ts';

it('sets the status of the response that is being answered, and of no other', async () => {
  const [una, otra] = [{ statusCode: 200 }, { statusCode: 200 }];
  await Promise.all([
    withResponse(una, async () => {
      await turn();
      answerNotFound();
    }),
    withResponse(otra, () => turn()),
  ]);
  expect([una.statusCode, otra.statusCode]).toEqual([404, 200]);
});

it('does nothing where no response is being answered', () => {
  expect(answerNotFound).not.toThrow();
});
