/** What reports say of the fact base. */
import type { FactBase } from '../facts/load.ts';
import type { BaseInfo } from '../reporters/reporter.ts';

export function baseInfo({ facts, asOf }: FactBase): BaseInfo {
  return { facts, source: { title: null, author: null, date: asOf, url: null } };
}
