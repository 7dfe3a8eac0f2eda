// The frame: shows the text that its host gives, marked, with the list of who says what.
//
// Takes {whosaid: 1, text} from the window that holds it, and from no other. Sends {whosaid: 1, type: "ready"},
// then {type: "height", height} in CSS pixels each time it changes, and {type: "annotation", annotation}.

import './whosaid-article.js';

const story = document.getElementById('story');

function tell(message) {
  if (parent !== window) parent.postMessage({ whosaid: 1, ...message }, '*');
}

addEventListener('message', ({ source, data }) => {
  if (source !== parent || data?.whosaid !== 1 || typeof data.text !== 'string') return;
  const paragraphs = data.text.split(/\n\s*\n/).map((text) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    return paragraph;
  });
  story.replaceChildren(...paragraphs);
});

addEventListener('whosaid-ready', ({ detail }) => tell({ type: 'annotation', annotation: detail.annotation }));
new ResizeObserver(() => tell({ type: 'height', height: document.documentElement.scrollHeight })).observe(document.body);
tell({ type: 'ready' });
