/** Checks what RO-Crate 1.1 demands of a metadata file, on the JSON-LD itself. */
type Entity = Record<string, unknown> & { '@id': string; '@type': string | string[] };

/** What is wrong with the text of `ro-crate-metadata.json`, a line each. `dated`: whether a date of publication is demanded. */
export function crateFaults(json: string, dated = true): string[] {
  const faults: string[] = [];
  const document = JSON.parse(json) as { '@context': unknown; '@graph': Entity[] };
  if (Object.keys(document).sort().join() !== '@context,@graph') faults.push('has more than @context and @graph');
  const contexts = [document['@context']].flat();
  if (!contexts.includes('https://w3id.org/ro/crate/1.1/context')) faults.push('does not use the context of 1.1');
  const graph = document['@graph'];
  const byId = new Map<string, Entity>();
  for (const entity of graph) {
    const id = entity['@id'];
    if (typeof id !== 'string' || id === '') faults.push(`no @id: ${JSON.stringify(entity)}`);
    if (entity['@type'] === undefined) faults.push(`no @type: ${id}`);
    if (byId.has(id)) faults.push(`twice: ${id}`);
    if (/^(?:\/|[a-z]:|file:|\.\.)/i.test(id)) faults.push(`not within the crate: ${id}`);
    if (encodeURI(decodeURI(id)) !== id.replace(/%2[0-9A-F]|%3[A-F]|%40/g, (code) => encodeURI(decodeURI(code))))
      faults.push(`no address: ${id}`);
    byId.set(id, entity);
  }
  for (const entity of graph) faults.push(...nested(entity, byId));
  const descriptor = byId.get('ro-crate-metadata.json');
  if (descriptor?.['@type'] !== 'CreativeWork') faults.push('the descriptor is no CreativeWork');
  if (idIn(descriptor?.conformsTo) !== 'https://w3id.org/ro/crate/1.1')
    faults.push('the descriptor conforms to nothing');
  const root = byId.get(idIn(descriptor?.about) ?? '');
  if (root?.['@type'] !== 'Dataset') return [...faults, 'the root is no Dataset'];
  if (!root['@id'].endsWith('/')) faults.push('the root does not end with /');
  for (const name of ['name', 'description'])
    if (typeof root[name] !== 'string') faults.push(`the root has no ${name}`);
  if (idIn(root.license) === null) faults.push('the root has no licence');
  if (dated && !/^\d{4}-\d{2}-\d{2}/.test(String(root.datePublished))) faults.push('the root has no datePublished');
  const reached = new Set<string>();
  const reach = (entity: Entity): void => {
    for (const part of [entity.hasPart ?? []].flat()) {
      const id = idIn(part);
      if (id === null || reached.has(id)) continue;
      reached.add(id);
      if (byId.has(id)) reach(byId.get(id)!);
    }
  };
  reach(root);
  for (const entity of graph) {
    const types = [entity['@type']].flat();
    const isData = types.includes('File') || (types.includes('Dataset') && entity !== root);
    if (isData && !reached.has(entity['@id'])) faults.push(`not part of the crate: ${entity['@id']}`);
    if (types.includes('Dataset') && !entity['@id'].endsWith('/')) faults.push(`a folder without /: ${entity['@id']}`);
  }
  return faults;
}

/** Values are texts or references to what is in the graph: the document is flat. */
function nested(entity: Entity, byId: ReadonlyMap<string, Entity>): string[] {
  return Object.entries(entity).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => {
      if (typeof one !== 'object' || one === null) return [];
      const id = idIn(one);
      if (id === null || Object.keys(one).length > 1) return [`not flat: ${entity['@id']} ${name}`];
      return byId.has(id) || (name === 'conformsTo' && id.startsWith('https://')) ? [] : [`leads nowhere: ${id}`];
    }),
  );
}

function idIn(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['@id'] : null;
  return typeof id === 'string' ? id : null;
}
