/** Methods, how to cite, and references. */
import { spanInWords } from '../../figures/names.ts';
import type { Context, Section } from '../context.ts';
import { codersOf, isElsewhere } from '../corpus-sentences.ts';
import { html } from '../html.ts';
import { methodsOf } from '../methods.ts';
import { referencesOf } from '../references.ts';

export function methodsSection({ result }: Context): Section {
  const parts = methodsOf(result);
  return {
    id: 'methods',
    title: 'Methods',
    body: html`<p class="note">Written to be put in the appendix of a paper as it stands.</p>
${parts.map(({ title, sentences }) => html`<h3>${title}</h3><p>${sentences.join(' ')}</p>`)}`,
  };
}

export function citingSection({ result }: Context): Section {
  const { flow, engine } = result;
  const { version, factBase } = engine;
  const coded = isElsewhere(flow, engine) ? html`<p>Name what coded the articles too: ${codersOf(flow)}.</p>` : html``;
  return {
    id: 'citing',
    title: 'How to cite',
    body: html`<p>Cite the program with its version and the hashes of what it codes by, so that others can do the same again:</p>
<blockquote><p>scscheck, version ${version} [Computer software]. Base of facts, SHA-256 <span class="hash">${factBase}</span>; codebook of frames, SHA-256 <span class="hash">${result.codebook}</span>.</p></blockquote>${coded}
<p>And the results as those of your own corpus, for example: “Shares of frames (${spanInWords(result.periods)}) were counted with scscheck ${version}, seed ${result.options.seed}.” The folder of the study holds an RO-Crate with the hash of each file.</p>`,
  };
}

export function referencesSection({ result }: Context): Section {
  const references = referencesOf(methodsOf(result).flatMap((part) => part.references));
  return {
    id: 'references',
    title: 'References of methods',
    body: html`<ul class="references">${references.map(({ authors, year, title, where }) => html`<li>${authors} (${year}). ${title}. <cite>${where}</cite>.</li>`)}</ul>`,
  };
}
