// `import type {} from "whosaid/element/react"`, once: `<whosaid-article>` in JSX.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { WhosaidArticle, WhosaidAttributes } from "./element-class.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "whosaid-article": Omit<DetailedHTMLProps<HTMLAttributes<WhosaidArticle>, WhosaidArticle>, keyof WhosaidAttributes> & WhosaidAttributes;
    }
  }
}
