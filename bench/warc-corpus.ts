/** A news archive in WARC, generated: as Common Crawl News writes it, a gzip member a record. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { seeded } from './random.ts';
import { makeOutlet, makePage } from './warc-pages.ts';

const OUTLETS = 40;
/** One page in so many is on the topic. */
const ON_TOPIC = 1000;

/** What was written. */
export interface Corpus {
  file: string;
  pages: number;
  /** Bytes of the file, and of what it inflates to. */
  packed: number;
  inflated: number;
}

/**
 * Writes an archive of `pages` pages, one in a thousand of them on the topic and a share of `near` of the others near
 * it; the same arguments give the same pages.
 */
export function writeCorpus(folder: string, pages: number, near: number): Corpus {
  const file = join(folder, `corpus-${near}.warc.gz`);
  const random = seeded(11);
  const outlets = Array.from({ length: OUTLETS }, (_, i) => makeOutlet(random, i));
  const out = openSync(file, 'w');
  const corpus: Corpus = { file, pages, packed: 0, inflated: 0 };
  const write = (record: Buffer): void => {
    corpus.inflated += record.length;
    corpus.packed += writeSync(out, gzipSync(record));
  };
  write(
    warcRecord(
      'warcinfo',
      null,
      'application/warc-fields',
      'software: a generator\r\nformat: WARC File Format 1.0\r\n',
    ),
  );
  for (let i = 0; i < pages; i++) {
    const onTopic = i % ON_TOPIC === ON_TOPIC >> 1;
    const { url, html } = makePage(random, outlets[Math.floor(random() * OUTLETS)]!, onTopic, near);
    const { host, pathname } = new URL(url);
    const asked = `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip\r\nUser-Agent: a generator\r\n\r\n`;
    write(warcRecord('request', url, 'application/http; msgtype=request', asked));
    write(warcRecord('response', url, 'application/http; msgtype=response', answer(html)));
  }
  closeSync(out);
  return corpus;
}

function answer(html: string): string {
  const length = Buffer.byteLength(html);
  return [
    'HTTP/1.1 200 OK',
    'Date: Mon, 21 Jun 2021 06:10:00 GMT',
    'Server: nginx',
    'Content-Type: text/html; charset=UTF-8',
    'X-Crawl-Content-Encoding: gzip',
    `Content-Length: ${length}`,
    'Cache-Control: max-age=60, public',
    'Set-Cookie: visit=1; path=/; secure',
    'Strict-Transport-Security: max-age=31536000',
    'Connection: keep-alive',
    '',
    html,
  ].join('\r\n');
}

/** A WARC record with the fields that archives of news have. */
export function warcRecord(type: string, url: string | null, contentType: string, block: string | Buffer): Buffer {
  const body = Buffer.from(block as string);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    'WARC-Date: 2021-06-21T06:10:00Z',
    'WARC-Record-ID: <urn:uuid:8c2ecf5b-7c6c-4b1f-9e1f-0d6f6a1f2b3c>',
    `Content-Length: ${body.length}`,
    `Content-Type: ${contentType}`,
    ...(url === null ? [] : [`WARC-Target-URI: ${url}`, 'WARC-IP-Address: 192.0.2.7']),
    ...(type === 'response' ? ['WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ'] : []),
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')]);
}
