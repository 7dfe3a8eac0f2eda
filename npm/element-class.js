/** `whosaid/element/class`: the class, to be registered under another name, and `attach`; nothing happens by itself. */
export { attach } from "../www/embed/attach.js";
export { WhosaidArticle } from "../www/embed/element.js";
