extension Mistake {
  /// Brackets.
  static let brackets = [
    Mistake(
      "brackets that are not closed",
      #"""
      a: [b
      c: {d: e
      f: g
      """#,
      #"""
      x.yaml:1:4: error: this `[` is not closed [invalid-yaml]
        |
      1 | a: [b
        |    ^
        = help: put `]` where it ends

      x.yaml:2:4: error: this `{` is not closed [invalid-yaml]
        |
      2 | c: {d: e
        |    ^
        = help: put `}` where it ends
      """#),
    Mistake(
      "a bracket that is closed by another",
      #"""
      when: {any: [a: 1, b: 2}
      c: d
      """#,
      #"""
      x.yaml:1:24: error: `[` is closed by `}` [invalid-yaml]
        |
      1 | when: {any: [a: 1, b: 2}
        |                        ^
        = help: put `]` before it
      x.yaml:1:13: note: opened here
        |
      1 | when: {any: [a: 1, b: 2}
        |             ^
      """#),
    Mistake(
      "brackets that close nothing",
      #"""
      a: {b: c}}
      d: e
      """#,
      #"""
      x.yaml:1:10: error: this `}` closes nothing [invalid-yaml]
        |
      1 | a: {b: c}}
        |          ^
        = help: take it away, or open it before
      """#),
    Mistake(
      "a bracket where a value should be",
      #"""
      a: ]
      """#,
      #"""
      x.yaml:1:4: error: this `]` closes nothing [invalid-yaml]
        |
      1 | a: ]
        |    ^
        = help: take it away, or open it before
      """#),
    Mistake(
      "a comma too many",
      #"""
      a: [x,,y]
      """#,
      #"""
      x.yaml:1:7: error: nothing stands before this `,` [invalid-yaml]
        |
      1 | a: [x,,y]
        |       ^
        = help: take it away, or write what belongs before it
      """#),
    Mistake(
      "a comma before anything",
      #"""
      a: {, b}
      """#,
      #"""
      x.yaml:1:5: error: nothing stands before this `,` [invalid-yaml]
        |
      1 | a: {, b}
        |     ^
        = help: take it away, or write what belongs before it
      """#),
    Mistake(
      "a colon before anything",
      #"""
      {: x}
      """#,
      #"""
      x.yaml:1:2: error: nothing stands before this `:` [invalid-yaml]
        |
      1 | {: x}
        |  ^
        = help: take it away, or write what belongs before it
      """#),
    Mistake(
      "a colon without a value",
      #"""
      a: {x:, y: 1}
      """#,
      #"""
      x.yaml:1:6: error: a value is missing behind this colon [invalid-yaml]
        |
      1 | a: {x:, y: 1}
        |      ^
        = help: write `key: value`
      """#),
    Mistake(
      "a comma too few",
      #"""
      a: {b: "x" c: d}
      """#,
      #"""
      x.yaml:1:12: error: a comma or `}` is missing before `c:` [invalid-yaml]
        |
      1 | a: {b: "x" c: d}
        |            ^~
        = help: or quote the text as a whole
      """#),
    Mistake(
      "a comma too few on a later line",
      #"""
      a: {b: c,
        d: e f: g}
      """#,
      #"""
      x.yaml:2:9: error: a `: ` inside a text begins a new key; quote the text [colon-in-text]
        |
      2 |   d: e f: g}
        |         ^
        = help: or put a comma before `f`, or the inner entry in `{…}`
      """#),
    Mistake(
      "an apostrophe in a list",
      #"""
      a: ['It's warm', b]
      """#,
      #"""
      x.yaml:1:9: error: a comma or `]` is missing before `s` [invalid-yaml]
        |
      1 | a: ['It's warm', b]
        |         ^
        = help: or quote the text as a whole
      """#),
  ]
}
