/** A server with a certificate that nobody vouches for. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer as createPlain, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';

/** Starts it on a port of its own; where there is no openssl to make a certificate, one that does not speak TLS. */
export async function selfSignedServer(): Promise<{ port: number; close(): void }> {
  const pair = selfSigned();
  if (!pair) return plainServer();
  const server = createServer(pair, (socket) => socket.on('error', () => {}).end('HTTP/1.1 200 OK\r\n\r\nhi'));
  server.on('tlsClientError', () => {});
  return { port: await portOf(server), close: () => server.close() };
}

/** A server that speaks plain text at once, whatever it is told. */
export async function plainServer(): Promise<{ port: number; close(): void }> {
  const server = createPlain((socket) => socket.on('error', () => {}).end('220 ready\r\n'));
  return { port: await portOf(server), close: () => server.close() };
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function selfSigned(): { key: Buffer; cert: Buffer } | null {
  const folder = mkdtempSync(join(tmpdir(), 'scscheck-tls-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
    const args = ['req', '-x509', ...kind, '-subj', '/CN=localhost', '-keyout', key, '-out', cert];
    execFileSync('openssl', args, { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
