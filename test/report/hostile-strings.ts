/** What tries to get out of the place that a text stands in. */
const ESCAPES = [
  '',
  '">',
  "'>",
  '`>',
  '</script>',
  '</style>',
  '</title></head>',
  '</text></svg>',
  '--> ]]>',
  '\u0000\ud800',
  '\u202e\u2066',
  '\u001b]8;;',
];

/** What would do harm outside it. */
const PAYLOADS = [
  '<script>window.harmed = 1</script>',
  '<img src=x onerror="window.harmed = 1">',
  '<svg onload="window.harmed = 1"><animate onbegin="window.harmed = 1" attributeName=x dur=1s />',
  '<iframe srcdoc="<script>parent.harmed = 1</script>"></iframe>',
  '<a href="javascript:window.harmed = 1">here</a>',
  '<style>* { display: none }</style><link rel=stylesheet href=http://evil.example/x.css>',
  '<meta http-equiv=refresh content="0; url=http://evil.example">',
  '<base href="http://evil.example/"><form action=http://evil.example><input autofocus onfocus="window.harmed = 1">',
  '" onmouseover="window.harmed = 1" autofocus onfocus="window.harmed = 1" x="',
  '<details open ontoggle="window.harmed = 1"><object data="http://evil.example"></object>',
  '[link](javascript:window.harmed=1) ![image](http://evil.example/x.png)',
  '| a | b |\n\n# heading\n```\ncode\n``` <!-- ',
  '=HYPERLINK("http://evil.example")\t@SUM(1)\r\n-1+1',
  '\u001b[2J\u001b[31m\u009b31m\u0007',
  '\ufeff\u200b\u2028\u2029\u{e0041}z\u0300\u0301\u0302\u0303\u0304\u0305\u0306',
  '&lt;script&gt;window.harmed=1&lt;/script&gt; &#x3c;img src=x onerror=window.harmed=1&#x3e;',
  '{{constructor.constructor("window.harmed=1")()}} #{window.harmed=1} __proto__',
];

/** Texts that a hostile corpus would have for ids, names and words. */
export const HOSTILE_STRINGS: readonly string[] = ESCAPES.flatMap((way) =>
  PAYLOADS.map((payload) => `${way}${payload}`),
);
