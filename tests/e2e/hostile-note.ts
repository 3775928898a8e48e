/** A note that tries everything a note could try: to run, to load, to lead away, to restyle, to read what it should not. */
const attempts = (server: string): string[] => [
  '<script>globalThis.ran = 1</script>',
  '<img src=x onerror="globalThis.ran = 2">',
  `<iframe src="${server}"></iframe><iframe srcdoc="<script>parent.ran = 3</script>"></iframe>`,
  `<style>* { background: url(${server}) !important }</style><link rel="stylesheet" href="${server}">`,
  `<meta http-equiv="refresh" content="0;url=${server}">`,
  '<svg onload="globalThis.ran = 4"><script>globalThis.ran = 5</script></svg>',
  `<object data="${server}"></object><embed src="${server}"><video src="${server}" onerror="globalThis.ran = 6"></video>`,
  `<form action="${server}"><button autofocus onfocus="globalThis.ran = 7">x</button></form>`,
  '<details open ontoggle="globalThis.ran = 8"><summary>x</summary></details>',
  '<kbd onclick="globalThis.ran = 9" class="dialog toast">k</kbd> <b style="position:fixed">b</b>',
  '[run](javascript:globalThis.ran=10) [data](data:text/html,<script>parent.ran=11</script>) [file](file:///etc/passwd)',
  `[away](${server}) <${server}>`,
  `![remote](${server}x.png) ![data](data:text/html;base64,PHNjcmlwdD4=) ![js](javascript:globalThis.ran=12)`,
  '![up](../secret.png) ![up](..%2Fsecret.png) ![root](/etc/hostname) ![link](link.png) ![page](page.png) ![app](app://etcdeck/index.html)',
  '![drawing](hostile.svg) ![[hostile.svg|200]]',
  `$\\href{javascript:globalThis.ran=13}{x}$ and $\\includegraphics{${server}y.png}$ and $\\htmlStyle{position:fixed}{x}$`,
  '[x]: https://example.com "reference" {.dialog} {: onclick="globalThis.ran = 14"}',
];

/** The whole note, and each attempt as a card that a person might have made. */
export const hostileNote = (server: string): string =>
  ['# Hostile', '', ...attempts(server).flatMap((text, i) => [`What does attempt ${i + 1} do? :: ${text}`, ''])].join('\n');

export const hostileCard = (server: string): string => attempts(server).join('\n\n');

/** An image that would run scripts, load from the web and open a page, were it not an image. */
export const hostileSvg = (server: string): string =>
  `<?xml version="1.0"?><?xml-stylesheet href="${server}style.css"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="60" onload="globalThis.ran = 20">
  <style>@import url(${server}import.css); rect { fill: #4a6fd0; }</style>
  <script>globalThis.ran = 21; fetch('${server}')</script>
  <rect width="200" height="60" style="stroke: black" /><image href="${server}z.png" width="9" height="9" />
  <a xlink:href="javascript:globalThis.ran=22"><text x="10" y="30">drawn</text></a>
  <foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${server}" /></foreignObject>
</svg>`;
