/** What the sources import and use, read from their syntax. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** A path from the root for a file of the project, else the module's name. */
  to: string;
  /** Types alone, which leave no trace in the program. */
  type: boolean;
}

export interface Source {
  file: string;
  tree: ts.SourceFile;
  imports: Import[];
}

/** Every TypeScript source below `folder`, by path from the root, sorted. */
export function readSources(folder: string): Source[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
    .sort()
    .map((file) => {
      const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
      return { file, tree, imports: importsOf(file, tree) };
    });
}

function importsOf(file: string, tree: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  const add = (name: string, type: boolean): void => {
    imports.push({ to: name.startsWith('.') ? normalize(join(dirname(file), name)) : name, type });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, typesAlone(node.importClause));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteral(name)) add(name.text, false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return imports;
}

function typesAlone(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((e) => e.isTypeOnly)
  );
}

/** Uses of the clock, chance, the environment, the network and timers, each as `file:line use`. */
export function impureUses({ file, tree }: Source): string[] {
  const uses: string[] = [];
  const note = (node: ts.Node): void => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    uses.push(`${file}:${line + 1} ${node.getText(tree)}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const path = node.getText(tree);
      if (path === 'Math.random' || path === 'Date.now' || /^(?:process|performance|globalThis|crypto)\./.test(path))
        note(node);
    }
    if (ts.isNewExpression(node) && node.expression.getText(tree) === 'Date' && !node.arguments?.length) note(node);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const called = node.expression.text;
      if (['Date', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'require'].includes(called)) note(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return uses;
}

/** A cycle among `edges` as the files it goes through, or null. */
export function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (at: string): string[] | null => {
    const seen = path.indexOf(at);
    if (seen >= 0) return [...path.slice(seen), at];
    if (done.has(at)) return null;
    path.push(at);
    for (const to of edges.get(at) ?? []) {
      const cycle = visit(to);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(at);
    return null;
  };
  for (const at of edges.keys()) {
    const cycle = visit(at);
    if (cycle) return cycle;
  }
  return null;
}
