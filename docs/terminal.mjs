/** A terminal as a picture: text with ANSI colours to SVG, without fonts of its own, dark on any page. */

const CELL = { width: 8.4, height: 19, pad: 16, bar: 30 };
const INK = {
  plain: '#d7dde4',
  dim: '#9aa5b1',
  30: '#9aa5b1',
  31: '#ff9189',
  32: '#7bd88f',
  33: '#e8c46b',
  34: '#8fb8ff',
  35: '#d8a6ff',
  36: '#7fd7d7',
};
const FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
const XML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => text.replace(/[&<>"]/g, (char) => XML[char]);

/** The style that an SGR code leaves behind. */
function restyled(style, code) {
  if (code === 0) return {};
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 4) return { ...style, underline: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 24) return { ...style, underline: false };
  if (code >= 30 && code <= 36) return { ...style, color: code };
  if (code === 39) return { ...style, color: undefined };
  throw new Error(`no picture of ANSI code ${code}`);
}

/** The lines of a terminal, each a list of runs of one style; a character is a column wide. */
function runs(ansi) {
  let style = {};
  return ansi.split('\n').map((line) => {
    let column = 0;
    const found = [];
    for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
      if (part.startsWith('\u001b')) {
        for (const code of part.slice(2, -1).split(';')) style = restyled(style, Number(code));
      } else {
        // White space is left to positions: what draws the picture may fold it.
        for (const piece of part.split(/( {2,}|^ +| +$)/)) {
          if (piece.trim() !== '') found.push({ text: piece, column, style });
          column += [...piece].length;
        }
      }
    }
    return found;
  });
}

function runSvg({ text, column, style }, y) {
  const width = [...text].length * CELL.width;
  const at = `x="${(CELL.pad + column * CELL.width).toFixed(1)}" y="${y}" textLength="${width.toFixed(1)}"`;
  const fill = INK[style.color ?? (style.dim ? 'dim' : 'plain')];
  const bold = style.bold ? ' font-weight="bold"' : '';
  const line = style.underline ? ' text-decoration="underline"' : '';
  return `<text ${at} fill="${fill}"${bold}${line}>${escape(text)}</text>`;
}

/** The SVG of a terminal that shows `command` and, below it, what it printed. */
export function terminalSvg(command, ansi, title) {
  const lines = [[{ text: `$ ${command}`, column: 0, style: { bold: true } }], [], ...runs(ansi.trimEnd())];
  const columns = Math.max(...lines.flat().map((run) => run.column + [...run.text].length));
  const width = Math.ceil(columns * CELL.width + 2 * CELL.pad);
  const height = CELL.bar + lines.length * CELL.height + CELL.pad;
  const text = lines.flatMap((line, row) =>
    line.map((run) => runSvg(run, CELL.bar + (row + 1) * CELL.height - 5)),
  );
  const dots = ['#ff6b60', '#e8b64c', '#58c26d'].map(
    (fill, index) => `<circle cx="${CELL.pad + 6 + index * 18}" cy="17" r="5.5" fill="${fill}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escape(title)}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#1b2027" stroke="#4a5461"/>`,
    ...dots,
    `<g font-family="${escape(FONT)}" font-size="14">`,
    ...text,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
