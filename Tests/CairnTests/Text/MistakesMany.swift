extension Mistake {
  /// Many mistakes in one file.
  static let many = [
    Mistake(
      "each is found in one run, and none twice",
      #"""
      rules:
        one:
          title: A
         two: B
        three:
          title: Is It: warm?
          at: {kind: [a}
        four:
            title: x
          because: y
        five:
          say: 'tis
          because: x
        six:
          title: "unclosed
          because: "x"
        seven:
          any:
            - a: 1
            b: 2
      facts:
        a: {type: boolean
        b: {type: number, ask: How many, then?}
        b: &c 1
      """#,
      #"""
      x.yaml:4:4: error: this line is indented by 3 spaces, and nothing above it is [not-indented]
        |
      4 |    two: B
        |    ^~~~~~
        = help: the lines above it that it may belong with are indented by 4 or 2

      x.yaml:6:17: error: a `: ` inside a text begins a new key; quote the text [colon-in-text]
        |
      6 |     title: Is It: warm?
        |                 ^
        = fix: title: "Is It: warm?"

      x.yaml:7:18: error: `[` is closed by `}` [invalid-yaml]
        |
      7 |     at: {kind: [a}
        |                  ^
        = help: put `]` before it
      x.yaml:7:16: note: opened here
        |
      7 |     at: {kind: [a}
        |                ^

      x.yaml:10:5: error: this line is indented by 4 spaces, and nothing above it is [not-indented]
         |
      10 |     because: y
         |     ^~~~~~~~~~
         = help: the lines above it that it may belong with are indented by 6 or 2

      x.yaml:12:10: error: this `'` opens a text that is not closed; if it is an apostrophe, the text wants double quotes [quote-needed]
         |
      12 |     say: 'tis
         |          ^
         = fix: say: "'tis"

      x.yaml:15:12: error: this `"` opens a text that is not closed [invalid-yaml]
         |
      15 |     title: "unclosed
         |            ^
         = help: close it where the text ends

      x.yaml:20:7: error: a line among the items of a list begins with a dash [missing-dash]
         |
      20 |       b: 2
         |       ^~~~
         = help: put `- ` before it for an item of its own, or two spaces if it belongs to the item above

      x.yaml:22:6: error: this `{` is not closed [invalid-yaml]
         |
      22 |   a: {type: boolean
         |      ^
         = help: put `}` where it ends

      x.yaml:23:34: error: a comma ends the text here; quote the text [comma-in-text]
         |
      23 |   b: {type: number, ask: How many, then?}
         |                                  ^~~~~~~
         = fix: ask: "How many, then?"

      x.yaml:24:3: error: the key `b` stands twice in one mapping [duplicate-key]
         |
      24 |   b: &c 1
         |   ^
         = help: rename one, or join the two
      x.yaml:23:3: note: the first `b`
         |
      23 |   b: {type: number, ask: How many, then?}
         |   ^

      x.yaml:24:6: error: anchors (`&c`) are not read [unsupported-yaml]
         |
      24 |   b: &c 1
         |      ^~
         = help: what two places share goes under `derived:`, and a profile starts from another with `like:`; quote a text that begins with `&`
      """#)
  ]
}
