// The one line for a site: <script type="module" src="…/whosaid-article.js"></script>
// Registers <whosaid-article>. To register it under another name, import the class from ./embed/element.js.

import { WhosaidArticle } from './embed/element.js';

if (!customElements.get('whosaid-article')) customElements.define('whosaid-article', WhosaidArticle);

export { WhosaidArticle };
