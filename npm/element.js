/** `whosaid/element`: registers `<whosaid-article>`. */
export { attach, WhosaidArticle } from "../www/whosaid-article.js";
