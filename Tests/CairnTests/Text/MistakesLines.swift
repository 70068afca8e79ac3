extension Mistake {
  /// Lines and their indentation.
  static let lines = [
    Mistake(
      "tabs throughout are mended together",
      #"""
      a:
      \#tb: c
      \#td:
      \#t\#te: f
      """#,
      #"""
      x.yaml:2:1: error: a tab cannot indent a line; use spaces [tab]
        |
      2 |     b: c
        | ^~~~
        = fix: two spaces for each tab
      """#),
    Mistake(
      "a tab among spaces is, where one column is left for it",
      #"""
      a:
        b: 1
      \#tc: 2
      """#,
      #"""
      x.yaml:3:1: error: a tab cannot indent a line; use spaces [tab]
        |
      3 |     c: 2
        | ^~~~
        = fix: 2 spaces
      """#),
    Mistake(
      "a tab before a block text",
      #"""
      a: |
      \#tx
      """#,
      #"""
      x.yaml:2:1: error: a tab cannot indent a line; use spaces [tab]
        |
      2 |     x
        | ^~~~
        = fix: two spaces for each tab
      """#),
    Mistake(
      "a tab on an empty line",
      #"""
      a: 1
      \#t
      b: 2
      """#,
      #"""
      x.yaml:2:1: error: a tab cannot indent a line; use spaces [tab]
        |
      2 |
        | ^~~~
        = fix: two spaces for each tab
      """#),
    Mistake(
      "a line in no column",
      #"""
      a:
        b: 1
       c: 2
      """#,
      #"""
      x.yaml:3:2: error: this line is indented by 1 space, and nothing above it is [not-indented]
        |
      3 |  c: 2
        |  ^~~~
        = help: the lines above it that it may belong with are indented by 2 or 0
      """#),
    Mistake(
      "a rule in no column",
      #"""
      rules:
        one:
          title: A
         two:
          title: B
      """#,
      #"""
      x.yaml:4:4: error: this line is indented by 3 spaces, and nothing above it is [not-indented]
        |
      4 |    two:
        |    ^~~~
        = help: the lines above it that it may belong with are indented by 4 or 2
      """#),
    Mistake(
      "a line under a text",
      #"""
      a: 1
        b: 2
      """#,
      #"""
      x.yaml:2:3: error: `a` has a text already, so nothing can be indented under it [not-indented]
        |
      2 |   b: 2
        |   ^
        = help: begin this line in the column of `a`, or take the text away
      """#),
    Mistake(
      "a list under a text",
      #"""
      title: yes
        - b
      """#,
      #"""
      x.yaml:2:3: error: this line goes on with the text `yes` above; its dash begins no item [not-indented]
        |
      2 |   - b
        |   ^
        = help: a key has a text or a list: take one away, or give the list a key
      """#),
    Mistake(
      "a dash deeper than its list",
      #"""
      goals:
        - walk
          - shop
      """#,
      #"""
      x.yaml:3:5: error: this line goes on with the text `walk` above; its dash begins no item [not-indented]
        |
      3 |     - shop
        |     ^
        = help: put the dash in the column of the list's other dashes
      """#),
    Mistake(
      "a dash short of its list",
      #"""
      goals:
        - walk
       - shop
      """#,
      #"""
      x.yaml:3:2: error: this line is indented by 1 space, and nothing above it is [not-indented]
        |
      3 |  - shop
        |  ^~~~~~
        = help: the lines above it that it may belong with are indented by 2 or 0
      """#),
    Mistake(
      "an entry among items",
      #"""
      any:
        - a: 1
        b: 2
      """#,
      #"""
      x.yaml:3:3: error: a line among the items of a list begins with a dash [missing-dash]
        |
      3 |   b: 2
        |   ^~~~
        = help: put `- ` before it for an item of its own, or two spaces if it belongs to the item above
      """#),
    Mistake(
      "a word among items",
      #"""
      goals:
        - walk
        shop
      next: x
      """#,
      #"""
      x.yaml:3:3: error: a line among the items of a list begins with a dash [missing-dash]
        |
      3 |   shop
        |   ^~~~
        = fix: - shop
      """#),
    Mistake(
      "a word among items that stand under their key",
      #"""
      goals:
      - walk
      shop
      next: x
      """#,
      #"""
      x.yaml:3:1: error: a line among the items of a list begins with a dash [missing-dash]
        |
      3 | shop
        | ^~~~
        = fix: - shop
      """#),
    Mistake(
      "a dash without its space",
      #"""
      goals:
      - walk
      -shop
      """#,
      #"""
      x.yaml:3:1: error: a space is missing behind the dash [missing-space]
        |
      3 | -shop
        | ^~~~~
        = fix: - shop
      """#),
    Mistake(
      "an item among keys",
      #"""
      a: 1
      - b
      """#,
      #"""
      x.yaml:2:1: error: a list item stands among keys here [invalid-yaml]
        |
      2 | - b
        | ^
        = help: indent it under the key that it belongs to
      """#),
    Mistake(
      "a list on the line of its key",
      #"""
      a: - b
         - c
      d: e
      """#,
      #"""
      x.yaml:1:4: error: a list does not begin on the line of its key [invalid-yaml]
        |
      1 | a: - b
        |    ^~~
        = help: put each item on a line of its own under the key, or write the list as `[one, another]`
      """#),
    Mistake(
      "lines without a colon",
      #"""
      title Something
      next: x
      """#,
      #"""
      x.yaml:1:1: error: this line has no colon [invalid-yaml]
        |
      1 | title Something
        | ^~~~~~~~~~~~~~~
        = help: a line is `key: value`, or `- ` and an item, or goes on, indented, with the text above
      """#),
    Mistake(
      "a line without a colon, and colons without a space",
      #"""
      next: x
      title Something
      also:this
      or :that
      """#,
      #"""
      x.yaml:2:1: error: this line has no colon [invalid-yaml]
        |
      2 | title Something
        | ^~~~~~~~~~~~~~~
        = help: a line is `key: value`, or `- ` and an item, or goes on, indented, with the text above

      x.yaml:3:1: error: a space is missing behind the colon [missing-space]
        |
      3 | also:this
        | ^~~~~~~~~
        = fix: also: this

      x.yaml:4:1: error: a space is missing behind the colon [missing-space]
        |
      4 | or :that
        | ^~~~~~~~
        = fix: or : that
      """#),
    Mistake(
      "a colon without a key",
      #"""
      : x
      """#,
      #"""
      x.yaml:1:1: error: a key is missing before this colon [invalid-yaml]
        |
      1 | : x
        | ^
        = help: write `key: value`
      """#),
    Mistake(
      "a key over two lines",
      #"""
      "a
      b": c
      """#,
      #"""
      x.yaml:1:1: error: this `"` opens a text that is not closed [invalid-yaml]
        |
      1 | "a
        | ^
        = help: close it where the text ends
      """#),
    Mistake(
      "what does not belong to the list above",
      #"""
      [a, b]
      c: d
      """#,
      #"""
      x.yaml:2:1: error: this does not belong to what stands above it [invalid-yaml]
        |
      2 | c: d
        | ^~~~
        = help: a file is one mapping: every key of it begins in the first column
      """#),
  ]
}
