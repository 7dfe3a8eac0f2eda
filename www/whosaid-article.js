/**
 * The one line for a site: `<script type="module" src="…/whosaid-article.js"></script>` registers
 * `<whosaid-article>`. For another name, define the class from embed/element.js under it; without an
 * element, `attach` does the same.
 */

import { attach } from "./embed/attach.js";
import { WhosaidArticle } from "./embed/element.js";

// A second copy of this script, or a server that only renders, leaves things as they are; where an
// extension's own world has no registry there is `attach`.
if (globalThis.customElements && !customElements.get("whosaid-article")) {
  customElements.define("whosaid-article", WhosaidArticle);
}

export { attach, WhosaidArticle };
