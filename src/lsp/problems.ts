/** Tells the user of broken configurations: in their files, and once in words. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorLine, type KnownError } from '../errors.ts';
import { problemDiagnostic } from './diagnostics.ts';
import { type Connection, MessageType, ShowMessageNotification } from './protocol.ts';

export interface Problems {
  /** The configuration of a text has this problem, or none. */
  seen(uri: string, problem: KnownError | null): void;
  closed(uri: string): void;
}

export function createProblems(connection: Connection): Problems {
  /** By text, its problem in a line; texts of one folder have the same. */
  const open = new Map<string, { line: string; file: string | null }>();
  const isOpen = (line: string): boolean => [...open.values()].some((one) => one.line === line);
  const publish = (file: string | null, problem: KnownError | null): void => {
    if (file === null) return;
    const diagnostics = problem === null ? [] : [problemDiagnostic(problem)];
    connection.sendDiagnostics({ uri: pathToFileURL(file).href, diagnostics }).catch(() => {});
  };
  const closed = (uri: string): void => {
    const was = open.get(uri);
    open.delete(uri);
    if (was && ![...open.values()].some(({ file }) => file === was.file)) publish(was.file, null);
  };
  return {
    closed,
    seen(uri, problem) {
      const line = problem === null ? null : errorLine(problem);
      if (open.get(uri)?.line === line || (line === null && !open.has(uri))) return;
      const said = line !== null && isOpen(line);
      closed(uri);
      if (problem === null || line === null) return;
      const file = problem.place === null ? null : resolve(problem.place.file);
      open.set(uri, { line, file });
      publish(file, problem);
      if (said) return;
      const message = `scscheck: ${line}`;
      connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message }).catch(() => {});
    },
  };
}
