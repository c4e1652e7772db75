/** Events to mark in figures: a CSV file with a date and a label each. */
import { ConfigError } from '../errors.ts';
import { oneLine } from '../reporters/escape.ts';
import { csvRecords } from './csv-records.ts';
import type { Event } from './model.ts';

/** Most events: a figure has no room for more, by far. */
const MOST = 200;
/** Longest label, in characters. */
const LONGEST = 120;

/**
 * The events in a CSV file with the columns `date` and `label`, in any order and among others, by date and then by label; what
 * stands there twice counts once. Throws ConfigError `events` with the line: for a date that is no ISO day (2018-05-01) or
 * does not exist, a label that is missing or longer than 120 characters or has a comma outside of quotes, more than 200
 * events, a file without them.
 */
export async function readEvents(file: string, bytes: Uint8Array): Promise<Event[]> {
  const [head, ...rows] = await csvRecords(file, bytes, 'events');
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [date, label] = [names.indexOf('date'), names.indexOf('label')];
  const hint = 'the first line is date,label; each other line an ISO date and what happened';
  const wrong = (line: number, what: string): ConfigError => new ConfigError('events', what, { file, line }, hint);
  if (date === -1 || label === -1) throw wrong(head?.line ?? 1, `has no column "${date === -1 ? 'date' : 'label'}"`);
  if (rows.length === 0) throw wrong(head!.line, 'has no events');
  if (rows.length > MOST) throw wrong(rows[MOST]!.line, `has more than ${MOST} events`);
  const events = new Map<string, Event>();
  for (const { line, cells } of rows) {
    if (cells.length > names.length)
      throw wrong(line, `has ${cells.length} cells where the first line has ${names.length}`);
    const day = (cells[date] ?? '').trim();
    if (!isDay(day)) throw wrong(line, `column "date": "${oneLine(day).slice(0, 40)}" is no ISO date`);
    const words = oneLine(cells[label] ?? '');
    if (words === '') throw wrong(line, 'column "label": is empty');
    if (words.length > LONGEST) throw wrong(line, `column "label": is longer than ${LONGEST} characters`);
    events.set(`${day} ${words}`, { date: day, label: words });
  }
  return [...events].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);
}

/** Whether a text is a day that exists, as ISO 8601 writes it. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
