extension Mistake {
  /// What YAML has and rulebooks do not.
  static let refused = [
    Mistake(
      "aliases",
      #"""
      a: *name
      b: [*c, *d]
      """#,
      #"""
      x.yaml:1:4: error: aliases (`*name`) are not read [unsupported-yaml]
        |
      1 | a: *name
        |    ^~~~~
        = help: what two places share goes under `derived:`, and a profile starts from another with `like:`; quote a text that begins with `*`

      x.yaml:2:5: error: aliases (`*c`) are not read [unsupported-yaml]
        |
      2 | b: [*c, *d]
        |     ^~
        = help: what two places share goes under `derived:`, and a profile starts from another with `like:`; quote a text that begins with `*`

      x.yaml:2:9: error: aliases (`*d`) are not read [unsupported-yaml]
        |
      2 | b: [*c, *d]
        |         ^~
        = help: what two places share goes under `derived:`, and a profile starts from another with `like:`; quote a text that begins with `*`
      """#),
    Mistake(
      "anchors",
      #"""
      a: &name
        b: c
      d: &text friends
      """#,
      #"""
      x.yaml:1:4: error: anchors (`&name`) are not read [unsupported-yaml]
        |
      1 | a: &name
        |    ^~~~~
        = help: what two places share goes under `derived:`, and a profile starts from another with `like:`; quote a text that begins with `&`

      x.yaml:3:4: error: anchors (`&text`) are not read [unsupported-yaml]
        |
      3 | d: &text friends
        |    ^~~~~
        = help: what two places share goes under `derived:`, and a profile starts from another with `like:`; quote a text that begins with `&`
      """#),
    Mistake(
      "tags",
      #"""
      a: !!str 12
      b: !x {c: d}
      """#,
      #"""
      x.yaml:1:4: error: tags (`!!str`) are not read [unsupported-yaml]
        |
      1 | a: !!str 12
        |    ^~~~~
        = help: take it away; quote a text that begins with `!`

      x.yaml:2:4: error: tags (`!x`) are not read [unsupported-yaml]
        |
      2 | b: !x {c: d}
        |    ^~
        = help: take it away; quote a text that begins with `!`
      """#),
    Mistake(
      "merge keys",
      #"""
      base: 1
      b:
        <<: *base
        c: d
      """#,
      #"""
      x.yaml:3:3: error: merge keys (`<<`) are not read [unsupported-yaml]
        |
      3 |   <<: *base
        |   ^~
        = help: start a profile from another with `like:`, and name conditions under `derived:`
      """#),
    Mistake(
      "explicit keys",
      #"""
      ? a
      : b
      """#,
      #"""
      x.yaml:1:3: error: a key is written `key: value`, without `?` [unsupported-yaml]
        |
      1 | ? a
        |   ^
        = help: take the `?` away
      """#),
    Mistake(
      "keys that are lists",
      #"""
      ? [a]
      : b
      """#,
      #"""
      x.yaml:1:3: error: a list or a mapping cannot be a key [unsupported-yaml]
        |
      1 | ? [a]
        |   ^
        = help: a key is a name; conditions get theirs under `derived:`
      """#),
    Mistake(
      "directives",
      #"""
      %YAML 1.1
      ---
      a: 1
      """#,
      #"""
      x.yaml:1:1: error: directives (`%YAML 1.1`) are not read [unsupported-yaml]
        |
      1 | %YAML 1.1
        | ^~~~~~~~~
        = help: take the line away; the file is read without it
      """#),
    Mistake(
      "a second document",
      #"""
      a: 1
      ---
      b: 2
      """#,
      #"""
      x.yaml:2:1: error: a second document begins here; a file holds one [unsupported-yaml]
        |
      2 | ---
        | ^
        = help: put what follows in a file of its own
      """#),
    Mistake(
      "a second document behind an end",
      #"""
      a: 1
      ...
      b: 2
      """#,
      #"""
      x.yaml:3:1: error: a second document begins here; a file holds one [unsupported-yaml]
        |
      3 | b: 2
        | ^
        = help: put what follows in a file of its own
      """#),
    Mistake(
      "a second document's directives",
      #"""
      a: 1
      ...
      %TAG ! x
      """#,
      #"""
      x.yaml:3:1: error: a second document begins here; a file holds one [unsupported-yaml]
        |
      3 | %TAG ! x
        | ^
        = help: put what follows in a file of its own
      """#),
    Mistake(
      "a key twice",
      #"""
      a: 1
      b: 2
      a: {c: 3, c: 4}
      """#,
      #"""
      x.yaml:3:1: error: the key `a` stands twice in one mapping [duplicate-key]
        |
      3 | a: {c: 3, c: 4}
        | ^
        = help: rename one, or join the two
      x.yaml:1:1: note: the first `a`
        |
      1 | a: 1
        | ^

      x.yaml:3:11: error: the key `c` stands twice in one mapping [duplicate-key]
        |
      3 | a: {c: 3, c: 4}
        |           ^
        = help: rename one, or join the two
      x.yaml:3:5: note: the first `c`
        |
      3 | a: {c: 3, c: 4}
        |     ^
      """#),
    Mistake(
      "a key twice, quoted once",
      #"""
      - {"a": 1, a: 2}
      """#,
      #"""
      x.yaml:1:12: error: the key `a` stands twice in one mapping [duplicate-key]
        |
      1 | - {"a": 1, a: 2}
        |            ^
        = help: rename one, or join the two
      x.yaml:1:4: note: the first `a`
        |
      1 | - {"a": 1, a: 2}
        |    ^~~
      """#),
    Mistake(
      "an empty document",
      #"""
      ---
      """#,
      #"""
      x.yaml:1:1: error: the file is empty [empty-file]
        = help: write something in it, or take the file away
      """#),
    Mistake(
      "comments alone",
      #"""
      # nothing yet
      """#,
      #"""
      x.yaml:1:1: error: the file holds only comments [empty-file]
        = help: write something in it, or take the file away
      """#),
  ]
}
