extension ReviewHTML {
  /// The page's looks: light and dark, desk, telephone and paper. Whatever colour says, a mark, a dash or a word says too.
  static let css: StaticString = """
    :root {
      --paper: #fcfbf8; --ink: #1d2327; --soft: #545d66; --rule: #d8d6cf; --line: #0a6670; --chip: #eaf3f3; --chip-edge: #4f8a8d;
      --lack: #8a3d00; --lack-paper: #fff4e5; --lack-edge: #c77a2e; --code: #f1efe9;
      color-scheme: light dark;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #15191c; --ink: #e8e6e1; --soft: #a9b2ba; --rule: #363d43; --line: #6fc6cb; --chip: #1d2b2e; --chip-edge: #4f8a90;
        --lack: #f3b877; --lack-paper: #2c2114; --lack-edge: #b3762f; --code: #20262a;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    body {
      margin: 0 auto; max-width: 76rem; padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 4rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; overflow-wrap: break-word;
    }
    a { color: var(--line); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--line); outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { position: static; }
    h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; }
    h1 { font-size: clamp(1.7rem, 4vw, 2.4rem); margin: 0 0 .5rem; letter-spacing: -.01em; }
    h2 { font-size: 1.55rem; margin: 0 0 .75rem; }
    h3 { font-size: 1.1rem; margin: 2.25rem 0 .75rem; }
    h4 { font-size: 1rem; margin: 0; }
    p { margin: 0 0 .5rem; max-width: 46rem; }
    .kicker { color: var(--line); font-weight: 600; margin: 0 0 .25rem; }
    .notes, .source, figcaption, footer { color: var(--soft); font-size: .9rem; }
    nav ul { list-style: none; margin: 1.25rem 0 0; padding: .75rem 0; display: flex; flex-wrap: wrap; gap: .35rem 1.4rem;
      border-block: 1px solid var(--rule); }
    main > section, .pathway { margin-top: 3rem; }
    .pathway { padding-top: 2rem; border-top: 3px solid var(--line); }
    .totals { margin: 0 0 1.25rem; padding-left: 1.2rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; max-width: 52rem; }
    caption { text-align: left; color: var(--soft); font-size: .9rem; padding-bottom: .4rem; }
    th, td { text-align: left; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--rule); font-weight: 400; vertical-align: top; }
    thead th { color: var(--soft); font-size: .85rem; vertical-align: bottom; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .lacks { color: var(--lack); font-weight: 600; }
    .legend { margin-top: 1.25rem; color: var(--soft); font-size: .9rem; display: flex; flex-wrap: wrap; gap: .2rem 1.3rem; max-width: none; }
    .mark { color: var(--line); font-weight: 700; }

    figure { margin: 1.25rem 0 0; }
    svg { display: block; max-width: 100%; height: auto; }
    svg.tall { display: none; }
    svg text { font-family: inherit; fill: var(--ink); }
    .title { font-size: 13.5px; font-weight: 650; }
    .note { font-size: 11.5px; fill: var(--soft); }
    .band { font-size: 12px; font-weight: 650; fill: var(--line); }
    text.chip { font-size: 12.5px; }
    .detail { font-size: 11px; fill: var(--soft); }
    text.gap { font-size: 12.5px; font-weight: 600; fill: var(--lack); }
    path { fill: none; }
    .arrow path { fill: var(--line); }
    path.line { stroke: var(--line); stroke-width: 2.5; }
    path.end { stroke: var(--line); stroke-width: 3.5; }
    path.branch { stroke: var(--line); stroke-width: 1.5; }
    path.stem { stroke: var(--chip-edge); stroke-width: 1.25; }
    path.stem.empty { stroke: var(--lack-edge); stroke-dasharray: 4 4; }
    rect.chip { fill: var(--chip); stroke: var(--chip-edge); }
    rect.not-local { fill: var(--paper); stroke-dasharray: 5 3; stroke: var(--lack-edge); }
    rect.nothing { fill: var(--lack-paper); stroke: var(--lack-edge); stroke-dasharray: 3 4; }
    .node { fill: var(--line); stroke: var(--line); stroke-width: 2.5; }
    .node.free { fill: var(--paper); stroke-dasharray: 2.6 2.6; }
    .node.empty { fill: var(--paper); stroke: var(--lack-edge); }
    figcaption { margin-top: .5rem; }

    .steps { list-style: none; margin: 0; padding: 0; counter-reset: step; }
    .steps > li { counter-increment: step; border-top: 1px solid var(--rule); padding: .9rem 0 1.1rem; }
    .steps h4::before { content: counter(step) "  "; color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
    .steps > li > .notes { margin-bottom: .6rem; }
    .gap { border: 1px dashed var(--lack-edge); background: var(--lack-paper); border-radius: 5px; padding: .5rem .75rem; max-width: none; }
    .gap strong { color: var(--lack); }
    .insertions { list-style: none; margin: 0; padding: 0; }
    .insertions > li { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr) minmax(0, 11rem) minmax(0, 15rem); gap: .1rem 1.5rem;
      padding: .55rem 0; border-top: 1px dotted var(--rule); font-size: .93rem; }
    .insertions > li:first-child { border-top: 0; }
    .insertions p { margin: .1rem 0 0; font-size: .87rem; color: var(--soft); }
    .what { padding-left: 1.1rem; text-indent: -1.1rem; }
    .verb { color: var(--line); }
    .when { color: var(--soft); white-space: nowrap; }
    .key { color: var(--soft); }
    code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .85em; }
    pre { background: var(--code); padding: .75rem 1rem; border-radius: 5px; overflow-x: auto; margin: .5rem 0 0; }
    .kinds { list-style: none; margin: .75rem 0 0; padding: 0; }
    .kinds > li { border-left: 3px dashed var(--lack-edge); padding-left: 1rem; margin-bottom: 1.5rem; }
    .traits { columns: 20rem; column-gap: 2.5rem; margin: .25rem 0 .75rem; padding-left: 1.2rem; font-size: .93rem; }
    .traits li { break-inside: avoid; }
    .supports { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 2rem 2.5rem; }
    .supports h3 { margin: 0 0 .4rem; }
    .supports h4 { font-size: .9rem; margin-top: .6rem; }
    .supports ul { margin: .2rem 0 0; padding-left: 1.2rem; font-size: .93rem; }
    footer { margin-top: 4rem; border-top: 1px solid var(--rule); padding-top: 1rem; }

    @media (max-width: 62rem) {
      svg.wide { display: none; }
      svg.tall { display: block; width: 100%; max-width: 32rem; }
      .insertions > li { grid-template-columns: 1fr; }
    }
    @media (max-width: 34rem) {
      th, td { padding-right: .5rem; font-size: .9rem; }
      nav ul { flex-direction: column; }
      nav a { display: inline-block; padding: .15rem 0; }
    }
    @media print {
      :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --line: #054c54; --chip: #f3f7f7; --chip-edge: #4f8a8d;
        --lack: #6d3000; --lack-paper: #fff; --lack-edge: #8a4b00; --code: #fff; color-scheme: light; }
      body { max-width: none; padding: 0; font-size: 9.5pt; }
      nav, .skip { display: none; }
      svg.wide { display: block; }
      svg.tall { display: none; }
      .pathway { break-before: page; }
      figure, .insertions > li, .kinds > li, article, tr { break-inside: avoid; }
      h2, h3, h4 { break-after: avoid; }
      .insertions > li { grid-template-columns: 13rem minmax(0, 1fr) 9rem 12rem; }
      a { color: inherit; text-decoration: none; }
      pre { border: 1px solid var(--rule); white-space: pre-wrap; }
    }
    """
}
