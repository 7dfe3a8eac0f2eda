/**
 * The one line for a site: `<script type="module" src="…/whosaid-article.js"></script>` registers
 * `<whosaid-article>`. For another name, define the class from embed/element.js under it.
 */

import { WhosaidArticle } from "./embed/element.js";

// A second copy of this script, or a server that only renders, leaves things as they are.
if (globalThis.customElements && !customElements.get("whosaid-article")) {
  customElements.define("whosaid-article", WhosaidArticle);
}

export { WhosaidArticle };
