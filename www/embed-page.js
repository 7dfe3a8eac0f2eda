// embed.html's own host script: what a site writes to use the frame.
const frame = document.getElementById('voices');
const story = document.getElementById('story').innerText;

function give() {
  frame.contentWindow.postMessage({ whosaid: 1, text: story }, '*');
}

addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow || data?.whosaid !== 1) return;
  if (data.type === 'ready') give();
  if (data.type === 'height') frame.style.height = `${Math.ceil(data.height)}px`;
});
give(); // the frame may have been ready first
