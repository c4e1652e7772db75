/** What the HTML stages know of elements. */

const names = (list: string): Set<string> => new Set(list.split(' '));

/** Elements whose content is no text of the page. */
export const DROPPED = names(
  'script style title template svg math iframe object embed applet canvas audio video map picture textarea select ' +
    'datalist button label noframes frameset dialog progress meter rp amp-ad amp-analytics amp-consent amp-sidebar ' +
    'amp-social-share amp-user-notification amp-embed',
);

/** Elements without content; of these only `br`, `hr` and `img` are kept. */
export const VOID = names(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);
export const KEPT_VOID = names('br hr img');

/** Elements that count as their content; the cleaned page has its own html, head and body, and marks for `q`. */
export const UNWRAPPED = names('html head body noscript font center wbr q');

/** Attributes by which main text is told from the rest; `src` and `style` are not needed for that. */
export const KEPT_ATTRIBUTES = ['class', 'id', 'role', 'rel', 'href', 'itemprop', 'itemtype', 'dir'];

/** Elements that begin and end blocks of text. */
export const BLOCKS = names(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td ' +
    'tfoot th thead tr ul',
);

/** Blocks that are part of prose wherever they stand; the element around them is the one they are at home in. */
export const PROSE = names(
  'blockquote dd dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul caption details summary',
);

/** Elements that are no part of the text around them. */
export const ASIDES = names('figure figcaption caption aside nav form footer menu address');

/** Roles that say the same of an element. */
export const ASIDE_ROLES = names(
  'navigation complementary banner contentinfo search dialog alertdialog alert menu menubar toolbar tablist',
);

/** Whether an element is marked as not to be seen. The root and the body never count: scripts reveal them. */
export function isHidden(name: string, attributes: Record<string, string>): boolean {
  if (name === 'html' || name === 'body') return false;
  if (attributes.hidden !== undefined && attributes.hidden !== 'until-found') return true;
  if (attributes['aria-hidden'] === 'true') return true;
  const style = attributes.style?.slice(0, 500);
  return style !== undefined && /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i.test(style);
}
