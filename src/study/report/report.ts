/** The report: one HTML file that asks for nothing else. */
import { createHash } from 'node:crypto';
import { eventsWithin } from '../figures/changes.ts';
import { cleanText } from '../figures/clean.ts';
import type { Figure } from '../figures/figure.ts';
import { isLeftOut } from '../figures/figure.ts';
import { spanInWords } from '../figures/names.ts';
import { planFigures } from '../figures/plan.ts';
import { viewOf } from '../figures/view.ts';
import type { StudyResult } from '../model.ts';
import type { Context, Section } from './context.ts';
import { dataInScript } from './data-in-script.ts';
import { explorerData } from './explorer-data.ts';
import { type Html, html, trusted } from './html.ts';
import { SCRIPT, STYLE } from './page/inlined.ts';
import { sectionsOf } from './sections/all.ts';

/**
 * The report of a study with its drawn figures, as one HTML document. It loads nothing and sends nothing (a policy in the
 * page forbids it), and says the same with scripts switched off, except for what only interaction shows. Whatever comes from
 * the corpus is escaped. Pure: the same arguments give the same text.
 */
export function renderReport(result: StudyResult, figures: readonly Figure[]): string {
  const view = viewOf(result);
  const context: Context = {
    view,
    result,
    figures: new Map(figures.map((figure, index) => [figure.id, { ...figure, number: index + 1 }])),
    leftOut: new Map(
      planFigures(view)
        .filter(isLeftOut)
        .map((figure) => [figure.id, figure]),
    ),
    studied: result.flow.studied > 0,
  };
  const title = `Framing of China’s social credit system${result.periods.length > 0 ? `, ${spanInWords(result.periods)}` : ''}`;
  const events = eventsWithin(view).map(({ date, label }) => ({ date, label: cleanText(label) }));
  return documentOf(title, sectionsOf(context), context, dataInScript(explorerData(view, events)));
}

/** What a page may do: apply the one style and run the one script. */
function policy(): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
  return `default-src 'none'; script-src ${hash(SCRIPT)}; style-src ${hash(STYLE)}; base-uri 'none'; form-action 'none'`;
}

function documentOf(title: string, sections: readonly Section[], { result }: Context, data: string): string {
  const { version, asOf } = result.engine;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
<h1>${title}</h1>
<p>A study by scscheck ${version}; facts as of ${asOf}.</p>
</header>
<nav aria-label="Contents"><ol>${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ol></nav>
<main id="main" tabindex="-1">
${sections.map(sectionOf)}
</main>
<footer><p>Made by scscheck ${version}. This page loads nothing and sends nothing.</p></footer>
<script type="application/json" id="data">${trusted(data)}</script>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.markup;
}

const sectionOf = ({ id, title, body }: Section): Html => html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${title}</h2>
${body}
</section>
`;
