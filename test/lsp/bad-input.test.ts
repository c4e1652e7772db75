import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { connected, range, start } from './client.ts';

const SCORE = 'Every Chinese citizen has a social credit score';
const DRAFT = 'untitled:draft';

const framed = (message: object | string): string => {
  const body = typeof message === 'string' ? message : JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

describe('bad input', () => {
  it('a change of a text that is not open, a request that is not known, and odd parameters do no harm', async () => {
    const client = await connected();
    await client.change('untitled:unknown', 7, [{ range: range(0, 0), text: 'x' }]);
    await client.close('untitled:unknown');
    await expect(client.connection.sendRequest('scscheck/nothing', { a: 1 })).rejects.toThrow();
    await expect(client.connection.sendRequest('textDocument/hover', { textDocument: null })).rejects.toThrow();
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: DRAFT } });
    await client.open(DRAFT, 'markdown', `${SCORE}.`);
    expect(await client.diagnostics(DRAFT, 1)).toHaveLength(1);
    expect(await client.end()).toBe(0);
  });

  it.each([
    ['no message at all', 'hello\r\n\r\n'],
    ['a body that is no JSON', framed('{"jsonrpc": "2.0", "method": ')],
    ['a message that is no object', framed('[1, 2]')],
    ['a length that is none', 'Content-Length: many\r\n\r\n{}'],
  ])('%s', async (_, bytes) => {
    const child = start();
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin!.on('error', () => {});
    child.stdin!.write(framed({ id: 1, method: 'initialize', params: { processId: null, capabilities: {} } }) + bytes);
    await once(child.stdout!, 'data');
    child.stdin!.end();
    const [status] = await once(child, 'close');
    // The stream ended without "shutdown".
    expect(status).toBe(1);
    expect(stderr).not.toContain('fault of the program');
  });

  it('a text of five megabytes is said to be too long, and others are checked', async () => {
    const client = await connected();
    await client.open('untitled:long', 'markdown', `${SCORE}. `.repeat(100_000));
    const [told, ...others] = await client.diagnostics('untitled:long', 1);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ severity: 3, message: expect.stringContaining('too long') });
    await client.change('untitled:long', 2, [{ text: `${SCORE}.` }]);
    expect(await client.diagnostics('untitled:long', 2)).toHaveLength(1);
  });

  it('binary data is no text', async () => {
    const client = await connected();
    await client.open(DRAFT, 'markdown', `${SCORE}.\0\u0001\u0002\0`);
    expect(await client.diagnostics(DRAFT, 1)).toMatchObject([
      { severity: 3, message: expect.stringContaining('binary') },
    ]);
  });

  it('a mark at the beginning and halves of characters move nothing', async () => {
    const client = await connected();
    await client.open(DRAFT, 'plaintext', `\uFEFF\uD83D 信 \uDE00 ${SCORE}.`);
    const [one] = await client.diagnostics(DRAFT, 1);
    expect(one!.range.end).toEqual({ line: 0, character: 7 + SCORE.length });
  });
});

describe('the end', () => {
  it('comes with the client', async () => {
    const child = start();
    child.stdin!.end();
    expect(await once(child, 'close')).toEqual([1, null]);
  });

  it('is no failure after "shutdown"', async () => {
    const client = await connected();
    await client.shutdown();
    client.process.stdin!.end();
    expect(await client.exited).toBe(0);
  });

  it('without "shutdown" is one', async () => {
    const client = await connected();
    await client.connection.sendNotification('exit');
    expect(await client.exited).toBe(1);
  });

  it('comes when the process that asked is gone', async () => {
    const child = start();
    const gone = start(['--version']);
    await once(gone, 'close');
    child.stdin!.write(framed({ id: 1, method: 'initialize', params: { processId: gone.pid, capabilities: {} } }));
    expect(await once(child, 'close')).toEqual([1, null]);
  }, 15_000);
});
