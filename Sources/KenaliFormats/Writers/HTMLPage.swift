/// What stands around the documents of a page.
enum HTMLPage {
    static let head = """
        <!DOCTYPE html>
        <html lang="id">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <title>Kenali</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <nav id="kinds" aria-label="Kinds"></nav>
        <main>

        """

    static let tail = """
        </main>
        <script>
        \(script)
        </script>
        </body>
        </html>

        """

    /// Colours for a light and a dark page; other kinds than the built-in ones have that of `*`.
    private static let style = """
        :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --line: #ccc;
          --person: #cfe4fb; --ministry: #ecd6f2; --organization: #fbd3dd; --location: #cdebd2;
          --date: #f6e5b5; --time: #f6e5b5; --duration: #f6e5b5; --other: #dcdcdc; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181b; --line: #444;
          --person: #17446e; --ministry: #56306a; --organization: #6b2338; --location: #1d5230;
          --date: #5c4a12; --time: #5c4a12; --duration: #5c4a12; --other: #444; } }
        body { margin: 0 auto; max-width: 50rem; padding: 1rem; font: 1rem/1.6 system-ui, sans-serif;
          color: var(--ink); background: var(--paper); }
        nav { position: sticky; top: 0; padding: .5rem 0; background: var(--paper); z-index: 1; }
        nav button { font: inherit; color: inherit; border: 1px solid var(--line); border-radius: 1rem;
          padding: 0 .7rem; margin: 0 .3rem .3rem 0; cursor: pointer; }
        nav button[aria-pressed=false] { background: none !important; opacity: .6; text-decoration: line-through; }
        article { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
        h2 time { font-size: .8em; opacity: .7; }
        .text { white-space: pre-wrap; overflow-wrap: break-word; }
        mark, [data-k] > span[data-k], nav button { background: var(--other); color: inherit; }
        mark { border-radius: .25em; padding: .05em .15em; }
        abbr { text-decoration: underline dotted; cursor: help; }
        mark:target, abbr:target, mark:focus, abbr:focus { outline: 2px solid currentColor; }
        [data-k=person] { --k: var(--person); } [data-k=ministry] { --k: var(--ministry); }
        [data-k=organization] { --k: var(--organization); } [data-k=location] { --k: var(--location); }
        [data-k=date] { --k: var(--date); } [data-k=time] { --k: var(--time); } [data-k=duration] { --k: var(--duration); }
        mark[data-k], span[data-k], nav button[data-k] { background: var(--k, var(--other)); }
        span[data-k] { border-radius: .25em; padding: 0 .3em; }
        .off { background: none !important; text-decoration: none; } tr.off { display: none; }
        table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top;
          padding: .15rem .5rem .15rem 0; border-top: 1px solid var(--line); font-weight: normal; }
        th { font-weight: 600; } ol.time { list-style: none; padding: 0; } ol.time li { margin: .3rem 0; }
        ol.time time { font-variant-numeric: tabular-nums; font-weight: 600; }
        @media print { nav { display: none; } body { max-width: none; } mark, span[data-k] { print-color-adjust: exact;
          -webkit-print-color-adjust: exact; } article { break-inside: auto; } }
        """

    /// A button for each kind that occurs, which switches it on and off.
    private static let script = """
        "use strict";
        const kinds = [...new Set([...document.querySelectorAll("mark, abbr")].map(e => e.dataset.k))];
        for (const kind of kinds) {
          const button = document.createElement("button");
          const all = [...document.querySelectorAll("mark, abbr, tr")].filter(e => e.dataset.k === kind);
          button.textContent = kind + " " + all.filter(e => e.tagName !== "TR").length;
          button.dataset.k = kind;
          button.setAttribute("aria-pressed", "true");
          button.addEventListener("click", () => {
            const on = button.getAttribute("aria-pressed") !== "true";
            button.setAttribute("aria-pressed", on);
            for (const e of all) e.classList.toggle("off", !on);
          });
          document.getElementById("kinds").append(button);
        }
        """
}
